using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>Recognition that lasts: payments in parts, service agreements and time-off, in a world in which everyone has the highest rating.</summary>
public sealed class RecognitionOverTimeTests
{
    private static readonly RecognitionPolicy Everyone = TestWorld.Policy.Recognition with
    {
        RatingShares = [0, 0, 1],
        PaymentShare = [0, 0, 1],
        PaymentPercent = [0, 0, 0.10],
        PaymentPool = 1,
    };

    [Fact]
    public void Payment_InInstalments_PaysTheSameDollarsAsALumpSum()
    {
        var lump = Run(Everyone);
        var parts = Run(Everyone with { PaymentForm = PaymentForm.Installments, PaymentCount = 7, PaymentPeriodsBetween = 2 });

        Assert.Equal(10_000_00 * 2, Paid(lump));
        Assert.Equal(Paid(lump), Paid(parts));
    }

    [Fact]
    public void Payment_InInstalments_LastPartsFallIntoLaterFiscalYears()
    {
        // The reviews of January 2027 and 2028, with a second part 20 periods later: in October.
        var parts = Run(Everyone with { PaymentForm = PaymentForm.Installments, PaymentCount = 2, PaymentPeriodsBetween = 20 });

        Assert.Equal(5_000_00, Paid(parts, 2027));
        Assert.Equal(10_000_00, Paid(parts, 2028));
        Assert.Contains(parts.Notes, n => n.StartsWith("Parts of recognition payments worth 5,000.00 dollars are due after", StringComparison.Ordinal));
    }

    [Fact]
    public void Payment_Recurring_StaysInsideTheLimitOfTheTotal()
    {
        var result = Run(Everyone with { PaymentPercent = [0, 0, 0.30], PaymentForm = PaymentForm.Recurring, PaymentCount = 3 });

        // 20 percent of 100,000 in three equal amounts: the odd cents are not paid.
        Assert.Equal(2 * 3 * 6_666_66, Paid(result));
        Assert.Contains(result.Rules, r => r.Rule == RecognitionPayment.Limit.Name && r.Cents == 10_000_00);
    }

    [Fact]
    public void Payment_InInstalments_PartsOfPeopleWhoLeaveLapse()
    {
        var leaving = new Dictionary<string, double> { [TestWorld.Low] = 0.5 };
        ProjectionResult In(PaymentForm form, int count) => PointEstimate.Run(
            Scenario(Everyone with { PaymentForm = form, PaymentCount = count }) with { Workforce = TestWorld.Quiet.Workforce with { SeparationHazard = leaving, Backfill = 0, PayElasticity = 0 } },
            TestWorld.Input(TestWorld.Person(salary: 100_000)));

        var lump = In(PaymentForm.LumpSum, 1);
        var parts = In(PaymentForm.Installments, 10);

        var lapsed = parts.Rules.Where(r => r.Rule == RecognitionPayment.Lapsed.Name).ToList();
        Assert.DoesNotContain(lump.Rules, r => r.Rule == RecognitionPayment.Lapsed.Name);
        Assert.All(lapsed, r => Assert.True(r.People > 0 && r.Effect == "forfeited"));
        // Shares of a cent: one rounding per period and part.
        Assert.InRange(Paid(parts) + lapsed.Sum(r => r.Cents) - Paid(lump), -40, 40);
        Assert.True(lapsed.Sum(r => r.Cents) > 500_00);
    }

    [Fact]
    public void Offer_LeavingBeforeTheAgreementEnds_IsReportedAsRepayment()
    {
        ProjectionResult For(int? months, double terms) => PointEstimate.Run(
            Scenario(TestWorld.Policy.Recognition) with
            {
                Workforce = TestWorld.Quiet.Workforce with
                {
                    SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 1.5 },
                    PayElasticity = 0,
                    OfferPaymentShare = 0.5,
                    OfferPaymentPercent = 0.20,
                    OfferAgreementMonths = months,
                },
            },
            TestWorld.Input(TestWorld.Person(salary: 100_000)) with { Parameters = With("service_agreement_repayment", terms) });
        static long Owed(ProjectionResult result) => result.Rules.Where(r => r.Rule == ServiceAgreement.Owed.Name).Sum(r => r.Cents);

        Assert.Equal(0, Owed(For(36, 0)));
        Assert.True(Owed(For(6, 1)) > 0);
        Assert.Equal(Owed(For(6, 1)), Owed(For(null, 1)));
        Assert.True(Owed(For(36, 1)) > Owed(For(6, 1)));
        Assert.True(Owed(For(36, 2)) > Owed(For(36, 1)));
        Assert.Equal(Paid(For(36, 0)), Paid(For(36, 2)));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(36, true)]
    [InlineData(37, false)]
    public void Offer_AgreementOutsideTheRegulation_PaysNothing(int months, bool pays)
    {
        var result = PointEstimate.Run(
            Scenario(TestWorld.Policy.Recognition) with
            {
                Workforce = Leaving() with { OfferPaymentShare = 1, OfferPaymentPercent = 0.20, OfferAgreementMonths = months },
            },
            TestWorld.Input(TestWorld.Person(salary: 100_000)));

        Assert.Equal(pays, Paid(result) > 0);
        Assert.Equal(!pays, result.Rules.Any(r => r.Rule == ServiceAgreement.Length.Name));
    }

    [Fact]
    public void Repayment_UnknownTerms_AreRefused() => Assert.Contains(
        "service_agreement_repayment",
        Assert.Throws<ParameterException>(() => PointEstimate.Run(
            TestWorld.Quiet, TestWorld.Input(TestWorld.Person()) with { Parameters = With("service_agreement_repayment", 3) })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void TimeOff_Review_IsCapacityAndNoCost()
    {
        var without = Run(Everyone);
        var with = Run(Everyone with { TimeOffHours = [80, 16, 24] });

        Assert.Equal(without.Costs.Cells, with.Costs.Cells);
        Assert.Equal([24m, 24m], with.Capacity.Select(c => c.TimeOffHours));
        // 100,000 / 2,087 = 47.92 an hour.
        Assert.All(with.Capacity, c => Assert.Equal(24 * 47_92, c.TimeOffCents));
        Assert.All(without.Capacity, c => Assert.Equal((0m, 0L), (c.TimeOffHours, c.TimeOffCents)));
    }

    [Fact]
    public void TimeOff_LowestRating_IsGrantedToNobody()
    {
        var result = Run(Everyone with { RatingShares = [1, 0, 0], TimeOffHours = [80, 16, 24] });
        Assert.All(result.Capacity, c => Assert.Equal(0, c.TimeOffHours));
    }

    [Theory]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    public void TimeOff_Offers_StopAtTheLimit(int asked, int granted)
    {
        var result = PointEstimate.Run(
            Scenario(TestWorld.Policy.Recognition) with { Workforce = Leaving() with { OfferTimeOffHours = asked } },
            TestWorld.Input(TestWorld.Person(salary: 100_000)));

        Assert.Equal((double)(granted * result.Headcount.Sum(f => f.Hires)), (double)result.Capacity.Sum(c => c.TimeOffHours), 6);
        Assert.True(result.Headcount.Sum(f => f.Hires) > 0);
        Assert.Equal(asked > granted, result.Rules.Any(r => r.Rule == RecognitionTimeOff.OfferLimit.Name));
    }

    [Fact]
    public void Capacity_PaidHours_AreThoseOfTheHeadcount()
    {
        var result = Run(Everyone);
        // Fiscal year 2028 has 261 weekdays of eight hours.
        Assert.Equal(2088m, result.Capacity.Single(c => c.FiscalYear == 2028).PaidHours);
    }

    [Fact]
    public void LowestRating_WithAGuideline_IsBarredAndReported()
    {
        var result = Run(Everyone with { RatingShares = [1, 0, 0], Guideline = [[0.03, 0.03, 0.03], [0, 0, 0], [0, 0, 0]], PaymentShare = [1, 0, 0], PaymentPercent = [0.1, 0, 0] });

        Assert.Equal(0, result.Costs.Sum(k => k.Component is Component.RecognitionAdjustment or Component.RecognitionPayment));
        Assert.Equal([13_000_00, 13_000_00], result.Rules.Where(r => r.Rule == RecognitionEligibility.LowestRating.Name).Select(r => r.Cents));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Advisory_Adjustments_FollowTheParameter(double allowed, bool raised)
    {
        var policy = Everyone with { Guideline = [[0, 0, 0], [0, 0, 0], [0.03, 0.03, 0.03]] };
        var person = TestWorld.Person(salary: 100_000) with { Appointment = AppointmentType.Advisory };
        var result = PointEstimate.Run(Scenario(policy), TestWorld.Input(person) with { Parameters = With("advisory_recognition_adjustments", allowed) });

        Assert.Equal(raised, result.Costs.Sum(k => k.Component == Component.RecognitionAdjustment) > 0);
        Assert.Equal(!raised, result.Rules.Any(r => r.Rule == RecognitionAdjustment.Advisory.Name));
    }

    [Fact]
    public void Guideline_TwoBands_ReadsTheColumnOfThePlace()
    {
        var policy = Everyone with { Guideline = [[0, 0], [0, 0], [0.03, 0.01]], PlaceInRangeBoundaries = [0.75], PaymentShare = [0, 0, 0] };
        long Raise(long salary) => PointEstimate.Run(Scenario(policy) with { Horizon = new Horizon(TestWorld.Start, 1) }, TestWorld.Input(TestWorld.Person(salary: salary))).Reviews.Single().Adjustments.Asked;

        // The boundary of 60,000 to 120,000 lies at 105,000.
        Assert.Equal(3_150, Raise(104_999));
        Assert.Equal(1_050, Raise(105_000));
    }

    private static ProjectionResult Run(RecognitionPolicy policy) => PointEstimate.Run(Scenario(policy), TestWorld.Input(TestWorld.Person(salary: 100_000)));

    private static Scenario Scenario(RecognitionPolicy policy) => TestWorld.Quiet.With(p => p with { Recognition = policy });

    private static WorkforceAssumptions Leaving() =>
        TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 0.5 }, PayElasticity = 0 };

    private static ParameterSet With(string name, double value) =>
        new([.. TestWorld.Figures.Select(f => f.Name == name ? f with { Value = value } : f)]);

    private static long Paid(ProjectionResult result, int? year = null) =>
        result.Costs.Sum(k => k.Component == Component.RecognitionPayment && (year is null || k.FiscalYear == year));
}
