using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Deployment;

/// <summary>Schedule mixes and worksite policies of a scenario.</summary>
public sealed class OpeningPolicyTests
{
    private static readonly PositionCover Everybody = new([], [], [], []);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 10)]
    [InlineData(1, 40)]
    public void Schedules_Share_IsTheShareOfPeople(double share, int changed)
    {
        var opened = Opening.Of(Scenario(new SchedulePolicy([new(Everybody, share, WorkSchedule.PartTime, 48, null)])), World(40));

        Assert.Equal(changed, opened.Changes.Count);
        Assert.Equal(changed, opened.Roster.Count(p => p.Schedule == WorkSchedule.PartTime && p.HoursPerWorkPeriod == 48));
    }

    [Fact]
    public void Schedules_LargerShare_HoldsTheSmallerOne()
    {
        var (few, many) = (Who(0.2, World(50)), Who(0.5, World(50)));

        Assert.Subset(many.ToHashSet(), few.ToHashSet());
    }

    [Fact]
    public void Schedules_SomebodyMore_MovesHardlyAnybodyElse()
    {
        var (before, after) = (Who(0.4, World(50)), Who(0.4, World(51)));

        Assert.True(before.Except(after).Count() <= 1);
    }

    [Fact]
    public void Worksites_NewCounty_BringsItsMarketAndSupplement()
    {
        var input = World(4) with { Worksites = [new("51013", "CAP", null)] };
        var scenario = Scenario(new WorksitePolicy([new(Everybody, "RUS", "51013", 1)])).With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.10 } });

        var opened = Opening.Of(scenario, input);

        Assert.All(opened.Roster, p => Assert.Equal(("51013", "CAP", 97_936L), (p.WorksiteFips, p.Market, p.Salary)));
        Assert.All(opened.Changes, c => Assert.Equal("158.704(c)", c.Rule.Paragraph));
        Assert.True(PointEstimate.Run(scenario, input).Costs.Sum(k => k.Component == Component.Supplement) > 0);
    }

    [Fact]
    public void Worksites_OtherMarket_IsLeftAlone() =>
        Assert.Empty(Opening.Of(Scenario(new WorksitePolicy([new(Everybody, "CAP", "51013", 1)])), World(4) with { Worksites = [new("51013", "CAP", null)] }).Changes);

    [Fact]
    public void Worksites_NoSuchCounty_NamesTheParagraph()
    {
        var error = Assert.Throws<InputException>(() => Opening.Of(Scenario(new WorksitePolicy([new(Everybody, null, "99999", 1)])), World(4)));

        Assert.Contains("158.704", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_ScheduleMix_IsDrivenByDeploymentAlone()
    {
        var scenario = Scenario(new SchedulePolicy([new(Everybody, 0.5, WorkSchedule.PartTime, 40, null)]));

        var comparison = Comparer.Compare(TestWorld.Quiet, scenario, World(10), []);

        var driver = Assert.Single(comparison.Drivers);
        Assert.Equal("deployment", driver.Section);
        Assert.True(driver.Total < 0);
    }

    private static List<string> Who(double share, ProjectionInput input) =>
        [.. Opening.Of(Scenario(new SchedulePolicy([new(Everybody, share, WorkSchedule.PartTime, 48, null)])), input).Changes.Select(c => c.PersonId)];

    private static Scenario Scenario(OpeningPolicy policy) => TestWorld.Quiet with { OpeningPolicies = [policy] };

    private static ProjectionInput World(int people) => TestWorld.Input([.. Enumerable.Range(0, people).Select(i => TestWorld.Person($"P{i:000}"))]);
}
