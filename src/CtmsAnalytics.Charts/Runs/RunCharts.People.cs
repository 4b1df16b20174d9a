using CtmsAnalytics.Charts.MarketPosition;
using CtmsAnalytics.Charts.Workforce;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Runs;

/// <content>Charts of people and of where they stand.</content>
public static partial class RunCharts
{
    private const string AllLevels = "All work levels";
    private const double BinWidth = 0.05;
    private const double FirstCapBin = 0.8;

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
    public static ChartSpec CapProximity(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var people = People(run, scenario);
        List<(string Code, string Title)> levels = showIndividuals ? Levels(run, scenario) : [(AllLevels, AllLevels)];
        List<CapBin> bins = [new CapBin(0, FirstCapBin)];
        for (var step = 0; FirstCapBin + ((step + 1) * BinWidth) <= 1 + (BinWidth / 2); step++) bins.Add(new CapBin(Edge(FirstCapBin, step), Edge(FirstCapBin, step + 1)));
        bins.Add(new CapBin(1, 1));
        var counts = new int[levels.Count, bins.Count];
        foreach (var person in people)
        {
            var share = person.ShareOfLimitation;
            var bin = share >= 1 ? bins.Count - 1 : bins.FindLastIndex(b => b.From <= share && b.To > b.From);
            counts[showIndividuals ? levels.FindIndex(l => l.Code == person.WorkLevel) : 0, bin]++;
        }

        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        return CapProximityChart.Build(
            new CapProximityInput(
                "Salary",
                "the salary limitation of the subrange",
                bins,
                [.. levels.Select((l, r) => new CapRow(l.Title, [.. bins.Select((_, c) => Shown(mask, r, c, counts[r, c]))]))],
                PeopleBasis(run, people.Count)),
            size);
    }

    /// <summary>People by compa-ratio, in the baseline and in a proposal.</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario; 0 for the baseline alone.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec CompaRatios(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (baseline, proposal) = (Ratios(0), Ratios(scenario));
        var all = baseline.Concat(proposal).ToList();
        var first = Math.Floor(all.Min() / BinWidth);
        var count = (int)(Math.Floor(all.Max() / BinWidth) - first) + 1;
        var counts = new int[2, count];
        foreach (var ratio in baseline) counts[0, Bin(ratio)]++;
        foreach (var ratio in proposal) counts[1, Bin(ratio)]++;
        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        return CompaRatioHistogram.Build(
            new CompaRatioHistogramInput(
                PeopleYear(run),
                [
                    .. Enumerable.Range(0, count).Select(i => new CompaRatioBin(
                        Edge(0, first + i), Edge(0, first + i + 1), Shown(mask, 0, i, counts[0, i]), scenario == 0 ? null : Shown(mask, 1, i, counts[1, i]))),
                ],
                Median(baseline),
                scenario == 0 ? null : Median(proposal),
                PeopleBasis(run, baseline.Count)),
            size);

        List<double> Ratios(int s) => [.. People(run, s).Select(p => p.CompaRatio)];

        int Bin(double ratio) => Math.Clamp((int)(Math.Floor(ratio / BinWidth) - first), 0, count - 1);
    }

    /// <summary>Median compa-ratio by organisation and work level: internal equity at a glance (158.404(a)).</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec CompaRatioMap(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var people = People(run, scenario);
        var levels = Levels(run, scenario).Select(l => l.Code).Where(l => people.Any(p => p.WorkLevel == l)).ToList();
        List<string> organisations = [.. people.Select(Place).Distinct().Order(StringComparer.Ordinal)];
        var counts = new int[organisations.Count, levels.Count];
        var cells = people.GroupBy(p => (Row: organisations.IndexOf(Place(p)), Column: levels.IndexOf(p.WorkLevel))).ToDictionary(g => g.Key, g => g.Select(p => p.CompaRatio).ToList());
        foreach (var (place, ratios) in cells) counts[place.Row, place.Column] = ratios.Count;
        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        return CompaRatioHeatMap.Build(
            new CompaRatioHeatMapInput(
                PeopleYear(run),
                levels,
                organisations,
                [
                    .. cells.OrderBy(c => c.Key).Select(c => mask is not null && (mask.IsHidden(c.Key.Row, c.Key.Column) || c.Value.Count < SmallCells.LeastForQuantiles)
                        ? new CompaRatioCell(levels[c.Key.Column], organisations[c.Key.Row], null, null)
                        : new CompaRatioCell(levels[c.Key.Column], organisations[c.Key.Row], Median(c.Value), c.Value.Count)),
                ],
                PeopleBasis(run, people.Count)),
            size);
    }

    /// <summary>Where people stand between minimum and maximum of their range, by work level.</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="showIndividuals">Whether single people may be shown; otherwise quantiles of ten people or more.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec RangePenetration(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var people = People(run, scenario);
        var levels = Levels(run, scenario);
        var places = people.ToLookup(p => p.WorkLevel, p => p.RangePenetration);
        var counts = Column(levels.Select(l => places[l.Code].Count()));
        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        return RangePenetrationChart.Build(
            new RangePenetrationInput(
                PeopleYear(run),
                [
                    .. levels.Select((l, r) =>
                    {
                        List<double> sorted = [.. places[l.Code].Order()];
                        var quantiles = sorted.Count >= (showIndividuals ? 1 : SmallCells.LeastForQuantiles) && mask?.IsHidden(r, 0) != true
                            ? new RangePenetrationQuantiles(At(sorted, 0.1), At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75), At(sorted, 0.9))
                            : null;
                        return new RangePenetrationRow(l.Title, Shown(mask, r, 0, sorted.Count), quantiles, showIndividuals ? sorted : []);
                    }),
                ],
                PeopleBasis(run, people.Count)),
            size);
    }

    /// <summary>How far the median salary of each local talent market is from the market's median (158.403, 158.612).</summary>
    /// <param name="run">A run that says where people stand.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run does not say where people stand.</exception>
    public static ChartSpec MarketGap(RunRecord run, int scenario, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var people = People(run, scenario);
        var markets = people.GroupBy(p => p.Market).Select(g => (Code: g.Key, Name: run.Facts.Markets.GetValueOrDefault(g.Key, g.Key), Ratios: g.Select(p => p.MarketRatio).ToList())).ToList();
        var (large, small) = (markets.Where(m => showIndividuals || m.Ratios.Count >= SmallCells.LeastForQuantiles).ToList(), markets.Where(m => !showIndividuals && m.Ratios.Count < SmallCells.LeastForQuantiles).ToList());
        List<MarketGapRow> rows = [.. large.OrderBy(m => m.Code, StringComparer.Ordinal).Select(m => Row(m.Name, m.Ratios))];
        // The small markets together are one group, so that none of them has to be worked out from the others.
        List<double> others = [.. small.SelectMany(m => m.Ratios)];
        if (small.Count > 0) rows.Add(others.Count >= SmallCells.LeastForQuantiles ? Row($"{small.Count} other markets together", others) : new MarketGapRow($"{small.Count} other markets", null));
        return MarketGapChart.Build(
            new MarketGapInput("median of salaries with the supplement against the median of the matched occupations", PeopleYear(run), rows, PeopleBasis(run, people.Count)), size);

        MarketGapRow Row(string name, List<double> ratios) => new(name, Median(ratios) - 1, People: ratios.Count);
    }

    private static ChartBasis PeopleBasis(RunRecord run, int people) => new(
        null, people, Nominal, $"People of the roster on assumed paths, {PeopleYear(run)}.");

    private static string Place(PersonPosition person) => $"{person.Agency} {person.Organisation}";

    private static int? Shown(CellMask? mask, int row, int column, int people) => mask?.IsHidden(row, column) == true ? null : people;

    private static double Edge(double from, double steps) => Math.Round(from + (steps * BinWidth), 2);

    private static int[,] Column(IEnumerable<int> people)
    {
        var list = people.ToList();
        var column = new int[list.Count, 1];
        for (var i = 0; i < list.Count; i++) column[i, 0] = list[i];
        return column;
    }

    private static double Median(IEnumerable<double> values) => At([.. values.Order()], 0.5);

    /// <summary>Quantile with straight lines between the sorted values.</summary>
    private static double At(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
