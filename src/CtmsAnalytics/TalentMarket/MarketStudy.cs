using System.Text.Json.Serialization;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.TalentMarket;

/// <summary>Competitive position (158.403): where the salaries of a roster stand in the talent market, and what it would cost to bring everybody up to it.</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="Basis">Roster, date, ageing and what is compared.</param>
/// <param name="Levels">Market wages by work level and local market, the nation first.</param>
/// <param name="Groups">Position of groups of people: everybody, then by work level, track, local market and organisation.</param>
/// <param name="Costs">What it costs a year to bring everybody up to the median, to the 75th percentile, to each level's target.</param>
/// <param name="LevelCosts">The same to the reference, by work level.</param>
/// <param name="People">Position of everybody, by identifier; empty where single people are left out.</param>
public sealed record MarketStudy(
    RunManifest Manifest,
    MarketBasis Basis,
    IReadOnlyList<LevelMarketFigures> Levels,
    IReadOnlyList<GroupPosition> Groups,
    IReadOnlyList<RaiseCost> Costs,
    IReadOnlyList<RaiseCost> LevelCosts,
    IReadOnlyList<PersonMarketPosition> People)
    : Study(Manifest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.Market;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => FormattableString.Invariant($"Position of {Basis.People:N0} people in the talent market of {Basis.Date:yyyy-MM-dd}, against {ReferenceNames.InWords(Basis.Reference)}");

    /// <summary>What each source weighs in each occupation.</summary>
    /// <value>Default empty: one source.</value>
    public IReadOnlyList<BlendShare> Blend { get; init; } = [];
}

/// <summary>The market wage that salaries are compared with.</summary>
public enum MarketReferencePoint
{
    /// <summary>The wage at the target percentile of the level's market match.</summary>
    Target,

    /// <summary>The median of the matched occupations.</summary>
    P50,

    /// <summary>Their 75th percentile.</summary>
    P75,
}

/// <summary>Names of reference points.</summary>
public static class ReferenceNames
{
    /// <summary>A reference point in words.</summary>
    /// <param name="reference">The reference point.</param>
    /// <returns>For example <c>the market median</c>.</returns>
    public static string InWords(MarketReferencePoint reference) => reference switch
    {
        MarketReferencePoint.P50 => "the market median",
        MarketReferencePoint.P75 => "the market's 75th percentile",
        _ => "each level's market target",
    };

    /// <summary>A reference point as a column heads it.</summary>
    /// <param name="reference">The reference point.</param>
    /// <returns><c>P50</c>, <c>P75</c> or <c>target</c>.</returns>
    public static string Heading(MarketReferencePoint reference) => reference == MarketReferencePoint.Target ? "target" : reference.ToString();
}

/// <summary>What a study of competitive position rests on.</summary>
/// <param name="Scenario">Scenario whose structure, supplements and recognition hold.</param>
/// <param name="RosterId">Number of the roster in the workspace.</param>
/// <param name="RosterDate">Day that the roster describes.</param>
/// <param name="Date">Day that market wages are aged to.</param>
/// <param name="SurveyYear">Survey year of the wages.</param>
/// <param name="Ageing">How they are aged, in words.</param>
/// <param name="Reference">The market wage that salaries are compared with.</param>
/// <param name="People">People that the study is about.</param>
/// <param name="Confidence">Level of the intervals, a fraction.</param>
/// <param name="CashYear">Fiscal year whose recognition payments count as cash.</param>
public sealed record MarketBasis(
    string Scenario, int RosterId, DateOnly RosterDate, DateOnly Date, int SurveyYear, string Ageing, MarketReferencePoint Reference, int People, double Confidence, int CashYear);

/// <summary>Market wages of a work level in a local market.</summary>
/// <param name="WorkLevel">Code of the work level, with the name of a further structure behind it where there is one.</param>
/// <param name="Market">Code of the local market; null for the nation.</param>
/// <param name="Occupations">Matched occupations with their shares, for example <c>15-1212 80%</c>.</param>
/// <param name="TargetPercentile">Percentile that the level competes at.</param>
/// <param name="Figures">10th, 25th, 50th, 75th, 90th and the target percentile, ascending.</param>
public sealed record LevelMarketFigures(string WorkLevel, string? Market, string Occupations, double TargetPercentile, IReadOnlyList<LevelFigure> Figures);

/// <summary>A market wage of a level.</summary>
/// <param name="Percentile">Percentile.</param>
/// <param name="Status">Whether it is a number, a lower bound or nothing.</param>
/// <param name="Wage">US dollars a year; a lower bound where it is censored; null where there is none.</param>
/// <param name="Error">Relative standard error, a fraction; null where it is not known.</param>
public sealed record LevelFigure(double Percentile, FigureStatus Status, double? Wage, double? Error);

/// <summary>Which side of the market a group is on, as far as sampling error lets it be told.</summary>
public enum MarketSide
{
    /// <summary>There is no market wage to compare with, or only a lower bound.</summary>
    Unknown,

    /// <summary>The interval lies below the market.</summary>
    Lags,

    /// <summary>The interval holds the market.</summary>
    Level,

    /// <summary>The interval lies above the market.</summary>
    Leads,
}

/// <summary>Position of a group of people.</summary>
/// <param name="By">What the group is of: <c>all</c>, <c>work level</c>, <c>track</c>, <c>local market</c>, <c>organisation</c>.</param>
/// <param name="Group">Its code or name.</param>
/// <param name="People">People with a market wage; null where it is withheld, and so is every other figure.</param>
/// <param name="MeanSalary">Mean salary with the supplement, US dollars a year.</param>
/// <param name="MeanReference">Mean market wage that it is compared with, US dollars a year.</param>
/// <param name="MedianRatio">Sum of salaries over sum of market medians.</param>
/// <param name="Ratio">Sum of salaries over sum of market wages at the reference.</param>
/// <param name="Lower">Lower end of the interval of <paramref name="Ratio"/>; null where the sampling error is not known or the wage is a lower bound.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="CashRatio">The same with recognition payments of the year added to salaries.</param>
/// <param name="Percentile">Percentile of pay of the person in the middle.</param>
/// <param name="Below">People whose salary is below their reference.</param>
/// <param name="Side">Which side of the market the group is on.</param>
/// <param name="IsBounded">Whether a market wage is a lower bound, so that the ratio is at most what is shown.</param>
public sealed record GroupPosition(
    string By,
    string Group,
    int? People,
    double? MeanSalary,
    double? MeanReference,
    double? MedianRatio,
    double? Ratio,
    double? Lower,
    double? Upper,
    double? CashRatio,
    PayPercentile? Percentile,
    int? Below,
    MarketSide Side,
    bool IsBounded);

/// <summary>What it costs a year to bring everybody below a market wage up to it, at annual rates and without employer contributions.</summary>
/// <param name="WorkLevel">Code of the work level; null for everybody.</param>
/// <param name="Reference">The market wage.</param>
/// <param name="People">People with such a wage; null where it is withheld.</param>
/// <param name="Below">People below it; null where it is withheld, and so are the amounts.</param>
/// <param name="Structure">Raise of structure salaries, US dollars a year.</param>
/// <param name="Supplement">Supplement on that raise, US dollars a year.</param>
/// <param name="Error">Standard error of the two together from the survey's sampling error, US dollars a year; null where it is not known.</param>
/// <param name="Capped">People whom the maximum of the subrange or the salary limitation keeps below it.</param>
/// <param name="Unpaid">What those limits leave unpaid, US dollars a year, in addition.</param>
/// <param name="IsBounded">Whether a market wage is a lower bound, so that the cost is at least what is shown.</param>
public sealed record RaiseCost(
    string? WorkLevel, MarketReferencePoint Reference, int? People, int? Below, long? Structure, long? Supplement, double? Error, int? Capped, long? Unpaid, bool IsBounded)
{
    /// <summary>Structure and supplement together, US dollars a year.</summary>
    [JsonIgnore]
    public long? Total => Structure + Supplement;
}

/// <summary>Position of one person.</summary>
/// <param name="PersonId">Identifier.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Track">Career track.</param>
/// <param name="Market">Code of the local market of the official worksite.</param>
/// <param name="Organisation">Agency and organisation.</param>
/// <param name="Salary">Salary with the supplement, annual rate, whole US dollars.</param>
/// <param name="Cash">Salary and the recognition payments of the year, US dollars.</param>
/// <param name="MarketMedian">Market median, US dollars a year; null where there is none.</param>
/// <param name="MarketWage">Market wage at the reference, US dollars a year, a lower bound where <paramref name="IsBounded"/>; null where there is none.</param>
/// <param name="IsBounded">Whether the market wage is a lower bound.</param>
/// <param name="Ratio">Salary over the market wage at the reference.</param>
/// <param name="Lower">Lower end of its interval.</param>
/// <param name="Upper">Upper end of its interval.</param>
/// <param name="Percentile">Where the salary falls in the distribution; null where there is none.</param>
/// <param name="Raise">What brings the salary up to the reference within the limits, structure and supplement, US dollars a year; 0 for nobody below it.</param>
public sealed record PersonMarketPosition(
    string PersonId,
    string WorkLevel,
    string Track,
    string Market,
    string Organisation,
    long Salary,
    long Cash,
    double? MarketMedian,
    double? MarketWage,
    bool IsBounded,
    double? Ratio,
    double? Lower,
    double? Upper,
    PayPercentile? Percentile,
    long Raise);
