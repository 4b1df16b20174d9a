using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Hiring funnel: a bar for each stage, as long as the candidates whom the hires need there.</summary>
internal static class FunnelChart
{
    /// <summary>Name of the chart.</summary>
    public const string Name = "hiring-funnel";

    private static readonly Mark Needed = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1 };

    public static ChartSpec Build(AcquisitionStudy study, ChartSize size)
    {
        var stages = AcquisitionDocument.Stages(study).Select(stage => (Stage: stage, Candidates: study.Levels.Where(l => l.Hires > 0).Sum(l => l.Stages.First(s => s.Stage == stage).Expected ?? 0))).ToList();
        var most = Math.Max(1, stages.Max(s => s.Candidates));
        var ticks = Ticks.Cover(0, most, size == ChartSize.Wide ? 7 : 4, 1);
        var rows = new RowPlot(
            size,
            [.. stages.Select((s, i) => new RowText(AcquisitionDocument.StageName(s.Stage), i == 0 || stages[i - 1].Candidates == 0 ? "" : $"{Display.Percent(s.Candidates / stages[i - 1].Candidates)} of the stage before", AcquisitionDocument.Count(s.Candidates)))],
            new Axis { Title = "Candidates a year", Values = ticks.Values, Format = ",.0f", Grid = true, TitlePadding = 10 },
            new Scale([ticks.Low, ticks.High]),
            12);
        IEnumerable<View> layers =
        [
            rows.Plot.Boxes("needed", Needed, stages.Select((s, i) => rows.Bar(i, 0, s.Candidates, 0))),
            .. rows.Words("Candidates"),
        ];
        return rows.Chart(Words(study, stages), layers);
    }

    private static ChartWords Words(AcquisitionStudy study, List<(FunnelStage Stage, double Candidates)> stages)
    {
        var first = stages[0].Candidates;
        var title = first == 0
            ? "No number of candidates gives the hires"
            : $"{Display.Count(study.Frame.Hires)} hires come out of {AcquisitionDocument.Count(first)} candidates: {AcquisitionDocument.Count(first / study.Frame.Hires)} for each";
        var table = new ChartTable(
            $"Candidates on average for {Display.Count(study.Frame.Hires)} hires a year",
            ["Stage", "Candidates", "For each hire"],
            [.. stages.Select(s => (IReadOnlyList<string>)[AcquisitionDocument.StageName(s.Stage), AcquisitionDocument.Count(s.Candidates), AcquisitionDocument.Count(s.Candidates / study.Frame.Hires)])]);
        return new ChartWords(
            Name, title, new ChartBasis().Subtitle("Candidates of each stage a year, on average", money: false),
            $"Bars by stage. {string.Join("; ", stages.Select(s => $"{AcquisitionDocument.StageName(s.Stage)} {AcquisitionDocument.Count(s.Candidates)}"))}.", table);
    }
}
