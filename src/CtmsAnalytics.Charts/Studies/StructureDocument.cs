using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.MarketPosition;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tells a study of salary structures.</summary>
internal static class StructureDocument
{
    private const string None = "\u2013";
    private const string Hidden = "withheld";
    private static readonly string[] BudgetColumn = ["Above budget"];
    private static readonly string[] Letters = ["", "A", "B", "C"];

    public static StudyDocument Of(StructureStudy study, bool showIndividuals)
    {
        var blocks = new List<StudyBlock> { Costs(study), Chart(study) };
        if (study.Optimum is { } optimum) blocks.AddRange([Goals(study, optimum), Frontier(study, optimum), FrontierTable(study, optimum), Search(study, optimum)]);
        blocks.Add(Midpoints(study));
        blocks.AddRange(study.Alternatives.Skip(1).Select(a => Levels(study, a, showIndividuals)));
        // The base's own table says nothing where nobody is raised or above a maximum.
        blocks.AddRange(study.Alternatives.Where((a, i) => i > 0 || a.Levels.Any(l => l.Position.Raised + l.Position.AboveMaximum > 0)).Select(a => People(study, a, showIndividuals)));
        blocks.Add(new StudyParagraph(
            "People paid at a minimum that rises move to the new one, and those between the two as well (158.621(c)); people above a maximum keep their pay and get no recognition adjustment (158.611(d), 158.631(b)). "
            + "Compa-ratio is the mean over a level\u2019s people of structure salary after these raises over the new midpoint. Overlap is the part of a range that lies below the maximum of the level below."));
        if (study.Alternatives[^1].Supplements.Any(s => s.Before != s.After) || study.Optimum?.Goals.Any(g => g.Goal == StructureGoal.MarketRatio) == true) blocks.Add(Supplements(study.Alternatives[^1], showIndividuals));
        if (study.PayLines.Count > 0) blocks.AddRange([PayLines(study), Lines(study), LineLevels(study)]);
        return new StudyDocument(study.Title, Finding(study), blocks);
    }

    private static string Finding(StructureStudy study)
    {
        var (frame, levels) = (study.Frame, study.Frame.Levels.Count);
        if (study.Optimum is { } optimum)
        {
            var (found, own) = (study.Alternatives[1], study.Alternatives[0]);
            var binding = optimum.Goals.Where(g => g.Relaxation is { Changes: true }).OrderByDescending(g => g.Relaxation!.SavingCents).ToList();
            var binds = binding.Count == 0
                ? "No goal binds: a step less of any of them saves nothing."
                : $"{Sentence.Capital(Display.Word(binding.Count))} {(binding.Count == 1 ? "goal binds" : "goals bind")}; a step less would save: {string.Join("; ", binding.Select(g => $"{Goal(g.Goal)}, {Easier(g)}, {Display.Brief((long)g.Relaxation!.SavingCents)}"))}.";
            return $"The cheapest structure found that meets every goal costs {Display.Brief((long)found.Cost.MeanCents)} over {Display.FiscalYears(frame.FiscalYears)}, {More(found.Cost)} than the base{Interval(found.Cost)}. "
                + $"{Sentence.Capital(Display.Word(found.Within))} of {Display.Word(levels)} midpoints are within {Display.Percent(frame.Tolerance)} of the market target, against {Display.Word(own.Within)} in the base. {binds}";
        }

        var others = study.Alternatives.Skip(1).ToList();
        var cheapest = others.MinBy(a => a.Cost.MeanCents)!;
        var closest = others.OrderByDescending(a => a.Within).ThenBy(a => a.Cost.MeanCents).First();
        var first = $"{Sentence.Capital(cheapest.Name)} costs {More(cheapest.Cost)} than the base over {Display.FiscalYears(frame.FiscalYears)}{Interval(cheapest.Cost)}{(others.Count > 1 ? ", the least of the alternatives" : "")}, and puts {Display.Word(cheapest.Within)} of {Display.Word(levels)} midpoints within {Display.Percent(frame.Tolerance)} of the market target, against {Display.Word(study.Alternatives[0].Within)} in the base.";
        return ReferenceEquals(cheapest, closest) ? first : $"{first} {Sentence.Capital(closest.Name)} puts {Display.Word(closest.Within)} there for {More(closest.Cost)}.";
    }

    private static StudyTable Costs(StructureStudy study)
    {
        var budget = study.Alternatives.Any(a => a.Cost.ExceedsBudget is not null);
        return new StudyTable(new ChartTable(
            $"Cost over {Display.FiscalYears(study.Frame.FiscalYears)} by the simulation, {Display.Count(study.Frame.Draws)} draws, nominal US dollars; difference from the base draw by draw",
            ["Alternative", "Cost", "Standard error", "Difference", "\u00b1 (95%)", "Levels near market", .. budget ? BudgetColumn : []],
            [
                .. study.Alternatives.Select((a, i) => (IReadOnlyList<string>)
                [
                    Lettered(study, i), Display.Dollars((long)a.Cost.MeanCents), a.Cost.StandardErrorCents is { } e ? Display.Dollars((long)e) : None, i == 0 ? None : Display.DollarsSigned((long)a.Cost.DifferenceCents),
                    i == 0 ? None : Span(a.Cost.LowerCents, a.Cost.UpperCents), $"{a.Within} of {study.Frame.Levels.Count}", .. budget ? new[] { a.Cost.ExceedsBudget is { } p ? Display.Probability(p) : None } : [],
                ]),
            ]));
    }

    private static StudyChart Chart(StructureStudy study) => new(
        "Structures",
        "Bars from minimum to maximum with the midpoint, the base first; the ring is the level\u2019s market target.",
        size => StructuresChart.Build(study.Frame, study.Alternatives, size));

    private static StudyTable Goals(StructureStudy study, StructureOptimum optimum) => new(new ChartTable(
        "Goals, checked on the whole dollars and the simulated cost of the proposal; what a step less saves, solved and simulated anew, nominal US dollars",
        ["Goal", "Asked", "Reached", "~Met", "A step less", "Saves", "\u00b1 (95%)"],
        [.. optimum.Goals.Select(g => (IReadOnlyList<string>)
        [
            Sentence.Capital(Goal(g.Goal)), Figure(g.Goal, g.Asked), g.Reached is { } r ? Figure(g.Goal, r) : None, g.IsMet ? "yes" : "no",
            g.Relaxation is { } x ? Figure(g.Goal, x.To, relaxed: true) : None,
            g.Relaxation is not { } s ? None : s.Changes ? Display.Dollars((long)s.SavingCents) : "does not bind", g.Relaxation is { Changes: true } y ? Span(y.LowerCents, y.UpperCents) : None,
        ])]));

    private static StudyChart Frontier(StructureStudy study, StructureOptimum optimum) => new(
        "Cost against competitiveness",
        "The cheapest structure found for each number of levels near the market, all other goals met, each simulated on the same draws.",
        size => FrontierChart.Build(
            new FrontierInput(
                Display.FiscalYears(study.Frame.FiscalYears),
                "Share of levels near the market target",
                [.. optimum.Frontier.Select(p => new FrontierPoint(p.IsChosen ? "Proposal" : $"{p.Within} of {study.Frame.Levels.Count} levels", (long)p.Cost.MeanCents, p.Share, p.IsChosen))],
                new ChartBasis(study.Frame.Draws, study.Frame.People)),
            size));

    private static StudyTable FrontierTable(StructureStudy study, StructureOptimum optimum) => new(new ChartTable(
        "Cheapest structure by levels near the market: difference from the base by the simulation and by the optimiser\u2019s own approximation, nominal US dollars",
        ["Levels near market", "Difference", "\u00b1 (95%)", "Approximation", "Off by"],
        [.. optimum.Frontier.Select(p => (IReadOnlyList<string>)
        [
            $"{p.Within} of {study.Frame.Levels.Count}{(p.IsChosen ? ", proposal" : "")}", Display.DollarsSigned((long)p.Cost.DifferenceCents), Span(p.Cost.LowerCents, p.Cost.UpperCents),
            Display.DollarsSigned(p.ApproximateCents), Display.DollarsSigned(p.ApproximateCents - (long)p.Cost.DifferenceCents),
        ])]));

    private static StudyParagraph Search(StructureStudy study, StructureOptimum optimum)
    {
        var off = optimum.Frontier.Select(p => Math.Abs(p.ApproximateCents - p.Cost.DifferenceCents)).Max();
        var found = optimum.SearchSavingCents >= 1 ? $"the steps that it accepted saved {Display.Brief((long)optimum.SearchSavingCents)} on its own draws" : "none was cheaper";
        return new StudyParagraph(
            $"The search looked at {Display.Count(optimum.Candidates)} ranges by simulating {Display.Count(optimum.Calibrated)} structures that change one level; it simulated {Display.Count(optimum.Searched)} {(optimum.Searched == 1 ? "structure" : "structures")} around the first solution: {found}. "
            + $"Its own approximation was off by up to {Display.Brief((long)off)} on the frontier; no figure above is taken from it. The approximation is exact in its search over levels but not in cost, so a cheaper structure off its path cannot be excluded. Draws with seed {study.Frame.Seed}.");
    }

    private static StudyTable Midpoints(StructureStudy study) => new(new ChartTable(
        $"Midpoints and market ratio (midpoint over market target), US dollars a year of {study.Frame.BaseYear}",
        ["Level", "Market target", .. study.Alternatives.Select((_, i) => Lettered(study, i))],
        [.. study.Frame.Levels.Select((l, i) => (IReadOnlyList<string>)
        [
            $"{l.WorkLevel} {l.Title}", $"{Display.Rate(l.Market.Target)} (P{Display.Value(l.Market.TargetPercentile)})",
            .. study.Alternatives.Select(a => $"{Display.Rate(a.Levels[i].Midpoint)} ({Display.Percent(a.Levels[i].Position.MarketRatio)}){(a.Levels[i].Position.IsWithin(study.Frame.Tolerance) ? " *" : "")}"),
        ])]));

    private static StudyTable Levels(StructureStudy study, StructureAlternative alternative, bool showIndividuals) => new(new ChartTable(
        $"{alternative.Name}: {LowerFirst(alternative.Method)}; US dollars a year of {study.Frame.BaseYear}, adjustment pool {Display.Percent(alternative.AdjustmentPool)}",
        ["Level", "Minimum", "Midpoint", "Maximum", "Spread", "Progression", "Overlap", "Compa-ratio", "Cut from"],
        [.. alternative.Levels.Select((l, i) => (IReadOnlyList<string>)
        [
            l.WorkLevel, Display.Rate(l.Minimum), Display.Rate(l.Midpoint), Display.Rate(l.Maximum), Display.Percent(l.Spread), l.Progression is { } p ? Display.Percent(p) : None, l.Overlap is { } o ? Display.Percent(o) : None,
            l.Position.CompaRatio is not { } c ? None : !showIndividuals && study.Frame.Levels[i].People < SmallCells.Least ? Hidden : Display.Percent(c),
            l.CutFrom is { } cut ? $"{Display.Rate(cut)} by {study.Frame.Levels[i].LimitName}" : None,
        ])]));

    private static StudyTable People(StructureStudy study, StructureAlternative alternative, bool showIndividuals)
    {
        var people = new int[alternative.Levels.Count, 3];
        for (var i = 0; i < alternative.Levels.Count; i++)
        {
            var position = alternative.Levels[i].Position;
            (people[i, 0], people[i, 1]) = (position.Raised, position.AboveMaximum);
            people[i, 2] = study.Frame.Levels[i].People - position.Raised - position.AboveMaximum;
        }

        var mask = showIndividuals ? null : SmallCells.Suppress(people);
        var (rows, all) = (people.GetLength(0), 3);
        string Count(int row, int column, int number) => mask?.IsHidden(row, column) == true ? Hidden : Display.Count(number);
        string Money(int row, int column, long dollars) => mask?.IsHidden(row, column) == true ? Hidden : Display.Rate(dollars);
        int Sum(int column) => Enumerable.Range(0, rows).Sum(r => people[r, column]);
        return new StudyTable(new ChartTable(
            $"{alternative.Name}: people of the roster; what raises add and what is paid above the maximum, US dollars a year",
            ["Level", "People", "Raised to minimum", "Raises", "Above maximum", "Paid above"],
            [
                .. alternative.Levels.Select((l, i) => (IReadOnlyList<string>)
                [
                    l.WorkLevel, Count(i, all, study.Frame.Levels[i].People), Count(i, 0, l.Position.Raised), Money(i, 0, l.Position.RaisedDollars), Count(i, 1, l.Position.AboveMaximum), Money(i, 1, l.Position.AboveDollars),
                ]),
                [
                    "Total", Count(rows, all, study.Frame.Levels.Sum(l => l.People)), Count(rows, 0, Sum(0)), Money(rows, 0, alternative.Levels.Sum(l => l.Position.RaisedDollars)), Count(rows, 1, Sum(1)),
                    Money(rows, 1, alternative.Levels.Sum(l => l.Position.AboveDollars)),
                ],
            ]));
    }

    private static StudyTable Supplements(StructureAlternative alternative, bool showIndividuals) => new(new ChartTable(
        $"{alternative.Name}: local supplements as a share of structure salary, and market ratio of the people there (158.612)",
        ["Market", "People", "Supplement before", "after", "Market ratio before", "after "],
        [.. alternative.Supplements.Select(s =>
        {
            var small = !showIndividuals && s.People is > 0 and < SmallCells.Least;
            return (IReadOnlyList<string>)
            [
                $"{s.Market} {s.Name}", small ? Hidden : Display.Count(s.People), Display.Percent(s.Before), Display.Percent(s.After),
                s.RatioBefore is not { } b ? None : small ? Hidden : Display.Percent(b), s.RatioAfter is not { } a ? None : small ? Hidden : Display.Percent(a),
            ];
        })]));

    private static StudyChart PayLines(StructureStudy study) => new(
        "Pay line",
        "Rings are market targets, the line is their regression with its interval; short rules are the midpoints of the base.",
        size => PayLineChart.Build(study, size));

    private static StudyTable Lines(StructureStudy study) => new(new ChartTable(
        $"Pay lines: log market target over the level\u2019s rank, weights {Weights(study.PayLines[0].Weights)}, {study.PayLines[0].Levels} levels; standard errors in brackets",
        ["Line", "Intercept", "Slope", "Progression", "R\u00b2", "Residual deviation"],
        [.. study.PayLines.Select(l => (IReadOnlyList<string>)
        [
            Line(l.Method), $"{Number(l.Intercept)}{Error(l.InterceptError)}", $"{Number(l.Slope)}{Error(l.SlopeError)}", Display.Percent(l.Progression), l.RSquared is { } r ? Number(r) : None, l.Deviation is { } d ? Number(d) : None,
        ])]));

    private static StudyTable LineLevels(StructureStudy study) => new(new ChartTable(
        $"Pay on the lines with 95% interval of the line, US dollars a year of {study.Frame.BaseYear}",
        ["Level", "Market target", .. study.PayLines.Select(l => Line(l.Method))],
        [.. study.Frame.Levels.Select((l, i) => (IReadOnlyList<string>)
        [
            l.WorkLevel, Display.Rate(l.Market.Target),
            .. study.PayLines.Select(line => line.Predictions[i]).Select(p => Display.Rate(p.Pay) + (p is { Lower: { } low, Upper: { } high } ? $" ({Thousands(low)}\u2013{Thousands(high)})" : "")),
        ])]));

    private static string Goal(StructureGoal goal) => goal switch
    {
        StructureGoal.ShareWithin => "share of levels near the market",
        StructureGoal.Tolerance => "tolerance of the market target",
        StructureGoal.NobodyBelow => "people below a minimum",
        StructureGoal.NotLowered => "no minimum or midpoint lowered",
        StructureGoal.ProgressionMinimum => "least midpoint progression",
        StructureGoal.ProgressionMaximum => "most midpoint progression",
        StructureGoal.CompaRatioMinimum => "least mean compa-ratio",
        StructureGoal.CompaRatioMaximum => "most mean compa-ratio",
        StructureGoal.MarketRatio => "market ratio of every market",
        StructureGoal.SupplementFloor => "least supplement",
        StructureGoal.PoolFloor => "adjustment pool",
        _ => "budget, all years",
    };

    private static string Figure(StructureGoal goal, double value, bool relaxed = false) => goal switch
    {
        StructureGoal.NobodyBelow => Display.Count((int)value),
        StructureGoal.Budget => Display.Dollars((long)value),
        StructureGoal.NotLowered when relaxed => "may fall",
        StructureGoal.NotLowered => Display.PercentSigned(value),
        _ => Display.Percent(value),
    };

    private static string Easier(GoalResult goal) => goal.Goal switch
    {
        StructureGoal.ShareWithin => "one level fewer",
        StructureGoal.NotLowered => "letting them fall",
        _ => $"{Figure(goal.Goal, goal.Relaxation!.To)} instead of {Figure(goal.Goal, goal.Asked)}",
    };

    private static string More(SimulatedCost cost) => cost.DifferenceCents >= 0 ? $"{Display.Brief((long)cost.DifferenceCents)} more" : $"{Display.Brief((long)-cost.DifferenceCents)} less";

    private static string Interval(SimulatedCost cost) => cost is { LowerCents: { } low, UpperCents: { } high } ? $" (\u00b1{Display.Brief((long)((high - low) / 2))}, 95% interval)" : "";

    private static string Span(double? lower, double? upper) => lower is { } low && upper is { } high ? Display.Dollars((long)((high - low) / 2)) : None;

    private static string Lettered(StructureStudy study, int index) => index == 0 ? study.Alternatives[0].Name : $"{Letters[index]} {study.Alternatives[index].Name}";

    private static string Weights(PayLineWeights weights) => weights switch
    {
        PayLineWeights.Incumbents => "by people on the level",
        PayLineWeights.Employment => "by employment in the matched occupations",
        _ => "equal",
    };

    private static string Line(PayLineMethod method) => method switch
    {
        PayLineMethod.Ordinary => "Least squares",
        PayLineMethod.Huber => "Huber",
        _ => "Bisquare",
    };

    private static string Number(double value) => FormattableString.Invariant($"{value:0.0000}");

    private static string Error(double? error) => error is { } e ? $" ({Number(e)})" : "";

    private static string Thousands(double dollars) => FormattableString.Invariant($"{dollars / 1000:0.0}k");

    private static string LowerFirst(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
