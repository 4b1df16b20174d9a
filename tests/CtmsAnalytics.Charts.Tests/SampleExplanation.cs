using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>An explanation made by hand: FY2028 of one person, whose every text can be made hostile. Every number in it is invented.</summary>
internal static class SampleExplanation
{
    public static readonly RatingAction Decided = new(new DateOnly(2028, 1, 2), 3);

    public static readonly TrainingAction Assumed = new(new DateOnly(2028, 3, 12), "Course", 245_000);

    private static readonly DateOnly FirstPeriod = new(2027, 9, 19);

    /// <summary>The explanation.</summary>
    /// <param name="text">Goes into every text of the roster, the scenario and the rules.</param>
    public static PersonExplanation Create(string text = "")
    {
        var lines = new List<PayLine>();
        for (var i = 0; i < 27; i++)
        {
            lines.Add(new PayLine(Period(i), Component.Salary, i == 0 ? 48_120 : 481_200, "158.622(d)", "80 h at 60.15 an hour" + text));
            lines.Add(new PayLine(Period(i), Component.HealthAndLife, i == 0 ? 7_611 : i < 8 ? 76_113 : 79_846, "158.653(a)", "health"));
        }

        lines.Insert(20, new PayLine(Period(10), Component.RecognitionPayment, 1_925_130, "158.632", "recognition payment"));
        lines.Add(new PayLine(Period(16), Component.RecognitionPayment, 1_925_130, "158.632", "recognition payment"));
        var cut = new RuleReference("recognition payment limit" + text, "158.632(a)", "cut");
        return new PersonExplanation(
            new RosterPerson("S0071" + text, "CISA" + text, "CSD", "DC", "Technical", "TEC", "13121", "ATL", AppointmentType.Continuing, WorkSchedule.FullTime, 80, new DateOnly(2022, 10, 9), 128_500, 128_500, HealthPlan.SelfAndFamily, 2),
            "Baseline" + text,
            2028,
            YearBasis.Fiscal,
            [
                new SalaryStep(new DateOnly(2027, 1, 10), "salary at the start" + text, "158.620", "TEC", "ATL", 99_960, 160_140, 125_500, 0, 0, 232_600, 298_100, 0),
                new SalaryStep(Period(8).FirstDay, "recognition adjustment of 4,000", "158.631", "TEC", "SF", 101_959, 163_343, 129_500, 23_310, 0.18, 237_300, 304_100, 1_200),
            ],
            lines,
            [new HoursLine(Period(1), "recognition time-off granted", 24, "158.633"), new HoursLine(Period(4), "recognition time-off used", 7.5, "158.633")],
            [
                new Finding("S0071", Period(8).FirstDay, cut, FindingUnit.Cents, 2_400_000, 1_925_130, "A payment is at most 20 % of salary." + text),
                new Finding("S0071", Period(9).FirstDay, new RuleReference("eligibility", "158.642(e)(2)", "cut"), FindingUnit.Cents, 90_000, 0, "Salary 205,000."),
                new Finding("S0071", Period(10).FirstDay, new RuleReference("eligibility", "158.642(e)(2)", "cut"), FindingUnit.Cents, 90_000, 0, "Salary 205,000."),
                new Finding("S0071", Period(12).FirstDay, new RuleReference("honorary recognition", "158.634", "granted"), FindingUnit.None, 0, 0, "Medal"),
            ],
            [new LimitPosition(2027, 29_810_000, 12_511_200, 0, 0, 0, 0, 0), new LimitPosition(2028, 30_410_000, 12_992_400, 3_850_260, 250_000, 0, 0, 0)],
            [Decided, Assumed],
            [
                new Parameter("EX-IV", 2026, 197_200, "USD/year", ParameterMark.Published, "5 U.S.C. 5315", "table", "Executive Schedule, EX-IV" + text),
                new Parameter("VP", 2026, 292_300, "USD/year", ParameterMark.Assumed, "158.613(b)", "grown", "Vice President"),
                new Parameter("VP", 2027, 298_100, "USD/year", ParameterMark.Assumed, "158.613(b)", "grown", "Vice President"),
                new Parameter("VP", 2028, 304_100, "USD/year", ParameterMark.Assumed, "158.613(b)", "grown", "Vice President"),
                new Parameter("VP", 2029, 310_200, "USD/year", ParameterMark.Assumed, "158.613(b)", "grown", "Vice President"),
            ],
            ["Mission impact rating 3 at the review." + text]);
    }

    /// <summary>A work period of the year: the first has one of its ten weekdays in it.</summary>
    public static WorkPeriod Period(int index)
    {
        var first = FirstPeriod.AddDays(14 * index);
        var last = first.AddDays(13);
        return new WorkPeriod(123 + index, first, last, last.AddDays(12), index == 0 ? 2027 : 2028, 10, index == 0 ? 9 : 10, last.AddDays(12).Year, 1);
    }
}
