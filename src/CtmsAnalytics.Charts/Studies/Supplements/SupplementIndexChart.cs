using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.TalentMarket.Local;

namespace CtmsAnalytics.Charts.Studies.Supplements;

/// <summary>Cost of talent by local market: estimate with its interval, what the survey shows, cost of living and title 5 locality.</summary>
internal static class SupplementIndexChart
{
    /// <summary>Name of the chart.</summary>
    public const string Name = "supplement-index";

    private static readonly Mark Whisker = new("rule") { Color = Palette.Proposal, StrokeWidth = 2 };
    private static readonly Mark Estimate = new("point") { Shape = "circle", Filled = true, Color = Palette.Proposal, Size = 70, Opacity = 1 };
    private static readonly Mark Survey = new("point") { Shape = "circle", Filled = false, Stroke = Palette.Ink, StrokeWidth = 1.4, Size = 130, Opacity = 1 };
    private static readonly Mark Living = new("point") { Shape = "stroke", Filled = false, Stroke = Palette.Market, StrokeWidth = 2.6, Size = 120, Angle = 90, Opacity = 1 };
    private static readonly Mark Locality = new("point") { Shape = "diamond", Filled = true, Color = Palette.Decrease, Size = 70, Opacity = 1 };

    public static ChartSpec Build(SupplementStudy study, ChartSize size)
    {
        var markets = study.Markets.Where(m => m.Basis == EstimateBasis.OwnArea).OrderByDescending(m => m.Index).ToList();
        if (markets.Count == 0) markets = [.. study.Markets.Where(m => m.Index is not null).OrderByDescending(m => m.Index)];
        var values = markets.SelectMany(m => new[] { m.RawIndex, m.Index, m.Lower, m.Upper, m.PriceParity, m.LocalityIndex }).OfType<double>().Select(v => v - 1).Append(0).ToList();
        var ticks = Ticks.Cover(values.Min(), values.Max(), size == ChartSize.Wide ? 9 : 4, 0.02);
        var axis = new Axis { Title = "Against the nation, percent of its level", Values = ticks.Values, Format = ticks.Values.All(v => Math.Abs((v * 100) - Math.Round(v * 100)) < 1e-6) ? "+.0%" : "+.1%", LabelExpr = "datum.value === 0 ? 'nation' : datum.label", Grid = true, TitlePadding = 10 };
        var rows = new RowPlot(size, [.. markets.Select(m => new RowText($"{m.Market} {Wrap.Cut(m.Name, size == ChartSize.Wide ? 28 : 24)}", "", Figure(m)))], axis, new Scale([ticks.Low, ticks.High]), 15);
        Dot At(int row, double index, string says) => new(index - 1, rows.Centre(row), says);
        IEnumerable<Dot> Each(Func<MarketSupplement, double?> of, string what) => markets.SelectMany((m, i) => of(m) is { } v ? new[] { At(i, v, $"{m.Name}: {what} {Display.PercentSigned(v - 1)}") } : []);
        var key = new Key()
            .Add($"Estimate, {Display.WholePercent(study.Policy.Confidence)} interval", (x, y) => [Marks.Line(Whisker, x - 9, y, x + 9, y), Marks.Point(Estimate, x, y)])
            .Add($"Survey, May {study.SurveyYear}", (x, y) => [Marks.Point(Survey, x, y)])
            .Add("Cost of living", (x, y) => [Marks.Point(Living, x, y)])
            .Add($"Title 5 locality {study.LocalityYear}", (x, y) => [Marks.Point(Locality, x, y)]);
        IEnumerable<View> layers =
        [
            rows.Plot.Upright("nation", new Mark("rule") { Color = Palette.Ink, StrokeWidth = 1.6 }, 0),
            rows.Plot.Dots("locality", Locality, Each(m => m.LocalityIndex, "title 5 locality")),
            rows.Plot.Dots("living", Living, Each(m => m.PriceParity, "cost of living")),
            rows.Plot.Boxes("intervals", Whisker, markets.SelectMany((m, i) => m is { Lower: { } l, Upper: { } u } ? new[] { new Box(l - 1, u - 1, rows.Centre(i), rows.Centre(i)) } : [])),
            rows.Plot.Dots("survey", Survey, Each(m => m.RawIndex, "survey")),
            rows.Plot.Dots("estimate", Estimate, Each(m => m.Index, "estimate")),
            .. key.LayOut(-rows.Left, rows.Frame.Width, size == ChartSize.Wide ? 22 : 6),
            .. rows.Words("Now, proposed"),
        ];
        return rows.Chart(Words(study, markets), layers);
    }

    private static string Figure(MarketSupplement m) => $"{Display.WholePercent(m.Present)} \u2192 {Display.WholePercent(m.Proposed)}";

    private static ChartWords Words(SupplementStudy study, List<MarketSupplement> markets)
    {
        var above = markets.Count(m => m.Lower > 1);
        var (top, bottom) = (markets[0], markets[^1]);
        var title = $"Talent costs more than in the nation in {Display.Word(above)} of {Display.Word(markets.Count)} local markets beyond noise; it ranges from {Display.PercentSigned(top.Index!.Value - 1)} in {top.Market} to {Display.PercentSigned(bottom.Index!.Value - 1)} in {bottom.Market}";
        var what = $"{(study.UsesMean ? "Mean" : "Median")} wages over the service's mix of occupations, BLS OEWS May {study.SurveyYear}; living: BEA price parities; locality against the rest of the U.S.";
        var table = new ChartTable(
            $"Cost of talent, cost of living and title 5 locality against the nation, wages of May {study.SurveyYear}",
            ["Market", "Survey", "Estimate", "Lower end", "Upper end", "Cost of living", "Locality", "Now", "Proposed"],
            [.. markets.Select(m => (IReadOnlyList<string>)[$"{m.Market} {m.Name}", Level(m.RawIndex), Level(m.Index), Level(m.Lower), Level(m.Upper), Level(m.PriceParity), Level(m.LocalityIndex), Display.Percent(m.Present), Display.Percent(m.Proposed)])]);
        return new ChartWords(Name, title, what, $"Rows of local markets with marks along an axis of percent against the nation. {string.Join("; ", markets.Select(m => $"{m.Market} {Level(m.Index)}"))}.", table);
    }

    private static string Level(double? index) => index is { } i ? Display.PercentSigned(i - 1) : "\u2013";
}
