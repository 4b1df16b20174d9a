using CtmsAnalytics.Charts.Workforce;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Runs;

/// <content>Charts of people and of where they stand.</content>
public static partial class RunCharts
{
    /// <summary>People at the start, hires, separations and people at the end of each fiscal year.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    public static ChartSpec HeadcountFlow(RunRecord run, int scenario, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        IEnumerable<HeadcountYear> years = run.Drawn is { } drawn
            ? drawn.Scenarios[scenario].Headcount.Select(h => new HeadcountYear(h.FiscalYear, h.Start, h.Hires, h.Separations, h.End, h.EndP10, h.EndP90))
            : run.Facts.Scenarios[scenario].Projection.Headcount.GroupBy(h => h.FiscalYear).Select(g => new HeadcountYear(
                g.Key, (double)g.Sum(h => h.Start), (double)g.Sum(h => h.Hires), (double)g.Sum(h => h.Separations), (double)g.Sum(h => h.End)));
        return HeadcountFlowChart.Build(new HeadcountFlowInput(Name(run, scenario), [.. years], Basis(run)), size);
    }

    /// <summary>How near salaries with the supplement are to the salary limitation of their subrange (158.611(d), 158.614), by work level where single people may be shown and for all levels together where not.</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec CapProximity(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide) =>
        PeopleCharts.CapProximity(Position(run, scenario), showIndividuals, size: size);

    /// <summary>People by compa-ratio, in the baseline and in a proposal.</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario; 0 for the baseline alone.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec CompaRatios(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide) =>
        PeopleCharts.CompaRatios(Position(run, 0), showIndividuals, scenario == 0 ? null : Position(run, scenario), size);

    /// <summary>Median compa-ratio by organisation and work level: internal equity at a glance (158.404(a)).</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec CompaRatioMap(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide) =>
        PeopleCharts.CompaRatioMap(Position(run, scenario), showIndividuals, size);

    /// <summary>Where people stand between minimum and maximum of their range, by work level.</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="showIndividuals">Whether single people may be shown; otherwise quantiles of ten people or more.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec RangePenetration(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide) =>
        PeopleCharts.RangePenetration(Position(run, scenario), showIndividuals, size);

    /// <summary>How far the median salary of each local talent market is from the market's median (158.403, 158.612).</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec MarketGap(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide) =>
        PeopleCharts.MarketGap(Position(run, scenario), showIndividuals, size);

    private static WorkforcePosition Position(RunRecord run, int scenario)
    {
        ArgumentNullException.ThrowIfNull(run);
        var people = People(run, scenario);
        return new WorkforcePosition(
            Name(run, scenario), run.Facts.PeopleYear, false, [.. run.Facts.Scenarios[scenario].Staircase.DistinctBy(l => l.WorkLevel).Select(l => new WorkLevelName(l.WorkLevel, l.Title))], run.Facts.Markets, people);
    }
}
