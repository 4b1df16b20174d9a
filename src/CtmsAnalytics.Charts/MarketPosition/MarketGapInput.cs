namespace CtmsAnalytics.Charts.MarketPosition;

/// <summary>What a market gap chart shows: how far salaries are from the talent market, by area.</summary>
/// <param name="Measure">What is compared, for example <c>median salary against the market median</c>.</param>
/// <param name="Span">When, for example <c>end of FY2028</c>.</param>
/// <param name="Rows">The areas in any order, at least one.</param>
/// <param name="Basis">People, and the source of the market in its note.</param>
public sealed record MarketGapInput(string Measure, string Span, IReadOnlyList<MarketGapRow> Rows, ChartBasis Basis)
{
    /// <summary>What a row is, in the singular.</summary>
    /// <value>Default <c>area</c>.</value>
    public string One { get; init; } = "area";

    /// <summary>What the rows are, in the plural.</summary>
    /// <value>Default <c>areas</c>.</value>
    public string Many { get; init; } = "areas";

    /// <summary>What salaries are compared with, as a title says it.</summary>
    /// <value>Default <c>the market</c>.</value>
    public string Against { get; init; } = "the market";
}

/// <summary>One area.</summary>
/// <param name="Area">Its name.</param>
/// <param name="Gap">Market ratio less one, a fraction: −0.08 where salaries are 8 % below the market. Null where it is withheld.</param>
/// <param name="Lower">Lower end of its interval, a fraction; null where there is none (default).</param>
/// <param name="Upper">Upper end of its interval, a fraction; null where there is none (default).</param>
/// <param name="People">Number of people; null where it is withheld (default).</param>
public sealed record MarketGapRow(string Area, double? Gap, double? Lower = null, double? Upper = null, int? People = null);
