using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PersonnelActions;

namespace CtmsAnalytics.Workspace.Tests.PersonnelActions;

public sealed class ActionsFileTests : IDisposable
{
    private static readonly DateOnly On = new(2027, 4, 11);

    private readonly ActionsFolder _folder = new();

    public static TheoryData<string, PersonnelAction> Kinds() => new()
    {
        { "rating: 3", new RatingAction(On, 3) },
        { "recognition_hold: { reason: in_question }", new RecognitionHoldAction(On, null, RecognitionHold.InQuestion) },
        { "recognition_hold: { reason: misconduct, until: 2027-08-01 }", new RecognitionHoldAction(On, new DateOnly(2027, 8, 1), RecognitionHold.Misconduct) },
        { "recognition_hold: { reason: released }", new RecognitionHoldAction(On, null, RecognitionHold.Released) },
        { "recognition_adjustment: { percent: 0.04 }", new RecognitionAdjustmentAction(On, 0.04) },
        { "recognition_payment: { percent: 0.10 }", new RecognitionPaymentAction(On, 0.10, false, false, PaymentForm.LumpSum, 1, 1, null) },
        {
            "recognition_payment: { percent: 0.30, approved: true, form: installments, count: 4, periods_between: 6, service_agreement_months: 24 }",
            new RecognitionPaymentAction(On, 0.30, true, false, PaymentForm.Installments, 4, 6, 24)
        },
        { "recognition_payment: { percent: 0.15, offer: true, form: recurring, count: 2 }", new RecognitionPaymentAction(On, 0.15, false, true, PaymentForm.Recurring, 2, 1, null) },
        { "time_off: { hours: 24 }", new TimeOffAction(On, 24, null, false) },
        { "time_off: { hours: 40, use_within_periods: 26, offer: true }", new TimeOffAction(On, 40, 26, true) },
        { "time_off_use: { hours: 16 }", new TimeOffUseAction(On, 16) },
        { "honorary_recognition: { name: Medal }", new HonoraryRecognitionAction(On, "Medal") },
        { "special_working_conditions: { program: incident-response }", new SpecialWorkingConditionsAction(On, "incident-response", 1, null) },
        { "special_working_conditions: { program: incident-response, periods: 2, percent: 0.20 }", new SpecialWorkingConditionsAction(On, "incident-response", 2, 0.20) },
        { "worksite: { county: \"06037\", expected_months: 8 }", new WorksiteAction(On, "06037", "LA", 8) },
        { "worksite: { county: 11001 }", new WorksiteAction(On, "11001", "DCB", null) },
        { "work_level: ADV", new WorkLevelAction(On, "ADV") },
        { "appointment: renewable", new AppointmentAction(On, AppointmentType.Renewable) },
        { "work_schedule: { schedule: full-time, hours: 80 }", new WorkScheduleAction(On, WorkSchedule.FullTime, 80) },
        { "work_schedule: { schedule: part-time, hours: 79 }", new WorkScheduleAction(On, WorkSchedule.PartTime, 79) },
        { "work_schedule: { schedule: contingent, hours: 80 }", new WorkScheduleAction(On, WorkSchedule.Contingent, 80) },
        { "hours_worked: 0", new HoursWorkedAction(On, 0) },
        { "extended_range: { salary: 320000, determination: Sole expert }", new ExtendedRangeAction(On, 320_000, "Sole expert") },
        { "student_loan: { amount: 10000 }", new StudentLoanAction(On, 1_000_000) },
        { "training: { name: Course, amount: 2450.25 }", new TrainingAction(On, "Course", 245_025) },
        { "separation: true", new SeparationAction(On) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_OneAction_IsTheTypedOne(string text, PersonnelAction expected) => Assert.Equal(expected, _folder.One(text));

    [Fact]
    public void Load_ActionsInAnyOrder_AreByDateAndOfOneDayInTheOrderOfTheFile()
    {
        var actions = _folder.Load("""
            person: S0001
            actions:
              - { on: 2028-01-02, rating: 3 }
              - { on: 2027-04-11, rating: 1 }
              - { on: 2028-01-02, work_level: ADV }
            """);

        Assert.Equal([new RatingAction(On, 1), new RatingAction(new DateOnly(2028, 1, 2), 3), new WorkLevelAction(new DateOnly(2028, 1, 2), "ADV")], actions);
    }

    [Fact]
    public void Load_NoActions_IsEmpty() => Assert.Empty(_folder.Load("person: S0001\nactions: []\n"));

    [Theory]
    [InlineData("0.5")]
    [InlineData("0.21")]
    [InlineData("0.0001")]
    public void Load_PaymentUpToTheHigherLimitWithoutApproval_IsNoError(string percent) =>
        Assert.IsType<RecognitionPaymentAction>(_folder.One($"recognition_payment: {{ percent: {percent} }}"));

    [Theory]
    [InlineData("2026-09-20")]
    [InlineData("2031-09-28")]
    public void Load_FirstAndLastDayOfTheHorizon_AreInside(string on) => Assert.Equal(DateOnly.ParseExact(on, "yyyy-MM-dd"), _folder.One("rating: 1", on).Effective);

    [Fact]
    public void Load_FileThatDoesNotExist_SaysSo()
    {
        var context = new Workspace.PersonnelActions.ActionsContext("S0001", null!, null!, null!);
        var missing = Assert.Throws<InputException>(() => Workspace.PersonnelActions.ActionsFile.Load("no-such-file.yaml", context));

        Assert.Equal("no-such-file.yaml does not exist. Name an actions file.", missing.Message);
    }

    public void Dispose() => _folder.Dispose();
}
