using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Runs;

/// <summary>A finished run: what tables, charts, reports and exports are made of. Holds personal data in <see cref="ScenarioFacts.People"/> and in the staircases.</summary>
/// <param name="Manifest">What the run was computed from.</param>
/// <param name="FiscalYears">Fiscal years covered, ascending.</param>
/// <param name="Facts">The scenarios on the expected path.</param>
/// <param name="Drawn">The draws; null for a run without any.</param>
public sealed record RunRecord(RunManifest Manifest, IReadOnlyList<int> FiscalYears, RunFacts Facts, DrawnRun? Drawn)
{
    /// <summary>A scenario beside the baseline on the expected path.</summary>
    /// <param name="scenario">Index of the scenario; 0 sets the baseline beside itself.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such scenario.</exception>
    public Comparison ComparisonOf(int scenario)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scenario);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(scenario, Facts.Scenarios.Count);
        var (baseline, other) = (Facts.Scenarios[0], Facts.Scenarios[scenario]);
        return new Comparison(baseline.Projection, other.Projection, other.Drivers, other.Staircase, Manifest);
    }
}
