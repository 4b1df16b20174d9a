using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>
/// The scalar rules, the calendar and the random numbers against the exact answers of an independent implementation (fused numba and NumPy) of a reduced
/// projection: 2,000 people, 10 draws, 131 work periods.
/// </summary>
public sealed class ReducedWorkloadTests
{
    private const uint Seed = 20261121;
    private const long ExIv = 197_200;
    private const long Limit = 284_600_00;
    private static readonly long[] Minimum = [55_000, 68_000, 82_000, 99_000, 118_000, 140_000, 163_000, 185_000];
    private static readonly long[] Maximum = [82_000, 101_000, 122_000, 147_000, 175_000, 197_000, 228_000, 253_000];
    private static readonly double[] Hazard = [.16, .14, .12, .10, .09, .08, .07, .06];
    private static readonly double[] SwcShare = [.02, .03, .04, .05, .06, .05, .03, .01];
    private static readonly double[] SupplementOf = [0, .06, .12, .18, .22];
    private static readonly double[] Shares = [.10, .10 + .55, .10 + .55 + .27];
    private static readonly double[][] Guideline = [[0, 0, 0], [.030, .025, .015], [.055, .045, .030], [.085, .070, .050]];
    private static readonly GuidelineMatrix PlaceInRange = new(Guideline);
    private static readonly double[] PaymentShare = [0, .10, .35, .80];

    [Fact]
    public void ScalarRules_ReducedWorkload_MatchTheIndependentAnswerToTheCent()
    {
        var calendar = new PayCalendar(new ParameterReader(new ParameterSet(TestWorld.Figures), TestWorld.Quiet.Economy));
        var periods = calendar.Periods(new DateOnly(2026, 10, 4), 5);
        var totals = new long[4];
        for (var person = 0u; person < 2000; person++)
        {
            for (var draw = 0u; draw < 10; draw++) Project(person, draw, periods, totals);
        }

        Assert.Equal([1190861317296, 139507653360, 15925275947, 5191338922], totals);
    }

    private static void Project(uint person, uint draw, IReadOnlyList<WorkPeriod> periods, long[] totals)
    {
        var hash = ((person * 2654435761UL) + 12345) % (1UL << 32);
        var level = (int)(hash % 8);
        var supplement = SupplementOf[hash / 8 % 5];
        var salary = Minimum[level] + (long)Math.Floor(hash / 64 % 1000 / 1000.0 * (Maximum[level] - Minimum[level]));
        var life = -Math.Log(Philox.Block(person, draw, 0, 1, Seed).Uniform0);
        var hazard = 0.0;
        long paid = 0, additional = 0;
        var calendarYear = 0;
        for (var t = 0; t < periods.Count; t++)
        {
            var period = periods[t];
            if (period.CalendarYear != calendarYear)
            {
                calendarYear = period.CalendarYear;
                paid = additional = 0;
            }

            var when = (uint)(calendarYear - 2026);
            var payment = 0.0;
            if (t > 0 && period.FirstDay.Month == 1 && periods[t - 1].FirstDay.Month == 12)
            {
                var u = Philox.Block(person, draw, when, 2, Seed).Uniform0;
                var rating = Shares.Count(share => u >= share);
                var third = PlaceInRange.Band(salary, Minimum[level], Maximum[level]);
                salary = Math.Min(Maximum[level], RecognitionAdjustment.Raised(salary, Guideline[rating][third]));
                var drawn = Philox.Block(person, draw, when, 4, Seed);
                if (drawn.Uniform0 < PaymentShare[rating]) payment = 0.02 + (0.08 * drawn.Uniform1);
            }

            var total = Supplement.SalaryWith(salary, supplement);
            var pay = HourlyRate.WorkPeriodPay(total, 80, 2087);
            var own = HourlyRate.WorkPeriodPay(salary, 80, 2087);
            var headroom = Headroom.Of(Limit, paid, pay, period.PaydaysLeft, additional);
            var recognition = Math.Min(headroom, RecognitionPayment.Amount(total, payment));
            var special = 0L;
            if (SwcPayment.Excludes(total, ExIv, AppointmentType.Continuing) is null)
            {
                var drawn = Philox.Block(person, draw, (uint)t, 3, Seed);
                if (drawn.Uniform0 < SwcShare[level]) special = Math.Min(headroom - recognition, SwcPayment.Amount(pay, 0.10 + (0.15 * drawn.Uniform1)));
            }

            additional += recognition + special;
            paid += pay;
            ReadOnlySpan<long> parts = [own, pay - own, recognition, special];
            for (var c = 0; c < parts.Length; c++)
            {
                var (first, next) = period.SplitByFiscalYear(parts[c]);
                totals[c] += first + (period.FirstFiscalYear + 1 <= 2031 ? next : 0);
            }

            hazard += Hazard[level] / 26.0;
            if (hazard >= life) break;
        }
    }
}
