using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Tests.Simulation.Results;

public sealed class VarianceBreakdownTests
{
    private const int Draws = 2000;

    [Fact]
    public void OfCost_IndependentSources_GivesTheirSharesInOrder()
    {
        var full = SimulationResultTests.Salaries(Costs(3, 4));
        var breakdown = VarianceBreakdown.OfCost(
            full,
            new Dictionary<RandomSources, SimulationResult>
            {
                [RandomSources.Market] = SimulationResultTests.Salaries(Costs(3, 4)),
                [RandomSources.Hiring] = SimulationResultTests.Salaries(Costs(0, 4)),
                [RandomSources.Separations] = SimulationResultTests.Salaries(Costs(3, 0)),
            },
            0,
            CostMargin.Total);

        Assert.Equal([RandomSources.Separations, RandomSources.Hiring, RandomSources.Market], breakdown.Sources.Select(s => s.Source));
        Assert.Equal(full.Cost(0, CostMargin.Total).StandardDeviation!.Value, breakdown.StandardDeviation, 1e-9);
        Assert.InRange(breakdown.Sources[0].StandardError!.Value, 1e-6, 0.05);
        Assert.InRange(breakdown.Sources[0].Share!.Value, 0.64 - (4 * breakdown.Sources[0].StandardError!.Value), 0.64 + (4 * breakdown.Sources[0].StandardError!.Value));
        Assert.InRange(breakdown.Sources[1].Share!.Value, 0.36 - (4 * breakdown.Sources[1].StandardError!.Value), 0.36 + (4 * breakdown.Sources[1].StandardError!.Value));
        Assert.Equal((0, 0), (breakdown.Sources[2].Share, breakdown.Sources[2].StandardError));
        Assert.Equal(1, breakdown.Sources.Sum(s => s.Share)!.Value + breakdown.Remainder!.Value, 1e-9);
        Assert.InRange(Math.Abs(breakdown.Remainder.Value), 0, 4 * breakdown.RemainderStandardError!.Value);
    }

    [Fact]
    public void OfDifference_ScenarioAgainstItself_HasNoVarianceAndNoShares()
    {
        var full = SimulationResultTests.Salaries(Costs(3, 4));

        var breakdown = VarianceBreakdown.OfDifference(full, new Dictionary<RandomSources, SimulationResult> { [RandomSources.Surges] = full }, 1, CostMargin.Total);

        Assert.Equal(0, breakdown.StandardDeviation);
        Assert.Equal(new VarianceShare(RandomSources.Surges, 0, null, null), Assert.Single(breakdown.Sources));
        Assert.Null(breakdown.Remainder);
    }

    [Fact]
    public void OfDifference_OtherScenario_BreaksDownThePairedDifference()
    {
        var full = SimulationResultTests.Salaries(Costs(3, 4), Costs(3, 5));
        var still = SimulationResultTests.Salaries(Costs(3, 0), Costs(3, 0));

        var breakdown = VarianceBreakdown.OfDifference(full, new Dictionary<RandomSources, SimulationResult> { [RandomSources.Surges] = still }, 1, CostMargin.Total);

        Assert.Equal(1, Assert.Single(breakdown.Sources).Share);
        Assert.Equal(full.Difference(1, CostMargin.Total).StandardDeviation!.Value, breakdown.StandardDeviation, 1e-9);
    }

    [Fact]
    public void OfCost_OtherDrawsOrASingleOne_IsRefused()
    {
        var three = SimulationResultTests.Salaries([1, 2, 3]);
        var one = SimulationResultTests.Salaries([1]);

        var message = Assert.Throws<InputException>(() =>
            VarianceBreakdown.OfCost(three, new Dictionary<RandomSources, SimulationResult> { [RandomSources.Market] = one }, 0, CostMargin.Total)).Message;

        Assert.Contains("Market", message, StringComparison.Ordinal);
        Assert.Contains("draws 0 to 2", message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => VarianceBreakdown.OfCost(one, new Dictionary<RandomSources, SimulationResult>(), 0, CostMargin.Total));
    }

    /// <summary>Two independent sources of given weights.</summary>
    private static long[] Costs(long first, long second) =>
    [
        .. Enumerable.Range(0, Draws).Select(d => Philox.Block((uint)d, 0, 0, 0, 1)).Select(b => 1_000_000 + (first * (b.Word0 % 1000)) + (second * (b.Word1 % 1000))),
    ];
}
