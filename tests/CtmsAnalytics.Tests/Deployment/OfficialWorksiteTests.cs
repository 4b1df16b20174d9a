using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Deployment;

public sealed class OfficialWorksiteTests
{
    private static readonly DateOnly Moved = new(2027, 1, 12);
    private static readonly PayCalendar Calendar = new(new ParameterReader(new ParameterSet(TestWorld.Figures), TestWorld.Quiet.Economy));

    [Fact]
    public void ChangesOn_NoEndInSight_IsTheFirstDay() => Assert.Equal(Moved, OfficialWorksite.ChangesOn(Moved, null, null, 6, Calendar));

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(12, true)]
    public void ChangesOn_ExpectedSixMonths_CountsTheLastDay(int lastDayOfJuly, bool changes)
    {
        var expected = new DateOnly(2027, 7, lastDayOfJuly);

        Assert.Equal(changes ? Moved : null, OfficialWorksite.ChangesOn(Moved, expected, expected, 6, Calendar));
    }

    [Fact]
    public void ChangesOn_ExpectedShortButStillThere_IsTheFirstWorkPeriodAfterSixMonths()
    {
        var changes = OfficialWorksite.ChangesOn(Moved, new DateOnly(2027, 3, 1), null, 6, Calendar);

        Assert.Equal(new DateOnly(2027, 7, 25), changes);
        Assert.True(Calendar.BeginsPeriod(changes!.Value));
    }

    [Theory]
    [InlineData(2027, 7, 10, false)]
    [InlineData(2027, 7, 24, false)]
    [InlineData(2027, 7, 25, true)]
    public void ChangesOn_ExpectedShortAndOver_ChangesOnlyIfThereWhenThatPeriodBegins(int year, int month, int day, bool changes) =>
        Assert.Equal(changes, OfficialWorksite.ChangesOn(Moved, new DateOnly(2027, 3, 1), new DateOnly(year, month, day), 6, Calendar) is not null);

    [Fact]
    public void ChangesOn_LastedToTheDayThatAPeriodBegins_IsThatDay()
    {
        var firstDay = new DateOnly(2027, 1, 25);

        Assert.Equal(new DateOnly(2027, 7, 25), OfficialWorksite.ChangesOn(firstDay, new DateOnly(2027, 3, 1), null, 6, Calendar));
    }
}
