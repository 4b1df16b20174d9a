using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Analyses;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>One scenario by itself: its projection and where everybody stands in it.</summary>
public sealed class WorkbenchPositionTests(SampleBench sample) : IClassFixture<SampleBench>
{
    private readonly Workbench _bench = sample.Bench;

    [Fact]
    public void Positions_AtTheStart_AreTheRostersSalariesInTheOpeningRanges()
    {
        var baseline = _bench.Scenario("baseline.yaml");
        var subranges = baseline.Scenario.PolicyOn(baseline.Scenario.Horizon.Start).Structure.Subranges.ToDictionary(s => s.WorkLevel);

        var position = _bench.Positions(baseline);

        Assert.True(position.IsStart);
        Assert.Equal(subranges.Keys.Order(StringComparer.Ordinal), position.Levels.Select(l => l.Code).Order(StringComparer.Ordinal));
        Assert.Equal(_bench.Roster.Select(p => (p.WorkLevel, p.StructureSalary)), position.People.Select(p => (p.WorkLevel, p.StructureSalary)));
        Assert.All(position.People, p => Assert.Equal((subranges[p.WorkLevel].Minimum, subranges[p.WorkLevel].Maximum), (p.Minimum, p.Maximum)));
        Assert.All(position.People, p => Assert.InRange(p.ShareOfAggregateLimit, 0.1, 1.5));
    }

    [Fact]
    public void Positions_AtTheEndOfAYear_AreThoseOfAnAnalysedRun()
    {
        var (baseline, proposal) = (_bench.Scenario("baseline.yaml"), _bench.Scenario("supplements-only.yaml"));
        var run = _bench.Compare(baseline, proposal, AnalysisLevel.All, store: false);

        var position = _bench.Positions(proposal, run.Facts.PeopleYear);

        Assert.False(position.IsStart);
        Assert.Equal(run.Facts.Scenarios[1].People.Select(p => (p.Salary, p.CostCents, p.CountedCents)), position.People.Select(p => (p.Salary, p.CostCents, p.CountedCents)));
        Assert.Contains("2027 to 2031", Assert.Throws<InputException>(() => _bench.Positions(proposal, 2040)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_Scenario_CostsWhatItCostsInAComparison()
    {
        var (baseline, proposal) = (_bench.Scenario("baseline.yaml"), _bench.Scenario("supplements-only.yaml"));

        Assert.Equal(_bench.Compare(baseline, proposal, store: false).ComparisonOf(1).Proposal.Costs.Total, _bench.Project(proposal).Costs.Total);
        Assert.Equal(_bench.Project(baseline).Costs.Total, _bench.Project().Costs.Total);
    }
}
