namespace CtmsAnalytics.Charts.Workforce;

/// <summary>What a compa-ratio heat map shows: the median compa-ratio of each organisation and work level.</summary>
/// <param name="Span">When, for example <c>end of FY2028</c>.</param>
/// <param name="WorkLevels">Work levels in the order of the columns, at least one.</param>
/// <param name="Organisations">Organisations in the order of the rows, at least one.</param>
/// <param name="Cells">The cells; a pair that is absent has nobody.</param>
/// <param name="Basis">People; dollars play no part.</param>
public sealed record CompaRatioHeatMapInput(string Span, IReadOnlyList<string> WorkLevels, IReadOnlyList<string> Organisations, IReadOnlyList<CompaRatioCell> Cells, ChartBasis Basis);

/// <summary>One cell of the heat map.</summary>
/// <param name="WorkLevel">One of the work levels.</param>
/// <param name="Organisation">One of the organisations.</param>
/// <param name="Median">Median compa-ratio, a fraction; null where it is withheld.</param>
/// <param name="People">Number of people; null where it is withheld.</param>
public sealed record CompaRatioCell(string WorkLevel, string Organisation, double? Median, int? People);
