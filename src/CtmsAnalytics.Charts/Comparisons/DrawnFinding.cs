using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>What draws say, in sentences computed from them.</summary>
internal static class DrawnFinding
{
    /// <summary>What a proposal costs more than the baseline, with the interval of the mean and the range of the draws; for the baseline alone what it costs.</summary>
    public static string Decision(RunRecord run, int scenario)
    {
        var drawn = run.Drawn!;
        var (name, baseline) = (run.Facts.Scenarios[scenario].Projection.Scenario.Name, run.Facts.Scenarios[0].Projection.Scenario.Name);
        var span = Span(run.FiscalYears);
        if (scenario == 0)
        {
            var cost = drawn.Cost(0, null);
            return $"{name} costs {Cents(cost.Mean)} {span}" + (drawn.Draws == 1 ? " in the only draw." : $"; in eight of ten of {Display.Count(drawn.Draws)} draws it lies between {Cents(cost.Quantiles.P10)} and {Cents(cost.Quantiles.P90)}.");
        }

        var difference = drawn.Difference(scenario, null);
        var mean = drawn.Cost(0, null).Mean;
        var share = mean == 0 ? "" : $" ({Display.PercentInWords(Math.Abs(difference.Mean) / mean)})";
        var sentence = Math.Round(difference.Mean) == 0
            ? $"{name} costs as much as {baseline} {span}"
            : $"{name} costs {Cents(Math.Abs(difference.Mean))}{share} {(difference.Mean > 0 ? "more" : "less")} than {baseline} {span}";
        if (difference.Interval is not { } interval) return sentence + " in the only draw.";
        return $"{sentence} on average (\u00b1 {Cents((interval.Upper - interval.Lower) / 2)}, 95% interval); in eight of ten of {Display.Count(drawn.Draws)} draws the difference lies between {Signed(difference.Quantiles!.P10)} and {Signed(difference.Quantiles.P90)}.";
    }

    /// <summary>An amount over draws in short form.</summary>
    public static string Cents(double cents) => Display.Brief((long)Math.Round(cents));

    /// <summary>A difference over draws in short form.</summary>
    public static string Signed(double cents) => Display.BriefSigned((long)Math.Round(cents));

    private static string Span(IReadOnlyList<int> years) =>
        years.Count == 1 ? $"in {Display.FiscalYear(years[0])}" : $"over {Display.Word(years.Count)} years, {Display.FiscalYears(years)},";
}
