using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.TalentMarket.Local;

namespace CtmsAnalytics.Charts.Studies.Supplements;

/// <summary>Tells a study of local supplements.</summary>
internal static class SupplementDocument
{
    private const string None = "\u2013";

    /// <summary>Tells the study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="showIndividuals">Whether worksites and markets of fewer than five people may be shown on their own.</param>
    public static StudyDocument Of(SupplementStudy study, bool showIndividuals)
    {
        var cells = WorksiteCells.Of(study, showIndividuals);
        var annual = study.Worksites.Sum(w => w.ChangeCents);
        List<StudyBlock> blocks =
        [
            new StudyParagraph(Shrunk(study)),
            new StudyChart("Cost of talent", "Filled marks with whiskers are the estimates, hollow ones what the survey shows; the tick is cost of living, the diamond title 5 locality.", size => SupplementIndexChart.Build(study, size)),
            new StudyTable(Proposals(study)) { IsSortable = true },
            new StudyHeading("Why"),
            .. Reasons(study),
        ];
        if (study.Asked.Count > 0) blocks.AddRange(study.Markets.Where(m => study.Asked.Contains(m.Market)).Select(m => new StudyTable(Occupations(m))));
        blocks.AddRange(
        [
            new StudyHeading("Who is covered and what it costs"),
            new StudyParagraph(Covered(study, cells)),
        ]);
        if (cells.Markets.Count > 0) blocks.Add(new StudyChart("Cost by market", "Present and proposed supplement a year, after the ceilings of salary.", size => SupplementCostChart.Build(study, cells, size)));
        blocks.AddRange(
        [
            new StudyTable(Worksites(study, cells)) { IsSortable = true },
            new StudyTable(Years(study)),
            new StudyTable(Components(study)),
        ]);
        if (study.BackTest is { } test)
        {
            blocks.AddRange(
            [
                new StudyHeading("What lagged data would have done"),
                new StudyParagraph(Lag(test, study)),
                new StudyChart("Back-test", "Estimates from the earlier survey with their intervals, and what the later one shows.", size => SupplementBackTestChart.Build(study, test, size)),
                new StudyTable(Methods(test)),
                new StudyTable(Areas(test)) { IsSortable = true },
            ]);
        }

        return new StudyDocument(study.Title, Finding(study, annual), blocks);
    }

    private static string Finding(SupplementStudy study, long annual)
    {
        var paid = study.Markets.Count(m => m.Proposed > 0);
        var (raised, lowered) = (study.Markets.Where(m => m.Proposed > m.Present).ToList(), study.Markets.Where(m => m.Proposed < m.Present).ToList());
        var top = study.Markets.Where(m => m.Proposed > 0).OrderByDescending(m => m.Proposed).ThenByDescending(m => m.Index).Take(3).ToList();
        var years = study.Cost.Years;
        var first = paid == 0 ? "No local market earns a supplement" : $"{Sentence.Capital(Display.Word(paid))} of {Display.Word(study.Markets.Count)} local markets get a supplement, most in {string.Join(", ", top.Select(m => $"{m.Market} ({Share(m.Proposed)}%)"))}";
        var changed = $"{Display.Word(raised.Count)} {(raised.Count == 1 ? "rises" : "rise")} and {Display.Word(lowered.Count)} {(lowered.Count == 1 ? "falls" : "fall")}{(lowered.Count > 0 ? $" ({string.Join(", ", lowered.Select(m => m.Market))})" : "")}";
        var simulated = study.Cost.Simulated is { } s ? $" ({Display.BriefSigned((long)s.P10)} to {Display.BriefSigned((long)s.P90)} in four of five of {Display.Count(s.Draws)} draws)" : "";
        return $"{first}; {changed}. For today's roster that is {Display.DollarsSigned(annual)} a year, and {Display.BriefSigned(study.Cost.TotalCents)} over {Display.FiscalYears([.. years.Select(y => y.FiscalYear)])} with what follows from it{simulated}.";
    }

    private static string Shrunk(SupplementStudy study)
    {
        var mix = string.Join(", ", study.Mix.OrderByDescending(m => m.Share).Select(m => $"{m.Title} {Display.WholePercent(m.Share)}"));
        if (study.Shrinkage is not { } s) return $"No survey area has figures for the service's mix ({mix}).";
        return $"{(study.UsesMean ? "Mean" : "Median")} wages of May {study.SurveyYear} in {Display.Count(s.Areas)} areas are set against the nation's over the service's own mix: {mix}. "
            + $"Areas of one Census division differ by a standard deviation of {Display.Percent(s.BetweenAreas)}, divisions by {Display.Percent(s.BetweenDivisions)}; the typical sampling error of an area is {Display.Percent(s.MedianError)}. "
            + $"So an area with little employment is drawn toward its division. Intervals hold {Display.Percent(study.Policy.Confidence)}.";
    }

    private static ChartTable Proposals(SupplementStudy study) => new(
        $"Cost of talent against the nation and proposed supplement, percent; living: BEA price parity; title 5: locality payment of {study.LocalityYear} against the rest of the U.S.",
        ["Market", "Survey", "Estimate", "Interval", "Living", "Title 5", "Now", "Proposed", "~Decided by"],
        [
            .. study.Markets.OrderByDescending(m => m.Proposed).ThenByDescending(m => m.Index).Select(m => (IReadOnlyList<string>)
            [
                $"{m.Market} {Wrap.Cut(m.Name, 14)}",
                Bare(m.RawIndex),
                Bare(m.Index),
                m.Lower is { } low && m.Basis != EstimateBasis.Nation ? $"{Bare(low)} to {Bare(m.Upper)}" : None,
                Bare(m.PriceParity),
                Bare(m.LocalityIndex),
                Share(m.Present),
                Share(m.Proposed),
                Deciding(m),
            ]),
        ]);

    /// <summary>An index without the percent sign that its table's caption has.</summary>
    private static string Bare(double? index) => index is { } i ? Display.PercentSigned(i - 1).TrimEnd('%') : None;

    private static string Share(double fraction) => (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Deciding(MarketSupplement market) => market.Binding switch
    {
        SupplementBinding.Noise => "noise",
        SupplementBinding.Floor => "floor",
        SupplementBinding.Ceiling => "ceiling",
        SupplementBinding.TooSmall => "too small",
        SupplementBinding.NoEstimate => "no wages",
        SupplementBinding.Held => "present kept",
        SupplementBinding.Nation => "the nation",
        SupplementBinding.NotAsked => "not asked",
        _ => "gap",
    };

    /// <summary>Why, for every market that gets a supplement, has one, or has people.</summary>
    private static IEnumerable<StudyParagraph> Reasons(SupplementStudy study) => study.Markets
        .Where(m => m.Proposed > 0 || m.Present > 0 || m.People > 0).OrderByDescending(m => m.Proposed).ThenByDescending(m => m.Index)
        .Select(m => new StudyParagraph($"{m.Market} {Share(m.Proposed)}%{(m.Proposed > 0 && study.Policy.Target != 1 && m.ComputedLower is { } low ? $" (interval before floor and ceiling {Display.PercentSigned(low)} to {Display.PercentSigned(m.ComputedUpper!.Value)})" : "")}: {m.Reason}"));

    private static ChartTable Occupations(MarketSupplement market) => new(
        $"{market.Market}, {market.AreaTitle ?? "no survey area"}: wages behind the estimate, dollars a year",
        ["Occupation", "Share of mix", "Local wage", "National wage", "Ratio", "Jobs", "Error of ratio", "~Figure"],
        [
            .. market.Cells.Select(c => (IReadOnlyList<string>)
            [
                $"{c.Occupation} {c.Title}",
                Display.Percent(c.Share),
                c.Local is { } local ? Display.Rate(local) : None,
                c.National is { } national ? Display.Rate(national) : None,
                c is { Local: { } l, National: { } n } ? Level(l / n) : None,
                c.Employment is { } jobs ? Display.Count((int)jobs) : "withheld",
                c.RelativeError is { } error ? Display.Percent(error) : None,
                c.Basis switch { CellBasis.Asked => "as asked", CellBasis.OtherFigure => "other figure, top-coded", CellBasis.LowerBound => "lower bound, top-coded", _ => "missing" },
            ]),
        ]);

    private static string Covered(SupplementStudy study, WorksiteCells cells)
    {
        var nation = study.Markets.Where(m => m.Basis == EstimateBasis.Nation).Select(m => m.Market).ToHashSet();
        var people = study.Worksites.Sum(w => w.People);
        var outside = study.Worksites.Where(w => nation.Contains(w.Market)).Sum(w => w.People);
        var ceiling = study.Worksites.Sum(w => w.AtCeiling);
        string Group(int n) => cells.MayShow(n) ? Display.Count(n) : "fewer than five";
        return $"The county of the official worksite decides the market (158.704). {Display.Count(people - outside)} of {Display.Count(people)} people work in a local market, {Group(outside)} outside any. "
            + $"A ceiling of salary cuts the proposed supplement of {Group(ceiling)} (158.611(d), 158.613).";
    }

    private static ChartTable Worksites(SupplementStudy study, WorksiteCells cells)
    {
        var rows = cells.Worksites.Select(w => (IReadOnlyList<string>)
        [
            $"{w.CountyName}{(w.State.Length > 0 ? $", {w.State}" : "")}", w.Market, Display.Count(w.People), Display.Dollars(w.PresentCents), Display.Dollars(w.ProposedCents), Display.DollarsSigned(w.ChangeCents),
        ]).ToList();
        rows.Add(["Total", "", Display.Count(study.Worksites.Sum(w => w.People)), Display.Dollars(study.Worksites.Sum(w => w.PresentCents)), Display.Dollars(study.Worksites.Sum(w => w.ProposedCents)), Display.DollarsSigned(study.Worksites.Sum(w => w.ChangeCents))]);
        return new ChartTable(
            FormattableString.Invariant($"Supplements of today's roster by county of the official worksite, dollars a year after the ceilings of salary that hold on {study.Cost.Effective:yyyy-MM-dd}"),
            ["Worksite", "~Market", "People", "Present", "Proposed", "Change"],
            rows);
    }

    private static ChartTable Years(SupplementStudy study)
    {
        var rows = study.Cost.Years.Select(y => (IReadOnlyList<string>)[Display.FiscalYear(y.FiscalYear), Display.Dollars(y.BaselineCents), Display.DollarsSigned(y.ChangeCents)]).ToList();
        rows.Add(["Total", Display.Dollars(study.Cost.Years.Sum(y => y.BaselineCents)), Display.DollarsSigned(study.Cost.TotalCents)]);
        if (study.Cost.Simulated is { } s)
            rows.Add([FormattableString.Invariant($"Mean of {s.Draws:N0} paired draws, seed {s.Seed}"), None, Display.DollarsSigned((long)s.Mean) + (s.StandardError is { } e ? $" \u00b1 {Display.Dollars((long)e)}" : "")]);
        return new ChartTable(
            FormattableString.Invariant($"Cost of the proposal from {study.Cost.Effective:yyyy-MM-dd} against '{study.Cost.Baseline}', re-costed by the engine: nominal dollars by fiscal year"),
            ["Fiscal year", "Baseline", "Change"],
            rows);
    }

    private static ChartTable Components(SupplementStudy study) => new(
        "The same change by component, all years, dollars",
        ["Component", "Change"],
        [.. study.Cost.Components.Select(c => (IReadOnlyList<string>)[ComponentName.Of(c.Component), Display.DollarsSigned(c.ChangeCents)])]);

    private static string Lag(SupplementBackTest test, SupplementStudy study)
    {
        var methods = test.Methods.Where(m => m.AllAreas is not null).ToList();
        var none = methods.Find(m => m.Method == "No supplement");
        return FormattableString.Invariant($"Supplements computed from May {test.FromYear} are held against what May {test.ToYear} shows in {test.Areas.Count} areas. ")
            + (none is null ? "" : $"Without any supplement the error is {Display.Percent(none.AllAreas!.Value)} of the national wage on average; with the shrunk estimates {Display.Percent(methods[1].AllAreas!.Value)}, with what the survey showed {Display.Percent(methods[0].AllAreas!.Value)}. ")
            + $"Of the later figures {Display.WholePercent(test.Coverage)} lie inside the earlier intervals, {Display.WholePercent(test.CoverageWithError)} once their own error is added, where {Display.WholePercent(study.Policy.Confidence)} was promised: "
            + $"markets drift by about {Display.Percent(test.Drift)} in {Display.Word(test.ToYear - test.FromYear)} years beyond what sampling explains, which no interval of one survey holds. "
            + Given(test);
    }

    /// <summary>What the two surveys would have given, for the areas that stand for a market.</summary>
    private static string Given(SupplementBackTest test)
    {
        var markets = test.Areas.Where(a => a.Market is not null).ToList();
        var moved = markets.Where(a => Math.Abs(a.Proposed - a.ProposedLater) > MaterialChange).OrderByDescending(a => Math.Abs(a.Proposed - a.ProposedLater)).ToList();
        return moved.Count == 0
            ? $"In all {Display.Count(markets.Count)} markets the two surveys give supplements within two points of one another."
            : $"In {Display.Word(moved.Count)} of {Display.Count(markets.Count)} markets the two surveys give supplements more than two points apart: {string.Join(", ", moved.Select(a => $"{a.Market} {Share(a.Proposed)}% then and {Share(a.ProposedLater)}% later"))}.";
    }

    /// <summary>Two points of structure salary, and a hair for binary fractions.</summary>
    private const double MaterialChange = 0.02 + 1e-9;

    private static ChartTable Methods(SupplementBackTest test) => new(
        "Mean absolute error against the later survey, percent of the national wage",
        ["Method", $"All {Display.Count(test.Areas.Count)} areas", $"{Display.Count(test.Areas.Count(a => a.LocalityIndex is not null))} areas of local markets"],
        [.. test.Methods.Select(m => (IReadOnlyList<string>)[m.Method, m.AllAreas is { } all ? Percent(all) : None, m.MarketAreas is { } some ? Percent(some) : None])]);

    private static ChartTable Areas(SupplementBackTest test) => new(
        FormattableString.Invariant($"Back-test by area: against the nation, percent; proposed in May {test.FromYear} and May {test.ToYear} before any change of the present"),
        ["Area", "~Market", $"Survey {test.FromYear}", "Estimate", "Interval", $"Survey {test.ToYear}", "Error", "Title 5", $"Given {test.FromYear}", $"Given {test.ToYear}"],
        [
            .. test.Areas.OrderByDescending(a => Math.Abs(a.Shrunk - a.Later)).Select(a => (IReadOnlyList<string>)
            [
                Wrap.Cut(a.Title, 22), a.Market ?? "", Bare(a.Raw), Bare(a.Shrunk), $"{Bare(a.Lower)} to {Bare(a.Upper)}", Bare(a.Later), Bare(1 + a.Shrunk - a.Later), Bare(a.LocalityIndex), Share(a.Proposed), Share(a.ProposedLater),
            ]),
        ]);

    private static string Level(double? index) => index is { } i ? Display.PercentSigned(i - 1) : None;

    private static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{fraction * 100:0.00}%");
}
