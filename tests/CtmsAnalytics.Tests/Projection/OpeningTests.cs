using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

public sealed class OpeningTests
{
    private static readonly RuleReference Valued = new("work level by the scheme", "158.404(c)", "reported");

    [Fact]
    public void Of_WithoutPolicies_IsTheRosterAsImported()
    {
        var input = TestWorld.Input(TestWorld.Person());

        var opened = Opening.Of(TestWorld.Quiet, input);

        Assert.Same(input.Roster, opened.Roster);
        Assert.Empty(opened.Changes);
    }

    [Fact]
    public void Of_HigherLevelBelowItsMinimum_RaisesToItAndSaysSo()
    {
        var person = TestWorld.Person() with { WorkLevel = TestWorld.Low, StructureSalary = Minimum(TestWorld.Low) };
        var (scenario, input) = (TestWorld.Quiet with { OpeningPolicies = [new Promotion("P1")] }, TestWorld.Input(person with { PersonId = "P1" }, person with { PersonId = "P2" }));

        var opened = Opening.Of(scenario, input);

        Assert.Equal([(TestWorld.High, Minimum(TestWorld.High)), (TestWorld.Low, Minimum(TestWorld.Low))], opened.Roster.Select(p => (p.WorkLevel, p.StructureSalary)));
        Assert.Equal(["158.404(c)", "158.620(a); 158.631"], opened.Changes.Select(c => c.Rule.Paragraph));
    }

    [Fact]
    public void Explain_PersonWhomTheOpeningMoves_TellsItInEveryYear()
    {
        var scenario = TestWorld.Quiet with { OpeningPolicies = [new Promotion("P1")] };
        var input = TestWorld.Input(TestWorld.Person() with { PersonId = "P1", WorkLevel = TestWorld.Low });

        var told = PersonPath.Explain(scenario, input, "P1", 2027, YearBasis.Fiscal, []);

        Assert.Equal(TestWorld.High, told.Salary[0].WorkLevel);
        Assert.Contains(told.Assumptions, a => a.Contains("moved by a test (158.404(c))", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_OpeningAlone_IsADriverOfItsOwnThatIsTheWholeDifference()
    {
        var person = TestWorld.Person() with { WorkLevel = TestWorld.Low, StructureSalary = Minimum(TestWorld.Low) };
        var input = TestWorld.Input(person with { PersonId = "P1" }, person with { PersonId = "P2" });

        var comparison = Comparer.Compare(TestWorld.Quiet, TestWorld.Quiet with { OpeningPolicies = [new Promotion("P1")] }, input, []);

        var driver = Assert.Single(comparison.Drivers);
        Assert.Equal("valuation", driver.Section);
        Assert.True(driver.CentsByYear.Values.Sum() > 0);
        Assert.Equal(comparison.Proposal.Costs.Total - comparison.Baseline.Costs.Total, driver.CentsByYear.Values.Sum());
    }

    [Fact]
    public void Notes_FewPeopleMoved_AreCountedForAnalystsAndNotForOthers()
    {
        var scenario = TestWorld.Quiet with { OpeningPolicies = [new Promotion("P1", "P2")] };
        var input = TestWorld.Input([.. Enumerable.Range(1, 12).Select(i => TestWorld.Person($"P{i}", level: TestWorld.Low))]);

        var result = PointEstimate.Run(scenario, input);

        Assert.Contains(result.Notes, n => n.Contains("changes the positions of 2 of 12 people: work level by the scheme (158.404(c)) for 2", StringComparison.Ordinal));
        Assert.Contains(result.ShareableNotes(), n => n.Contains("changes the positions of fewer than five of 12 people: work level by the scheme (158.404(c))", StringComparison.Ordinal));
        Assert.DoesNotContain(result.ShareableNotes(), n => n.Contains(" 2 of 12 ", StringComparison.Ordinal) || n.Contains(" for 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_OnePersonsSalaryNotTheScenarios_GivesNoDollarsToOthers()
    {
        var input = TestWorld.Input([.. Enumerable.Range(1, 12).Select(i => TestWorld.Person($"P{i}") with { Salary = Stated(i) })]);

        var result = PointEstimate.Run(TestWorld.Quiet, input);

        Assert.Contains(result.Notes, n => n.Contains("For 1 of 12 people the roster's salary is not", StringComparison.Ordinal) && n.Contains("dollars a year", StringComparison.Ordinal));
        Assert.Contains("For fewer than five of 12 people the roster's salary is not structure salary + the scenario's supplement under the ceilings.", result.ShareableNotes());

        static long Stated(int i) => TestWorld.Person().Salary - (i == 1 ? 1_000 : 0);
    }

    private static long Minimum(string level) => TestWorld.Quiet.Policies[0].Policy.Structure.Subranges.First(s => s.WorkLevel == level).Minimum;

    /// <summary>Moves people to the higher level.</summary>
    internal sealed record Promotion(params string[] People) : OpeningPolicy
    {
        public override PolicySection Section => PolicySection.Valuation;

        public override IReadOnlyList<OpeningChange> Changes(IReadOnlyList<RosterPerson> roster, Scenario scenario, ProjectionInput input) =>
            [.. roster.Where(p => People.Contains(p.PersonId) && p.WorkLevel != TestWorld.High).Select(p => new OpeningChange(p.PersonId, p with { WorkLevel = TestWorld.High }, "moved by a test", Valued))];
    }
}
