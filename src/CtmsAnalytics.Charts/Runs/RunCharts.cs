using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Runs;

/// <summary>The charts of a stored run. Those about people leave out, unless single people may be shown, every group of fewer than five and what would give it back.</summary>
public static partial class RunCharts
{
    private const string Nominal = "nominal US dollars";

    private static string Name(RunRecord run, int scenario) => run.Facts.Scenarios[scenario].Projection.Scenario.Name;

    private static ChartBasis Basis(RunRecord run, string note = "") => new(run.Drawn?.Draws, run.Facts.RosterPeople, Nominal, note);

    private static DrawnRun Drawn(RunRecord run) =>
        run.Drawn ?? throw new ArgumentException("The run has no draws. Simulate the scenarios: ctms simulate.", nameof(run));

    private static IReadOnlyList<PersonPosition> People(RunRecord run, int scenario) =>
        run.Facts.Scenarios[scenario].People is { Count: > 0 } people
            ? people
            : throw new ArgumentException("The run does not say where people stand. Run it again with --analysis all.", nameof(run));

    private static string Years(RunRecord run) => Display.FiscalYears(run.FiscalYears);
}
