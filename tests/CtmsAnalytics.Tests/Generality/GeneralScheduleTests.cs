using CtmsAnalytics.Compensation;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Generality;

/// <summary>
/// Another pay system through the same rules: each grade of the General Schedule is a subrange from step 1 to step 10, a step is a salary inside it, the locality payment is the
/// supplement of the worksite's market, and the cap at level IV of the Executive Schedule is the limitation of every subrange.
/// </summary>
public sealed class GeneralScheduleTests
{
    private const int Year = 2026;
    private const long NoRangeLimit = 1_000_000;
    private const int Divisor = 2087;

    // OPM, Salary Table 2026-SF, https://www.opm.gov/policy-data-oversight/pay-leave/salaries-wages/salary-tables/26Tables/html/SF.aspx (stars mark rates at level IV).
    private const string SanFrancisco2026 = """
        1 33049 34157 35256 36351 37447 38089 39177 40271 40317 41338
        2 37160 38044 39276 40317 40767 41966 43164 44363 45561 46760
        3 40548 41900 43252 44604 45957 47309 48661 50013 51365 52718
        4 45516 47034 48551 50069 51586 53104 54621 56139 57656 59174
        5 50925 52622 54320 56017 57715 59413 61110 62808 64505 66203
        6 56767 58659 60551 62443 64335 66228 68120 70012 71904 73796
        7 63081 65184 67287 69390 71493 73596 75699 77802 79905 82007
        8 69860 72188 74516 76845 79173 81501 83829 86158 88486 90814
        9 77161 79733 82306 84879 87451 90024 92597 95169 97742 100315
        10 84971 87803 90634 93466 96298 99129 101961 104793 107624 110456
        11 93358 96470 99583 102696 105808 108921 112034 115146 118259 121371
        12 111896 115626 119356 123087 126817 130547 134277 138007 141738 145468
        13 133060 137495 141931 146366 150802 155237 159673 164109 168544 172980
        14 157236 162478 167720 172962 178204 183446 188688 193930 197200 197200
        15 184950 191116 197200 197200 197200 197200 197200 197200 197200 197200
        """;

    private static readonly IReadOnlyDictionary<(int Grade, int Step), long> Base = GeneralSchedule.Base(Year);
    private static readonly IReadOnlyDictionary<string, decimal> Locality = GeneralSchedule.Locality(Year);
    private static readonly long LevelIv = GeneralSchedule.ExecutiveLevelIv(Year);

    public static TheoryData<string> Areas => [.. GeneralSchedule.Locality(Year).Keys];

    [Fact]
    public void Tables_2026_AreWhole() => Assert.Equal((150, 58, 197_200L), (Base.Count, Locality.Count, LevelIv));

    [Theory]
    [MemberData(nameof(Areas))]
    public void WorkPeriodSalary_EveryGradeAndStep_IsThePublishedRate(string area)
    {
        var percent = Locality[area];
        foreach (var ((grade, step), rate) in Base)
        {
            var paid = Rule(rate, percent).Salary;

            Assert.True(GeneralSchedule.Paid(rate, percent, LevelIv) == paid, $"GS-{grade} step {step} in {area}: {paid}");
        }
    }

    [Fact]
    public void WorkPeriodSalary_SanFrancisco2026_IsTheTableThatOpmPublished()
    {
        var lines = SanFrancisco2026.ReplaceLineEndings("\n").Split('\n').Select(l => l.Split(' ').Select(long.Parse).ToArray()).ToList();
        Assert.Equal(15, lines.Count);
        foreach (var line in lines)
        {
            for (var step = 1; step <= 10; step++)
                Assert.Equal((line[0], step, line[step]), (line[0], step, Rule(Base[((int)line[0], step)], Locality["SF"]).Salary));
        }
    }

    // As articles on the 2026 tables quote them (Washington, 33.94 %): GS-5/1 46,610; GS-7/1 57,736; GS-12/1 102,415; GS-15/10 at level IV.
    // https://namegenerator.biz/gs-scale-washington-dc-explained-simply-your-2026-pay-guide-ozc
    [Theory]
    [InlineData(5, 1, 46_610)]
    [InlineData(7, 1, 57_736)]
    [InlineData(12, 1, 102_415)]
    [InlineData(15, 10, 197_200)]
    public void WorkPeriodSalary_Washington2026_IsTheQuotedRate(int grade, int step, long salary) => Assert.Equal(salary, Rule(Base[(grade, step)], Locality["DCB"]).Salary);

    [Theory]
    [InlineData(6, 4, "HOU", 57_605)]
    [InlineData(12, 4, "HOU", 113_549)]
    public void WorkPeriodSalary_ExactHalfDollar_GoesUp(int grade, int step, string area, long salary) => Assert.Equal(salary, Rule(Base[(grade, step)], Locality[area]).Salary);

    [Fact]
    public void WorkPeriodSalary_WorkedExample_GivesHourlyBiweeklyAndYearly()
    {
        var pay = WorkPeriodSalary.Of(89_033, 0, 0, LevelIv, true, NoRangeLimit, 80, Divisor).Total;

        Assert.Equal((42_66, 3_412_80, 88_732_80, 92_145_60), (HourlyRate.FromAnnual(89_033, Divisor), pay, 26 * pay, 27 * pay));
    }

    [Fact]
    public void StructureDesign_StepsOneAndTen_IsTheGeneralScheduleWithItsWithinGradeSteps()
    {
        var ranges = StructureDesign.FromMinimumsAndMaximums([.. Grades.Select(g => (double)Base[(g, 1)])], [.. Grades.Select(g => (double)Base[(g, 10)])]);
        Assert.Equal(Grades.Select(g => (Base[(g, 1)], Base[(g, 10)])), ranges.Select(r => (r.Minimum, r.Maximum)));

        // From GS-3 on the steps are equal ninths of the range, so that a step is a place in it.
        foreach (var ((grade, step), rate) in Base.Where(b => b.Key.Grade >= 3))
        {
            var range = ranges[grade - 1];
            Assert.Equal(rate, InitialSalary.Of(range.Minimum, range.Maximum, (step - 1) / 9.0, 0, 0, LevelIv, true, NoRangeLimit).StructureSalary);
        }
    }

    [Fact]
    public void PointEstimate_EveryGradeStepAndArea_PaysThePublishedRates()
    {
        var structure = new SalaryStructure("General Schedule", new Dictionary<int, double>(), [.. Grades.Select(g => TestWorld.Subrange($"GS-{g}", Base[(g, 1)], Base[(g, 10)], "EX-IV"))]);
        var scenario = TestWorld.Quiet.With(p => p with { Structure = structure, Supplements = Locality.ToDictionary(l => l.Key, l => (double)(l.Value / 100)) }) with
        {
            Horizon = new Horizon(TestWorld.Start, 1),
        };
        var people = (
            from area in Locality
            from rate in Base
            select TestWorld.Person($"{area.Key}-{rate.Key.Grade}-{rate.Key.Step}", rate.Value, $"GS-{rate.Key.Grade}", area.Key) with
            {
                PayPlan = "GS",
                Salary = GeneralSchedule.Paid(rate.Value, area.Value, LevelIv),
            }).ToArray();
        var input = TestWorld.Input(people) with { Markets = [.. Locality.Keys.Select(code => new LocalMarket(code, code, null))] };

        // The projection says when the roster's salaries are not what it pays.
        Assert.Empty(PointEstimate.Run(scenario, input).Warnings);
        var underpaid = input with { Roster = [people[0] with { Salary = people[0].Salary - 1 }, .. people.Skip(1)] };
        Assert.Contains("For 1 of 8700 people", Assert.Single(PointEstimate.Run(scenario, underpaid).Warnings), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Grades => Enumerable.Range(1, 15);

    private static WorkPeriodSalary Rule(long rate, decimal percent) =>
        WorkPeriodSalary.Of(rate, 0, (double)(percent / 100), LevelIv, true, NoRangeLimit, 80, Divisor);
}
