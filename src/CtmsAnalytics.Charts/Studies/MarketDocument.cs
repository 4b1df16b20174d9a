using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.MarketPosition;
using CtmsAnalytics.Statistics;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tells competitive position: who leads and lags, what catching up costs, and the market figures that both rest on.</summary>
internal static class MarketDocument
{
    private const string None = "\u2013";
    private const string Hidden = "withheld";
    private const int PeopleShown = 25;
    private const double Percent = 100;

    private static readonly (string By, string Many)[] Cuts = [("work level", "work levels"), ("track", "tracks"), ("local market", "local markets"), ("organisation", "organisations")];

    public static StudyDocument Of(MarketStudy full, bool showIndividuals)
    {
        var study = showIndividuals ? full : full.WithoutIndividuals();
        var blocks = new List<StudyBlock> { new StudyParagraph(Basis(study.Basis)), new StudyChart("Gap by work level", "A bar is the gap between salaries and the market, a whisker its 95% interval from the survey's sampling error.", size => Gap(study, Cuts[0], size)) };
        foreach (var cut in Cuts) blocks.Add(new StudyTable(Position(study, cut.By)) { IsSortable = true });
        if (study.Groups.Count(g => g.By == "local market" && g.Ratio is not null) > 1)
            blocks.Add(new StudyChart("Gap by local market", "Read as the chart by work level; small survey areas have wide intervals.", size => Gap(study, Cuts[2], size)));
        blocks.Add(new StudyHeading("What catching up costs"));
        blocks.Add(new StudyTable(Costs(study)));
        blocks.Add(new StudyTable(LevelCosts(study)));
        blocks.Add(new StudyParagraph("Annual rates, part-time people at their hours, without employer contributions. A raise stops at the maximum of the subrange and at the salary limitation (158.611(d), 158.614); what they leave unpaid is in no cost. Raises come as recognition adjustments, structure changes or supplements alone (158.621(a))."));
        blocks.Add(new StudyHeading("The market"));
        blocks.Add(new StudyTable(Figures(study)));
        if (study.Blend.Count > 0) blocks.Add(new StudyTable(Blend(study)));
        if (study.People.Count > 0)
        {
            blocks.Add(new StudyHeading("People"));
            blocks.Add(new StudyTable(People(study)) { IsSortable = true });
        }

        return new StudyDocument(study.Title, Finding(study), blocks);
    }

    private static string Finding(MarketStudy study)
    {
        var all = study.Groups[0];
        var against = ReferenceNames.InWords(study.Basis.Reference);
        if (all.Ratio is not { } ratio) return all.People is null ? "The group is too small to be shown." : "The market data have no wage to compare with.";
        var gap = ratio - 1;
        var opening = $"Salaries are {Display.Percent(Math.Abs(gap))} {(gap < 0 ? "below" : "above")} {against}{(all is { Lower: { } low, Upper: { } high } ? $" ({Display.WholePercent(study.Basis.Confidence)} interval {Display.PercentSigned(low - 1)} to {Display.PercentSigned(high - 1)})" : "")}{(all.IsBounded ? " or more below, because top-coded wages are lower bounds" : "")}.";
        var cut = study.Groups.Where(g => g.By == "work level" && g.Ratio is not null).ToList();
        string Names(MarketSide side) => string.Join(", ", cut.Where(g => g.Side == side).Select(g => g.Group));
        var sides = new[] { (Word: "lag", Names: Names(MarketSide.Lags)), (Word: "lead", Names: Names(MarketSide.Leads)) }.Where(s => s.Names.Length > 0).Select(s => $"{s.Names} {s.Word}").ToList();
        var middle = sides.Count == 0 ? " No work level's interval lies on one side of it." : $" {string.Join("; ", sides)} beyond sampling error.";
        var cost = study.Costs.First(c => c.Reference == study.Basis.Reference);
        var end = cost.Total is { } total
            ? $" To bring the {Display.Count(cost.Below!.Value)} people who are below up to it costs {Brief(total)} a year{(cost.IsBounded ? " at least" : "")}{(cost.Capped > 0 ? $"; limits keep {Display.Count(cost.Capped.Value)} of them below it" : "")}."
            : "";
        return opening + middle + end;
    }

    private static string Basis(MarketBasis basis) => string.Create(
        CultureInfo.InvariantCulture,
        $"Salaries with supplements of {basis.People:N0} people on {Display.Date(basis.RosterDate)} beside wages of BLS OEWS May {basis.SurveyYear}, {basis.Ageing} to {Display.Date(basis.Date)}. Levels are matched to occupations as the scenario {basis.Scenario} says.");

    private static ChartSpec Gap(MarketStudy study, (string By, string Many) cut, ChartSize size)
    {
        var rows = study.Groups.Where(g => g.By == cut.By && (g.People is null || g.Ratio is not null)).Select(g => new MarketGapRow(g.Group, g.Ratio - 1, g.Lower - 1, g.Upper - 1, g.People)).ToList();
        if (rows.Count == 0) rows.Add(new MarketGapRow("everybody", null));
        var basis = study.Basis;
        return MarketGapChart.Build(
            new MarketGapInput(
                $"sum of salaries against {ReferenceNames.InWords(basis.Reference)}", Display.Date(basis.Date), rows,
                new ChartBasis(People: basis.People, Note: $"Wages: BLS OEWS May {basis.SurveyYear.ToString(CultureInfo.InvariantCulture)}, {basis.Ageing}."))
            {
                One = cut.By,
                Many = cut.Many,
                Against = ReferenceNames.InWords(basis.Reference),
            },
            size);
    }

    private static ChartTable Position(MarketStudy study, string by)
    {
        var reference = ReferenceNames.Heading(study.Basis.Reference);
        var rows = study.Groups.Where(g => g.By == by).Append(study.Groups[0] with { Group = "Total" }).Select(g => (IReadOnlyList<string>)
        [
            g.Group,
            g.People is { } n ? Display.Count(n) : Hidden,
            Rate(g, g.MeanSalary),
            Rate(g, g.MeanReference),
            Ratio(g, g.MedianRatio),
            (g.IsBounded ? "\u2264 " : "") + Ratio(g, g.Ratio),
            g.People is null ? Hidden : Interval(g),
            g.People is null ? Hidden : Place(g.Percentile),
            Ratio(g, g.CashRatio),
            g.People is null ? Hidden : Side(g),
        ]).ToList();
        return new ChartTable(
            $"Position by {by}: mean salary and mean market {reference}, US dollars a year; ratios to the market median (P50) and to it; cash is salary and recognition payments of {Display.FiscalYear(study.Basis.CashYear)} to the same; a side is even where the interval holds the market",
            [Capital(by), "People", "Salary", Capital(reference), "to P50", "to it", "95% interval", "Pay at", "Cash", "~Side"],
            rows);
    }

    private static ChartTable Costs(MarketStudy study) => new(
        "Cost of bringing everybody up to a market wage, US dollars a year; people below it, and people whom a limit stops before it",
        ["To", "Below", "Structure", "Supplement", "Total", "95% interval", "Stopped", "Left unpaid"],
        [.. study.Costs.Select(c => (IReadOnlyList<string>)[ReferenceNames.Heading(c.Reference), .. Cells(c, study.Basis.Confidence)])]);

    private static ChartTable LevelCosts(MarketStudy study) => new(
        $"Cost of bringing everybody up to {ReferenceNames.InWords(study.Basis.Reference)}, by work level, US dollars a year",
        ["Work level", "Below", "Structure", "Supplement", "Total", "95% interval", "Stopped", "Left unpaid"],
        [.. study.LevelCosts.Select(c => (IReadOnlyList<string>)[c.WorkLevel ?? "", .. Cells(c, study.Basis.Confidence)])]);

    private static IEnumerable<string> Cells(RaiseCost cost, double confidence)
    {
        if (cost.Total is not { } total) return [Hidden, Hidden, Hidden, Hidden, Hidden, Hidden, Hidden];
        var reach = IntervalReach.Normal(confidence);
        var interval = cost.Error is { } error ? $"{Dollars(Math.Max(0, total - (reach * error)))} to {Dollars(total + (reach * error)).TrimStart('$')}" : None;
        return
        [
            Display.Count(cost.Below!.Value),
            Dollars(cost.Structure!.Value),
            Dollars(cost.Supplement!.Value),
            (cost.IsBounded ? "\u2265 " : "") + Dollars(total),
            interval,
            cost.Capped is { } capped ? Display.Count(capped) : Hidden,
            cost.Unpaid is { } unpaid ? Dollars(unpaid) : Hidden,
        ];
    }

    private static ChartTable Figures(MarketStudy study)
    {
        string Figure(LevelMarketFigures level, double percentile)
        {
            var figure = level.Figures.First(f => f.Percentile == percentile);
            return figure.Wage is not { } wage ? None : (figure.Status == FigureStatus.Censored ? "\u2265 " : "") + Display.Rate(wage);
        }

        return new ChartTable(
            $"National market by work level on {Display.Date(study.Basis.Date)}, US dollars a year; standard error of the target in percent of it",
            ["Work level", "P10", "P25", "P50", "P75", "P90", "Target", "at", "Error", "~Occupations"],
            [
                .. study.Levels.Where(l => l.Market is null).Select(l => (IReadOnlyList<string>)
                [
                    l.WorkLevel, Figure(l, 10), Figure(l, 25), Figure(l, 50), Figure(l, 75), Figure(l, 90), Figure(l, l.TargetPercentile), "P" + Display.Value(l.TargetPercentile),
                    l.Figures.First(f => f.Percentile == l.TargetPercentile).Error is { } error ? Display.Percent(error) : None,
                    l.Occupations,
                ]),
            ]);
    }

    private static ChartTable Blend(MarketStudy study) => new(
        "Weights of the sources by occupation, after they were shared out over the sources that have it",
        ["Occupation", "~Source", "Given", "Used"],
        [.. study.Blend.Select(b => (IReadOnlyList<string>)[b.Occupation, b.Source, Display.Percent(b.Given), Display.Percent(b.Used)])]);

    private static ChartTable People(MarketStudy study)
    {
        var reference = ReferenceNames.Heading(study.Basis.Reference);
        var lowest = study.People.Where(p => p.Ratio is not null).OrderBy(p => p.Ratio).ThenBy(p => p.PersonId, StringComparer.Ordinal).Take(PeopleShown).ToList();
        return new ChartTable(
            $"The {Display.Count(lowest.Count)} people furthest below their market {reference}, US dollars a year (--csv writes everybody)",
            ["Person", "~Level", "~Market", "Salary", $"Market {reference}", "Ratio", "95% interval", "Pay at", "Raise"],
            [
                .. lowest.Select(p => (IReadOnlyList<string>)
                [
                    p.PersonId, p.WorkLevel, p.Market, Display.Rate(p.Salary), (p.IsBounded ? "\u2265 " : "") + Display.Rate(p.MarketWage!.Value), (p.IsBounded ? "\u2264 " : "") + Number(p.Ratio!.Value),
                    p is { Lower: { } low, Upper: { } high } ? $"{Number(low)}\u2013{Number(high)}" : None,
                    Place(p.Percentile),
                    Dollars(p.Raise),
                ]),
            ]);
    }

    /// <summary>A percentile of pay, or the span that it lies in.</summary>
    private static string Place(PayPercentile? percentile) => percentile switch
    {
        null => None,
        { IsKnown: true } p => "P" + Whole(p.Lower),
        { Lower: 0 } p => "below P" + Whole(p.Upper),
        { Upper: >= Percent } p => "\u2265 P" + Whole(p.Lower),
        { } p => $"P{Whole(p.Lower)}\u2013{Whole(Math.Ceiling(p.Upper))}",
    };

    private static string Side(GroupPosition group) => group.Side switch
    {
        MarketSide.Lags => "lags",
        MarketSide.Leads => "leads",
        MarketSide.Level => "even",
        _ => group.IsBounded ? "bounded" : None,
    };

    private static string Interval(GroupPosition group) =>
        group is { Lower: { } low, Upper: { } high } ? $"{Number(low)}\u2013{Number(high)}" : None;

    private static string Rate(GroupPosition group, double? amount) => group.People is null ? Hidden : amount is { } dollars ? Display.Rate(dollars) : None;

    private static string Ratio(GroupPosition group, double? ratio) => group.People is null ? Hidden : ratio is { } value ? Number(value) : None;

    private static string Number(double ratio) => ratio.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Whole(double percentile) => Math.Floor(percentile).ToString("0", CultureInfo.InvariantCulture);

    private static string Dollars(double dollars) => Display.Rate(dollars);

    private static string Brief(long dollars) => Display.Brief(dollars * (long)Percent);

    private static string Capital(string text) => Sentence.Capital(text);
}
