using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Tests.Data;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Calendar;

public sealed class FederalHolidaysTests
{
    private static FederalHolidays Holidays => new(PolicyParameters.Reader());

    [Fact]
    public void InYear_2026_AreTheElevenThatWerePublished() => Assert.Equal(
        ["01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"],
        Holidays.InYear(2026).Select(h => $"{h.Observed:MM-dd}"));

    [Fact]
    public void InYear_2023_SundayIsObservedOnTheMondayAndSaturdayOnTheFriday()
    {
        Assert.Equal(new DateOnly(2023, 1, 2), Observed(2023, "New Year's Day"));
        Assert.Equal(new DateOnly(2023, 11, 10), Observed(2023, "Veterans Day"));
        Assert.Equal(new DateOnly(2021, 12, 31), Observed(2022, "New Year's Day"));
    }

    [Fact]
    public void Juneteenth_BeforeItWasEnacted_IsNoHoliday()
    {
        Assert.Equal(10, Holidays.InYear(2020).Count);
        Assert.Equal(11, Holidays.InYear(2021).Count);
    }

    [Theory]
    [InlineData(2025, "2025-01-20")]
    [InlineData(2029, "2029-01-20")]
    [InlineData(2013, "2013-01-21")]
    [InlineData(2026, null)]
    [InlineData(2028, null)]
    public void Inauguration_EveryFourthYear_MovesFromASundayOnly(int year, string? observed) =>
        Assert.Equal(observed, Holidays.Inauguration(year)?.Observed.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("11001", true)]
    [InlineData("51059", true)]
    [InlineData("24031", true)]
    [InlineData("51107", false)]
    [InlineData("06037", false)]
    public void InaugurationArea_IsTheStatutesAndNotTheLocalityArea(string county, bool inside) => Assert.Equal(inside, Holidays.IsInaugurationArea(county));

    [Fact]
    public void Hours_AllPeriodsOfAYear_AreElevenDays()
    {
        var periods = new PayCalendar(PolicyParameters.Reader()).Periods(new DateOnly(2025, 12, 28), 2).Where(p => p.FirstDay < new DateOnly(2026, 12, 27)).ToList();
        Assert.Equal(26, periods.Count);
        Assert.Equal(11 * 8, periods.Sum(p => Holidays.Hours(p, false)));
    }

    [Fact]
    public void Hours_InaugurationDayOnAnotherHoliday_CountsOnce()
    {
        // 20 January 2025 was also the third Monday in January.
        var period = new PayCalendar(PolicyParameters.Reader()).Periods(new DateOnly(2025, 1, 12), 1)[0];
        Assert.Equal(8, Holidays.Hours(period, true));
        Assert.Equal(8, Holidays.Hours(period, false));
    }

    [Fact]
    public void Hours_InaugurationDayOnAWeekendOrElsewhere_IsNone()
    {
        // 20 January 2029 is a Saturday.
        var period = new PayCalendar(PolicyParameters.Reader()).Periods(new DateOnly(2029, 1, 7), 1)[0];
        Assert.Equal(Holidays.Hours(period, false), Holidays.Hours(period, true));
        var weekday = new PayCalendar(PolicyParameters.Reader()).Periods(new DateOnly(2033, 1, 16), 1)[0];
        Assert.Equal(Holidays.Hours(weekday, false) + 8, Holidays.Hours(weekday, true));
    }

    [Theory]
    [InlineData("2021-12-18", "2021-12-31", 16)]
    [InlineData("2021-12-18", "2021-12-30", 8)]
    [InlineData("2021-12-24", "2021-12-30", 8)]
    [InlineData("2021-12-25", "2021-12-30", 0)]
    public void Hours_PeriodThatBeginsOrEndsOnAHoliday_CountsIt(string first, string last, int hours)
    {
        // Christmas Day 2021 was observed on Friday the 24th, New Year's Day 2022 on Friday the 31st.
        var (begins, ends) = (DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(hours, new FederalHolidays(PolicyParameters.Reader()).Hours(new WorkPeriod(0, begins, ends, ends, 2022, 10, 10, 2022, 1), false));
    }

    [Fact]
    public void InYear_LastDayOfAMonthAndLastWeekdayOfOne_AreFound()
    {
        var holidays = new FederalHolidays(new ParameterReader(
            new ParameterSet([TestWorld.Figure("hours_per_day", 8), TestWorld.Figure("holiday_date:Year's end", 1231), TestWorld.Figure("holiday_weekday:Spring", 551), TestWorld.Figure("holiday_weekday:Autumn", 1144)]),
            TestWorld.Quiet.Economy));
        Assert.Equal([("Spring", new DateOnly(2027, 5, 31)), ("Autumn", new DateOnly(2027, 11, 25)), ("Year's end", new DateOnly(2027, 12, 31))], holidays.InYear(2027).Select(h => (h.Name, h.Legal)));
    }

    [Fact]
    public void ForPerson_PartTimeAndContingent_GetTheirShareOrNone()
    {
        Assert.Equal(8, FederalHolidays.ForPerson(8, WorkSchedule.FullTime, 80, 80));
        Assert.Equal(4, FederalHolidays.ForPerson(8, WorkSchedule.PartTime, 40, 80));
        Assert.Equal(0, FederalHolidays.ForPerson(8, WorkSchedule.Contingent, 40, 80));
    }

    [Theory]
    [InlineData("holiday_date:X", 1332, "704 for 4 July")]
    [InlineData("holiday_date:X", 230, "704 for 4 July")]
    [InlineData("holiday_weekday:X", 161, "third Monday in January")]
    [InlineData("holiday_weekday:X", 138, "third Monday in January")]
    public void Rule_ThatNamesNoDay_SaysWhatWouldBeRight(string name, double value, string right)
    {
        var faulty = new FederalHolidays(new ParameterReader(new ParameterSet([TestWorld.Figure("hours_per_day", 8), TestWorld.Figure(name, value)]), TestWorld.Quiet.Economy));
        Assert.Contains(right, Assert.Throws<ParameterException>(() => faulty.InYear(2027)).Message, StringComparison.Ordinal);
    }

    private static DateOnly Observed(int year, string name) => Holidays.InYear(year).Single(h => h.Name == name).Observed;
}
