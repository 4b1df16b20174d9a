using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Risk;
using CtmsAnalytics.Charts.Runs;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Report;

/// <summary>The charts of a report, drawn before a byte of it is written.</summary>
internal sealed class ReportCharts
{
    private readonly Dictionary<(string Name, int Scenario), ReportChart> _charts;

    private ReportCharts(Dictionary<(string, int), ReportChart> charts) => _charts = charts;

    /// <summary>A chart; null where the run has nothing to draw it from.</summary>
    public ReportChart? this[string name, int scenario] => _charts.GetValueOrDefault((name, scenario));

    public static ReportCharts Draw(RunRecord run, ReportOptions options, IReadOnlyList<SvgRenderer> renderers)
    {
        var wanted = ReportPage.ProposalsOf(run).SelectMany(scenario => Builders(run, options, scenario).Select(b => (b.Name, Scenario: scenario, b.Build))).ToList();
        var drawn = new ReportChart?[wanted.Count];
        // Each renderer is a process of its own and draws one chart after another.
        Parallel.For(0, renderers.Count, r =>
        {
            for (var i = r; i < wanted.Count; i += renderers.Count) drawn[i] = ReportChart.Draw(wanted[i].Build, "-" + ReportPage.Scenario(wanted[i].Scenario), renderers[r]);
        });
        return new ReportCharts(wanted.Zip(drawn).Where(p => p.Second is not null).ToDictionary(p => (p.First.Name, p.First.Scenario), p => p.Second!));
    }

    private static IEnumerable<(string Name, Func<ChartSize, ChartSpec?> Build)> Builders(RunRecord run, ReportOptions options, int scenario)
    {
        var show = options.ShowIndividuals;
        if (scenario > 0)
        {
            yield return (ReportChart.Bridge, size => BridgeChart.Build(run.ComparisonOf(scenario), size));
            if (run.Drawn is null) yield return (ReportChart.CostLines, size => CostLinesChart.Build(run.ComparisonOf(scenario), size));
            else yield return (ReportChart.Difference, size => RunCharts.PairedDifference(run, scenario, size));
        }

        if (run.Drawn is not null)
        {
            var risk = WorstYear(run, options, scenario);
            yield return (ReportChart.Fan, size => RunCharts.Fan(run, scenario, options.Budgets, size));
            yield return (ReportChart.Exceedance, size => RunCharts.Exceedance(run, scenario, risk.Year, risk.Cents, size, [.. Enumerable.Range(0, run.Facts.Scenarios.Count).Where(s => s != scenario).Take(ExceedanceChart.MostBeside)]));
            yield return (ReportChart.Variance, size => RunCharts.Variance(run, scenario, size));
        }

        yield return (ReportChart.Tornado, size => RunCharts.Tornado(run, scenario, size));
        yield return (ReportChart.Headcount, size => RunCharts.HeadcountFlow(run, scenario, size));
        yield return (ReportChart.Staircase, size => StaircaseChart.Build(run.ComparisonOf(scenario), new StaircaseOptions(show, size)));
        if (run.Facts.Scenarios[scenario].People.Count == 0) yield break;
        yield return (ReportChart.Caps, size => RunCharts.CapProximity(run, scenario, show, size));
        yield return (ReportChart.CompaRatios, size => RunCharts.CompaRatios(run, scenario, show, size));
        yield return (ReportChart.CompaRatioMap, size => RunCharts.CompaRatioMap(run, scenario, show, size));
        yield return (ReportChart.Penetration, size => RunCharts.RangePenetration(run, scenario, show, size));
        yield return (ReportChart.MarketGap, size => RunCharts.MarketGap(run, scenario, show, size));
    }

    /// <summary>The year whose budget is most at risk; all years together where there is no budget.</summary>
    private static (int? Year, long? Cents) WorstYear(RunRecord run, ReportOptions options, int scenario) =>
        BudgetLine.All(options).Select(b => (b.Year, Cents: (long?)b.Cents)).DefaultIfEmpty()
            .MaxBy(b => b.Cents is { } cents ? run.Drawn!.ExceedanceProbability(scenario, b.Year, cents).Share : 0);

}

/// <summary>A chart at the two sizes; the style sheet shows the one that fits.</summary>
internal sealed record ReportChart(ChartSpec Chart, string Wide, string Narrow)
{
    public const string Bridge = "bridge";
    public const string CostLines = "cost lines";
    public const string Difference = "difference";
    public const string Fan = "fan";
    public const string Exceedance = "exceedance";
    public const string Variance = "variance";
    public const string Tornado = "tornado";
    public const string Headcount = "headcount";
    public const string Staircase = "staircase";
    public const string Caps = "caps";
    public const string CompaRatios = "compa-ratios";
    public const string CompaRatioMap = "compa-ratio map";
    public const string Penetration = "penetration";
    public const string MarketGap = "market gap";

    /// <summary>Builds and draws a chart at both sizes; null where there is nothing to draw it from.</summary>
    /// <param name="build">Builds it for a size.</param>
    /// <param name="suffix">Added to the chart's name, which must be unique on the page.</param>
    /// <param name="renderer">Draws.</param>
    public static ReportChart? Draw(Func<ChartSize, ChartSpec?> build, string suffix, SvgRenderer renderer)
    {
        if (build(ChartSize.Wide) is not { } wide || build(ChartSize.Narrow) is not { } narrow) return null;
        return new ReportChart(wide, renderer.Render(wide with { Name = wide.Name + suffix }).Svg, renderer.Render(narrow with { Name = narrow.Name + suffix + "-narrow" }).Svg);
    }
}
