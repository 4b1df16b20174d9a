using CtmsAnalytics.Budget;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>Runs made by hand around <see cref="SampleComparison"/>. Every number in them is invented.</summary>
internal static class SampleRun
{
    private const int Draws = 200;
    private static readonly string[] Organisations = ["CSD", "OCIO", "NRMC"];

    /// <summary>A run without draws and people.</summary>
    public static RunRecord Of(Comparison comparison) => new(
        comparison.Manifest,
        comparison.Baseline.FiscalYears,
        new RunFacts(
            [],
            comparison.Staircase.Sum(s => s.Incumbents.Count),
            comparison.Baseline.FiscalYears[^1],
            [new ScenarioFacts(comparison.Baseline, [], comparison.Staircase, [], []), new ScenarioFacts(comparison.Proposal, comparison.Drivers, comparison.Staircase, [], [])]),
        null);

    /// <summary>A run with draws, people and weights of assumed figures.</summary>
    /// <param name="proposals">Number of proposals.</param>
    public static RunRecord Whole(int proposals = 1)
    {
        var comparison = SampleComparison.Create();
        var run = Of(comparison);
        var baseline = run.Facts.Scenarios[0] with { People = People(comparison, 0) };
        var scenarios = Enumerable.Range(1, proposals).Select(i => new ScenarioFacts(
            comparison.Proposal with { Scenario = comparison.Proposal.Scenario with { Name = i == 1 ? comparison.Proposal.Scenario.Name : $"option-{i}" } },
            comparison.Drivers,
            comparison.Staircase,
            People(comparison, i),
            [new Sensitivity("savings_match", "Savings plan match", "\u221210%", "+10%", -40_000_00, 40_000_00, 900_00), new Sensitivity("workforce.backfill", "Share of vacancies that are filled", "\u221210%", "+10%", -210_000_00, 0, 12_000_00)]));
        return run with
        {
            Facts = run.Facts with
            {
                Scenarios = [baseline, .. scenarios],
                Recipients = new Dictionary<Component, int> { [Component.Salary] = 204, [Component.SpecialWorkingConditions] = 3 },
                Markets = new Dictionary<string, string> { ["DC"] = "Washington", ["HI"] = "Honolulu" },
            },
            Drawn = new DrawnRun(7, [.. Enumerable.Range(0, proposals + 1).Select(s => Scenario(s, s == 0 ? comparison.Baseline : comparison.Proposal))]),
        };
    }

    private static DrawnScenario Scenario(int scenario, ProjectionResult projection)
    {
        var costs = projection.Costs.SumBy(k => k.FiscalYear);
        // Draws that spread evenly by two percent to each side, the same luck in every scenario.
        long Luck(long cents, int draw) => cents + (cents * (draw - (Draws / 2)) / Draws / 25) + (scenario * draw * 1_000_00);
        return new DrawnScenario(
            costs.ToDictionary(c => c.Key, c => (IReadOnlyList<long>)[.. Enumerable.Range(0, Draws).Select(d => Luck(c.Value, d * 37 % Draws))]),
            projection.Costs.Cells.ToDictionary(c => c.Key, c => (decimal)c.Value),
            [.. projection.FiscalYears.Select(y => new DrawnHeadcount(y, 204, 12.4, 14.1, 202.3, 198, 207, 200.5))],
            new VarianceBreakdown(3_000_000_00, [new VarianceShare(RandomSources.Market, 1_000_000_00, 0.7, 0.04), new VarianceShare(RandomSources.Hiring, 2_900_000_00, 0.05, 0.03)], 0.25, null),
            scenario == 0 ? null : new VarianceBreakdown(400_000_00, [new VarianceShare(RandomSources.Ratings, 300_000_00, 0.6, 0.04), new VarianceShare(RandomSources.Hiring, 390_000_00, -0.02, 0.03)], 0.42, null));
    }

    private static List<PersonPosition> People(Comparison comparison, int scenario) =>
    [
        .. comparison.Staircase.SelectMany(step => step.Incumbents.Select((salary, i) => new PersonPosition(
            "CISA",
            Organisations[i % 7 == 0 ? 2 : i % 2],
            step.WorkLevel,
            i % 23 == 5 ? "HI" : "DC",
            new DateOnly(2015 + (i % 10), 3, 1),
            scenario == 0 ? step.BaselineMinimum : step.ProposalMinimum,
            scenario == 0 ? step.BaselineMaximum : step.ProposalMaximum,
            salary + (scenario * (i % 3) * 1_000),
            12_000,
            260_000,
            step.Market.P50,
            [Component.Salary],
            (salary + 30_000 + (scenario * (i % 3) * 1_300)) * 100,
            0,
            0))),
    ];
}
