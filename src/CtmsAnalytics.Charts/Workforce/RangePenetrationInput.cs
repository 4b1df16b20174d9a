namespace CtmsAnalytics.Charts.Workforce;

/// <summary>What a range penetration chart shows: where people stand between the minimum (0) and the maximum (1) of their range.</summary>
/// <param name="Span">When, for example <c>end of FY2028</c>.</param>
/// <param name="Rows">One row for each work level, from the top, at least one.</param>
/// <param name="Basis">People; dollars play no part.</param>
public sealed record RangePenetrationInput(string Span, IReadOnlyList<RangePenetrationRow> Rows, ChartBasis Basis);

/// <summary>People of one work level.</summary>
/// <param name="WorkLevel">The work level.</param>
/// <param name="People">Number of people; null where it is withheld.</param>
/// <param name="Quantiles">Quantiles of the range penetration; null where they are withheld or there is nobody.</param>
/// <param name="Individuals">Range penetration of each person, a fraction, for an analyst's chart: one dot each. Empty for leadership.</param>
public sealed record RangePenetrationRow(string WorkLevel, int? People, RangePenetrationQuantiles? Quantiles, IReadOnlyList<double> Individuals);

/// <summary>Quantiles of range penetration, fractions: 0 is the minimum of the range, 1 its maximum.</summary>
/// <param name="P10">10th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="Median">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile.</param>
public sealed record RangePenetrationQuantiles(double P10, double P25, double Median, double P75, double P90);
