using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.TalentMarket;

/// <summary>How wages are aged from the month of the survey to one date.</summary>
public abstract record Ageing
{
    /// <summary>In words, for the reader of a study.</summary>
    public abstract string Text { get; }

    /// <summary>What the wage of a series is multiplied by.</summary>
    /// <param name="area">Area code of the series.</param>
    /// <param name="occupation">SOC code of the series.</param>
    /// <param name="from">Day of the wage.</param>
    /// <param name="to">Day that it is aged to.</param>
    /// <returns>The factor and how it came about.</returns>
    /// <exception cref="InputException">The index or the series does not tell the growth, and no rate was given to go on with.</exception>
    public abstract AgeingFactor Factor(string area, string occupation, DateOnly from, DateOnly to);

    /// <summary>Years from one day to another.</summary>
    private protected static double Years(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / MeanYear.Days;

    private protected static string Share(double rate) => (rate * SurveyPercentile.Whole).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

/// <summary>What a wage is multiplied by to age it.</summary>
/// <param name="Value">The factor, above 0.</param>
/// <param name="Growth">The series' own growth that it rests on; null for an index or a rate.</param>
/// <param name="Years">Years that the growth is applied for.</param>
/// <param name="Note">What a reader must know, one sentence; null for nothing.</param>
public sealed record AgeingFactor(double Value, SeriesGrowth? Growth = null, double Years = 0, string? Note = null);

/// <summary>Ageing at a constant growth a year.</summary>
/// <param name="Rate">Growth a year, a fraction above −1.</param>
/// <param name="Source">Where the rate comes from, for example <c>the scenario's market growth</c>.</param>
public sealed record RateAgeing(double Rate, string Source) : Ageing
{
    /// <inheritdoc/>
    public override string Text => $"aged by {Share(Rate)} a year ({Source})";

    /// <inheritdoc/>
    public override AgeingFactor Factor(string area, string occupation, DateOnly from, DateOnly to) => new(Math.Pow(1 + Rate, Years(from, to)));
}

/// <summary>Ageing by a named index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Then">Growth a year on the days that the index does not reach, a fraction; null to refuse them.</param>
public sealed record IndexAgeing(MarketIndex Index, double? Then) : Ageing
{
    /// <inheritdoc/>
    public override string Text => Then is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"aged by the index {Index.Name} ({Index.From:yyyy-MM-dd} to {Index.To:yyyy-MM-dd}), and by {Share(rate)} a year on the days that it does not reach")
        : $"aged by the index {Index.Name}";

    /// <inheritdoc/>
    public override AgeingFactor Factor(string area, string occupation, DateOnly from, DateOnly to)
    {
        var beyond = Index.YearsBeyond(from, to);
        var note = beyond > 0 && Then is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $"The index {Index.Name} ends on {Index.To:yyyy-MM-dd}: {beyond:0.0} of the {Math.Abs(Years(from, to)):0.0} years of ageing are continued at {Share(rate)} a year.")
            : null;
        return new AgeingFactor(Index.Factor(from, to, Then), Note: note);
    }
}

/// <summary>Ageing by the growth of the series itself.</summary>
/// <param name="Growths">The measured growth.</param>
/// <param name="Then">Growth a year for series that have none, a fraction; null to refuse them.</param>
public sealed record SeriesAgeing(SeriesGrowths Growths, double? Then) : Ageing
{
    /// <inheritdoc/>
    public override string Text => "aged by the compound growth of each area and occupation in the survey's own years";

    /// <inheritdoc/>
    public override AgeingFactor Factor(string area, string occupation, DateOnly from, DateOnly to)
    {
        var years = Years(from, to);
        if (Growths.Of(area, occupation) is { } growth)
        {
            var over = string.Create(CultureInfo.InvariantCulture, $"{growth.From} to {growth.To}");
            var note = (growth.Area, growth.Gap) switch
            {
                (null, var gap) => $"Area {area} is aged by the growth of each occupation over the areas that have it, {over}, weighted by employment: {gap}.",
                (_, { } gap) => $"Series are aged by their growth from {over} where {gap}: that gap is not bridged.",
                _ => null,
            };
            return new AgeingFactor(Math.Pow(1 + growth.Rate, years), growth, years, note);
        }

        if (Then is not { } rate)
            throw new InputException($"No area has {occupation} in two comparable survey years, so that its own growth cannot be measured. Import another survey year, or give the growth a year for such series, for example --then 3.5%.");
        return new AgeingFactor(Math.Pow(1 + rate, years), Note: $"{occupation} in {area} has no growth of its own and is aged by {Share(rate)} a year, as given.");
    }
}
