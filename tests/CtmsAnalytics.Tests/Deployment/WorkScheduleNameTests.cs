using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.Tests.Deployment;

public sealed class WorkScheduleNameTests
{
    [Theory]
    [InlineData(WorkSchedule.FullTime, "full-time")]
    [InlineData(WorkSchedule.PartTime, "part-time")]
    [InlineData(WorkSchedule.Contingent, "contingent")]
    public void Of_EverySchedule_IsTheWordAtItsPlace(WorkSchedule schedule, string word)
    {
        Assert.Equal(word, WorkScheduleName.Of(schedule));
        Assert.Equal(word, WorkScheduleName.All[(int)schedule]);
        Assert.Equal(Enum.GetValues<WorkSchedule>().Length, WorkScheduleName.All.Count);
    }
}
