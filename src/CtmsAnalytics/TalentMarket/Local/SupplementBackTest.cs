namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>What supplements made from an earlier survey would have missed of a later one.</summary>
/// <param name="FromYear">Survey year that the estimates use.</param>
/// <param name="ToYear">Survey year that they are held against.</param>
/// <param name="Areas">The areas that both years have under one code.</param>
/// <param name="Methods">Mean absolute errors by method.</param>
/// <param name="Coverage">Share of the later figures inside the earlier intervals, 0 to 1.</param>
/// <param name="CoverageWithError">The same with the later figures' own sampling error added to the intervals: this is what the confidence promises.</param>
/// <param name="Drift">Standard deviation of the change of true log ratios between the years, moment estimate, 0 or more: what the years add to an interval.</param>
/// <param name="Broken">Areas whose code changed with the delineation, which are not spliced; one sentence each.</param>
public sealed record SupplementBackTest(
    int FromYear,
    int ToYear,
    IReadOnlyList<BackTestArea> Areas,
    IReadOnlyList<BackTestMethod> Methods,
    double Coverage,
    double CoverageWithError,
    double Drift,
    IReadOnlyList<string> Broken);

/// <summary>One area of a back-test. Indices are 1 for the nation.</summary>
/// <param name="Area">Area code.</param>
/// <param name="Title">Name of the area.</param>
/// <param name="Market">Local market that it stands for; null for none.</param>
/// <param name="Raw">What the earlier survey showed.</param>
/// <param name="Shrunk">Estimate from it.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="Later">What the later survey shows.</param>
/// <param name="LocalityIndex">Title 5 locality against the nation outside locality areas; null where there is none.</param>
/// <param name="Proposed">Supplement that the earlier survey would have given, a fraction.</param>
/// <param name="ProposedLater">Supplement that the later survey gives, a fraction.</param>
public sealed record BackTestArea(
    string Area, string Title, string? Market, double Raw, double Shrunk, double Lower, double Upper, double Later, double? LocalityIndex, double Proposed, double ProposedLater);

/// <summary>Mean absolute error of a method, in points of the nation's wage as a fraction (0.03 is three percent of it).</summary>
/// <param name="Method">The method in words.</param>
/// <param name="AllAreas">Over all areas; null where the method does not reach them all.</param>
/// <param name="MarketAreas">Over areas that stand for a local market and have a locality payment, so that every method is held against the same ones; null where there is none.</param>
public sealed record BackTestMethod(string Method, double? AllAreas, double? MarketAreas);
