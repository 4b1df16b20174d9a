using CtmsAnalytics.AggregateLimit;

namespace CtmsAnalytics.Tests.AggregateLimit;

public sealed class HeadroomTests
{
    [Theory]
    [InlineData(100, 10, 5, 4, 20, 50)]
    [InlineData(100, 60, 5, 4, 20, 0)]
    [InlineData(100, 60, 5, 4, 21, 0)]
    [InlineData(100, 60, 5, 4, 19, 1)]
    public void Of_PaidAndExpected_LeavesTheRestAndNeverLessThanZero(long limit, long paid, long pay, int left, long additional, long expected) =>
        Assert.Equal(expected, Headroom.Of(limit, paid, pay, left, additional));
}
