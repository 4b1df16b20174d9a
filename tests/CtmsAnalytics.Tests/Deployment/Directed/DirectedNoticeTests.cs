using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Directed;

namespace CtmsAnalytics.Tests.Deployment.Directed;

public sealed class DirectedNoticeTests
{
    private static readonly DateOnly Effective = new(2025, 10, 5);
    private static readonly DirectedAssignment Plan = new("P1", "12033", Effective, null);

    [Theory]
    [InlineData("2026-04-03", DirectedKind.Temporary)]
    [InlineData("2026-04-04", DirectedKind.OtherArea)]
    [InlineData("2026-04-05", DirectedKind.OtherArea)]
    public void KindOf_AroundSixMonths_IsTemporaryBelow(string last, DirectedKind kind) =>
        Assert.Equal(kind, DirectedNotice.KindOf(Plan with { ExpectedLast = DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture) }, false, 6));

    [Fact]
    public void LastDay_NinetyDays_IsCountedBack() => Assert.Equal(new DateOnly(2025, 7, 7), DirectedNotice.LastDay(Effective, 90));

    [Fact]
    public void Problem_NoticeOneDayLate_NeedsWrittenConsent()
    {
        var late = Plan with { Consultation = new DateOnly(2025, 6, 1), Notice = new DateOnly(2025, 7, 8) };

        var problem = DirectedNotice.Problem(late, DirectedKind.OtherArea, 90);

        Assert.Contains("1 days too late", problem!.Value.Problem, StringComparison.Ordinal);
        Assert.Contains("2025-10-06", problem.Value.Problem, StringComparison.Ordinal);
        Assert.Null(DirectedNotice.Problem(late with { Consents = true }, DirectedKind.OtherArea, 90));
        Assert.Null(DirectedNotice.Problem(late with { Notice = new DateOnly(2025, 7, 7) }, DirectedKind.OtherArea, 90));
    }

    [Fact]
    public void Problem_NoConsultationBeforeTheNotice_IsNamedOutsideTheAreaOnly()
    {
        var noticed = Plan with { Notice = new DateOnly(2025, 6, 1) };

        Assert.Equal("158.708(d)", DirectedNotice.Problem(noticed, DirectedKind.OtherArea, 90)!.Value.Rule.Paragraph);
        Assert.Null(DirectedNotice.Problem(noticed, DirectedKind.SameArea, 30));
    }

    [Fact]
    public void Cents_ByKind_AreThoseOfTheRates()
    {
        var rates = new TravelRates(10_000, 30, 200, 1_000, 500, 0.25);

        Assert.Equal(100 * (1_000 + (10 * 200)), rates.Cents(DirectedKind.Temporary, true, 10));
        Assert.Equal((long)(100 * 17_500 * 1.25), rates.Cents(DirectedKind.OtherArea, true, 0));
        Assert.Equal(0, rates.Cents(DirectedKind.SameArea, true, 0));
        Assert.Equal(0, rates.Cents(DirectedKind.OtherArea, false, 0));
    }

    [Theory]
    [InlineData(AppointmentType.Continuing, DetailDestination.Intergovernmental, false, null)]
    [InlineData(AppointmentType.Renewable, DetailDestination.Intergovernmental, false, "158.707(c)")]
    [InlineData(AppointmentType.Renewable, DetailDestination.Congress, false, null)]
    [InlineData(AppointmentType.Advisory, DetailDestination.Congress, false, "158.707(a)")]
    [InlineData(AppointmentType.Continuing, DetailDestination.Competitive, false, "158.707(a)(3)")]
    [InlineData(AppointmentType.Continuing, DetailDestination.Competitive, true, null)]
    public void Excludes_ByAppointmentAndDestination(AppointmentType appointment, DetailDestination destination, bool approved, string? paragraph) =>
        Assert.Equal(paragraph, DetailRules.Excludes(appointment, destination, approved)?.Paragraph);
}
