using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Hours;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Deployment.Hours;

public sealed class HoursAnalysisTests
{
    private static readonly DateOnly Sunday = new(2025, 1, 12);
    private static readonly HoursPolicy Policy = new(4, 2, 0.5, 0.75, 0.25, 0.25, 8, 0.10);

    [Theory]
    [InlineData(80, 0, 0, 0)]
    [InlineData(60, 20, 0, 0)]
    [InlineData(60, 10, 10, 0)]
    [InlineData(60, 10, 0, 10)]
    [InlineData(95, 0, 0, 0)]
    public void Missing_FullTime_IsWhatNothingAccountsFor(double worked, double leave, double nonPay, double missing)
    {
        var record = Hours(0, worked) with { NonPay = nonPay, TimeOff = new Dictionary<TimeOffKind, double> { [TimeOffKind.Leave] = leave } };

        Assert.Equal(missing, HoursRules.Missing(record, 80));
    }

    [Fact]
    public void Review_HoursNotAccountedFor_NameTheParagraph()
    {
        var shortfall = Assert.Single(Review(Person(WorkSchedule.FullTime, 80), Hours(0, 70)).Shortfalls);

        Assert.Equal((10d, "158.705(d)(6)"), (shortfall.Hours, shortfall.Rule.Paragraph));
    }

    [Fact]
    public void Review_ContingentHours_StopAtTheMaximumOfTheAppointment()
    {
        var person = Person(WorkSchedule.Contingent, 30) with { AppointmentMaximumHours = 100 };

        var shortfall = Assert.Single(Review(person, Hours(0, 60), Hours(1, 60)).Shortfalls);

        Assert.Equal((20d, "158.705(d)(4)"), (shortfall.Hours, shortfall.Rule.Paragraph));
        Assert.Equal(Sunday.AddDays(14), shortfall.PeriodStart);
    }

    [Fact]
    public void Signal_PartTimeExceededInHalfOfThePeriods_ProposesFullTime()
    {
        var signal = Assert.Single(Review(Person(WorkSchedule.PartTime, 48), Hours(0, 60), Hours(1, 48), Hours(2, 62), Hours(3, 40)).Signals);

        Assert.Equal(WorkSchedule.FullTime, signal.Proposed);
        Assert.Equal("158.705(b)(5)", signal.Rule.Paragraph);
        // 32 hours more in 26 work periods at 100,000 / 2,087 = 47.92 an hour.
        Assert.Equal(32 * 26 * 4792, signal.AnnualCents);
    }

    [Fact]
    public void Signal_PartTimeExceededOnceInFour_IsNone() =>
        Assert.Empty(Review(Person(WorkSchedule.PartTime, 48), Hours(0, 60), Hours(1, 48), Hours(2, 48), Hours(3, 40)).Signals);

    [Fact]
    public void Signal_OldPeriods_DoNotCount() =>
        Assert.Empty(Review(Person(WorkSchedule.PartTime, 48), Hours(0, 60), Hours(1, 60), Hours(2, 48), Hours(3, 48), Hours(4, 48), Hours(5, 60)).Signals);

    [Fact]
    public void Signal_RegularContingentWork_ProposesPartTime()
    {
        var signal = Assert.Single(Review(Person(WorkSchedule.Contingent, 30), Hours(0, 40), Hours(1, 44), Hours(2, 40), Hours(3, 44)).Signals);

        Assert.Equal((WorkSchedule.PartTime, 42, "158.705(b)(6)", 0L), (signal.Proposed, signal.ProposedHours, signal.Rule.Paragraph, signal.AnnualCents));
    }

    [Fact]
    public void Signal_SporadicContingentWork_IsNone() => Assert.Empty(Review(Person(WorkSchedule.Contingent, 30), Hours(0, 80), Hours(1, 5), Hours(2, 60), Hours(3, 0)).Signals);

    [Fact]
    public void Evidence_UncommonDuration_IsPricedAndExtraHoursArePaidNothing()
    {
        var review = Review(Person(WorkSchedule.FullTime, 80), Hours(0, 100), Hours(1, 99));

        var evidence = Assert.Single(review.Evidence);
        Assert.Equal((1, 1, 20d), (evidence.Called, evidence.Eligible, evidence.Beyond));
        // A tenth of 80 hours at 47.92.
        Assert.Equal(38336, evidence.Cents);
        Assert.Equal(39, review.Totals[0].Beyond);
    }

    [Theory]
    [InlineData(AppointmentType.Advisory, 100_000)]
    [InlineData(AppointmentType.Continuing, 200_000)]
    public void Evidence_WhoMayNotBePaid_CountsAndCostsNothing(AppointmentType appointment, long salary)
    {
        var evidence = Assert.Single(Review(Person(WorkSchedule.FullTime, 80) with { Appointment = appointment, Salary = salary }, Hours(0, 110)).Evidence);

        Assert.Equal((1, 0, 0L), (evidence.Called, evidence.Eligible, evidence.Cents));
    }

    [Fact]
    public void Review_NobodyOfTheRoster_IsNone() => Assert.Null(new HoursAnalysis([], Policy, Parameters(), 2025).Review([Hours(0, 80)]));

    private static HoursReview Review(RosterPerson person, params HoursRecord[] records) => new HoursAnalysis([person], Policy, Parameters(), 2025).Review(records)!;

    private static HoursRecord Hours(int period, double worked) => new("P1", Sunday.AddDays(14 * period), worked, 0);

    private static RosterPerson Person(WorkSchedule schedule, int hours) => new(
        "P1", "CISA", "CSD", "DC", "Technical", "TEC", "11001", "DCB", AppointmentType.Continuing, schedule, hours, new DateOnly(2020, 1, 5), 95_000, 100_000, HealthPlan.None, 2);

    private static ParameterReader Parameters()
    {
        Parameter Row(string name, double value) => new(name, 2021, value, "", ParameterMark.Regulation, "", "", "");
        return new ParameterReader(
            new ParameterSet([Row("full_time_hours", 80), Row("hourly_divisor", 2087), Row("nominal_work_periods_per_year", 26), Row("swc_percent_maximum", 0.25), Row("EX-IV", 195_200), Row("executive_rate_rounding", 100)]),
            new EconomyPath(new Dictionary<int, double>(), 0, 0, 0));
    }
}
