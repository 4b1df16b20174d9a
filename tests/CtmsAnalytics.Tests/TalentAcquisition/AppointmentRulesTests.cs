using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.TalentAcquisition;

public sealed class AppointmentRulesTests
{
    private static readonly DateOnly Day = new(2026, 9, 20);

    [Fact]
    public void Term_FourYears_IsRefusedByItsParagraph()
    {
        var (terms, refused) = RenewableAppointment.Terms(Day, [48], 3, 0);

        Assert.Empty(terms);
        Assert.Equal(("158.523(a)", "refused"), (refused!.Paragraph, refused.Effect));
        Assert.Null(RenewableAppointment.Offends(36, 3));
        Assert.NotNull(RenewableAppointment.Offends(37, 3));
    }

    [Fact]
    public void Terms_RenewedTwice_FollowOneAnother()
    {
        var (terms, refused) = RenewableAppointment.Terms(Day, [36, 12, 36], 3, 0);

        Assert.Null(refused);
        Assert.Equal([new(Day, new(2029, 9, 19)), new(new(2029, 9, 20), new(2030, 9, 19)), new(new(2030, 9, 20), new DateOnly(2033, 9, 19))], terms);
        Assert.Equal(new DateOnly(2033, 9, 20), RenewableAppointment.RenewalDue(terms));
    }

    [Fact]
    public void Terms_PolicyAllowsOneRenewal_RefuseTheSecond()
    {
        var (terms, refused) = RenewableAppointment.Terms(Day, [36, 36, 36], 3, 1);

        Assert.Equal(2, terms.Count);
        Assert.Same(RenewableAppointment.Renewals, refused);
        Assert.Equal(new DateOnly(2032, 9, 20), RenewableAppointment.RenewalDue(terms));
    }

    [Fact]
    public void Policy_ShippedParameters_AreThoseOfTheTextsAndOfTheAssumptions() =>
        Assert.Equal(new AppointmentPolicy(3, 0, 3, false, 22, 2, 0.8), AppointmentPolicy.Of(new ParameterReader(new ParameterSet(TestWorld.Figures), TestWorld.Quiet.Economy), 2026));

    [Fact]
    public void InitialPeriod_FirstAppointment_EndsThreeYearsLater() => Assert.Equal(new DateOnly(2029, 9, 19), LastDay(new ServiceSpell(Day, null, AppointmentType.Continuing)));

    [Fact]
    public void InitialPeriod_EarlierService_CountsDayByDay()
    {
        var year = new ServiceSpell(new(2022, 1, 1), new DateOnly(2022, 12, 31), AppointmentType.Renewable);

        Assert.Equal(new DateOnly(2029, 9, 19).AddDays(-365), LastDay(year, new ServiceSpell(Day, null, AppointmentType.Continuing)));
        Assert.Equal(Day.AddDays(-1), LastDay(year with { FirstDay = new(2015, 1, 1) }, new ServiceSpell(Day, null, AppointmentType.Continuing)));
    }

    [Fact]
    public void InitialPeriod_AdvisoryAnnuitantAndUncompensatedService_DoNotCount()
    {
        var year = new ServiceSpell(new(2022, 1, 1), new DateOnly(2022, 12, 31), AppointmentType.Renewable);
        var present = new ServiceSpell(Day, null, AppointmentType.Continuing);

        foreach (var spell in new[] { year with { Appointment = AppointmentType.Advisory }, year with { IsAnnuitant = true }, year with { IsUncompensated = true } })
        {
            Assert.Equal(LastDay(present), LastDay(spell, present));
            Assert.Equal("158.524(c)", InitialServicePeriod.Refusal(spell)!.Paragraph);
        }

        Assert.Null(LastDay(present with { Appointment = AppointmentType.Advisory }));
    }

    [Fact]
    public void InitialPeriod_PartTimeAndNonpay_FollowPolicy()
    {
        var half = new ServiceSpell(Day, null, AppointmentType.Continuing) { ShareOfFullTime = 0.5 };
        var absent = new ServiceSpell(Day, null, AppointmentType.Continuing) { NonpayWorkdays = 32 };

        Assert.Equal(new DateOnly(2029, 9, 19), LastDay(half));
        Assert.Equal(Day.AddDays((2 * 1096) - 1), InitialServicePeriod.LastDay([half], 3, true, 22));
        // Ten workdays more than count are two weeks.
        Assert.Equal(new DateOnly(2029, 10, 3), LastDay(absent));
        Assert.Equal(new DateOnly(2029, 9, 19), LastDay(absent with { NonpayWorkdays = 22 }));
    }

    [Fact]
    public void InitialPeriod_MoreEarlierService_NeverEndsLater() => Prop.ForAll(
        (from length in Gen.Choose(1, 2000) from more in Gen.Choose(0, 500) from absent in Gen.Choose(0, 100) select (length, more, absent)).ToArbitrary(),
        c =>
        {
            ServiceSpell Earlier(int days) => new(new(2018, 1, 1), new DateOnly(2018, 1, 1).AddDays(days), AppointmentType.Renewable) { NonpayWorkdays = c.absent };
            var present = new ServiceSpell(Day, null, AppointmentType.Continuing);
            Assert.True(LastDay(Earlier(c.length + c.more), present) <= LastDay(Earlier(c.length), present));
            Assert.True(LastDay(Earlier(c.length), present) <= LastDay(present));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void InitialPeriod_OverlappingSpells_AreNamed() =>
        Assert.Throws<ArgumentException>(() => LastDay(new ServiceSpell(Day, null, AppointmentType.Renewable), new ServiceSpell(Day.AddDays(9), null, AppointmentType.Continuing)));

    [Theory]
    [InlineData(AppointmentType.Continuing, AppointmentType.Renewable, 1, 0.9, 0.9, "158.525(c)")]
    [InlineData(AppointmentType.Renewable, AppointmentType.Continuing, 2, null, null, "158.525(c)")]
    [InlineData(AppointmentType.Continuing, AppointmentType.Continuing, 3, 0.9, 0.9, "158.525(b)(1)")]
    [InlineData(AppointmentType.Continuing, AppointmentType.Continuing, 1, 0.7, 0.9, "158.525(b)(1)")]
    [InlineData(AppointmentType.Continuing, AppointmentType.Continuing, 1, 0.9, 0.7, "158.525(b)(1)")]
    [InlineData(AppointmentType.Advisory, AppointmentType.Continuing, 1, 1.0, 1.0, "158.525(d)")]
    [InlineData(AppointmentType.Continuing, AppointmentType.Advisory, 1, 1.0, 1.0, "158.525(e)")]
    public void Reassessment_FormerEmployee_RestsOnTimeAndSimilarity(AppointmentType former, AppointmentType next, int years, double? work, double? qualifications, string paragraph) =>
        Assert.Equal(paragraph, Reassessment.Of(former, next, Day, Day.AddYears(years), work, qualifications, 2, 0.8).Paragraph);

    private static DateOnly? LastDay(params ServiceSpell[] service) => InitialServicePeriod.LastDay(service, 3, false, 22);
}
