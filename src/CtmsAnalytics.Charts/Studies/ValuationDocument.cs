using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Workforce;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Statistics;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tells a work valuation.</summary>
internal sealed class ValuationDocument
{
    private const int Listed = 40;

    private readonly ValuationStudy _study;
    private readonly bool _showIndividuals;

    private ValuationDocument(ValuationStudy study, bool showIndividuals) => (_study, _showIndividuals) = (study, showIndividuals);

    public static StudyDocument Of(ValuationStudy study, bool showIndividuals) => new ValuationDocument(study, showIndividuals).Document();

    private StudyDocument Document() => new(_study.Title, Finding(), [
        .. Person(),
        .. WhatIf(),
        .. Standing(),
        new StudyParagraph($"Valued by {_study.Scheme.Label} (158.404): {string.Join(", ", _study.Scheme.Factors.Select(f => $"{f.Name} {Display.WholePercent(f.Weight / _study.Scheme.Factors.Sum(w => w.Weight))}"))}; {Points(_study.Scheme.Points)} points in all."),
        .. People(),
        .. Misfits(),
        .. Calibration(),
        .. Noise(),
    ]);

    /// <summary>What follows belongs to what stands before it unless a heading says otherwise.</summary>
    private IEnumerable<StudyBlock> Standing()
    {
        if (_study.WhatIf is not null || (_study.Person is not null && _showIndividuals)) yield return new StudyHeading("The scheme in force");
    }

    /// <summary>Where people stand. What leadership sees of levels in other studies would give few people back from here, so that nothing of it is told there.</summary>
    private IEnumerable<StudyBlock> People()
    {
        if (!_showIndividuals) yield break;
        yield return new StudyChart("Points by work level", "The grey span is where the scheme gives the level; diamonds are people to whom it gives another one than the roster.", Chart);
        yield return Levels();
        yield return Cross("Work level in the roster (rows) and by the scheme (columns), people", _study.People.Select(p => (p.RosterLevel, p.Level)));
    }

    private string Finding()
    {
        var (all, misfits) = (_study.People.Count, _study.Misfits.Count);
        var sentences = new List<string>();
        if (_study.Person is { } person && _showIndividuals) sentences.Add($"{person.PersonId}: {Points(person.Points)} points, work level {person.Level}, {person.Title}.");
        if (_study.WhatIf is { } what)
        {
            var moved = what.Moves.Where(m => m.RosterLevel != m.To).ToList();
            sentences.Add(Small(moved.Count)
                ? "The change moves fewer than five people, so that what it costs is withheld."
                : $"The change moves {Display.Count(moved.Count)} of {Display.Count(all)} people to another work level{Direction(moved)} and {Cost(what.Total)} over {Display.Count(what.Years.Count)} fiscal years.");
        }

        sentences.Add(Small(misfits) || Small(all - misfits)
            ? $"The scheme in force gives nearly all of {Display.Count(all)} people the work level that they have, or nearly none."
            : $"The scheme in force gives {Display.Count(all - misfits)} of {Display.Count(all)} people ({Display.WholePercent((double)(all - misfits) / all)}) the work level that they have in the roster.");
        if (_study.Calibration is { } c)
            sentences.Add($"Calibrated it reproduces {Display.WholePercent((double)c.After / c.People)}, and {Display.WholePercent(c.OutOfSample.Share)} of people who took no part in the fit.");
        if (_study.Noise is { } n)
            sentences.Add($"With proficiency measured to a standard deviation of {Display.Value(n.Deviation)}, {Display.Value(Math.Round(n.Mean, 1))} of {Display.Count(n.Valued)} people change level in the mean ({Display.Count(n.Lower)} to {Display.Count(n.Upper)} in 95% of draws).");
        return string.Join(' ', sentences);
    }

    private string Direction(List<MovedPerson> moves)
    {
        var up = moves.Count(m => m.IsUp);
        return Small(up) || Small(moves.Count - up) ? "" : $" ({Display.Count(up)} up, {Display.Count(moves.Count - up)} down)";
    }

    private IEnumerable<StudyBlock> Person()
    {
        if (_study.Person is not { } person || !_showIndividuals) yield break;
        yield return new StudyHeading($"Why {person.PersonId} is valued at {person.Level}");
        foreach (var sentence in person.Explanation) yield return new StudyParagraph(sentence);
        yield return new StudyTable(new ChartTable(
            "Points by factor",
            ["Factor", "Weight", "Reached", "Points", "~From"],
            [.. person.Factors.Select(f => (IReadOnlyList<string>)[f.Name, Display.WholePercent(f.Share), Display.WholePercent(f.Score), Points(f.Points), string.Join(", ", f.Items.Where(i => i.Counts && i.Points > 0).Select(i => $"{i.Item} {Display.Value(i.Proficiency)}"))])]));
    }

    private IEnumerable<StudyBlock> WhatIf()
    {
        if (_study.WhatIf is not { } what) yield break;
        yield return new StudyHeading("What the change does");
        yield return new StudyParagraph("Changed: " + string.Join(", ", [
            .. what.Weights.Select(w => $"weight of {w.Key} {Display.Value(_study.Scheme.Factors.First(f => f.Id == w.Key).Weight)} to {Display.Value(w.Value)}"),
            .. what.CutPoints.Select(c => $"cut point of {c.Key} {Points(_study.Scheme.Levels.First(l => l.Code == c.Key).CutPoint)} to {Points(c.Value)}"),
        ]) + $". People move where the changed scheme gives another level than the one in force (158.404(c)); priced on '{what.Baseline}'. Whoever enters a level below its minimum is raised to it (158.620(a)); no structure salary falls, but the limitation of a lower level's subrange may cut the salary that is paid (158.611(d))."
            + (what.Moves.Count(m => m.RosterLevel == m.To) is var already && already > 0 && !Small(already) ? $" {Display.Count(already)} more have the new level in the roster already, so that nothing changes for them." : ""));
        if (Small(what.Moves.Count(m => m.RosterLevel != m.To))) yield break;
        yield return new StudyTable(new ChartTable(
            "Cost by fiscal year, US dollars",
            ["Fiscal year", "Scheme in force", "Changed scheme", "Difference"],
            [.. what.Years.Select(y => (IReadOnlyList<string>)[Display.FiscalYear(y.FiscalYear), Display.Dollars(y.BaselineCents), Display.Dollars(y.ProposalCents), Display.DollarsSigned(y.ProposalCents - y.BaselineCents)])]));
        if (!_showIndividuals) yield break;
        yield return Cross("Work level by the scheme in force (rows) and by the changed one (columns), people who move", what.Moves.Select(m => (m.From, m.To)));
        yield return new StudyTable(new ChartTable(
            "Internal equity at the opening (158.404(a)): people and mean compa-ratio by work level",
            ["Work level", "People before", "Compa-ratio before", "People after", "Compa-ratio after", "Above the maximum after"],
            [.. what.Equity.Select(Equity)]));
        if (what.Moves.Count == 0) yield break;
        yield return new StudyTable(new ChartTable(
            what.Moves.Count > Listed ? $"The first {Listed} of {Display.Count(what.Moves.Count)} people who move; the JSON has all" : "The people who move",
            ["Person", "~Roster", "~From", "~To", "Points before", "Points after", "Structure salary before", "Structure salary after"],
            [.. what.Moves.Take(Listed).Select(m => (IReadOnlyList<string>)[m.PersonId, m.RosterLevel, m.From, m.To, Points(m.PointsBefore), Points(m.PointsAfter), Display.Rate(m.SalaryBefore), Display.Rate(m.SalaryAfter)])]))
        { IsSortable = true };
    }

    private static IReadOnlyList<string> Equity(LevelEquity level)
    {
        static string Ratio(double? ratio) => ratio is { } r ? Display.Percent(r) : "\u2013";
        return [level.Level, Display.Count(level.PeopleBefore), Ratio(level.CompaBefore), Display.Count(level.PeopleAfter), Ratio(level.CompaAfter), Display.Count(level.AboveMaximum)];
    }

    private StudyTable Levels() => new(new ChartTable(
        "Work levels, titles and ranks of the scheme (158.404(c))",
        ["Work level", "~Title", "~Rank", "~Ladder", "Cut point", "Mean points in the roster"],
        [.. _study.Levels.Select(l => (IReadOnlyList<string>)[l.Code, l.Title, l.Rank, l.Ladder, Points(l.CutPoint), l.MeanPoints is { } mean ? Points(mean) : "\u2013"])]));

    private static string Cost(long cents) => cents < 0 ? $"saves {Display.Brief(-cents)}" : $"costs {Display.Brief(cents)}";

    /// <summary>People by two levels, with totals.</summary>
    private StudyTable Cross(string caption, IEnumerable<(string Row, string Column)> people)
    {
        var levels = _study.Scheme.Levels.Select(l => l.Code).ToList();
        var counts = new int[levels.Count, levels.Count];
        foreach (var (row, column) in people.Where(p => levels.Contains(p.Row))) counts[levels.IndexOf(row), levels.IndexOf(column)]++;
        static string Cell(int count) => count == 0 ? "\u00b7" : Display.Count(count);
        var every = Enumerable.Range(0, levels.Count).ToList();
        return new StudyTable(new ChartTable(
            caption,
            ["Work level", .. levels, "All"],
            [
                .. every.Select(r => (IReadOnlyList<string>)[levels[r], .. every.Select(c => Cell(counts[r, c])), Cell(every.Sum(c => counts[r, c]))]),
                ["All", .. every.Select(c => Cell(every.Sum(r => counts[r, c]))), Cell(counts.Cast<int>().Sum())],
            ]));
    }

    private IEnumerable<StudyBlock> Misfits()
    {
        if (!_showIndividuals || _study.Misfits.Count == 0 || _study.WhatIf is not null) yield break;
        yield return new StudyTable(new ChartTable(
            _study.Misfits.Count > Listed ? $"The first {Listed} of {Display.Count(_study.Misfits.Count)} misfits; the JSON has all" : "Misfits: people to whom the scheme gives another level than the roster",
            ["Person", "~Roster", "~Scheme", "Points", "Above the cut point", "To the next level", "~Specialisation"],
            [.. _study.Misfits.Take(Listed).Select(p => (IReadOnlyList<string>)[p.PersonId, p.RosterLevel, p.Level, Points(p.Points), p.AboveCut is { } a ? Points(a) : "\u2013", p.ToNext is { } n ? Points(n) : "\u2013", p.Specialisation ?? "none"])]))
        { IsSortable = true };
    }

    private IEnumerable<StudyBlock> Calibration()
    {
        if (_study.Calibration is not { } c) yield break;
        string Share(int people) => Display.Percent((double)people / c.People);
        yield return new StudyHeading("Calibration to the levels of the roster");
        yield return new StudyTable(new ChartTable(
            $"Share of {Display.Count(c.People)} given work levels that is reproduced",
            ["Scheme", "Reproduced"],
            [
                ["Everybody at the most frequent level of the ladder", Share(c.Frequent)],
                ["Scheme in force", Share(c.Before)],
                ["Its weights, fitted cut points", Share(c.CutPointsOnly)],
                ["Fitted weights and cut points", Share(c.After)],
                [$"The same out of sample, {Display.Count(c.Folds.Count)} folds", $"{Display.Percent(c.OutOfSample.Share)} ({Display.Percent(c.OutOfSample.Interval.Lower)} to {Display.Percent(c.OutOfSample.Interval.Upper)})"],
            ]));
        yield return new StudyTable(new ChartTable(
            "Weights of the factors, shares",
            ["Factor", "In force", "Fitted"],
            [.. c.Weights.Select(w => (IReadOnlyList<string>)[$"{w.Id} {w.Name}", Display.Percent(w.Before), Display.Percent(w.After)])]));
        yield return new StudyTable(new ChartTable(
            "Cut points, points",
            ["Work level", "In force", "Fitted"],
            [.. c.CutPoints.Select(w => (IReadOnlyList<string>)[w.Id, Points(w.Before), Points(w.After)])]));
        if (!_showIndividuals || c.Misfits.Count == 0) yield break;
        yield return new StudyTable(new ChartTable(
            c.Misfits.Count > Listed ? $"The first {Listed} of {Display.Count(c.Misfits.Count)} people whom the fitted scheme does not reproduce" : "People whom the fitted scheme does not reproduce",
            ["Person", "~Given", "~Fitted", "Points", "Levels between"],
            [.. c.Misfits.Take(Listed).Select(m => (IReadOnlyList<string>)[m.PersonId, m.Given, m.Valued, Points(m.Points), Display.Count(m.Levels)])]))
        { IsSortable = true };
    }

    private IEnumerable<StudyBlock> Noise()
    {
        if (_study.Noise is not { } n) yield break;
        yield return new StudyHeading("Stability against noise in the measurement");
        yield return new StudyParagraph(
            $"{Display.Count(n.Draws)} draws with seed {n.Seed}, a standard deviation of {Display.Value(n.Deviation)} of a proficiency level in each qualification and rating that a person has, kept on the scale. "
            + $"Mean {Display.Value(Math.Round(n.Mean, 2))} people (standard error {Display.Value(Math.Round(n.MeanError, 2))}); by the first-order probabilities {Display.Value(Math.Round(n.Analytic, 2))}.");
        if (!_showIndividuals) yield break;
        var likely = n.People.Where(p => p.Drawn.Share > 0).OrderByDescending(p => p.Drawn.Share).ThenBy(p => p.PersonId, StringComparer.Ordinal).Take(Listed).ToList();
        yield return new StudyTable(new ChartTable(
            "Whose level is least certain",
            ["Person", "~Level", "Points", "Standard deviation", "Above the cut point", "To the next level", "Changes", "95% interval", "First order"],
            [.. likely.Select(p => (IReadOnlyList<string>)[p.PersonId, p.Level, Points(p.Points), Points(p.Spread), p.AboveCut is { } a ? Points(a) : "\u2013", p.ToNext is { } t ? Points(t) : "\u2013", Display.Percent(p.Drawn.Share), $"{Display.Percent(p.Drawn.Interval.Lower)} to {Display.Percent(p.Drawn.Interval.Upper)}", Display.Percent(p.Analytic)])]))
        { IsSortable = true };
    }

    private ChartSpec Chart(ChartSize size)
    {
        var rows = _study.Scheme.Levels.Select(l =>
        {
            var own = _study.People.Where(p => p.RosterLevel == l.Code).ToList();
            var ladder = _study.Scheme.LevelsOf(l.Ladder);
            var at = ladder.ToList().IndexOf(l);
            var points = own.Select(p => p.Points).Order().ToList();
            return new ValuationRow(
                l.Code, l.Ladder, at == 0 ? 0 : l.CutPoint, at + 1 < ladder.Count ? ladder[at + 1].CutPoint : Math.Max(_study.Scheme.Points, l.CutPoint), own.Count,
                [.. own.Where(p => p.Level == l.Code).Select(p => p.Points)],
                [.. own.Where(p => p.Level != l.Code).Select(p => p.Points)],
                own.Count < SmallCells.Least ? null : new ValuationQuartiles(LinearQuantile.At(points, 0.25), LinearQuantile.At(points, 0.5), LinearQuantile.At(points, 0.75)));
        });
        return ValuationChart.Build(new ValuationInput([.. rows], _study.Scheme.Points, new ChartBasis(People: _study.People.Count)), size);
    }

    private bool Small(int people) => !_showIndividuals && people is > 0 and < SmallCells.Least;

    private static string Points(double points) => points.ToString("#,0.0", CultureInfo.InvariantCulture);
}
