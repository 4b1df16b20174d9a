using CtmsAnalytics.Budget;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>What the expected path makes of quantities that a simulation draws.</summary>
public sealed class ExpectedMeansTests
{
    // Salary for a work period of 89,033 a year: 42.66 x 80.
    private const long Salary = 341_280;

    // The first work period that lies in fiscal year 2027 as a whole.
    private static readonly DateOnly Start = TestWorld.Start.AddDays(14);

    [Theory]
    [InlineData(9, null, null, 1, 0, 9)]
    [InlineData(9, 5, 13, 1, 0, 9)]
    [InlineData(0, 5, 12, 1, 0, 9)]
    [InlineData(0, 5, 11, 0.8, 4, 9)]
    [InlineData(2, null, null, 0.5, 3, 5)]
    [InlineData(0, 0, 0, 1, 9, 0)]
    public void ExpectedPeriodsToFill_RangeAndDeclinedOffers_AreTheirMeanHalfUp(int always, int? minimum, int? maximum, double acceptance, int declined, int expected) =>
        Assert.Equal(expected, (TestWorld.Quiet.Workforce with
        {
            TimeToFillPeriods = always,
            TimeToFill = minimum is { } low ? new PeriodRange(low, maximum!.Value) : null,
            OfferAcceptance = acceptance,
            PeriodsPerDeclinedOffer = declined,
        }).ExpectedPeriodsToFill());

    [Fact]
    public void TimeToFill_Drawn_CostsWhatItsMeanCosts()
    {
        var workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 1 }, TimeToFillPeriods = 6 };
        var drawn = workforce with { TimeToFillPeriods = 0, TimeToFill = new PeriodRange(2, 7), OfferAcceptance = 0.4, PeriodsPerDeclinedOffer = 1 };

        Assert.Equal(Total(TestWorld.Quiet with { Workforce = workforce }), Total(TestWorld.Quiet with { Workforce = drawn }));
    }

    [Fact]
    public void Incidents_FirstWorkPeriods_CallTheShareThatFollowsByHand()
    {
        // 13 a year in 26 work periods: one begins with 1 - e^-0.5. It lasts one or two work periods and calls half the people on average.
        var begins = 1 - Math.Exp(-0.5);
        var paid = Paid(new IncidentProcess(13, new PeriodRange(1, 2), 0.25, 0.75));

        Assert.Equal(Cents(begins * 0.5), paid[0]);
        Assert.Equal(Cents(1 - ((1 - (begins * 0.5)) * (1 - (begins * 0.5 * 0.5)))), paid[1]);
        Assert.Equal(paid[1], paid[2]);
    }

    [Fact]
    public void Incidents_InTheLongRun_CallTheShareByWhichAProgramMayCallEachOnItsOwn()
    {
        var incidents = new IncidentProcess(13, new PeriodRange(1, 3), 0.25, 0.75);
        var begins = 1 - Math.Exp(-0.5);
        var byHand = 1 - ((1 - (begins * 0.5)) * (1 - (begins * 2 / 3 * 0.5)) * (1 - (begins / 3 * 0.5)));

        Assert.Equal(byHand, incidents.ExpectedShare(26), 12);
        Assert.Equal(byHand, (incidents with { Season = [2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0] }).ExpectedShare(26), 12);
        Assert.Equal(0, (incidents with { PerYear = 0 }).ExpectedShare(26));
    }

    [Fact]
    public void Incidents_Season_MovesTheShareByTheMonthInWhichTheyBegin()
    {
        var season = new double[12];
        season[9] = 2;
        var paid = Paid(new IncidentProcess(13, new PeriodRange(2, 2), 1, 1) { Season = season });
        var begins = 1 - Math.Exp(-1.0);

        // The work periods begin on 4 and 18 October, 1 and 15 November: an incident of October goes on into the next one.
        Assert.Equal([Cents(begins), Cents(1 - ((1 - begins) * (1 - begins))), Cents(begins), 0], paid.Take(4));
    }

    [Fact]
    public void Incidents_ProgramThatStartsLater_IsPaidForOneThatIsGoingOn()
    {
        var paid = Paid(new IncidentProcess(13, new PeriodRange(2, 2), 1, 1), Start.AddDays(14));
        var begins = 1 - Math.Exp(-0.5);

        var going = Cents(1 - ((1 - begins) * (1 - begins)));
        Assert.Equal([0, going, going], paid.Take(3));
    }

    [Fact]
    public void ProgramWithARange_IsPaidInItsMiddle()
    {
        var program = new SwcProgram("nights", "test", [], [], 1, 0.15, null, null);

        Assert.Equal(
            Total(TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [program with { Percent = 0.125 }] })),
            Total(TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [program with { MinimumPercent = 0.05, MaximumPercent = 0.20 }] })));
    }

    [Fact]
    public void RecognitionPaymentWithARange_IsItsMiddle()
    {
        Scenario With(double percent, IReadOnlyList<double> highest) => TestWorld.Quiet.With(p => p with
        {
            Recognition = p.Recognition with { PaymentShare = [0, 1, 1], PaymentPercent = [0, percent, percent], PaymentPercentHighest = highest, PaymentPool = 1 },
        });

        Assert.Equal(Total(With(0.06, [])), Total(With(0.04, [0, 0.08, 0.08])));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.PositiveInfinity, 0)]
    public void SeparationHazard_ZeroAndInfinite_KeepEverybodyAndNobody(double hazard, int left)
    {
        var workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = hazard }, Backfill = 0 };

        var result = PointEstimate.Run(TestWorld.Quiet with { Workforce = workforce }, TestWorld.Input(TestWorld.Person()));

        Assert.Equal(left, result.Headcount[0].End);
    }

    [Fact]
    public void SeparationHazard_InfiniteInABandWithoutFactor_KeepsEverybody()
    {
        var workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = double.PositiveInfinity }, TenureBands = [new TenureBand(0, 0)] };

        Assert.Equal(1m, PointEstimate.Run(TestWorld.Quiet with { Workforce = workforce }, TestWorld.Input(TestWorld.Person())).Headcount[^1].End);
    }

    [Fact]
    public void Comparison_InfiniteHazard_IsADifferenceOfTheWorkforce()
    {
        var everybody = TestWorld.Quiet with { Workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = double.PositiveInfinity } } };

        var comparison = Comparer.Compare(TestWorld.Quiet, everybody, TestWorld.Input(TestWorld.Person()), []);

        Assert.Equal(["workforce"], comparison.Drivers.Select(d => d.Section));
    }

    /// <summary>A tenth of the salary is paid to those who are called; by work period, from one scenario for each length of the program.</summary>
    private static List<long> Paid(IncidentProcess incidents, DateOnly? start = null)
    {
        var upTo = Enumerable.Range(0, 6).Select(n => n == 0 ? 0 : Special(n)).ToList();
        return [.. upTo.Zip(upTo.Skip(1), (before, after) => after - before)];

        long Special(int periods) => PointEstimate.Run(
            (TestWorld.Quiet with { Horizon = new Horizon(Start, 1) }).With(p => p with
            {
                SpecialWorkingConditions = [new SwcProgram("surge", "test", [], [], 0, 0.10, start, Start.AddDays((14 * periods) - 1)) { Incidents = incidents }],
            }),
            TestWorld.Input(TestWorld.Person())).Costs.Sum(k => k.Component == Component.SpecialWorkingConditions);
    }

    private static long Cents(double share) => (long)Math.Floor((share * Salary / 10) + 0.5);

    private static long Total(Scenario scenario) => PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person())).Costs.Sum(_ => true);
}
