using System.Text.Json;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Tests.Projection;
using static CtmsAnalytics.Tests.Projection.TestWorld;

namespace CtmsAnalytics.Tests.PayStructures;

/// <summary>Two levels whose market targets, percentiles 25 and 75 of one occupation, are about 89,000 and 139,000 on the day of effect.</summary>
public sealed class StructureOptimiserTests
{
    private static readonly CostingOptions Costing = new(8);

    private static readonly Scenario Base = Quiet.With(p => p with
    {
        Structure = new SalaryStructure("test", new Dictionary<int, double>(), [Matched(Low, 56_000, 84_000, 25), Matched(High, 96_000, 144_000, 75)]),
    });

    [Fact]
    public void Optimise_EveryLevelNearTheMarket_MeetsEveryGoalAndNobodyIsBelowTheMinimum()
    {
        var found = Run(Goals());

        Assert.All(found.Optimum.Goals, g => Assert.True(g.IsMet, g.Goal.ToString()));
        Assert.All(found.Alternatives[1].Levels, l => Assert.InRange(l.Position.MarketRatio, 0.95, 1.05));
        Assert.Equal(0, found.Alternatives[1].Levels.Sum(l => l.Position.BelowMinimum));
        Assert.True(found.Alternatives[1].Cost.DifferenceCents > 0);
    }

    [Fact]
    public void Optimise_Costs_AreThoseOfTheSimulationOfTheProposalToTheCent()
    {
        var situation = Situation(Base, People());
        var found = StructureOptimiser.Run(situation, Goals(), Costing);

        var result = new Simulator([Base, found.Proposal.Apply(situation, "again", "")], situation.Input, new SimulationOptions()).Run(0, Costing.Draws).Result();

        Assert.Equal(result.Cost(1, CostMargin.Total).Mean, found.Alternatives[1].Cost.MeanCents);
        Assert.Equal(result.Difference(1, CostMargin.Total).Mean, found.Alternatives[1].Cost.DifferenceCents);
        Assert.Equal(result.Cost(0, CostMargin.Total).Mean, found.Alternatives[0].Cost.MeanCents);
    }

    [Fact]
    public void Optimise_OtherSearchDraws_ReportsTheBaseOnTheSameDraws()
    {
        var (few, many) = (Run(Goals(), Costing with { SearchDraws = 2 }), Run(Goals()));

        Assert.Equal(many.Alternatives[0].Cost.MeanCents, few.Alternatives[0].Cost.MeanCents);
        Assert.All(few.Optimum.Goals, g => Assert.True(g.IsMet, g.Goal.ToString()));
    }

    [Fact]
    public void Optimise_AnyNumberOfThreads_GivesTheSameBytes() =>
        Assert.Equal(Text(Run(Goals(), Costing with { Threads = 1 })), Text(Run(Goals(), Costing with { Threads = 2 })));

    /// <summary>A grid so coarse that every structure on it can be simulated: none that meets the goals is cheaper than the one that is found.</summary>
    [Fact]
    public void Optimise_CoarseGrid_FindsTheCheapestOfAllStructuresThatMeetTheGoals()
    {
        var situation = Situation(Base, People());
        var goals = Goals() with { Grid = Goals().Grid with { MidpointStep = 4000, Spreads = [0.4, 0.6] } };
        var found = StructureOptimiser.Run(situation, goals, Costing);
        var low = All(situation.Levels[0]).ToList();
        var high = All(situation.Levels[1]).ToList();
        var all = low.SelectMany(l => high.Select(h => new StructureProposal([l, h], situation.Policy.Supplements, situation.Policy.Recognition.AdjustmentPool)))
            .Where(p => p.Ranges[1].Midpoint / p.Ranges[0].Midpoint is >= 1.1 and <= 2).ToList();

        var result = StructureCosting.Run(Base, [.. all.Select(p => p.Apply(situation, "one", ""))], situation.Input, Costing, 0, null, default);

        Assert.InRange(all.Count, 20, 200);
        Assert.Contains(all, p => p.Key == found.Proposal.Key);
        Assert.Equal(Enumerable.Range(1, all.Count).Min(i => result.Cost(i, CostMargin.Total).Mean), found.Alternatives[1].Cost.MeanCents);

        IEnumerable<ProposedRange> All(LevelSituation level) =>
            from step in Enumerable.Range(10, 35)
            from spread in new[] { 0.4, 0.5, 0.6 }
            let range = LevelCandidates.Range(level, step * 4000, spread, 100)
            where range is not null && range.Minimum >= level.Subrange.Minimum && range.Midpoint >= level.Subrange.Midpoint
            let position = LevelPosition.Of(level, range, true)
            where position.IsWithin(0.05) && position.CompaRatio is >= 0.7 and <= 1.2
            select range;
    }

    [Fact]
    public void Optimise_Relaxations_SaveNothingOrSomethingAndTheBindingOneSaves()
    {
        var relaxations = Run(Goals()).Optimum.Goals.Where(g => g.Relaxation is not null).ToList();

        Assert.All(relaxations, g => Assert.True(g.Relaxation!.SavingCents >= 0));
        Assert.True(relaxations.Single(g => g.Goal == StructureGoal.ShareWithin).Relaxation!.SavingCents > 0);
    }

    [Fact]
    public void Optimise_BaseMeetsTheGoals_LeavesItAsItIs()
    {
        var found = Run(Goals() with { ShareWithin = 0 });

        Assert.Equal(0, found.Alternatives[1].Cost.DifferenceCents);
        Assert.Equal((56_000, 84_000), (found.Proposal.Ranges[0].Minimum, found.Proposal.Ranges[0].Maximum));
    }

    [Fact]
    public void Optimise_ProgressionTooNarrowForTheMarket_SaysWhichGoalsContradictAndByHowMuch()
    {
        var message = Assert.Throws<InputException>(() => Run(Goals() with { ProgressionMaximum = 0.2 })).Message;

        Assert.Contains("contradict", message, StringComparison.Ordinal);
        Assert.Contains("at most 1 of 2 levels", message, StringComparison.Ordinal);
        Assert.Contains("a midpoint progression up to", message, StringComparison.Ordinal);
        Assert.Contains("1 of 2 levels within the tolerance (--share 0.5)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Optimise_BudgetBelowTheCheapest_SaysByHowMuch()
    {
        var cost = Run(Goals()).Alternatives[1].Cost.MeanCents;

        var message = Assert.Throws<InputException>(() => Run(Goals() with { BudgetCents = (long)cost - 100_000 })).Message;

        Assert.Contains("$1,000 more than the budget", message, StringComparison.Ordinal);
        Assert.Contains(Run(Goals() with { BudgetCents = (long)cost + 1 }).Optimum.Goals, g => g is { Goal: StructureGoal.Budget, IsMet: true });
    }

    [Fact]
    public void Optimise_CompaRatioOutOfReach_NamesTheLevelAndTheDistance()
    {
        var message = Assert.Throws<InputException>(() => Run(Goals() with { CompaRatioMinimum = 1.1, CompaRatioMaximum = 1.3 })).Message;

        Assert.Contains("LOW", message, StringComparison.Ordinal);
        Assert.Contains("outside the band of 1.1 to 1.3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Optimise_SomebodyBelowThePresentMinimum_SaysWhoseLevel()
    {
        var message = Assert.Throws<InputException>(() => Run(Goals(), null, Person("P1", 30_000), Person("P2", 120_000, High))).Message;

        Assert.Contains("LOW: 1 of its people stay below", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Optimise_EverybodyAboveTheMaximum_KeepsTheirPayAndCountsThem()
    {
        var found = Run(Goals() with { CompaRatioMaximum = 2 }, null, Person("P1", 130_000), Person("P2", 220_000, High));

        var level = found.Alternatives[1].Levels[0];
        Assert.Equal((0, 1, 130_000 - level.Maximum), (level.Position.Raised, level.Position.AboveMaximum, level.Position.AboveDollars));
        Assert.Equal(0, found.Alternatives[1].Cost.DifferenceCents);
    }

    [Fact]
    public void Optimise_OnePersonAndOneLevel_IsSolved()
    {
        var one = Base.With(p => p with { Structure = p.Structure with { Subranges = [p.Structure.Subranges[0]] } });

        var found = StructureOptimiser.Run(Situation(one, [Person("P1", 60_000)]), Goals(), Costing);

        Assert.InRange(found.Alternatives[1].Levels[0].Position.MarketRatio, 0.95, 1.05);
        Assert.DoesNotContain(found.Optimum.Goals, g => g.Goal is StructureGoal.ProgressionMinimum or StructureGoal.ProgressionMaximum);
    }

    [Fact]
    public void Optimise_MarketRatio_FindsTheSmallestSupplementThatReachesIt()
    {
        RosterPerson[] people = [.. People(), Person("C1", 80_000, Low, "CAP")];

        var found = Run(Goals() with { MarketRatio = 0.9 }, null, people);

        foreach (var supplement in found.Alternatives[1].Supplements)
        {
            Assert.True(supplement.RatioAfter >= 0.9 - 1e-9);
            Assert.Equal(supplement.After * 100, Math.Round(supplement.After * 100), 1e-9);
        }

        Assert.True(found.Proposal.Supplements["CAP"] > 0);
        var least = found.Alternatives[1].Supplements.Single(s => s.Market == "CAP");
        Assert.InRange(least.RatioAfter!.Value, 0.9, 0.92);
    }

    [Fact]
    public void Optimise_MarketRatioThatNoSupplementReaches_NamesTheMarketAndTheDistance()
    {
        var message = Assert.Throws<InputException>(() => Run(Goals() with { MarketRatio = 3 })).Message;

        Assert.Contains("Rest of U.S. reaches a market ratio of", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Situation_DayAtTheStartOrAfterTheEnd_IsRefused()
    {
        Assert.Throws<InputException>(() => Situation(Base, People(), Start));
        Assert.Throws<InputException>(() => Situation(Base, People(), new DateOnly(2040, 1, 1)));
    }

    [Fact]
    public void Situation_BaseChangesPayLater_IsRefused()
    {
        var later = Base with { Policies = [.. Base.Policies, new DatedPolicy(new DateOnly(2028, 1, 2), Base.Policies[0].Policy with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.1 } })] };

        Assert.Contains("2028-01-02", Assert.Throws<InputException>(() => Situation(later, People())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_NotStated_AreParametersAndReadOnlyThen()
    {
        var reader = new ParameterReader(new ParameterSet(Figures), Base.Economy);

        var goals = StructureGoals.From(new StatedGoals { ShareWithin = 0.5, Spreads = [0.5] }, reader);

        Assert.Equal(0.5, goals.ShareWithin);
        Assert.DoesNotContain(reader.Used, p => p.Name is "structure_goal_share" or "structure_spread_minimum");
        Assert.Contains(reader.Used, p => p.Name == "structure_goal_tolerance");
    }

    private static StructureGoals Goals() => new(1, 0.05, 0.1, 1, 0.7, 1.2, new StructureGrid(1000, 100, [0.4, 0.5, 0.6], 0.25, 0.01, 0.4, 0.005));

    private static RosterPerson[] People() => [Person("P1", 56_000), Person("P2", 66_000), Person("P3", 80_000), Person("P4", 98_000, High), Person("P5", 130_000, High)];

    private static OptimisedStructure Run(StructureGoals goals, CostingOptions? costing = null, params RosterPerson[] people) =>
        StructureOptimiser.Run(Situation(Base, people.Length == 0 ? People() : people), goals, costing ?? Costing);

    private static StructureSituation Situation(Scenario scenario, RosterPerson[] people, DateOnly? effective = null) =>
        StructureSituation.Of(scenario, Input(people), effective, new ParameterReader(new ParameterSet(Figures), scenario.Economy));

    private static Subrange Matched(string level, long minimum, long maximum, double percentile) =>
        Subrange(level, minimum, maximum) with { Market = new MarketMatch(percentile, new Dictionary<string, double> { ["15-1212"] = 1 }) };

    private static string Text(OptimisedStructure found) => JsonSerializer.Serialize(found);
}
