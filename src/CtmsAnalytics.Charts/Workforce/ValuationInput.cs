namespace CtmsAnalytics.Charts.Workforce;

/// <summary>What the valuation chart draws.</summary>
/// <param name="Rows">Work levels, from the top.</param>
/// <param name="Maximum">Points of the whole scheme.</param>
/// <param name="Basis">What the figures rest on.</param>
public sealed record ValuationInput(IReadOnlyList<ValuationRow> Rows, double Maximum, ChartBasis Basis);

/// <summary>The people who stand at a work level in the roster.</summary>
/// <param name="WorkLevel">Code of the level.</param>
/// <param name="Ladder">Its ladder.</param>
/// <param name="From">Points from which the scheme gives the level.</param>
/// <param name="To">Points up to which it does.</param>
/// <param name="People">Number of people; null where it is withheld.</param>
/// <param name="Fitting">Points of the people to whom the scheme gives the level; empty where single people are not shown.</param>
/// <param name="Misfits">Points of the others; empty where single people are not shown.</param>
/// <param name="Quartiles">P25, median and P75 of the points; null where they are withheld.</param>
public sealed record ValuationRow(
    string WorkLevel, string Ladder, double From, double To, int? People, IReadOnlyList<double> Fitting, IReadOnlyList<double> Misfits, ValuationQuartiles? Quartiles);

/// <summary>Quartiles of points.</summary>
/// <param name="P25">Lower quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="P75">Upper quartile.</param>
public sealed record ValuationQuartiles(double P25, double Median, double P75);
