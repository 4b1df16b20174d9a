namespace CtmsAnalytics.Runs;

/// <summary>What a <see cref="RunAnalysis"/> computes beside the projections.</summary>
/// <param name="People">Whether everybody is followed.</param>
/// <param name="Sensitivities">Whether the assumed figures are weighed; every figure is two projections of each scenario.</param>
/// <param name="Raises">Whether the raises are taken apart; every fiscal year is two projections of each scenario.</param>
public sealed record RunAnalysisOptions(bool People, bool Sensitivities, bool Raises)
{
    /// <summary>Everything.</summary>
    public static RunAnalysisOptions Default { get; } = new(true, true, true);
}
