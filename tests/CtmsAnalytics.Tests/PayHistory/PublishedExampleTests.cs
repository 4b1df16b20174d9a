using CtmsAnalytics.Budget;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>OPM's published example of the 2,087-hour divisor: 89,033 a year is 3,412.80 a work period, 88,732.80 over 26 paydays and 92,145.60 over 27.</summary>
public sealed class PublishedExampleTests
{
    private static readonly Scenario Long = TestWorld.Quiet with { Horizon = new Horizon(new DateOnly(2031, 9, 28), 3), Policies = [TestWorld.Quiet.Policies[0]] };

    [Theory]
    [InlineData(2032, 27, 92_145_60)]
    [InlineData(2033, 26, 88_732_80)]
    public void Salary_CalendarYear_IsTheWorkPeriodTimesItsPaydays(int year, int paydays, long cents)
    {
        var told = PersonPath.Explain(Long, TestWorld.Input(TestWorld.Person()), "P1", year, YearBasis.Calendar, []);
        var salary = told.Lines.Where(l => l.Component == Component.Salary).ToList();
        Assert.Equal(paydays, salary.Count);
        Assert.All(salary, l => Assert.Equal(3_412_80, l.Cents));
        Assert.All(salary, l => Assert.StartsWith("80 h at 42.66 an hour", l.How, StringComparison.Ordinal));
        Assert.Equal(cents, salary.Sum(l => l.Cents));
    }
}
