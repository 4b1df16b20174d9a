using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.MarketPosition;
using CtmsAnalytics.Charts.Workforce;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Charts.Runs;

/// <summary>Charts of people and of where they stand at one moment. They leave out, unless single people may be shown, every group of fewer than five and what would give it back.</summary>
public static class PeopleCharts
{
    private const string AllLevels = "All work levels";
    private const double BinWidth = 0.05;
    private const double FirstCapBin = 0.8;

    /// <summary>How near people are to a cap, by work level where single people may be shown and for all levels together where not.</summary>
    /// <param name="position">Where people stand.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="cap">The cap. Default the salary limitation of the subrange.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is nobody.</exception>
    public static ChartSpec CapProximity(WorkforcePosition position, bool showIndividuals, PayCap cap = PayCap.SubrangeLimitation, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(position);
        var people = People(position);
        List<WorkLevelName> levels = showIndividuals ? Levels(position) : [new WorkLevelName(AllLevels, AllLevels)];
        List<CapBin> bins = [new CapBin(0, FirstCapBin)];
        for (var step = 0; FirstCapBin + ((step + 1) * BinWidth) <= 1 + (BinWidth / 2); step++) bins.Add(new CapBin(Edge(FirstCapBin, step), Edge(FirstCapBin, step + 1)));
        bins.Add(new CapBin(1, 1));
        var counts = new int[levels.Count, bins.Count];
        foreach (var person in people)
        {
            var share = cap == PayCap.AggregateLimit ? person.ShareOfAggregateLimit : person.ShareOfLimitation;
            var bin = share >= 1 ? bins.Count - 1 : bins.FindLastIndex(b => b.From <= share && b.To > b.From);
            counts[showIndividuals ? levels.FindIndex(l => l.Code == person.WorkLevel) : 0, bin]++;
        }

        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        return CapProximityChart.Build(
            new CapProximityInput(
                cap == PayCap.AggregateLimit ? $"Compensation of {position.FiscalYear.ToString(CultureInfo.InvariantCulture)}" : "Salary",
                cap == PayCap.AggregateLimit ? "the aggregate limit" : "the salary limitation of the subrange",
                bins,
                [.. levels.Select((l, r) => new CapRow(l.Title, [.. bins.Select((_, c) => Shown(mask, r, c, counts[r, c]))]))],
                Basis(position, people.Count)),
            size);
    }

    /// <summary>People by compa-ratio, in the baseline and in a proposal.</summary>
    /// <param name="position">Where people stand in the baseline.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="proposal">Where they stand in a proposal at the same moment; null for the baseline alone.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is nobody.</exception>
    public static ChartSpec CompaRatios(WorkforcePosition position, bool showIndividuals, WorkforcePosition? proposal = null, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(position);
        var (before, after) = (Ratios(position), proposal is null ? [] : Ratios(proposal));
        var all = before.Concat(after).ToList();
        var first = Math.Floor(all.Min() / BinWidth);
        var count = (int)(Math.Floor(all.Max() / BinWidth) - first) + 1;
        var counts = new int[2, count];
        foreach (var ratio in before) counts[0, Bin(ratio)]++;
        foreach (var ratio in after) counts[1, Bin(ratio)]++;
        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        var crossed = showIndividuals || before.Count != after.Count ? null : SmallCells.Suppress(Column(Enumerable.Range(0, count).Select(Crossings)));
        return CompaRatioHistogram.Build(
            new CompaRatioHistogramInput(
                Moment(position),
                [
                    .. Enumerable.Range(0, count).Select(i => new CompaRatioBin(
                        Edge(0, first + i), Edge(0, first + i + 1), Shown(mask, 0, i, counts[0, i]), proposal is null ? null : crossed?.IsHidden(i, 0) == true ? null : Shown(mask, 1, i, counts[1, i]))),
                ],
                Median(before),
                proposal is null ? null : Median(after),
                Basis(position, before.Count)),
            size);

        static List<double> Ratios(WorkforcePosition at) => [.. People(at).Select(p => p.CompaRatio)];

        // Beside the baseline's number a proposal's tells who left the column or came into it.
        int Crossings(int bin) => before.Zip(after).Count(r => Bin(r.First) != Bin(r.Second) && (Bin(r.First) == bin || Bin(r.Second) == bin));

        int Bin(double ratio) => Math.Clamp((int)(Math.Floor(ratio / BinWidth) - first), 0, count - 1);
    }

    /// <summary>Median compa-ratio by organisation and work level: internal equity at a glance (158.404(a)).</summary>
    /// <param name="position">Where people stand.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is nobody.</exception>
    public static ChartSpec CompaRatioMap(WorkforcePosition position, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(position);
        var people = People(position);
        var levels = Levels(position).Select(l => l.Code).Where(l => people.Any(p => p.WorkLevel == l)).ToList();
        List<string> organisations = [.. people.Select(Place).Distinct().Order(StringComparer.Ordinal)];
        var counts = new int[organisations.Count, levels.Count];
        var cells = people.GroupBy(p => (Row: organisations.IndexOf(Place(p)), Column: levels.IndexOf(p.WorkLevel))).ToDictionary(g => g.Key, g => g.Select(p => p.CompaRatio).ToList());
        foreach (var (place, ratios) in cells) counts[place.Row, place.Column] = ratios.Count;
        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        return CompaRatioHeatMap.Build(
            new CompaRatioHeatMapInput(
                Moment(position),
                levels,
                organisations,
                [
                    .. cells.OrderBy(c => c.Key).Select(c => mask is not null && (mask.IsHidden(c.Key.Row, c.Key.Column) || c.Value.Count < SmallCells.LeastForQuantiles)
                        ? new CompaRatioCell(levels[c.Key.Column], organisations[c.Key.Row], null, null)
                        : new CompaRatioCell(levels[c.Key.Column], organisations[c.Key.Row], Median(c.Value), c.Value.Count)),
                ],
                Basis(position, people.Count)),
            size);
    }

    /// <summary>Where people stand between minimum and maximum of their range, by work level.</summary>
    /// <param name="position">Where people stand.</param>
    /// <param name="showIndividuals">Whether single people may be shown; otherwise quantiles of ten people or more.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is nobody.</exception>
    public static ChartSpec RangePenetration(WorkforcePosition position, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(position);
        var people = People(position);
        var levels = Levels(position);
        var places = people.ToLookup(p => p.WorkLevel, p => p.RangePenetration);
        var counts = Column(levels.Select(l => places[l.Code].Count()));
        var mask = showIndividuals ? null : SmallCells.Suppress(counts);
        return RangePenetrationChart.Build(
            new RangePenetrationInput(
                Moment(position),
                [
                    .. levels.Select((l, r) =>
                    {
                        List<double> sorted = [.. places[l.Code].Order()];
                        var quantiles = sorted.Count >= (showIndividuals ? 1 : SmallCells.LeastForQuantiles) && mask?.IsHidden(r, 0) != true
                            ? new RangePenetrationQuantiles(LinearQuantile.At(sorted, 0.1), LinearQuantile.At(sorted, 0.25), LinearQuantile.At(sorted, 0.5), LinearQuantile.At(sorted, 0.75), LinearQuantile.At(sorted, 0.9))
                            : null;
                        return new RangePenetrationRow(l.Title, Shown(mask, r, 0, sorted.Count), quantiles, showIndividuals ? sorted : []);
                    }),
                ],
                Basis(position, people.Count)),
            size);
    }

    /// <summary>How far the median salary of each local talent market is from the market's median (158.403, 158.612).</summary>
    /// <param name="position">Where people stand.</param>
    /// <param name="showIndividuals">Whether groups of fewer than five may be shown.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is nobody.</exception>
    public static ChartSpec MarketGap(WorkforcePosition position, bool showIndividuals, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(position);
        var people = People(position);
        var markets = people.GroupBy(p => p.Market).Select(g => (Code: g.Key, Name: position.Markets.GetValueOrDefault(g.Key, g.Key), Ratios: g.Select(p => p.MarketRatio).ToList())).ToList();
        var (large, small) = (markets.Where(m => showIndividuals || m.Ratios.Count >= SmallCells.LeastForQuantiles).ToList(), markets.Where(m => !showIndividuals && m.Ratios.Count < SmallCells.LeastForQuantiles).ToList());
        List<MarketGapRow> rows = [.. large.OrderBy(m => m.Code, StringComparer.Ordinal).Select(m => Row(m.Name, m.Ratios))];
        // The small markets together are one group, so that none of them has to be worked out from the others.
        List<double> others = [.. small.SelectMany(m => m.Ratios)];
        if (small.Count > 0) rows.Add(others.Count >= SmallCells.LeastForQuantiles ? Row($"{small.Count} other markets together", others) : new MarketGapRow($"{small.Count} other markets", null));
        return MarketGapChart.Build(
            new MarketGapInput("median of salaries with the supplement against the median of the matched occupations", Moment(position), rows, Basis(position, people.Count)), size);

        MarketGapRow Row(string name, List<double> ratios) => new(name, Median(ratios) - 1, People: ratios.Count);
    }

    private static ChartBasis Basis(WorkforcePosition position, int people) => new(
        null, people, "nominal US dollars", position.IsStart ? $"People of the roster, {Moment(position)}." : $"People of the roster on assumed paths, {Moment(position)}.");

    private static string Moment(WorkforcePosition position) => $"{(position.IsStart ? "start" : "end")} of {Display.FiscalYear(position.FiscalYear)}";

    private static IReadOnlyList<PersonPosition> People(WorkforcePosition position) =>
        position.People.Count > 0 ? position.People : throw new ArgumentException("There is nobody. Give the position of one person or more.", nameof(position));

    /// <summary>Work levels in the order of the salary structure, then any other that people have.</summary>
    private static List<WorkLevelName> Levels(WorkforcePosition position) =>
    [
        .. position.Levels, .. position.People.Select(p => p.WorkLevel).Distinct().Except(position.Levels.Select(l => l.Code)).Order(StringComparer.Ordinal).Select(o => new WorkLevelName(o, o)),
    ];

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

    private static double Median(IEnumerable<double> values) => LinearQuantile.At([.. values.Order()], 0.5);
}
