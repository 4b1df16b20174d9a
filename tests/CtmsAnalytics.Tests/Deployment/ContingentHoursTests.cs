using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.Tests.Deployment;

public sealed class ContingentHoursTests
{
    [Theory]
    [InlineData(60, 900, 1000, 60)]
    [InlineData(60, 940, 1000, 60)]
    [InlineData(60, 941, 1000, 59)]
    [InlineData(60, 1000, 1000, 0)]
    [InlineData(60, 1001, 1000, 0)]
    [InlineData(81, 0, 1000, 80)]
    [InlineData(81, 0, null, 80)]
    [InlineData(60, 9999, null, 60)]
    public void Paid_AroundTheMaximum_StopsAtIt(int planned, int worked, int? maximum, int paid) => Assert.Equal(paid, ContingentHours.Paid(planned, worked, maximum, 80));
}
