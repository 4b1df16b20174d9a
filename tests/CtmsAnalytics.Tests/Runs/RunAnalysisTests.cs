using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Runs;

public sealed class RunAnalysisTests
{
    private static readonly ProjectionInput Input = TestWorld.Input([TestWorld.Person("A"), TestWorld.Person("B") with { StructureSalary = 90_000 }, TestWorld.Person("C")]);

    private static readonly ProjectionInput Capital = TestWorld.Input([.. "ABC".Select(id => TestWorld.Person($"{id}", market: "CAP"))]);

    [Fact]
    public void Of_TwoScenarios_ProjectsBothAndSplitsTheDifference()
    {
        var proposal = Better();

        var facts = RunAnalysis.Of([TestWorld.Quiet, proposal], Input);

        Assert.Equal(PointEstimate.Run(proposal, Input).Costs.Cells, facts.Scenarios[1].Projection.Costs.Cells);
        Assert.Empty(facts.Scenarios[0].Drivers);
        Assert.Equal(facts.Scenarios[1].Projection.Costs.Total - facts.Scenarios[0].Projection.Costs.Total, facts.Scenarios[1].Drivers.Sum(d => d.Total));
        Assert.Equal(3, facts.RosterPeople);
    }

    [Fact]
    public void Of_People_StandWhereTheirExplanationSays()
    {
        var facts = RunAnalysis.Of([TestWorld.Quiet], Input);

        foreach (var (position, person) in facts.Scenarios[0].People.Zip(Input.Roster))
        {
            var told = PersonPath.Explain(TestWorld.Quiet, Input, person.PersonId, facts.PeopleYear, YearBasis.Fiscal, []);
            Assert.Equal(told.Total, position.CostCents);
            Assert.Equal(told.Salary[^1].Salary, position.Salary);
            Assert.Equal(told.Salary[^1].RangePenetration, position.RangePenetration);
        }
    }

    [Fact]
    public void Of_NothingAskedFor_LeavesPeopleAndWeightsOut()
    {
        var facts = RunAnalysis.Of([TestWorld.Quiet], Input, new RunAnalysisOptions(People: false, Sensitivities: false, Raises: false));

        Assert.Empty(facts.Scenarios[0].People);
        Assert.Empty(facts.Scenarios[0].Sensitivities);
        Assert.Empty(facts.Scenarios[0].Raises);
    }

    [Fact]
    public void Of_Proposal_CountsWhomItMovesInAllAndByComponent()
    {
        var facts = RunAnalysis.Of([TestWorld.Quiet, Dearer()], Capital);

        Assert.Equal((0, 3), (facts.Scenarios[0].Moved, facts.Scenarios[1].Moved));
        Assert.Equal(3, facts.Moved[Component.Supplement]);
        Assert.DoesNotContain(Component.StudentLoan, facts.Moved.Keys);
    }

    [Fact]
    public void Of_ProposalThatTakesEffectAfterTheYearOfPeople_CountsWhomItMovesThen()
    {
        var scenario = TestWorld.Quiet with { Horizon = TestWorld.Quiet.Horizon with { FiscalYears = 4 } };
        var late = scenario with { Policies = [.. scenario.Policies, new DatedPolicy(new DateOnly(2029, 10, 7), Dearer().Policies[0].Policy)] };

        var facts = RunAnalysis.Of([scenario, late], Capital);

        Assert.Equal(facts.Scenarios[0].People.Select(p => p.CostCents), facts.Scenarios[1].People.Select(p => p.CostCents));
        Assert.Equal(3, facts.Scenarios[1].Moved);
    }

    [Fact]
    public void Of_NoScenario_IsRefused() => Assert.Throws<InputException>(() => RunAnalysis.Of([], Input));

    [Fact]
    public void Sensitivities_HigherSavingsMatch_CostsMoreByATenthOfIt()
    {
        var scenario = TestWorld.Quiet with { EmployerCost = TestWorld.Quiet.EmployerCost with { SavingsMatchPercent = 0.03 } };
        var projection = PointEstimate.Run(scenario, Input);

        var weight = Sensitivities.Of([scenario], Input, [projection])[0].Single(s => s.Name == "employer_cost.savings_match");

        Assert.True(weight.HighCents > 0);
        Assert.InRange(weight.LowCents + weight.HighCents, -1000, 1000);
        Assert.True(weight.Covers("employer_cost.savings_match"));
        Assert.False(weight.Covers("employer_cost.savings_matches"));
    }

    [Fact]
    public void Sensitivities_SameScenarioTwice_WeighNothingInTheDifference()
    {
        var projection = PointEstimate.Run(TestWorld.Quiet, Input);

        var weights = Sensitivities.Of([TestWorld.Quiet, TestWorld.Quiet], Input, [projection, projection]);

        Assert.NotEmpty(weights[0]);
        Assert.All(weights[1], w => Assert.Equal((0, 0, 0), (w.LowCents, w.HighCents, w.StandardErrorCents)));
    }

    private static Scenario Dearer() => TestWorld.Quiet.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.05 } });

    private static Scenario Better() => TestWorld.Quiet.With(p => p with { Supplements = p.Supplements.ToDictionary(s => s.Key, s => s.Value + 0.05) }) with { Name = "Better" };
}
