using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.TalentMarket.Local;

namespace CtmsAnalytics.Charts.Studies.Supplements;

/// <summary>Annual cost of present and proposed supplements by local market of the worksite.</summary>
internal static class SupplementCostChart
{
    /// <summary>Name of the chart.</summary>
    public const string Name = "supplement-cost";

    private const int Most = 24;
    private static readonly Mark Present = new("rect") { Fill = Palette.BaselineFill, Stroke = Palette.Baseline, StrokeWidth = 1 };
    private static readonly Mark Proposed = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1 };

    public static ChartSpec Build(SupplementStudy study, WorksiteCells cells, ChartSize size)
    {
        var markets = Drawn(cells).Take(Most).ToList();
        var money = MoneyAxis.Cover(0, Math.Max(1, markets.Max(m => Math.Max(m.PresentCents, m.ProposedCents))), size == ChartSize.Wide ? 7 : 4);
        var rows = new RowPlot(
            size,
            [.. markets.Select(m => new RowText(m.Name, $"n = {Display.Count(m.People)}", Display.BriefSigned(m.ProposedCents - m.PresentCents)))],
            money.Axis("Supplement a year"),
            money.Scale,
            10);
        var key = new Key()
            .Add("Present", (x, y) => [Marks.Box(Present, x, y, 8, 6)])
            .Add("Proposed", (x, y) => [Marks.Box(Proposed, x, y, 8, 6)]);
        IEnumerable<View> layers =
        [
            rows.Plot.Boxes("present", Present, markets.Select((m, i) => rows.Bar(i, money.At(0), money.At(m.PresentCents), -1))),
            rows.Plot.Boxes("proposed", Proposed, markets.Select((m, i) => rows.Bar(i, money.At(0), money.At(m.ProposedCents), 1))),
            .. key.LayOut(-rows.Left, rows.Frame.Width, size == ChartSize.Wide ? 22 : 6),
            .. rows.Words("Change a year"),
        ];
        return rows.Chart(Words(study, cells), layers);
    }

    /// <summary>Markets that have or get a supplement; all where none does.</summary>
    private static List<MarketCost> Drawn(WorksiteCells cells)
    {
        var paid = cells.Markets.Where(m => m.PresentCents > 0 || m.ProposedCents > 0).ToList();
        return paid.Count > 0 ? paid : [.. cells.Markets];
    }

    private static ChartWords Words(SupplementStudy study, WorksiteCells cells)
    {
        var (present, proposed) = (study.Worksites.Sum(w => w.PresentCents), study.Worksites.Sum(w => w.ProposedCents));
        var first = cells.Markets[0];
        var title = $"The proposal takes supplements from {Display.Brief(present)} to {Display.Brief(proposed)} a year; {first.Name} moves most, by {Display.BriefSigned(first.ProposedCents - first.PresentCents)}";
        var drawn = Drawn(cells).Count;
        var shown = drawn > Most ? $" The {Display.Count(Most)} markets that move most are drawn." : drawn < cells.Markets.Count ? $" {Sentence.Capital(Display.Word(cells.Markets.Count - drawn))} markets with people and no supplement are left out." : "";
        var basis = new ChartBasis(People: study.Worksites.Sum(w => w.People));
        var table = new ChartTable(
            "Supplements of today's roster by local market, dollars a year",
            ["Market", "People", "Present", "Proposed", "Change"],
            [.. cells.Markets.Select(m => (IReadOnlyList<string>)[m.Name, Display.Count(m.People), Display.Dollars(m.PresentCents), Display.Dollars(m.ProposedCents), Display.DollarsSigned(m.ProposedCents - m.PresentCents)])]);
        return new ChartWords(
            Name, title, basis.Subtitle(FormattableString.Invariant($"Today's roster by market of the official worksite, after the ceilings of salary on {study.Cost.Effective:yyyy-MM-dd}"), money: true) + shown,
            $"Pairs of bars by market: present and proposed. {string.Join("; ", cells.Markets.Select(m => $"{m.Name} {Display.Brief(m.PresentCents)} to {Display.Brief(m.ProposedCents)}"))}.", table);
    }
}
