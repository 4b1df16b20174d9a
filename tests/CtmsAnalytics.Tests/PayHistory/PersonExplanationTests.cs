using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Tests.Projection;
using static CtmsAnalytics.Tests.PayHistory.Story;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Which part of a path an explanation's year shows, and how it is gathered. The horizon has the fiscal years 2027 and 2028.</summary>
public sealed class PersonExplanationTests
{
    [Fact]
    public void Salary_YearAfterAChange_BeginsWithTheStepInForce()
    {
        var raise = new RecognitionAdjustmentAction(Day, 0.02);
        foreach (var basis in Enum.GetValues<YearBasis>())
        {
            Assert.Equal([TestWorld.Start, Day], Dates(2027, basis, raise));
            Assert.Equal([Day], Dates(2028, basis, raise));
        }

        Assert.Equal([TestWorld.Start], Dates(2026, YearBasis.Calendar, raise));
    }

    [Theory]
    [InlineData("2027-09-19", 2028, 2027)]
    [InlineData("2027-11-28", 2028, 2027)]
    [InlineData("2027-12-12", 2028, 2028)]
    public void Findings_AtATurnOfTheYear_AreToldInTheFiscalYearOfTheLastDayOrTheCalendarYearOfThePayday(string day, int fiscal, int calendar)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var raise = new RecognitionAdjustmentAction(date, 0.02);
        foreach (var year in new[] { 2027, 2028 })
        {
            Assert.Equal(year == fiscal ? 1 : 0, Of(year, YearBasis.Fiscal, raise).Findings.Count);
            Assert.Equal(year == calendar ? 1 : 0, Of(year, YearBasis.Calendar, raise).Findings.Count);
            Assert.Equal(year == calendar ? 1 : 0, Of(year, YearBasis.Calendar, raise).Actions.Count);
        }
    }

    [Fact]
    public void Total_FiscalYear_TakesTheWeekdaysOfSplitWorkPeriodsThatLieInIt()
    {
        // Two of ten weekdays of the first work period, 25 whole ones and nine of the one from 19 September 2027.
        var told = Of(2027, YearBasis.Fiscal);
        Assert.Equal(80_000 + (25 * 400_000) + 360_000, told.Paid(Component.Salary).Sum(p => p.Cents));
        var runs = ExplanationRuns.Pay(told).Where(r => r.Component == Component.Salary).Select(r => (r.Periods[0].FirstDay, r.Periods.Count, r.Weekdays, r.Cents));
        Assert.Equal([(TestWorld.Start, 1, 2, 80_000L), (new(2026, 10, 4), 25, null, 400_000L), (new(2027, 9, 19), 1, (int?)9, 360_000L)], runs);
    }

    [Fact]
    public void Total_CalendarYear_TakesWholeWorkPeriodsOfItsPaydays()
    {
        var run = Assert.Single(ExplanationRuns.Pay(Of(2027, YearBasis.Calendar)), r => r.Component == Component.Salary);
        Assert.Equal((26, null, 10_400_000L), (run.Periods.Count, run.Weekdays, run.Total));
        Assert.Equal((new DateOnly(2026, 12, 13), new DateOnly(2027, 11, 28)), (run.Periods[0].FirstDay, run.Periods[^1].FirstDay));
    }

    [Fact]
    public void Runs_InterruptedAmount_AreTwo()
    {
        var loans = new[] { 0, 14, 42 }.Select(d => (PersonnelAction)new StudentLoanAction(Day.AddDays(d), 100_000)).ToArray();
        var runs = ExplanationRuns.Pay(Told(loans)).Where(r => r.Component == Component.StudentLoan).Select(r => (r.Periods[0].FirstDay, r.Periods.Count));
        Assert.Equal([(Day, 2), (Day.AddDays(42), 1)], runs);
        Assert.Equal([26], ExplanationRuns.Hours(Told()).Where(r => r.Kind == "sick leave accrued").Select(r => r.Periods.Count));
    }

    [Theory]
    [InlineData(YearBasis.Fiscal, "1:2026 1:2027 2:2027 3:2025")]
    [InlineData(YearBasis.Calendar, "1:2027 2:2027 3:2025")]
    public void InForce_SeriesOfSeveralYears_AreThoseOfTheYear(YearBasis basis, string expected)
    {
        Parameter[] read = [At("1", 2028), At("1", 2025), At("1", 2026), At("1", 2027), At("2", 2027), At("3", 2024), At("3", 2025), At("4", 2028)];
        var inForce = ExplanationParameters.InForce(Of(2027, basis) with { Parameters = read });
        Assert.Equal(expected, string.Join(' ', inForce.Select(p => $"{p.Name}:{p.EffectiveYear}")));

        static Parameter At(string name, int year) => TestWorld.Figure(name, 1) with { EffectiveYear = year };
    }

    [Theory]
    [InlineData(2026, YearBasis.Fiscal, "Fiscal year 2026 lies outside the horizon of 'quiet', which covers 2027 to 2028.")]
    [InlineData(2029, YearBasis.Fiscal, "Fiscal year 2029 lies outside the horizon of 'quiet', which covers 2027 to 2028.")]
    [InlineData(2025, YearBasis.Calendar, "Calendar year 2025 lies outside the horizon of 'quiet', which covers 2026 to 2028.")]
    [InlineData(2029, YearBasis.Calendar, "Calendar year 2029 lies outside the horizon of 'quiet', which covers 2026 to 2028.")]
    public void Year_OutsideTheHorizon_SaysWhichYearsThereAre(int year, YearBasis basis, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Of(year, basis)).Message);

    [Theory]
    [InlineData("2026-09-19", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2028-09-17", true)]
    [InlineData("2028-09-18", false)]
    public void Action_AroundTheHorizon_IsRefusedOutsideOfIt(string day, bool inside)
    {
        var action = new TrainingAction(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "forensics", 100);
        if (inside) Assert.Empty(Told(action).Findings);
        else Assert.Equal($"The work periods of 'quiet' begin from 2026-09-20 to 2028-09-17; the personnel action of {day} takes effect in none of them.", Assert.Throws<InputException>(() => Told(action)).Message);
    }

    [Fact]
    public void Person_NotInTheRoster_SaysHowManyThereAre() => Assert.Equal(
        "The roster has no person 'P9'; people in it: 1.",
        Assert.Throws<InputException>(() => PersonPath.Explain(TestWorld.Quiet, TestWorld.Input(Person), "P9", 2027, YearBasis.Fiscal, [])).Message);

    private static PersonExplanation Of(int year, YearBasis basis, params PersonnelAction[] actions) => PersonPath.Explain(TestWorld.Quiet, TestWorld.Input(Person), "P1", year, basis, actions);

    private static IEnumerable<DateOnly> Dates(int year, YearBasis basis, PersonnelAction action) => Of(year, basis, action).Salary.Select(s => s.Date);
}
