using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.SpecialWorkingConditions;

public sealed class SwcProgramTests
{
    private static readonly SwcProgram Program = new("surge", "unexpected time", [], [], 0.1, 0.15, null, null);
    private static readonly WorkPeriod Period =
        new PayCalendar(new ParameterReader(new ParameterSet(TestWorld.Figures), TestWorld.Quiet.Economy)).Periods(TestWorld.Start, 1)[0];

    [Fact]
    public void Covers_PeriodPartlyInside_IsNotPaid()
    {
        Assert.True(Program.Covers(Period));
        Assert.True((Program with { Start = Period.FirstDay, End = Period.LastDay }).Covers(Period));
        Assert.False((Program with { Start = Period.FirstDay.AddDays(1) }).Covers(Period));
        Assert.False((Program with { End = Period.LastDay.AddDays(-1) }).Covers(Period));
    }

    [Theory]
    [InlineData(null, 0.125)]
    [InlineData(0.04, 0.05)]
    [InlineData(0.05, 0.05)]
    [InlineData(0.20, 0.20)]
    [InlineData(0.21, 0.20)]
    public void Within_TheProgramsRange_HoldsADetermination(double? fraction, double expected) =>
        Assert.Equal(expected, (Program with { MinimumPercent = 0.05, MaximumPercent = 0.20 }).Within(fraction));

    [Theory]
    [InlineData(null, null, 0.15)]
    [InlineData(0.05, null, 0.10)]
    [InlineData(null, 0.25, 0.20)]
    [InlineData(0.05, 0.20, 0.125)]
    public void MeanPercent_AnyRange_IsItsMiddle(double? minimum, double? maximum, double expected) =>
        Assert.Equal(expected, (Program with { MinimumPercent = minimum, MaximumPercent = maximum }).MeanPercent, 12);

    [Fact]
    public void Within_NoRange_IsTheProgramsPercentage() => Assert.Equal(0.15, Program.Within(0.25));

    [Fact]
    public void History_EstablishedAdjustedCancelled_HasADateForEach()
    {
        var dates = new[] { new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 3), new DateOnly(2027, 7, 4) };
        var scenario = TestWorld.Quiet with
        {
            Policies =
            [
                new DatedPolicy(dates[0], TestWorld.Policy with { SpecialWorkingConditions = [Program, Program with { Name = "old", End = new DateOnly(2026, 12, 5) }] }),
                new DatedPolicy(dates[1], TestWorld.Policy with { SpecialWorkingConditions = [Program with { Percent = 0.20 }, Program with { Name = "late", Start = new DateOnly(2027, 3, 28) }] }),
                new DatedPolicy(dates[2], TestWorld.Policy),
            ],
        };

        Assert.Equal(
            [
                new(dates[0], "old", SwcProgramDecision.Established, null, 0.15),
                new(dates[0], "surge", SwcProgramDecision.Established, null, 0.15),
                new(new DateOnly(2026, 12, 6), "old", SwcProgramDecision.Cancelled, 0.15, null),
                new(dates[1], "surge", SwcProgramDecision.Adjusted, 0.15, 0.20),
                new(new DateOnly(2027, 3, 28), "late", SwcProgramDecision.Established, null, 0.15),
                new(dates[2], "late", SwcProgramDecision.Cancelled, 0.15, null),
                new(dates[2], "surge", SwcProgramDecision.Cancelled, 0.20, null),
            ],
            SwcProgramHistory.Of(scenario));
    }

    [Fact]
    public void History_NothingChanged_SaysNothing()
    {
        var again = TestWorld.Policy with { SpecialWorkingConditions = [Program with { Organisations = [] }] };
        var scenario = TestWorld.Quiet with { Policies = [new(new DateOnly(2026, 1, 1), TestWorld.Policy with { SpecialWorkingConditions = [Program] }), new(new DateOnly(2027, 1, 3), again)] };
        Assert.Single(SwcProgramHistory.Of(scenario));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void History_EndsAroundTheDayAPolicyDropsIt_IsCancelledOnce(int days, int late)
    {
        var dropped = new DateOnly(2027, 7, 4);
        var ends = dropped.AddDays(days);
        Assert.Equal(
            new SwcProgramChange(late == 0 ? ends.AddDays(days < 0 ? 1 : 0) : dropped, "surge", SwcProgramDecision.Cancelled, 0.15, null),
            Assert.Single(Over((new DateOnly(2026, 1, 1), [Program with { End = ends }]), (dropped, [])), c => c.Decision == SwcProgramDecision.Cancelled));
    }

    [Fact]
    public void History_AdjustedBeforeItsEnd_IsCancelledAtTheAdjustedPercentage()
    {
        var ends = new DateOnly(2027, 12, 31);
        var changes = Over((new DateOnly(2026, 1, 1), [Program with { End = ends }]), (new DateOnly(2027, 7, 4), [Program with { Percent = 0.20, End = ends }]));
        Assert.Equal(new SwcProgramChange(new DateOnly(2028, 1, 1), "surge", SwcProgramDecision.Cancelled, 0.20, null), changes[^1]);
        Assert.Equal([SwcProgramDecision.Established, SwcProgramDecision.Adjusted, SwcProgramDecision.Cancelled], changes.Select(c => c.Decision));
    }

    public static TheoryData<SwcProgram> Changes => new()
    {
        Program with { Organisations = ["CSD"] },
        Program with { WorkLevels = [TestWorld.High] },
        Program with { Conditions = [SwcCondition.UnexpectedTime] },
        Program with { Start = new DateOnly(2027, 1, 3) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void History_OnePropertyChanges_IsAnAdjustment(SwcProgram changed) =>
        Assert.Equal(SwcProgramDecision.Adjusted, Over((new DateOnly(2026, 1, 1), [Program]), (new DateOnly(2027, 1, 3), [changed]))[^1].Decision);

    private static IReadOnlyList<SwcProgramChange> Over(params (DateOnly Effective, SwcProgram[] Programs)[] policies) =>
        SwcProgramHistory.Of(TestWorld.Quiet with { Policies = [.. policies.Select(p => new DatedPolicy(p.Effective, TestWorld.Policy with { SpecialWorkingConditions = p.Programs }))] });
}
