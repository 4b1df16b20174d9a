using CtmsAnalytics.Charts.MarketPosition;
using CtmsAnalytics.Charts.Risk;
using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>Charts of data at the edges: one year, one draw, no difference, one value everywhere, everything withheld, long and hostile names, many organisations.</summary>
internal static class EdgeCharts
{
    public const string Hostile = "=1+1 \u201cdatum.x\u201d </text><script>alert(1)</script> {{x}} a name that goes on and on, longer than any place that it may be written in, and then goes on for a while";

    private static readonly ChartBasis Basis = new(People: 204);

    public static readonly IReadOnlyDictionary<string, Func<ChartSize, ChartSpec>> All = new Dictionary<string, Func<ChartSize, ChartSpec>>
    {
        ["fan-one-year"] = size => FanChart.Build(new FanInput("Proposal", [new FanYear(2028, 44_00, 45_00, 46_00, 47_00, 48_00, 49_00, 50_00, 48_00, 0.41)], Basis), size),
        ["fan-one-draw"] = size => FanChart.Build(new FanInput("Proposal", [.. Enumerable.Range(2027, 5).Select(y => Same(y, 4_500_000_000))], new ChartBasis(Draws: 1)), size),
        ["fan-ten-years"] = size => FanChart.Build(new FanInput(Hostile, [.. Enumerable.Range(2027, 10).Select(y => new FanYear(y, 44_000_000_00, 45_000_000_00, 46_000_000_00, 47_000_000_00, 48_000_000_00, 49_000_000_00, 50_000_000_00, y == 2030 ? null : 62_000_000_00, y == 2030 ? null : 0, 45_000_000_00))], Basis, Hostile), size),
        ["exceedance-one-draw"] = size => ExceedanceChart.Build(new ExceedanceInput("Proposal", "FY2028", [4_500_000_000], [], Basis), size),
        ["exceedance-all-above"] = size => ExceedanceChart.Build(new ExceedanceInput(Hostile, "FY2027\u201331", [.. Enumerable.Range(0, 50).Select(i => 4_800_000_000 + (i * 1_000_000L))], [.. Enumerable.Range(0, 4).Select(i => new ExceedanceBudget(i == 0 ? Hostile : $"Budget {i}", 4_700_000_000 + (i * 20_000_000L)))], Basis), size),
        ["exceedance-many-draws"] = size => ExceedanceChart.Build(new ExceedanceInput("Proposal", "FY2028", [.. Enumerable.Range(0, 20_000).Select(i => 4_500_000_000 + (i * 7919L % 20_000 * 10_000))], [new ExceedanceBudget("Budget", 4_520_000_000)], Basis), size),
        ["paired-zero"] = size => PairedDifferenceChart.Build(new PairedDifferenceInput("Proposal", "the baseline", "FY2027\u201331", [.. Enumerable.Repeat(0L, 500)], Basis), size),
        ["paired-one-draw"] = size => PairedDifferenceChart.Build(new PairedDifferenceInput(Hostile, Hostile, "FY2028", [-123_456_00], Basis), size),
        ["paired-around-zero"] = size => PairedDifferenceChart.Build(new PairedDifferenceInput("Proposal", "the baseline", "FY2028", [.. Enumerable.Range(0, 200).Select(i => (i - 100) * 100_00L)], Basis), size),
        ["paired-cheaper"] = size => PairedDifferenceChart.Build(new PairedDifferenceInput("Proposal", "the baseline", "FY2028", [.. Enumerable.Range(0, 200).Select(i => -900_000_00 - (i * i * 10_00L))], Basis), size),
        ["tornado-one"] = size => TornadoChart.Build(new TornadoInput("cost of FY2028", 4_500_000_000, [new TornadoRow(Hostile, Hostile, Hostile, 0, 0, true)], Basis), size),
        ["tornado-many"] = size => TornadoChart.Build(new TornadoInput(Hostile, 4_500_000_000, [.. Enumerable.Range(1, 40).Select(i => new TornadoRow($"Assumption {i}", "low", "high", i * 1_000_00, i % 3 == 0 ? i * 700_00 : -i * 900_00))], Basis), size),
        ["variance-negative"] = size => VarianceChart.Build(new VarianceInput("cost", 1_00, [new VarianceSource("Separations", 1.21, 0.3), new VarianceSource(Hostile, -0.08, 0.1)], -0.13, null, Basis), size),
        ["variance-one"] = size => VarianceChart.Build(new VarianceInput("cost of FY2028", 0, [new VarianceSource("Separations", 0)], null, null, Basis), size),
        ["headcount-one-year"] = size => HeadcountFlowChart.Build(new HeadcountFlowInput("Proposal", [new HeadcountYear(2028, 204, 0, 0, 204, 200, 208)], Basis), size),
        ["headcount-ten-years"] = size => HeadcountFlowChart.Build(new HeadcountFlowInput(Hostile, [.. Enumerable.Range(0, 10).Select(i => new HeadcountYear(2027 + i, 1204 - (10 * i), 20.4, 30.4, 1194 - (10 * i)))], Basis), size),
        ["cap-one-row"] = size => CapProximityChart.Build(new CapProximityInput("Aggregate compensation", "the aggregate limit", [new CapBin(0, 0.9), new CapBin(0.9, 0.95), new CapBin(0.95, 1), new CapBin(1, 1)], [new CapRow("", [120, 40, 31, 13])], Basis), size),
        ["cap-withheld"] = size => CapProximityChart.Build(new CapProximityInput(Hostile, Hostile, [new CapBin(0.9, 0.95), new CapBin(0.95, 1)], [.. Enumerable.Range(0, 60).Select(i => new CapRow($"{i} {Hostile}", [null, i == 7 ? 6 : null]))], Basis), size),
        ["histogram-one-bin"] = size => CompaRatioHistogram.Build(new CompaRatioHistogramInput("end of FY2028", [new CompaRatioBin(0.95, 1.0, 204, null)], 0.98, null, Basis), size),
        ["histogram-same"] = size => CompaRatioHistogram.Build(new CompaRatioHistogramInput("end of FY2028", [.. Enumerable.Range(0, 30).Select(i => new CompaRatioBin(0.6 + (0.03 * i), 0.63 + (0.03 * i), i, i))], 1.2, 1.2, Basis), size),
        ["heat-map-60"] = size => CompaRatioHeatMap.Build(HeatMap(60, 12), size),
        ["heat-map-one"] = size => CompaRatioHeatMap.Build(new CompaRatioHeatMapInput("end of FY2028", ["T1"], [Hostile], [new CompaRatioCell("T1", Hostile, null, null)], Basis), size),
        ["range-withheld"] = size => RangePenetrationChart.Build(new RangePenetrationInput("end of FY2028", [new RangePenetrationRow(Hostile, null, null, []), new RangePenetrationRow("Nobody", 0, null, [])], Basis), size),
        ["range-outside"] = size => RangePenetrationChart.Build(new RangePenetrationInput("end of FY2028", [new RangePenetrationRow("T1", 5, new RangePenetrationQuantiles(-0.2, -0.1, 0.5, 1.1, 1.3), [-0.25, -0.1, 0.5, 1.1, 1.35])], Basis), size),
        ["market-60"] = size => MarketGapChart.Build(new MarketGapInput(Hostile, "end of FY2028", [.. Enumerable.Range(0, 60).Select(i => new MarketGapRow($"{i} {Hostile}", i % 9 == 4 ? null : ((i * 37 % 60) - 30) / 200d, People: i % 9 == 4 ? null : 5 + i))], Basis), size),
        ["market-equal"] = size => MarketGapChart.Build(new MarketGapInput("median salary", "end of FY2028", [new MarketGapRow("A", 0), new MarketGapRow("B", 0)], Basis), size),
        ["market-withheld"] = size => MarketGapChart.Build(new MarketGapInput("", "end of FY2028", [new MarketGapRow("A", null)], Basis), size),
        ["equity-none"] = size => EquityChart.Build(new EquityInput("salary", "work level", [new EquityRow(Hostile, Hostile, 0, 0, 0, 5), new EquityRow("B", "A", null, null, null, null)], Basis), size),
        ["frontier-one"] = size => FrontierChart.Build(new FrontierInput("FY2028", "Median market ratio", [new FrontierPoint(Hostile, 0, 1)], Basis), size),
        ["frontier-crowd"] = size => FrontierChart.Build(new FrontierInput("FY2027\u201331", Hostile, [.. Enumerable.Range(0, 60).Select(i => new FrontierPoint(i == 30 ? Hostile : $"Candidate {i}", 20_000_000_000 + (i * 53 % 60 * 40_000_000L), 0.9 + (i * 29 % 60 / 400d), i == 30))], Basis), size),
        ["cohort-one"] = size => CohortLinesChart.Build(new CohortLinesInput(CohortMeasure.CompaRatio, [new Cohort(Hostile, [new CohortPoint(2028, 1)])], Basis), size),
        ["cohort-many"] = size => CohortLinesChart.Build(new CohortLinesInput(CohortMeasure.MarketRatio, [.. Enumerable.Range(0, 18).Select(i => new Cohort($"Entered FY{2015 + i}", [new CohortPoint(2027, 0.9), new CohortPoint(2028, 0.92 + (i * 0.001)), new CohortPoint(2031, i == 3 ? null : 0.95)]))], Basis), size),
    };

    private static FanYear Same(int year, long cents) => new(year, cents, cents, cents, cents, cents, cents, cents);

    private static CompaRatioHeatMapInput HeatMap(int organisations, int levels)
    {
        string[] rows = [.. Enumerable.Range(1, organisations).Select(i => $"Organisation {i} with a name that is far too long")];
        string[] columns = [.. Enumerable.Range(1, levels).Select(i => $"Level {i}")];
        return new CompaRatioHeatMapInput("end of FY2028", columns, rows, [.. rows.SelectMany((r, i) => columns.Select((c, j) => new CompaRatioCell(c, r, (i + j) % 7 == 3 ? null : 0.8 + ((i * 7) + (j * 3)) % 45 / 100d, (i + j) % 7 == 3 ? null : 5 + i)))], Basis);
    }
}
