using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;
using static CtmsAnalytics.Tests.PayHistory.Story;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>What is told when a subrange, a limitation or a range meets a salary.</summary>
public sealed class SalaryFindingsTests
{
    private static readonly SalaryLimitation Half = new(null, 500_000);
    private static readonly Scenario Wide = High(100_000, 400_000, Half);

    [Theory]
    [InlineData(59_999, "below subrange minimum: Structure salary 59,999 lies below the minimum of LOW, 60,000; nothing raises it by itself.")]
    [InlineData(60_000, null)]
    [InlineData(120_000, null)]
    [InlineData(120_001, "above subrange maximum: Structure salary 120,001 lies above the maximum of LOW, 120,000; it is kept and gets no adjustment.")]
    public void Start_SalaryAroundTheSubrange_IsReportedOutsideOfIt(long salary, string? told)
    {
        var findings = TestWorld.Quiet.Told(TestWorld.Person(salary: salary), 2026).Findings;
        Assert.Equal(told is null ? [] : [told], findings.Select(f => $"{f.Rule.Name}: {f.Why}"));
        Assert.All(findings, f => Assert.Equal((TestWorld.Start, FindingUnit.AnnualDollars, salary, salary), (f.Date, f.Unit, f.Before, f.After)));
    }

    [Theory]
    [InlineData(60_000, "people paid at it move to the new one")]
    [InlineData(60_001, "people left between the two are raised as well (assumed)")]
    [InlineData(62_999, "people left between the two are raised as well (assumed)")]
    [InlineData(63_000, null)]
    [InlineData(63_001, null)]
    public void RaisedMinimum_AroundTheOldAndTheNewOne_RaisesWhoIsBelow(long salary, string? who)
    {
        var told = Changed(TestWorld.Subrange(TestWorld.Low, 63_000, 120_000)).Told(TestWorld.Person(salary: salary), 2027);
        Assert.Equal(
            who is null ? [] : [Dollars(Day, StructureAdjustment.RaisedMinimum, salary, 63_000, $"The minimum of LOW rises from 60,000 to 63,000; {who}. This is not a recognition adjustment.")],
            told.Findings);
        var step = told.Salary[^1];
        Assert.Equal((Day, Math.Max(salary, 63_000)), (step.Date, step.Salary));
        Assert.Equal("subrange LOW 60,000-120,000 becomes 63,000-120,000" + (who is null ? "" : "; raised subrange minimum"), step.Reason);
        Assert.Equal("158.611(e)" + (who is null ? "" : "; 158.621(c)"), step.Paragraph);
    }

    [Fact]
    public void ChangedPolicy_OnlyTheMaximum_IsTheReasonOfTheStep()
    {
        var told = Changed(TestWorld.Subrange(TestWorld.Low, 60_000, 130_000)).Told(Person, 2027);
        Assert.Equal("subrange LOW 60,000-120,000 becomes 60,000-130,000", told.Salary[^1].Reason);
        Assert.Equal((60_000L, 130_000L), (told.Salary[^1].Minimum, told.Salary[^1].Maximum));
    }

    [Fact]
    public void ChangedPolicy_AnotherLevelsSubrange_IsNoStep() =>
        Assert.Equal(TestWorld.Start, Assert.Single(Changed(TestWorld.Policy.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 110_000, 250_000)).Told(Person, 2027).Salary).Date);

    [Theory]
    [InlineData(60_000, 0)]
    [InlineData(75_000, 0.25)]
    [InlineData(120_000, 1)]
    public void Step_InTheSubrange_HasItsPlaceInIt(long salary, double place) =>
        Assert.Equal(place, TestWorld.Quiet.Told(TestWorld.Person(salary: salary), 2026).Salary[0].RangePenetration);

    [Fact]
    public void Adjustment_NothingInTheWay_IsTheOnlyFinding() => Assert.Equal(
        [Dollars(Day, PersonPath.Adjustment, 104_350, 109_568, "5 % of structure salary from the decision of 2027-02-07.")],
        Told(new RecognitionAdjustmentAction(Day, 0.05)).Findings);

    [Fact]
    public void Adjustment_PastTheControlPoint_StopsThere() => Assert.Equal(
        [
            Dollars(Day, RecognitionAdjustment.ControlPoint, 220_000, 210_000, "The control point of HIGH is 210,000."),
            Dollars(Day, PersonPath.Adjustment, 200_000, 210_000, "10 % of structure salary from the decision of 2027-02-07."),
        ],
        High(100_000, 250_000, Half, 210_000).Told(TestWorld.Person(salary: 200_000, level: TestWorld.High), 2027, new RecognitionAdjustmentAction(Day, 0.10)).Findings);

    [Fact]
    public void Adjustment_PastTheMaximum_StopsThere() => Assert.Equal(
        [
            Dollars(Day, RecognitionAdjustment.Maximum, 126_500, 120_000, "No adjustment goes past 120,000, the maximum of LOW or its limitation."),
            Dollars(Day, PersonPath.Adjustment, 115_000, 120_000, "10 % of structure salary from the decision of 2027-02-07."),
        ],
        TestWorld.Quiet.Told(TestWorld.Person(salary: 115_000), 2027, new RecognitionAdjustmentAction(Day, 0.10)).Findings);

    [Fact]
    public void Adjustment_PastTheLimitation_StopsThereAsAtAMaximum() => Assert.Equal(
        [
            Dollars(Day, RecognitionAdjustment.Maximum, 242_000, 228_000, "No adjustment goes past 228,000, the maximum of HIGH or its limitation."),
            Dollars(Day, PersonPath.Adjustment, 220_000, 228_000, "10 % of structure salary from the decision of 2027-02-07."),
        ],
        TestWorld.Quiet.Told(TestWorld.Person(salary: 220_000, level: TestWorld.High), 2027, new RecognitionAdjustmentAction(Day, 0.10)).Findings);

    [Fact]
    public void Adjustment_PastTheStandardRange_StopsThere() => Assert.Equal(
        [
            Dollars(Day, SalaryRange.AdjustmentWithoutInvocation, 308_000, 284_600, "The salary range of the person ends at 284,600."),
            Dollars(Day, PersonPath.Adjustment, 280_000, 284_600, "10 % of structure salary from the decision of 2027-02-07."),
        ],
        Wide.Told(TestWorld.Person(salary: 280_000, level: TestWorld.High), 2027, new RecognitionAdjustmentAction(Day, 0.10)).Findings);

    [Fact]
    public void Adjustment_OverThePoolOfTheReview_IsScaledDown()
    {
        var review = new DateOnly(2027, 1, 10);
        var scenario = TestWorld.Quiet.With(p => p with { Recognition = p.Recognition with { RatingShares = [0, 1, 0], Guideline = [[0, 0, 0], [0.05, 0.05, 0.05], [0, 0, 0]], AdjustmentPool = 0.02 } });
        Assert.Equal(
            [
                Dollars(review, RecognitionAdjustment.Pool, 109_568, 106_437, "The organisation's pool holds 2,087 and the guideline asks for 5,218: everyone's adjustment is scaled down alike, to the dollar below."),
                Dollars(review, PersonPath.Adjustment, 104_350, 106_437, "5 % of structure salary from the review of 2027-01-10."),
            ],
            scenario.Told(Person, 2027).Findings);
    }

    [Fact]
    public void ExtendedRange_NotRenewable_IsRefused()
    {
        var told = Wide.Told(TestWorld.Person(salary: 200_000, level: TestWorld.High), 2027, new ExtendedRangeAction(Day, 300_000, "mission"));
        Assert.Equal([Dollars(Day, SalaryRange.NotRenewable, 300_000, 200_000, "The appointment is continuing, not renewable: the standard range holds.")], told.Findings);
        Assert.Single(told.Salary);
    }

    [Theory]
    [InlineData(284_600, false)]
    [InlineData(284_601, true)]
    public void ExtendedRange_Approved_IsReportedAboveTheStandardRange(long salary, bool reported)
    {
        var told = Wide.Told(Renewable(280_000), 2027, new ExtendedRangeAction(Day, salary, "mission"));
        var raise = Dollars(Day, PersonPath.Adjustment, 280_000, salary, "The salary that was approved by name for the extended range.");
        Assert.Equal(
            reported ? [raise, Dollars(Day, SalaryRange.PaidInExtendedRange, 284_600, 284_601, "Approved by name; the standard range ends at 284,600.")] : [raise],
            told.Findings);
        Assert.Equal((salary, 379_650L, "extended range approved by name: mission"), (told.Salary[^1].Salary, told.Salary[^1].RangeMaximum, told.Salary[^1].Reason));
    }

    [Fact]
    public void ExtendedRange_AdjustmentPastItsEnd_StopsThere()
    {
        var later = new DateOnly(2027, 5, 2);
        var told = Wide.Told(Renewable(280_000), 2027, new ExtendedRangeAction(Day, 370_000, "mission"), new RecognitionAdjustmentAction(later, 0.05));
        Assert.Equal(
            [
                Dollars(later, SalaryRange.ExtendedRange, 388_500, 379_650, "The salary range of the person ends at 379,650."),
                Dollars(later, PersonPath.Adjustment, 370_000, 379_650, "5 % of structure salary from the decision of 2027-05-02."),
                Dollars(later, SalaryRange.PaidInExtendedRange, 284_600, 379_650, "Approved by name; the standard range ends at 284,600."),
            ],
            told.Findings.Where(f => f.Date == later));
    }

    [Theory]
    [InlineData(284_600, AppointmentType.Continuing, false, 284_600)]
    [InlineData(284_601, AppointmentType.Continuing, true, 379_650)]
    [InlineData(284_601, AppointmentType.Advisory, true, 379_650)]
    [InlineData(284_601, AppointmentType.Renewable, false, 379_650)]
    public void AppointmentChange_InTheExtendedRange_IsRefusedOrEndsIt(long salary, AppointmentType to, bool refused, long range)
    {
        var (change, later) = (new DateOnly(2027, 5, 2), new DateOnly(2027, 8, 8));
        var told = Wide.Told(Renewable(280_000), 2027, new ExtendedRangeAction(Day, salary, "mission"), new AppointmentAction(change, to), new RecognitionAdjustmentAction(later, 0.10));
        Assert.Equal(
            refused ? [Dollars(change, SalaryRange.AppointmentChange, salary, salary, "Salary 284,601 lies above the standard range of 284,600: the appointment stays renewable.")] : [],
            told.Findings.Where(f => f.Date == change && f.Rule != SalaryRange.PaidInExtendedRange));
        Assert.Equal(!refused, told.Salary.Any(s => s.Reason == $"appointment becomes {to.ToString().ToLowerInvariant()}"));
        Assert.Equal(range > 284_600 ? 313_061 : 284_600, told.Salary[^1].Salary);
        Assert.Equal(range, told.Salary[^1].RangeMaximum);
    }

    [Fact]
    public void Limitation_SupplementRises_IsReportedAgainWithTheLargerCut()
    {
        var change = new DateOnly(2027, 5, 2);
        var person = TestWorld.Person(salary: 200_000, level: TestWorld.High, market: "CAP");
        var scenario = TestWorld.Quiet with
        {
            Policies = [new(new DateOnly(2026, 1, 1), Paying(0.20)), new(change, Paying(0.30))],
        };
        Assert.Equal(
            [Dollars(TestWorld.Start, SalaryCeilings.Limitation, 240_000, 228_000, "The limitation of HIGH is 228,000 a year.")],
            scenario.Told(person, 2026).Findings);

        // The appointment of February changes no figure: what was cut before is not told twice.
        var told = scenario.Told(person, 2027, new AppointmentAction(Day, AppointmentType.Renewable));
        Assert.Equal(
            [
                Dollars(change, Supplement.Changed, 240_000, 260_000, "The supplement of CAP is 30 % of structure salary instead of 20 %; before ceilings."),
                Dollars(change, SalaryCeilings.Limitation, 260_000, 228_000, "The limitation of HIGH is 228,000 a year."),
            ],
            told.Findings);
        Assert.Equal([(TestWorld.Start, 12_000L), (Day, 12_000L), (change, 32_000L)], told.Salary.Select(s => (s.Date, s.Cut)));
        Assert.Equal("supplement of CAP from 20 % to 30 %", told.Salary[^1].Reason);

        static PayPolicy Paying(double supplement) => TestWorld.Policy with { Supplements = new Dictionary<string, double> { ["CAP"] = supplement } };
    }

    [Fact]
    public void StandardRange_SalaryWithSupplementAboveIt_IsCutAndNothingElse() => Assert.Equal(
        [Dollars(TestWorld.Start, SalaryCeilings.StandardRange, 300_000, 284_600, "The standard range ends at 284,600 a year, the Vice President's rate.")],
        Wide.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.20 } }).Told(TestWorld.Person(salary: 250_000, level: TestWorld.High, market: "CAP"), 2026).Findings);

    [Theory]
    [InlineData(99_999, true)]
    [InlineData(100_000, false)]
    [InlineData(100_001, false)]
    public void WorkLevel_SalaryAroundTheMinimumThatIsEntered_IsRaisedBelowIt(long salary, bool raised)
    {
        var told = TestWorld.Quiet.Told(TestWorld.Person(salary: salary), 2027, new WorkLevelAction(Day, TestWorld.High));
        Assert.Equal(raised ? [Dollars(Day, PersonPath.WorkLevelMove, 99_999, 100_000, "The subrange of HIGH begins at 100,000: a recognition adjustment raises the salary to it.")] : [], told.Findings);
        Assert.Equal((TestWorld.High, Math.Max(salary, 100_000), "work level LOW becomes HIGH"), (told.Salary[^1].WorkLevel, told.Salary[^1].Salary, told.Salary[^1].Reason));
    }

    [Fact]
    public void WorkLevel_RaisedToTheMinimum_IsPaidAsARecognitionAdjustment()
    {
        // 95,000 is 45.52 an hour, 100,000 is 47.92.
        var told = TestWorld.Quiet.Told(TestWorld.Person(salary: 95_000), 2027, new WorkLevelAction(Day, TestWorld.High));
        Assert.Equal([364_160L], told.Paid(Component.Salary).Select(p => p.Cents).Distinct());
        Assert.Equal((Day, 19_200L), (told.Paid(Component.RecognitionAdjustment)[0].Date, told.Paid(Component.RecognitionAdjustment)[0].Cents));
    }

    private static RosterPerson Renewable(long salary) => TestWorld.Person(salary: salary, level: TestWorld.High) with { Appointment = AppointmentType.Renewable };

    private static Scenario Changed(Subrange low, Subrange? high = null) => TestWorld.Quiet with
    {
        Policies =
        [
            TestWorld.Quiet.Policies[0],
            new DatedPolicy(Day, TestWorld.Policy with { Structure = TestWorld.Policy.Structure with { Subranges = [low, high ?? TestWorld.Policy.Structure.Subranges[1]] } }),
        ],
    };
}
