using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>The charts of a report, drawn before a byte of it is written.</summary>
internal sealed record ReportCharts(ReportChart Bridge, ReportChart CostLines, ReportChart Staircase)
{
    public static ReportCharts Draw(Comparison comparison, ReportOptions options, SvgRenderer renderer)
    {
        ReportChart Both(Func<ChartSize, ChartSpec> build)
        {
            var wide = build(ChartSize.Wide);
            return new ReportChart(wide, renderer.Render(wide).Svg, renderer.Render(build(ChartSize.Narrow)).Svg);
        }

        return new ReportCharts(
            Both(size => BridgeChart.Build(comparison, size)),
            Both(size => CostLinesChart.Build(comparison, size)),
            Both(size => StaircaseChart.Build(comparison, new StaircaseOptions(options.ShowIndividuals, size))));
    }
}

/// <summary>A chart at the two sizes; the style sheet shows the one that fits.</summary>
internal sealed record ReportChart(ChartSpec Chart, string Wide, string Narrow);
