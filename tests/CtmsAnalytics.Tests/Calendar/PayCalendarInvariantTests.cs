using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Calendar;

/// <summary>What must hold for any payday lag, start and length of horizon: years of 26 and 27 paydays, leap years, fiscal year ends.</summary>
public sealed class PayCalendarInvariantTests
{
    private static readonly Arbitrary<(PayCalendar Calendar, IReadOnlyList<WorkPeriod> Periods)> Cases =
        (from lag in Gen.Choose(0, 30)
         from start in Gen.Choose(-60, 400)
         from years in Gen.Choose(1, 30)
         let calendar = WithLag(lag)
         select (calendar, calendar.Periods(calendar.Epoch.AddDays(14 * start), years))).ToArbitrary();

    [Fact]
    public void Periods_Always_FollowEachOtherFromSundayToSaturday() => Check((_, periods) =>
        periods.All(p => p.FirstDay.DayOfWeek == DayOfWeek.Sunday && p.LastDay.DayOfWeek == DayOfWeek.Saturday && p.Weekdays == 10 && p.LastDay.DayNumber - p.FirstDay.DayNumber == 13)
        && periods.Zip(periods.Skip(1)).All(p => p.Second.FirstDay == p.First.LastDay.AddDays(1) && p.Second.Number == p.First.Number + 1));

    [Fact]
    public void Paydays_CalendarYear_Are26Or27AndCountDownToOne() => Check((calendar, periods) =>
    {
        foreach (var year in periods.GroupBy(p => p.CalendarYear))
        {
            var paydays = year.ToList();
            if (!paydays.All(p => p.Payday.Year == year.Key && calendar.PaydaysBefore(p) + p.PaydaysLeft is 26 or 27)) return false;
            if (paydays.Zip(paydays.Skip(1)).Any(p => p.Second.PaydaysLeft != p.First.PaydaysLeft - 1)) return false;
            if (year.Key < periods[^1].CalendarYear && paydays[^1].PaydaysLeft != 1) return false;
        }

        return true;
    });

    [Fact]
    public void FiscalYears_WholeOnes_HoldEveryWeekdayOfTheirDays() => Check((calendar, periods) =>
        periods.SelectMany(p => new[] { (Year: p.FirstFiscalYear, Days: p.WeekdaysInFirstFiscalYear), (Year: p.FirstFiscalYear + 1, Days: p.Weekdays - p.WeekdaysInFirstFiscalYear) })
            .GroupBy(x => x.Year)
            .Where(g => periods[0].FirstDay <= new DateOnly(g.Key - 1, 10, 1) && periods[^1].LastDay >= new DateOnly(g.Key, 9, 30))
            .All(g => g.Sum(x => x.Days) * 8.0 == calendar.CompensableHours(g.Key) && calendar.CompensableHours(g.Key) is 2080 or 2088 or 2096));

    [Fact]
    public void SplitByFiscalYear_AnyAmount_LosesNoCentAndFavoursTheEarlierYearByLessThanOne() => Prop.ForAll(Cases, Gen.Choose(0, int.MaxValue).ToArbitrary(), (c, cents) =>
        c.Periods.All(p =>
        {
            var (first, next) = p.SplitByFiscalYear(cents);
            var exact = (decimal)cents * (p.Weekdays - p.WeekdaysInFirstFiscalYear) / p.Weekdays;
            return first + next == cents && next <= exact && exact - next < 1;
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static void Check(Func<PayCalendar, IReadOnlyList<WorkPeriod>, bool> holds) =>
        Prop.ForAll(Cases, c => holds(c.Calendar, c.Periods)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static PayCalendar WithLag(int days) => new(new ParameterReader(
        new ParameterSet(TestWorld.Figures.Select(f => f.Name == "payday_lag_days" ? f with { Value = days } : f)), TestWorld.Quiet.Economy));
}
