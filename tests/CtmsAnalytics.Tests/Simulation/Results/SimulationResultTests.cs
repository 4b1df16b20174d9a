using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Tests.Simulation.Results;

public sealed class SimulationResultTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Cost_FourDraws_HasMeanErrorAndNearestRankQuantiles()
    {
        var result = Salaries([100, 400, 200, 300]);

        var cost = result.Cost(0, CostMargin.Total);

        Assert.Equal(250, cost.Mean);
        Assert.Equal(Math.Sqrt(50_000.0 / 3), cost.StandardDeviation!.Value, Tolerance);
        Assert.Equal(Math.Sqrt(50_000.0 / 3) / 2, cost.StandardError!.Value, Tolerance);
        Assert.Equal(new Quantiles(100, 100, 100, 200, 300, 400, 400), cost.Quantiles);
        Assert.Equal([100, 400, 200, 300], result.CostByDraw(0, CostMargin.Total));
        Assert.Equal(cost.StandardError!.Value / 250, result.RelativeError(0)!.Value, Tolerance);
    }

    [Fact]
    public void Cost_EveryMargin_AddsUpItsCells()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 3, (s, o, row, draw) => ((s + 1) * 1000) + (o * 100) + row + draw);
        var result = tally.Result();
        double Sum(int organisation, Func<int, bool> rows) =>
            Enumerable.Range(0, (2 - organisation) * 2 * DrawTile.Components).Where(rows).Sum(row => 1000 + (organisation * 100) + row + 1.0);
        bool InSecondYear(int row) => row / DrawTile.Components % 2 == 1;
        bool IsRetirement(int row) => row % DrawTile.Components == (int)Component.Retirement;

        Assert.Equal(Sum(0, _ => true) + Sum(1, _ => true), result.Cost(0, CostMargin.Total).Mean);
        Assert.Equal(Sum(0, InSecondYear) + Sum(1, InSecondYear), result.Cost(0, CostMargin.OfYear(2028)).Mean);
        Assert.Equal(Sum(1, _ => true), result.Cost(0, new CostMargin { Organisation = 1 }).Mean);
        Assert.Equal(Sum(0, InSecondYear), result.Cost(0, new CostMargin { Organisation = 0, FiscalYear = 2028 }).Mean);
        Assert.Equal(Sum(0, IsRetirement) + Sum(1, IsRetirement), result.Cost(0, new CostMargin { Component = Component.Retirement }).Mean);
        Assert.Equal(1000 * 3 * 2 * DrawTile.Components, result.Difference(1, CostMargin.Total).Mean);
    }

    [Fact]
    public void Cost_MarginThatIsNotKept_SaysWhatIs()
    {
        var result = Salaries([1, 2]);

        Assert.Contains("2027, 2028", Assert.Throws<InputException>(() => result.Cost(0, CostMargin.OfYear(2031))).Message, StringComparison.Ordinal);
        Assert.Contains("one of the two", Assert.Throws<InputException>(() => result.Cost(0, new CostMargin { Component = Component.Salary, Organisation = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("numbered from 0", Assert.Throws<InputException>(() => result.Cost(0, new CostMargin { Organisation = 2 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Cost(2, CostMargin.Total));
    }

    [Fact]
    public void Difference_PairedDraws_HasItsOwnIntervalAndShare()
    {
        var result = Salaries([100, 400, 200, 300], [110, 405, 195, 330]);

        var difference = result.Difference(1, CostMargin.OfYear(2027));

        Assert.Equal(10, difference.Mean);
        var error = Math.Sqrt(650.0 / 3) / 2;
        Assert.Equal(error, difference.StandardError!.Value, Tolerance);
        Assert.Equal(10 - (1.959963984540054 * error), difference.Interval!.Lower, Tolerance);
        Assert.Equal(10 + (1.959963984540054 * error), difference.Interval.Upper, Tolerance);
        Assert.Equal(-5, difference.Quantiles!.P5);
        Assert.Equal(5, difference.Quantiles.P50);
        Assert.Equal(0.75, difference.ShareHigher);
        Assert.Equal(0, result.Difference(1, CostMargin.OfYear(2028)).StandardError);
    }

    [Fact]
    public void Difference_ScenarioAgainstItself_IsExactlyZero()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 100, (_, o, row, draw) => row * 977L * (draw + o) % 1_000_003);
        var result = tally.Result();

        Assert.Equal(new DifferenceStatistics(0, 0, 0, new Interval(0, 0), new Quantiles(0, 0, 0, 0, 0, 0, 0), 0), result.Difference(1, CostMargin.Total));
        Assert.All(result.Cells(1), c => Assert.Equal(new DifferenceStatistics(0, 0, 0, new Interval(0, 0), null, null), c.Difference));
    }

    [Fact]
    public void Cells_KnownCosts_HaveTheirKeysStatisticsAndDifferences()
    {
        var tally = new SimulationTally(Tiles.Layout());
        var row = Tiles.Row(1, 1, Component.Supplement);
        Tiles.AddAll(tally, 0, 4, (s, o, r, draw) => o == 0 && r == row ? 100 + (10 * draw) + (s * draw) : 0);
        var result = tally.Result();

        var cell = Assert.Single(result.Cells(1));

        Assert.Equal(new CostKey(2028, "CISA", "CSD", "L2", "DC", Component.Supplement), cell.Key);
        Assert.Equal(116.5, cell.Cost.Mean);
        Assert.Equal(111, cell.Cost.Quantiles.P50);
        Assert.Equal(133, cell.Cost.Quantiles.P95);
        Assert.Equal(1.5, cell.Difference!.Mean);
        Assert.Equal(Math.Sqrt(5.0 / 3), cell.Difference.StandardDeviation!.Value, Tolerance);
        Assert.Null(Assert.Single(result.Cells(0)).Difference);
        Assert.Equal(KeyValuePair.Create(cell.Key, 116.5m), Assert.Single(result.MeanCosts(1)));
    }

    [Fact]
    public void MeanCosts_ManyCells_AddUpToTheMeanTotalInTheOrderOfTheCube()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 128, (s, o, row, draw) => ((s + 3) * (row + 1) * (o + 1) * (long)(draw + 7)) % 10_007);
        var result = tally.Result();
        var means = result.MeanCosts(1);
        var cube = new CostCube();
        foreach (var key in means.Keys) cube.Add(key, 1);

        Assert.Equal((decimal)result.Cost(1, CostMargin.Total).Mean, means.Values.Sum());
        Assert.Equal(cube.Cells.Select(c => c.Key), means.Keys);
    }

    [Fact]
    public void Cells_ZeroInEveryDraw_AreLeftOut()
    {
        var result = Salaries([0, 0], [0, 7]);

        Assert.Empty(result.Cells(0));
        Assert.Empty(result.MeanCosts(0));
        Assert.Equal(3.5, Assert.Single(result.Cells(1)).Cost.Mean);
        Assert.Null(result.RelativeError(0));
    }

    [Fact]
    public void Result_SingleDraw_KnowsNothingOfErrors()
    {
        var result = Salaries([100], [120]);

        Assert.Equal(new CostStatistics(100, null, null, new Quantiles(100, 100, 100, 100, 100, 100, 100)), result.Cost(0, CostMargin.Total));
        var difference = result.Difference(1, CostMargin.Total);
        Assert.Equal(20, difference.Mean);
        Assert.Null(difference.StandardError);
        Assert.Null(difference.Interval);
        Assert.Null(result.RelativeError(0));
        Assert.Null(Assert.Single(result.Cells(1)).Difference!.Interval);
        Assert.Null(result.Headcount(0)[0].Hires.StandardError);
    }

    [Fact]
    public void Result_NoDraw_IsRefused() =>
        Assert.Contains("no draw", Assert.Throws<InputException>(() => new SimulationTally(Tiles.Layout()).Result()).Message, StringComparison.Ordinal);

    [Fact]
    public void Result_DrawsAddedLater_DoNotChangeIt()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 64, (_, _, row, draw) => row + draw);
        var result = tally.Result();
        var cost = result.Cost(0, CostMargin.Total);
        var cells = result.Cells(0);

        Tiles.AddAll(tally, 64, 64, (_, _, row, draw) => 1000 * (row + draw));

        Assert.Equal(64, result.Draws);
        Assert.Equal(cost, result.Cost(0, CostMargin.Total));
        Assert.Equal(cells, result.Cells(0));
        Assert.Equal(128, tally.Result().Draws);
        Assert.Equal(tally.Result().RelativeError(1), tally.RelativeError(1));
    }

    [Theory]
    [InlineData(250, 0.5, 0.150039, 0.849961)]
    [InlineData(400, 0, 0, 0.489891)]
    [InlineData(99, 1, 0.510109, 1)]
    public void ExceedanceProbability_FourDraws_IsTheShareWithWilsonsInterval(long budget, double share, double lower, double upper)
    {
        var probability = Salaries([100, 400, 200, 300]).ExceedanceProbability(0, 2027, budget);

        Assert.Equal(share, probability.Share);
        Assert.Equal(lower, probability.Interval.Lower, 1e-6);
        Assert.Equal(upper, probability.Interval.Upper, 1e-6);
    }

    [Fact]
    public void ExceedanceProbability_AllYears_TakesTheSumOfYears()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 2, (_, o, row, draw) => o == 1 && row % DrawTile.Components == 0 ? 50 * (draw + 1) : 0);
        var result = tally.Result();

        Assert.Equal(0.5, result.ExceedanceProbability(0, null, 150).Share);
        Assert.Equal(0, result.ExceedanceProbability(0, 2028, 150).Share);
    }

    [Fact]
    public void Headcount_KnownMovement_BalancesAndGivesFte()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 6, (_, _, _, _) => 0);
        var result = tally.Result();

        var flow = result.Headcount(0)[3];

        Assert.Equal((2028, "HQ", "OCIO"), (flow.FiscalYear, flow.Agency, flow.Organisation));
        Assert.Equal(new Estimate(11, 0, 0), flow.Start);
        Assert.Equal(1, flow.Hires.Mean);
        Assert.Equal(0.5, flow.Separations.Mean);
        Assert.Equal(11.5, flow.End.Mean);
        // Hires less separations of the six draws: 0, 0, 2, -1, 1, 1.
        Assert.Equal(Math.Sqrt((7 - 1.5) / 5), flow.End.StandardDeviation!.Value, Tolerance);
        Assert.Equal(208_800.0 / 20_800, flow.Fte!.Mean, Tolerance);
    }

    [Fact]
    public void ServiceHeadcount_KnownMovement_AddsUpOrganisationsDrawByDraw()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 6, (_, _, _, _) => 0);

        var year = tally.Result().ServiceHeadcount(1)[0];

        Assert.Equal(2027, year.FiscalYear);
        Assert.Equal(21, year.Start.Mean);
        Assert.Equal(22, year.End.Mean);
        Assert.Equal(Math.Sqrt(4 * (7 - 1.5) / 5), year.End.StandardDeviation!.Value, Tolerance);
        Assert.Equal((19, 25), (year.End.Quantiles.P5, year.End.Quantiles.P95));
        Assert.Equal(20, year.Fte!.Mean, Tolerance);
    }

    [Fact]
    public void Headcount_LayoutWithoutCompensableHours_HasNoFte()
    {
        var tally = new SimulationTally(Tiles.Layout() with { HourWeekdaysPerFte = [] });
        Tiles.AddAll(tally, 0, 2, (_, _, _, _) => 0);

        Assert.All(tally.Result().Headcount(0), h => Assert.Null(h.Fte));
        Assert.All(tally.Result().ServiceHeadcount(0), h => Assert.Null(h.Fte));
    }

    [Fact]
    public void RuleEffects_KnownEffects_GiveMeansWithErrors()
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, 4, (_, _, _, _) => 0);

        var effects = tally.Result().RuleEffects(0);

        Assert.Equal(4, effects.Count);
        Assert.Equal("aggregate limit", effects[0].Rule.Name);
        Assert.Equal(150, effects[0].Cents.Mean);
        Assert.Equal(1.5, effects[0].People.Mean);
        Assert.Equal(Math.Sqrt(5.0 / 3) / 2, effects[0].People.StandardError!.Value, Tolerance);
        Assert.Equal((2028, "HQ"), (effects[3].FiscalYear, effects[3].Agency));
    }

    [Fact]
    public void Cost_ValuesNear2To52_AreExact()
    {
        const long big = (1L << 52) - 1;
        var result = Salaries([big, big - 1, 5, 1L << 46], [big - 3, big - 1, big, (1L << 46) - 1]);

        Assert.Equal([big, big - 1, 5, 1L << 46], result.CostByDraw(0, CostMargin.Total));
        var cell = Assert.Single(result.Cells(1));
        Assert.Equal((double)(-3 + big - 5 - 1) / 4, cell.Difference!.Mean);
        Assert.Equal(result.Difference(1, CostMargin.Total).StandardDeviation, cell.Difference.StandardDeviation);
        Assert.Equal(result.Cost(1, CostMargin.Total).StandardDeviation, cell.Cost.StandardDeviation);
    }

    [Fact]
    public void Cost_SpreadOfACentOnLargeAmounts_IsNotLostToRounding()
    {
        const long large = 70_000_000_000_000;
        var deviation = Salaries([large, large + 1, large, large + 1]).Cost(0, CostMargin.Total).StandardDeviation;

        Assert.Equal(Math.Sqrt(1.0 / 3), deviation!.Value, Tolerance);
    }

    /// <summary>The result of salaries of one cell in 2027, one value for each draw, in one or two scenarios.</summary>
    internal static SimulationResult Salaries(long[] baseline, long[]? proposal = null)
    {
        var tally = new SimulationTally(Tiles.Layout());
        Tiles.AddAll(tally, 0, baseline.Length, (s, o, row, draw) => o == 0 && row == 0 ? (s == 0 ? baseline : proposal ?? baseline)[draw] : 0);
        return tally.Result();
    }
}
