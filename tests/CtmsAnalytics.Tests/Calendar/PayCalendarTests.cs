using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Tests.Data;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Calendar;

public sealed class PayCalendarTests
{
    private static readonly PayCalendar Calendar = WithLag(12);

    [Fact]
    public void Periods_FromFiscalYear2027_CoverEveryWeekdayOnce()
    {
        var periods = Calendar.Periods(new DateOnly(2026, 9, 20), 5);
        var byYear = periods
            .SelectMany(p => new[] { (Year: p.FirstFiscalYear, Days: p.WeekdaysInFirstFiscalYear), (Year: p.FirstFiscalYear + 1, Days: p.Weekdays - p.WeekdaysInFirstFiscalYear) })
            .GroupBy(x => x.Year)
            .ToDictionary(g => g.Key, g => g.Sum(x => x.Days));
        for (var year = 2027; year <= 2031; year++) Assert.Equal(Calendar.CompensableHours(year), byYear[year] * 8.0);
    }

    [Theory]
    [InlineData(2026, 2088)]
    [InlineData(2027, 2088)]
    [InlineData(2028, 2088)]
    [InlineData(2029, 2080)]
    public void CompensableHours_FiscalYear_AreItsWeekdaysTimesEight(int year, double hours) => Assert.Equal(hours, Calendar.CompensableHours(year));

    [Fact]
    public void Paydays_EveryYearAndLag_MatchTheShippedPayPeriodTable()
    {
        var table = RepositoryData.Rows("reference/pay_periods.csv");
        Assert.NotEmpty(table);
        foreach (var lag in new[] { 6, 9, 10, 12, 13 })
        {
            var periods = WithLag(lag).Periods(new DateOnly(2020, 11, 22), 17);
            foreach (var row in table)
            {
                var year = int.Parse(row["effective_year"], CultureInfo.InvariantCulture);
                var expected = int.Parse(row[$"paydays_lag_{lag}_days"], CultureInfo.InvariantCulture);
                Assert.Equal(expected, periods.Count(p => p.CalendarYear == year));
                Assert.Equal(expected, periods.First(p => p.CalendarYear == year).PaydaysLeft);
                Assert.Equal(1, periods.Last(p => p.CalendarYear == year).PaydaysLeft);
            }
        }
    }

    [Fact]
    public void SplitByFiscalYear_OddCent_GoesToTheEarlierYear()
    {
        var period = Calendar.Periods(new DateOnly(2026, 9, 20), 1)[0];
        Assert.Equal(8, period.WeekdaysInFirstFiscalYear);
        Assert.Equal((81, 20), period.SplitByFiscalYear(101));
    }

    [Fact]
    public void Periods_StartInTheMiddleOfAPeriod_SaysWhichDayWouldBeRight()
    {
        var error = Assert.Throws<ArgumentException>(() => Calendar.Periods(new DateOnly(2026, 10, 1), 1));
        Assert.Contains("2026-09-20", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PaydaysBefore_FirstPeriodOfTheHorizon_CountsTheYearsEarlierPaydays()
    {
        var first = Calendar.Periods(new DateOnly(2026, 10, 4), 1)[0];
        Assert.Equal(26, Calendar.PaydaysBefore(first) + first.PaydaysLeft);
    }

    [Fact]
    public void Periods_FiscalYearEndsOnTheFirstDayOfOne_IncludeIt()
    {
        // 30 September 2029 is a Sunday on which a work period begins.
        var periods = Calendar.Periods(new DateOnly(2026, 9, 20), 3);
        Assert.Equal(new DateOnly(2029, 9, 30), periods[^1].FirstDay);
        Assert.Equal(Enumerable.Range(97, periods.Count), periods.Select(p => p.Number));
    }

    [Fact]
    public void PeriodStartOnOrBefore_AroundTheEpoch_IsTheBeginningOfThePeriod()
    {
        Assert.Equal(new DateOnly(2023, 1, 1), Calendar.PeriodStartOnOrBefore(new DateOnly(2023, 1, 14)));
        Assert.Equal(new DateOnly(2023, 1, 1), Calendar.PeriodStartOnOrBefore(new DateOnly(2023, 1, 1)));
        Assert.Equal(new DateOnly(2022, 12, 18), Calendar.PeriodStartOnOrBefore(new DateOnly(2022, 12, 31)));
        Assert.Equal(new DateOnly(2022, 12, 18), Calendar.PeriodStartOnOrBefore(new DateOnly(2022, 12, 18)));
    }

    [Theory]
    [InlineData(1, 2026, "2026-12-31")]
    [InlineData(7, 2027, "2026-06-30")]
    [InlineData(12, 2027, "2026-11-30")]
    public void FiscalYear_BeginsInAnotherMonth_IsNamedByTheYearInWhichItEnds(int month, int ofDecember, string lastDay)
    {
        var calendar = WithFiscalMonth(month);
        Assert.Equal(ofDecember, calendar.FiscalYearOf(new DateOnly(2026, 12, 31)));
        Assert.Equal(lastDay, calendar.LastDayOf(2026).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(13, "13")]
    [InlineData(10.5, "10.5")]
    public void FiscalYear_BeginsInNoMonth_SaysWhatWouldBeRight(double month, string told) => Assert.Equal(
        $"Parameter 'fiscal_year_first_month' is {told}, which is no month. Give a whole number from 1 to 12.",
        Assert.Throws<ParameterException>(() => WithFiscalMonth(month)).Message);

    private static PayCalendar WithFiscalMonth(double month) => new(new ParameterReader(
        new ParameterSet(TestWorld.Figures.Select(f => f.Name == "fiscal_year_first_month" ? f with { Value = month } : f)), TestWorld.Quiet.Economy));

    private static PayCalendar WithLag(int days) => new(new ParameterReader(
        new ParameterSet(TestWorld.Figures.Select(f => f.Name == "payday_lag_days" ? f with { Value = days } : f)), TestWorld.Quiet.Economy));
}
