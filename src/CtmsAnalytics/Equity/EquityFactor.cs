namespace CtmsAnalytics.Equity;

/// <summary>How a factor was read.</summary>
/// <param name="Name">The factor as it was written.</param>
/// <param name="IsNumber">Whether its column holds numbers; otherwise it is a category.</param>
/// <param name="Categories">Number of categories; 0 for a number.</param>
/// <param name="Base">Category that the others are measured against, the most frequent one; null for a number.</param>
public sealed record EquityFactor(string Name, bool IsNumber, int Categories, string? Base);
