using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

public sealed class ComparerTests
{
    private static readonly ProjectionInput Input = TestWorld.Input(TestWorld.Person("A", 70_000, market: "CAP"), TestWorld.Person("B", 110_000, TestWorld.High));

    private static readonly PayPolicy Proposed = TestWorld.Policy with
    {
        Structure = TestWorld.Policy.Structure with { Subranges = [TestWorld.Subrange(TestWorld.Low, 72_000, 130_000), TestWorld.Subrange(TestWorld.High, 120_000, 250_000)] },
        Supplements = new Dictionary<string, double> { ["CAP"] = 0.10 },
        SpecialWorkingConditions = [new SwcProgram("surge", "uncommon duration", [], [], 0.1, 0.20, null, null)],
    };

    private static readonly Scenario Proposal = TestWorld.Quiet with { Name = "proposal", Policies = [.. TestWorld.Quiet.Policies, new DatedPolicy(new DateOnly(2027, 1, 3), Proposed)] };

    [Fact]
    public void Drivers_OfADifference_AddUpToItExactly()
    {
        var comparison = Compare(TestWorld.Quiet, Proposal);
        var before = comparison.Baseline.Costs.SumBy(k => k.FiscalYear);
        var after = comparison.Proposal.Costs.SumBy(k => k.FiscalYear);
        Assert.All(comparison.Baseline.FiscalYears, y => Assert.Equal(after[y] - before[y], comparison.Drivers.Sum(d => d.CentsByYear[y])));
        Assert.Equal(["structure", "supplements", "special_working_conditions"], comparison.Drivers.Select(d => d.Section));
        Assert.All(comparison.Drivers, d => Assert.True(d.Total > 0));
    }

    [Fact]
    public void Compare_ScenarioWithItself_DiffersByExactlyZero()
    {
        var comparison = Compare(Proposal, Proposal);
        Assert.Empty(comparison.Drivers);
        Assert.Equal(comparison.Baseline.Costs.Cells, comparison.Proposal.Costs.Cells);
    }

    [Fact]
    public void Compare_DifferentHorizons_AreRefusedWithBoth()
    {
        var error = Assert.Throws<InputException>(() => Compare(TestWorld.Quiet, Proposal with { Horizon = new Horizon(TestWorld.Start, 3) }));
        Assert.Contains("2 fiscal years", error.Message, StringComparison.Ordinal);
        Assert.Contains("3 fiscal years", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_RunId_FollowsTheInputsAndNothingElse()
    {
        var one = Compare(TestWorld.Quiet, Proposal, "aa").Manifest.RunId;
        Assert.Equal(one, Compare(TestWorld.Quiet, Proposal, "aa").Manifest.RunId);
        Assert.NotEqual(one, Compare(TestWorld.Quiet, Proposal, "ab").Manifest.RunId);
    }

    [Fact]
    public void Staircase_EveryLevel_StandsBesideItsMarketAndPeople()
    {
        var steps = Compare(TestWorld.Quiet, Proposal).Staircase;
        Assert.Equal([TestWorld.Low, TestWorld.High], steps.Select(s => s.WorkLevel));
        Assert.Equal((60_000, 72_000), (steps[0].BaselineMinimum, steps[0].ProposalMinimum));
        Assert.Equal([70_000L], steps[0].Incumbents);
        Assert.True(steps[0].Market.P25 < steps[0].Market.P50 && steps[0].Market.P50 < steps[0].Market.P75);
    }

    [Fact]
    public void Progress_OfAComparison_RisesToOne()
    {
        var seen = new List<double>();
        Comparer.Compare(TestWorld.Quiet, Proposal, Input, [], new Collect(seen));
        Assert.Equal(1.0, seen[^1], 9);
        Assert.Equal(seen.Order(), seen);
    }

    private static Comparison Compare(Scenario baseline, Scenario proposal, string digest = "00") =>
        Comparer.Compare(baseline, proposal, Input, [new ManifestInput("roster", "test", digest)]);

    private sealed class Collect(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
