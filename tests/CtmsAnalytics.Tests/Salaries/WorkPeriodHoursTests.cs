using CtmsAnalytics.Deployment;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Tests.Salaries;

public sealed class WorkPeriodHoursTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(80)]
    [InlineData(95)]
    public void Of_FullTime_IsAlwaysTheFullTimeHours(int hours) => Assert.Equal(new PaidHours(80, 0, 0), WorkPeriodHours.Of(WorkSchedule.FullTime, hours, 80, null, 0));

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(79, 79, 0)]
    [InlineData(80, 80, 0)]
    [InlineData(81, 80, 1)]
    public void Of_PartTime_IsItsFixedHours(int hours, int paid, int cut)
    {
        var result = WorkPeriodHours.Of(WorkSchedule.PartTime, hours, 80, 10, 1_000);

        Assert.Equal(new PaidHours(paid, cut, 0), result);
        Assert.Equal(cut > 0 ? WorkPeriodHours.FullTimeHours : null, result.CutBy);
    }

    [Theory]
    [InlineData(0, 900, 0, 0, 0)]
    [InlineData(80, 920, 80, 0, 0)]
    [InlineData(80, 921, 79, 0, 1)]
    [InlineData(90, 920, 80, 10, 0)]
    [InlineData(90, 950, 50, 10, 30)]
    [InlineData(40, 1_000, 0, 0, 40)]
    [InlineData(40, 1_001, 0, 0, 40)]
    public void Of_Contingent_NeverPassesThePeriodOrTheAppointment(int worked, int before, int paid, int cutByPeriod, int cutByAppointment) =>
        Assert.Equal(new PaidHours(paid, cutByPeriod, cutByAppointment), WorkPeriodHours.Of(WorkSchedule.Contingent, worked, 80, 1_000, before));

    [Fact]
    public void CutBy_AppointmentMaximum_IsNamed() =>
        Assert.Equal(WorkPeriodHours.AppointmentMaximum, WorkPeriodHours.Of(WorkSchedule.Contingent, 40, 80, 100, 80).CutBy);

    [Fact]
    public void Of_ContingentWithoutMaximum_IsPaidWhatIsWorked() => Assert.Equal(new PaidHours(63, 0, 0), WorkPeriodHours.Of(WorkSchedule.Contingent, 63, 80, null, 100_000));
}
