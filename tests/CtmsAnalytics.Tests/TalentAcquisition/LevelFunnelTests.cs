using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.TalentAcquisition;

public sealed class LevelFunnelTests
{
    private static readonly LevelFunnel Half = new(
        TestWorld.Low,
        "Technical",
        new FunnelStep(0.5, new PeriodRange(1, 1), 100_00),
        new FunnelStep(0.25, new PeriodRange(1, 2), 1_000_00),
        new FunnelStep(1, new PeriodRange(0, 0), 0),
        new FunnelStep(0.5, new PeriodRange(1, 1), 0),
        new FunnelStep(0.8, new PeriodRange(2, 4), 2_000_00),
        new InterviewTravel(0.3, 900_00),
        3);

    [Fact]
    public void Yields_StageByStage_AreProductsOfTheRates()
    {
        Assert.Equal([0.05, 0.1, 0.4, 0.4, 0.8], LevelFunnel.Stages.Select(Half.Yield), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(1, Half.Yield(FunnelStage.Entered));
        Assert.Equal(20, Half.CandidatesPerHire(FunnelStage.Sourced), 12);
    }

    [Fact]
    public void CostPerHire_StageByStage_CountsCandidatesWhoAreNotHired()
    {
        // 20 sourced at $100, 10 assessed at $1,000, 1.25 who accept at $2,000; 3 trips at $900.
        Assert.Equal([2_000_00, 10_000_00, 0, 0, 2_500_00], LevelFunnel.Stages.Select(Half.CostPerHire));
        Assert.Equal((14_500_00, 2_700_00), (Half.CostPerHire(), Half.TravelPerHire()));
    }

    [Fact]
    public void Terms_Funnel_AreItsTimesYieldAndCosts()
    {
        var terms = Half.Terms(0.3);

        Assert.Equal((5, 8, 6.5), (terms.TimeToFill.Minimum, terms.TimeToFill.Maximum, terms.TimeToFill.Mean));
        Assert.Equal((0.4, 3, 0.3, 2_700_00, 14_500_00), (terms.OfferAcceptance, terms.PeriodsPerDeclinedOffer, terms.EntryPlaceInRange, terms.InterviewTravel, terms.SourcingAssessment));
        // 6.5 and one and a half lost offers of 3 work periods.
        Assert.Equal(11, terms.ExpectedPeriodsToFill());
        Assert.Equal(11, Half.TimeToFill().Mean);
        Assert.Equal(0.7, (Half with { EntryPlaceInRange = 0.7 }).Terms(0.3).EntryPlaceInRange);
    }

    [Fact]
    public void CostPerHire_NobodyGetsThrough_IsNoNumber() =>
        Assert.Throws<InvalidOperationException>(() => (Half with { Selected = Half.Selected with { PassRate = 0 } }).CostPerHire());

    [Fact]
    public void At_PayBesideTheMarket_MovesAcceptanceAlone()
    {
        var funnel = Half with { AcceptanceSlope = 5 };

        Assert.Equal(Half, funnel.At(1));
        Assert.True(funnel.At(1.1).OfferYield > Half.OfferYield && funnel.At(0.9).OfferYield < Half.OfferYield);
        Assert.True(funnel.At(1.1).TimeToFill().Mean < Half.TimeToFill().Mean && funnel.At(1.1).CostPerHire() < Half.CostPerHire());
        Assert.Same(Half, Half.At(1.3));
    }

    [Fact]
    public void Settle_InitialSalaryAboveTheMarket_RaisesAcceptance()
    {
        // The market target of both test levels is a national median of 80,000, aged to the start of the horizon.
        var input = TestWorld.Input(TestWorld.Person());
        var funnel = new HiringFunnel([Half with { AcceptanceSlope = 5 }]);
        HiringTerms At(double place) => FunnelTerms.Settle(TestWorld.Quiet with { Workforce = TestWorld.Quiet.Workforce with { EntryPlaceInRange = place, Funnel = funnel } }, input).Workforce.HiringAt(TestWorld.Low);

        var (low, high) = (At(0), At(1));
        var pay = Assert.Single(EntryPay.Of(TestWorld.Quiet with { Workforce = TestWorld.Quiet.Workforce with { EntryPlaceInRange = 1, Funnel = funnel } }, input));

        Assert.Equal((120_000, TestWorld.Low), (pay.Salary, pay.WorkLevel));
        Assert.True(pay.Ratio > 1 && low.OfferAcceptance < 0.4 && high.OfferAcceptance > 0.4);
        Assert.Equal(new AcceptanceCurve(0.5, 5).At(pay.Ratio) * 0.8, high.OfferAcceptance);
        Assert.True(high.ExpectedPeriodsToFill() < low.ExpectedPeriodsToFill() && high.SourcingAssessment < low.SourcingAssessment);
    }

    [Fact]
    public void Settle_NoFunnel_IsTheVeryScenario() => Assert.Same(TestWorld.Quiet, FunnelTerms.Settle(TestWorld.Quiet, TestWorld.Input(TestWorld.Person())));

    [Fact]
    public void Projection_FunnelThatCostsNothingAndTakesTheSameTime_IsTheProjectionWithoutOne()
    {
        var input = TestWorld.Input(TestWorld.Person());
        var leaving = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 0.9 }, TimeToFillPeriods = 4 };
        var free = new FunnelStep(1, new PeriodRange(0, 0), 0);
        var funnel = new LevelFunnel(TestWorld.Low, "", free with { Time = new PeriodRange(4, 4) }, free, free, free, free, new InterviewTravel(0, 0), 0);

        var (without, with) = (PointEstimate.Run(TestWorld.Quiet with { Workforce = leaving }, input), PointEstimate.Run(TestWorld.Quiet with { Workforce = leaving with { Funnel = new HiringFunnel([funnel]) } }, input));

        Assert.Equal(without.Costs.Cells.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal), with.Costs.Cells.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal));
        Assert.Equal(without.Notes, with.Notes);
    }

    [Fact]
    public void Projection_Funnel_BooksItsCostOncePerHire()
    {
        var input = TestWorld.Input(TestWorld.Person());
        var leaving = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 0.9 }, Funnel = new HiringFunnel([Half]) };

        var result = PointEstimate.Run(TestWorld.Quiet with { Workforce = leaving }, input);

        var hires = (double)result.Headcount.Sum(h => h.Hires);
        Assert.True(hires > 0.1);
        Assert.Equal(hires * 2_700_00, result.Costs.Sum(k => k.Component == CtmsAnalytics.Budget.Component.InterviewTravel), 1000.0);
        Assert.Equal(hires * 14_500_00, result.Costs.Sum(k => k.Component == CtmsAnalytics.Budget.Component.SourcingAssessment), 1000.0);
        Assert.Contains("Not in this projection: relocation, and changes of worksite.", result.Notes);
    }

    [Fact]
    public void Curve_AnyRatios_IsBoundedRisesAndIsAnchored() => Prop.ForAll(
        (from market in Gen.Choose(1, 100) from slope in Gen.Choose(0, 400) from ratios in Gen.Choose(0, 5000).Two() select (market / 100.0, slope / 10.0, ratios)).ToArbitrary(),
        c =>
        {
            var curve = new AcceptanceCurve(c.Item1, c.Item2);
            var (low, high) = (Math.Min(c.ratios.Item1, c.ratios.Item2) / 1000.0, Math.Max(c.ratios.Item1, c.ratios.Item2) / 1000.0);
            Assert.InRange(curve.At(low), AcceptanceCurve.Lowest, 1);
            Assert.True(curve.At(low) <= curve.At(high));
            Assert.Equal(c.Item1, curve.At(1));
            Assert.Equal(c.Item1, curve.At(1 + 1e-12), 1e-9);
        }).QuickCheckThrowOnFailure();

    // Log odds of a half are 0, so that the odds at 1.1 with slope 10 are e.
    [Fact]
    public void Curve_HalfAtTheMarket_IsTheLogisticByHand() => Assert.Equal(Math.E / (1 + Math.E), new AcceptanceCurve(0.5, 10).At(1.1), 12);
}
