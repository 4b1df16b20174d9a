using CtmsAnalytics.Charts.MarketPosition;
using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Tests.Workforce;

/// <summary>What is withheld is seen to be withheld, and its number is nowhere: not in a mark, not in a word, not in the table.</summary>
[Collection(SharedChartTools.Name)]
public sealed class WithheldCellsTests(ChartTools tools)
{
    private static readonly ChartBasis Basis = new(People: 204);

    [Fact]
    public void CapProximity_Counts_AreThoseOfTheTableAndWithheldOnesAreHatched()
    {
        CapBin[] bins = [new(0, 0.9), new(0.9, 0.95), new(0.95, 1), new(1, 1)];

        var chart = CapProximityChart.Build(new CapProximityInput("Salary", "the limit", bins, [new("Expert", [90, 14, 11, 7]), new("Senior", [60, 0, null, null])], Basis));

        Assert.Equal(4 + 1, ChartTools.Rows(chart, "counts").Count);
        Assert.Equal(90 + 14 + 11 + 7 + 60, ChartTools.Rows(chart, "counts").Sum(r => int.Parse((string)r["text"]!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(2, ChartTools.Rows(chart, "withheld").Count);
        Assert.Equal(["Senior", "60", "0", "withheld", "withheld"], chart.Table.Rows[1]);
        Assert.Equal("At least 7 of 204 people are at the limit, at least 11 more within 5% of it", chart.Title);
        Assert.Contains(ChartTools.Words(tools.Renderer.Render(chart).Svg), w => w.Contains("withheld", StringComparison.Ordinal));
    }

    [Fact]
    public void CapProximity_NothingWithheld_CountsExactly()
    {
        var chart = CapProximityChart.Build(new CapProximityInput("Salary", "the limit", [new(0.95, 1), new(1, 1)], [new("Expert", [11, 0])], Basis));

        Assert.Equal("None of 204 people are at the limit, 11 more within 5% of it", chart.Title);
    }

    [Theory]
    [InlineData(90, 14, "104 of 204 people are more than 5% below the limit")]
    [InlineData(90, null, "At least 90 of 204 people are more than 5% below the limit")]
    [InlineData(null, null, "How many of 204 people are near the limit is withheld")]
    public void CapProximity_NobodyNearTheCapMayBeCounted_TitleSaysWhatCan(int? low, int? high, string title)
    {
        CapBin[] bins = [new(0, 0.9), new(0.9, 0.95), new(0.95, 1), new(1, 1)];

        Assert.Equal(title, CapProximityChart.Build(new CapProximityInput("Salary", "the limit", bins, [new("Everybody", [low, high, null, null])], Basis)).Title);
    }

    [Fact]
    public void HeatMap_Cells_AreDrawnOnceEachByTheirColourAndWithheldOnesWithoutANumber()
    {
        var chart = CompaRatioHeatMap.Build(new CompaRatioHeatMapInput(
            "end of FY2028",
            ["T1", "T2", "T3"],
            ["CISA", "CBP"],
            [new("T1", "CISA", 0.88, 21), new("T2", "CISA", 0.97, 9), new("T3", "CISA", 1.10, 6), new("T1", "CBP", null, null), new("T2", "CBP", 1.0299, 12)],
            Basis));

        int Cells(string step) => ChartTools.Rows(chart, step).Count;
        Assert.Equal((1, 0, 2, 0, 1, 1), (Cells("far-below"), Cells("below"), Cells("near"), Cells("above"), Cells("far-above"), Cells("withheld")));
        Assert.Equal(4, ChartTools.Rows(chart, "medians").Count);
        Assert.Equal(["CBP", "withheld", "1.03 (n=12)", "\u2013"], chart.Table.Rows[1]);
        Assert.Equal("Median compa-ratios of the four cells that can be shown range from 0.88 (CISA, T1) to 1.10 (CISA, T3)", chart.Title);
    }

    [Fact]
    public void HeatMap_CellOfAnUnknownOrganisation_IsRefusedByName() =>
        Assert.Contains(
            "'T1', 'FEMA'",
            Assert.Throws<ArgumentException>(() => CompaRatioHeatMap.Build(new CompaRatioHeatMapInput("now", ["T1"], ["CISA"], [new("T1", "FEMA", 1, 5)], Basis))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Histogram_Bars_HoldEverybodyWhoIsNotWithheld()
    {
        CompaRatioBin[] bins = [new(0.9, 0.95, 30, 20), new(0.95, 1, 40, 45), new(1, 1.05, null, 8), new(1.05, 1.1, 0, null)];

        var chart = CompaRatioHistogram.Build(new CompaRatioHistogramInput("end of FY2028", bins, 0.96, 0.98, Basis));

        Assert.Equal(70, ChartTools.Rows(chart, "baseline").Sum(r => (double)r["y2"]!));
        Assert.Equal(73, ChartTools.Rows(chart, "proposal").Sum(r => (double)r["y2"]!));
        Assert.Equal(2, ChartTools.Rows(chart, "withheld").Count);
        Assert.Equal("The proposal raises the median compa-ratio from 0.96 to 0.98 at the end of FY2028", chart.Title);
    }

    [Fact]
    public void Histogram_GapBetweenBins_IsRefused() =>
        Assert.Contains("follow one another", Assert.Throws<ArgumentException>(() => CompaRatioHistogram.Build(new CompaRatioHistogramInput("now", [new(0.9, 0.95, 1, 1), new(1, 1.05, 1, 1)], 1, 1, Basis))).Message, StringComparison.Ordinal);

    [Fact]
    public void RangePenetration_ForLeadership_DrawsQuartilesAndNobody()
    {
        var chart = RangePenetrationChart.Build(new RangePenetrationInput("end of FY2028", [new("Expert", 21, new(0.3, 0.5, 0.66, 0.8, 0.97), []), new("Executive", null, null, [])], Basis));

        Assert.Single(ChartTools.Rows(chart, "quartiles"));
        Assert.Empty(ChartTools.Rows(chart, "people"));
        Assert.NotEmpty(ChartTools.Rows(chart, "hatch"));
        Assert.Equal("The median person is 66% up the range at the end of FY2028", chart.Title);
        Assert.Equal(["Executive", "withheld", "\u2013", "\u2013", "\u2013", "\u2013", "\u2013"], chart.Table.Rows[1]);
    }

    [Fact]
    public void RangePenetration_ForAnalysts_DrawsADotForEveryPersonInsideTheStrip()
    {
        var chart = RangePenetrationChart.Build(new RangePenetrationInput("end of FY2028", [new("Expert", 300, null, [.. Enumerable.Range(0, 300).Select(i => i / 300d)])], Basis));

        var dots = ChartTools.Rows(chart, "people");
        var strip = Assert.Single(ChartTools.Rows(chart, "ranges"));
        Assert.Equal(300, dots.Count);
        Assert.All(dots, d => Assert.InRange((double)d["y"]!, (double)strip["y"]!, (double)strip["y2"]!));
    }

    [Fact]
    public void Equity_Coefficients_AreMarkedByWhetherTheirIntervalLeavesOutZero()
    {
        var chart = EquityChart.Build(new EquityInput(
            "salary",
            "work level",
            [new("Women", "men", -0.008, -0.024, 0.009, 61), new("Age 40 and over", "under 40", 0.021, 0.004, 0.038, 97), new("Other", "men", null, null, null, null)],
            Basis));

        Assert.Equal(0.021, (double)Assert.Single(ChartTools.Rows(chart, "distinct"))["x"]!);
        Assert.Equal(-0.008, (double)Assert.Single(ChartTools.Rows(chart, "indistinct"))["x"]!);
        Assert.Equal("One of two differences in salary is distinguishable from zero: Age 40 and over +2.1% against under 40", chart.Title);
        Assert.Equal("withheld", chart.Table.Rows[2][2]);
    }

    [Fact]
    public void Equity_EstimateOutsideItsInterval_IsRefusedByName() =>
        Assert.Contains("'Women'", Assert.Throws<ArgumentException>(() => EquityChart.Build(new EquityInput("salary", "level", [new("Women", "men", 0.1, -0.02, 0.02, 9)], Basis))).Message, StringComparison.Ordinal);

    [Fact]
    public void MarketGap_Areas_AreSortedAndTheWithheldOneIsLast()
    {
        var chart = MarketGapChart.Build(new MarketGapInput("median salary", "end of FY2028", [new("B", 0.02, -0.01, 0.05, 14), new("Withheld", null), new("A", -0.142, People: 12)], Basis));

        Assert.Equal(["A", "B", "Withheld"], chart.Table.Rows.Select(r => r[0]));
        Assert.Equal(-0.142, (double)Assert.Single(ChartTools.Rows(chart, "below"))["x2"]!);
        Assert.Equal(0.02, (double)Assert.Single(ChartTools.Rows(chart, "above"))["x2"]!);
        Assert.Equal("Salaries are below the market in one of two areas; the widest gap is \u221214.2% in A", chart.Title);
        Assert.Equal(["Withheld", "withheld", "\u2013", "\u2013", "withheld"], chart.Table.Rows[2]);
    }
}
