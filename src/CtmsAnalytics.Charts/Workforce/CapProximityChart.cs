using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Cap proximity: for each group, columns of people by how much of the cap they reach; those at the cap stand apart at the right.</summary>
public static class CapProximityChart
{
    /// <summary>Name of the chart, <c>cap-proximity</c>.</summary>
    public const string Name = "cap-proximity";

    private const double Near = 0.95;
    private static readonly Mark Below = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 0.8 };
    private static readonly Mark Close = new("rect") { Fill = Palette.IncreaseFill, Stroke = Palette.Increase, StrokeWidth = 0.8 };
    private static readonly Mark AtCap = new("rect") { Fill = Palette.Increase, Stroke = Palette.Ink, StrokeWidth = 0.8 };
    private static readonly Mark Withheld = new("rect") { Fill = Palette.Paper, Stroke = Palette.Axis, StrokeWidth = 1 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">People by group and bin.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no bin or no row, bins overlap or do not ascend, or a row has not one number for each bin.</exception>
    public static ChartSpec Build(CapProximityInput input, ChartSize size = ChartSize.Wide)
    {
        Check(input);
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var (bins, rows) = (input.Bins, input.Rows);
        var left = rows.Count == 1 && rows[0].Label.Length == 0 ? 10d : wide ? 190d : 4d;
        var rowHeight = rows.Count == 1 ? 170d : rows.Count > 12 ? 40d : wide ? 56d : 62d;
        var most = Math.Max(1, rows.SelectMany(r => r.People).Max(p => p ?? 0));
        var plot = new Plot(frame.Width - left - 10, rows.Count * rowHeight, Axis.Hidden, new Scale([0, bins.Count]), Axis.Hidden, new Scale([rows.Count, 0]));
        // A column may fill what the number above it, and in a narrow chart the name of the row, leave of the row.
        var full = 1 - ((wide ? 20 : 36) / rowHeight);
        var cells = rows.SelectMany((r, row) => r.People.Select((p, bin) => (Row: row, Bin: bin, People: p))).ToList();
        Box Column(int row, int bin, double people) => new(bin + 0.12, bin + 0.88, row + 0.97, row + 0.97 - (people / most * full), $"{rows[row].Label}: {Display.Count((int)people)} {(people == 1 ? "person" : "people")}");
        View Columns(string name, Mark mark, Func<CapBin, bool> which) =>
            plot.Boxes(name, mark, cells.Where(c => c.People > 0 && which(bins[c.Bin])).Select(c => Column(c.Row, c.Bin, c.People!.Value)));
        var stubs = cells.Where(c => c.People is null).Select(c => new Box(c.Bin + 0.12, c.Bin + 0.88, c.Row + 0.97 - (16 / rowHeight), c.Row + 0.97)).ToList();
        var size11 = plot.PixelsX < 30 ? 9d : wide ? 12d : 11d;
        IEnumerable<View> layers =
        [
            plot.Boxes("rows", new Mark("rule") { Color = Palette.Axis, StrokeWidth = 1 }, rows.Select((_, i) => new Box(0, bins.Count, i + 0.97, i + 0.97))),
            Columns("below", Below, b => b.From < Near),
            Columns("close", Close, b => b.From >= Near && b.To > b.From),
            Columns("at-cap", AtCap, b => b.To == b.From),
            plot.Boxes("withheld", Withheld, stubs),
            plot.Boxes("hatch", Hatch.Mark, stubs.SelectMany(Hatch.In)),
            plot.Words("counts", new Mark("text") { Align = "center", Baseline = "bottom", Dy = -3, FontSize = size11 }, cells.Where(c => c.People > 0).Select(c => new Note(c.Bin + 0.5, Column(c.Row, c.Bin, c.People!.Value).Y2, Display.Count(c.People!.Value)))),
            wide
                ? plot.WordsBeside("groups", new Mark("text") { Align = "right", Baseline = "middle", FontSize = 12.5 }, -12, rows.Select((r, i) => new Note(0, i + 0.72, Wrap.Cut(r.Label, 28))))
                : plot.WordsBeside("groups", new Mark("text") { Align = "left", Baseline = "top", Dy = 4, FontSize = 12, FontWeight = "bold" }, 0, rows.Select((r, i) => new Note(0, i, Wrap.Cut(r.Label, 46)))),
            .. Bottom(input, plot, wide),
            .. Keys(input, stubs.Count > 0).LayOut(-left, frame.Width),
        ];
        return frame.Chart(Words(input), left, plot, layers);
    }

    private static void Check(CapProximityInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Bins, "The cap proximity chart has no bin. Give at least one.", nameof(input));
        Inputs.NotEmpty(input.Rows, "The cap proximity chart has no row. Give at least one.", nameof(input));
        Inputs.Require(
            input.Bins.All(b => b.From <= b.To) && input.Bins.Zip(input.Bins.Skip(1)).All(p => p.First.To <= p.Second.From),
            "The bins of the cap proximity chart overlap or do not ascend.",
            nameof(input));
        foreach (var row in input.Rows)
            Inputs.Require(row.People.Count == input.Bins.Count, $"Row '{row.Label}' has {Display.Count(row.People.Count)} numbers for {Display.Count(input.Bins.Count)} bins.", nameof(input));
    }

    private static string Label(CapBin bin, bool wide) =>
        bin.To == bin.From ? wide ? "at the cap" : "cap"
        : bin.From <= 0 ? $"{(wide ? "under " : "<")}{Display.WholePercent(bin.To)}"
        : $"{Display.WholePercent(bin.From).TrimEnd('%')}\u2013{Display.WholePercent(bin.To)}";

    private static IEnumerable<View> Bottom(CapProximityInput input, Plot plot, bool wide)
    {
        var small = plot.PixelsX < 58;
        // Where the bins are narrow only their lower ends are written, at their left edges.
        yield return plot.WordsBelow(
            "bins",
            new Mark("text") { Align = "center", Baseline = "middle", FontSize = small ? 9.5 : 12 },
            plot.Height + 12,
            input.Bins.Select((b, i) => new Note(i + 0.5, 0, small && b.To > b.From ? (b.From <= 0 ? "<" + Display.WholePercent(b.To) : Display.WholePercent(b.From) + "+") : Label(b, wide))));
        yield return Marks.Words(Wrap.Cut($"{Wrap.Cut(input.Amount, 40)} as a share of {input.Cap}", wide ? 110 : 54), plot.Width / 2, plot.Height + 32, "center");
    }

    private static Key Keys(CapProximityInput input, bool withheld)
    {
        var key = new Key();
        if (input.Bins.Any(b => b.From < Near)) key.Add("People", (x, y) => [Marks.Box(Below, x, y, 8, 6)]);
        if (input.Bins.Any(b => b.From >= Near && b.To > b.From)) key.Add("within 5% of the cap", (x, y) => [Marks.Box(Close, x, y, 8, 6)]);
        if (input.Bins.Any(b => b.To == b.From)) key.Add("at the cap", (x, y) => [Marks.Box(AtCap, x, y, 8, 6)]);
        if (withheld) key.Add(Hatch.Words, Hatch.Symbol);
        return key;
    }

    private static ChartWords Words(CapProximityInput input)
    {
        (int People, bool Partly) Count(Func<CapBin, bool> which)
        {
            var cells = input.Rows.SelectMany(r => r.People.Where((_, bin) => which(input.Bins[bin]))).ToList();
            return (cells.Sum(c => c ?? 0), cells.Any(c => c is null));
        }

        static string Say((int People, bool Partly) count) => (count.Partly ? "at least " : "") + Display.Count(count.People);
        var (cap, close) = (Count(b => b.To == b.From), Count(b => b.From >= Near && b.To > b.From));
        var of = input.Basis.People is { } n ? $" of {Display.Count(n)}" : "";
        var noun = input.Basis.People is null && cap.People == 1 && !cap.Partly ? "person" : "people";
        var has = input.Bins.Any(b => b.To == b.From);
        var capital = Sentence.Capital(Say(has ? cap : close));
        var below = Count(b => b.From < Near);
        // A headline of what is withheld would say nothing.
        var saysNothing = cap is { Partly: true, People: 0 } || close is { Partly: true, People: 0 };
        var title = saysNothing && below.People == 0
            ? $"How many{of} people are near {Wrap.Cut(input.Cap, 50)} is withheld"
            : saysNothing
            ? $"{Sentence.Capital(Say(below))}{of} people are more than 5% below {Wrap.Cut(input.Cap, 50)}"
            : has
            ? $"{(capital == "0" ? "None" : capital)}{of} {noun} {(cap.People == 1 && !cap.Partly ? "is" : "are")} at {Wrap.Cut(input.Cap, 50)}, {Say(close)} more within 5% of it"
            : $"{(capital == "0" ? "None" : capital)}{of} {noun} {(close.People == 1 && !close.Partly ? "is" : "are")} within 5% of {Wrap.Cut(input.Cap, 50)}";
        var withheld = input.Rows.Any(r => r.People.Any(p => p is null));
        var what = $"People by {Wrap.Cut(input.Amount, 40).ToLowerInvariant()} as a share of {Wrap.Cut(input.Cap, 60)}";
        var description = $"Columns of people by share of the cap for {Display.Count(input.Rows.Count)} {(input.Rows.Count == 1 ? "group" : "groups")}. "
            + string.Join("; ", input.Rows.Select(r => $"{r.Label}: {string.Join(", ", r.People.Select((p, i) => $"{Label(input.Bins[i], true)} {(p is { } count ? Display.Count(count) : "withheld")}"))}")) + ".";
        var table = new ChartTable(
            "People by share of the cap",
            ["Group", .. input.Bins.Select(b => Label(b, true))],
            [.. input.Rows.Select(r => (IReadOnlyList<string>)[r.Label, .. r.People.Select(p => p is { } count ? Display.Count(count) : "withheld")])]);
        return new ChartWords(Name, title, input.Basis.Subtitle(what, money: false, withheld ? "Hatched numbers are withheld, so that no group of fewer than five can be told." : ""), description, table);
    }
}
