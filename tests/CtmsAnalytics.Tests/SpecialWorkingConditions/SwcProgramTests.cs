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
    [InlineData(null, 0.15)]
    [InlineData(0.04, 0.05)]
    [InlineData(0.05, 0.05)]
    [InlineData(0.20, 0.20)]
    [InlineData(0.21, 0.20)]
    public void Within_TheProgramsRange_HoldsADetermination(double? fraction, double expected) =>
        Assert.Equal(expected, (Program with { MinimumPercent = 0.05, MaximumPercent = 0.20 }).Within(fraction));

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
}
