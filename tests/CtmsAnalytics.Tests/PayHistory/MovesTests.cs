using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Everybody's year, and whom a changed rule moves in it.</summary>
public sealed class MovesTests
{
    private const long OldMinimum = 60_000;
    private const long NewMinimum = 70_000;
    private static readonly DateOnly Raised = new(2026, 11, 29);

    private static readonly RosterPerson[] Roster =
    [
        TestWorld.Person("P0", OldMinimum - 1),
        TestWorld.Person("P1", OldMinimum),
        TestWorld.Person("P2", OldMinimum + 1),
        TestWorld.Person("P3", NewMinimum - 1),
        TestWorld.Person("P4", NewMinimum),
        TestWorld.Person("P5", NewMinimum + 1),
        TestWorld.Person("P6", 100_000, TestWorld.High, "CAP"),
    ];

    [Theory]
    [InlineData(YearBasis.Fiscal, 2027)]
    [InlineData(YearBasis.Fiscal, 2028)]
    [InlineData(YearBasis.Calendar, 2027)]
    public void ExplainAll_Everybody_IsWhatExplainTellsOfEach(YearBasis basis, int year)
    {
        var input = TestWorld.Input(Roster);
        var scenario = Rewarding();

        var told = PersonPath.ExplainAll(scenario, input, year, basis);

        Assert.Equal(Roster.Select(p => p.PersonId), told.Select(e => e.Person.PersonId));
        foreach (var all in told)
        {
            var one = PersonPath.Explain(scenario, input, all.Person.PersonId, year, basis, []);
            Assert.NotEmpty(one.Lines);
            Assert.Equal((one.Scenario, one.Year, one.Basis), (all.Scenario, all.Year, all.Basis));
            Assert.Equal(one.Salary, all.Salary);
            Assert.Equal(one.Lines, all.Lines);
            Assert.Equal(one.Hours, all.Hours);
            Assert.Equal(one.Findings, all.Findings);
            Assert.Equal(one.Limits, all.Limits);
            Assert.Equal(one.Actions, all.Actions);
            Assert.Equal(one.Parameters, all.Parameters);
            Assert.Equal(one.Assumptions, all.Assumptions);
        }

        Assert.Contains(told, e => e.Findings.Count > 0);
    }

    [Fact]
    public void ExplainAll_YearOutsideTheHorizon_NamesTheYears()
    {
        var thrown = Assert.Throws<InputException>(() => PersonPath.ExplainAll(TestWorld.Quiet, TestWorld.Input(Roster), 2031, YearBasis.Fiscal));

        Assert.Contains("2031 lies outside the horizon", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExplainAll_Progress_EndsAtTheWhole()
    {
        var shares = new Shares();

        PersonPath.ExplainAll(TestWorld.Quiet, TestWorld.Input(Roster), 2027, YearBasis.Fiscal, shares);

        Assert.Equal(Enumerable.Range(1, Roster.Length).Select(n => (double)n / Roster.Length), shares.Seen.Order());
    }

    [Fact]
    public void ExplainAll_Cancelled_Stops() => Assert.ThrowsAny<OperationCanceledException>(() =>
        PersonPath.ExplainAll(TestWorld.Quiet, TestWorld.Input(Roster), 2027, YearBasis.Fiscal, null, new CancellationToken(true)));

    [Fact]
    public void Between_AScenarioAndItself_MovesNobody()
    {
        var moves = Compare(Rewarding(), Rewarding(), 2027);

        Assert.Equal((0, 0L, Roster.Length), (moves.People.Count, moves.Cents, moves.RosterPeople));
        Assert.Empty(moves.Rules);
        Assert.Empty(moves.Components);
    }

    [Fact]
    public void Between_OneRaisedMinimum_MovesExactlyThePeopleBetween()
    {
        var moves = Compare(TestWorld.Quiet, RaisedMinimum(), 2027);

        Assert.Equal(["P1", "P2", "P3"], moves.People.Select(p => p.Person.PersonId));
        Assert.All(moves.People, p => Assert.Equal((p.Person.Salary, NewMinimum), (p.BaselineSalary, p.ProposalSalary)));
        var rule = Assert.Single(moves.Rules);
        Assert.Equal(new RuleMoveTotal(StructureAdjustment.RaisedMinimum, 3, 10_000 + 9_999 + 1, 0), rule);
        Assert.Equal(new RuleMove(StructureAdjustment.RaisedMinimum, 9_999, 0), Assert.Single(moves.People[1].Rules));
    }

    [Fact]
    public void Between_Components_AddUpToTheDifferenceOfEachAndOfAll()
    {
        var moves = Compare(TestWorld.Quiet, RaisedMinimum(), 2027);

        Assert.True(moves.Cents > 0);
        Assert.Equal(moves.Cents, moves.Components.Sum(c => c.Cents));
        Assert.All(moves.People, p => Assert.Equal(p.ProposalCents - p.BaselineCents, p.Components.Sum(c => c.Cents)));
        // One dollar a year is less than half a cent an hour: P3 gets another salary and the same pay.
        Assert.Equal(2, moves.Components.Single(c => c.Component == Component.Salary).People);
        Assert.Equal(("P3", 1L, 0L), (moves.People[^1].Person.PersonId, moves.People[^1].SalaryDifference, moves.People[^1].Cents));
    }

    [Fact]
    public void Between_MinimumRaisedInTheYearBefore_SaysThatTheYearOpensDifferently()
    {
        var moves = Compare(TestWorld.Quiet, RaisedMinimum(), 2028);

        Assert.Equal(["P1", "P2", "P3"], moves.People.Select(p => p.Person.PersonId));
        Assert.Equal([new RuleMoveTotal(Moves.OpeningSalary, 3, 20_000, 0)], moves.Rules);
    }

    [Theory]
    [InlineData(2027)]
    [InlineData(2028)]
    public void Between_OneSupplement_MovesThePeopleOfItsMarketInEveryYear(int year)
    {
        var proposal = TestWorld.Quiet.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.10 } });

        var moves = Compare(TestWorld.Quiet, proposal, year);

        var move = Assert.Single(moves.People);
        Assert.Equal(("P6", 100_000L, 110_000L, 10_000L), (move.Person.PersonId, move.BaselineSalary, move.ProposalSalary, move.SalaryDifference));
        Assert.Equal([new RuleMove(Moves.OpeningSupplement, 10_000, 0)], move.Rules);
        Assert.Contains(move.Components, c => c.Component == Component.Supplement && c.Cents > 0);
    }

    [Fact]
    public void Between_SupplementChangedInTheYear_NamesTheChangeOnce()
    {
        var changed = TestWorld.Policy with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.10 } };
        var proposal = TestWorld.Quiet with { Policies = [.. TestWorld.Quiet.Policies, new DatedPolicy(Raised, changed)] };

        Assert.Equal([new RuleMoveTotal(Supplement.Changed, 1, 10_000, 0)], Compare(TestWorld.Quiet, proposal, 2027).Rules);
        Assert.Equal([new RuleMoveTotal(Moves.OpeningSupplement, 1, 10_000, 0)], Compare(TestWorld.Quiet, proposal, 2028).Rules);
    }

    [Fact]
    public void Between_ALoweredLimitation_SaysWhatItCuts()
    {
        var rich = TestWorld.Person("R", 240_000, TestWorld.High);
        var lower = TestWorld.Quiet.With(p => p with { Structure = p.Structure with { Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 100_000, 250_000, "EX-IV")] } });

        var moves = Compare(TestWorld.Quiet, lower, 2027, rich);

        var move = Assert.Single(moves.People);
        Assert.True(move.Cents < 0);
        Assert.Equal((228_000L, 197_200L), (move.BaselineSalary, move.ProposalSalary));
        Assert.Equal([new RuleMove(SalaryCeilings.Limitation, 197_200 - 228_000, 0)], move.Rules);
    }

    [Fact]
    public void Between_TheOtherWayRound_HasTheOppositeSigns()
    {
        var (there, back) = (Compare(TestWorld.Quiet, RaisedMinimum(), 2027), Compare(RaisedMinimum(), TestWorld.Quiet, 2027));

        Assert.Equal(-there.Cents, back.Cents);
        Assert.Equal(there.People.Select(p => (p.Person.PersonId, -p.Cents)), back.People.Select(p => (p.Person.PersonId, p.Cents)));
        Assert.Equal(there.Rules.Select(r => (r.Rule, -r.AnnualDollars)), back.Rules.Select(r => (r.Rule, r.AnnualDollars)));
    }

    [Fact]
    public void Between_OtherPeopleOrYears_AreRefused()
    {
        var input = TestWorld.Input(Roster);
        var told = PersonPath.ExplainAll(TestWorld.Quiet, input, 2027, YearBasis.Fiscal);
        var later = PersonPath.ExplainAll(TestWorld.Quiet, input, 2028, YearBasis.Fiscal);

        Assert.Throws<ArgumentException>(() => Moves.Between([], []));
        Assert.Throws<ArgumentException>(() => Moves.Between(told, [.. told.Skip(1)]));
        Assert.Throws<ArgumentException>(() => Moves.Between(told, [.. told.Reverse()]));
        Assert.Throws<ArgumentException>(() => Moves.Between(told, later));
    }

    private static Moves Compare(Scenario baseline, Scenario proposal, int year, params RosterPerson[] roster)
    {
        var input = TestWorld.Input(roster.Length == 0 ? Roster : roster);
        return Moves.Between(PersonPath.ExplainAll(baseline, input, year, YearBasis.Fiscal), PersonPath.ExplainAll(proposal, input, year, YearBasis.Fiscal));
    }

    private static Scenario RaisedMinimum() => TestWorld.Quiet with
    {
        Policies =
        [
            .. TestWorld.Quiet.Policies,
            new DatedPolicy(Raised, TestWorld.Policy with
            {
                Structure = TestWorld.Policy.Structure with { Subranges = [TestWorld.Subrange(TestWorld.Low, NewMinimum, 120_000), TestWorld.Policy.Structure.Subranges[1]] },
            }),
        ],
    };

    /// <summary>Everybody competes for a pool that does not suffice, so that each path depends on all of them.</summary>
    private static Scenario Rewarding() => TestWorld.Quiet.With(p => p with
    {
        Recognition = new RecognitionPolicy(1, [0, 1, 0], [[0, 0, 0], [0.06, 0.05, 0.04], [0, 0, 0]], 0.01, [0, 1, 1], [0, 0.05, 0.10], 0.02, false),
    });

    private sealed class Shares : IProgress<double>
    {
        private readonly Lock _gate = new();

        public List<double> Seen { get; } = [];

        public void Report(double value)
        {
            lock (_gate) Seen.Add(value);
        }
    }
}
