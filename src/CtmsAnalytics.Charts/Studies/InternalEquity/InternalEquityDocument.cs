using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.Privacy;
using static CtmsAnalytics.Charts.Studies.InternalEquity.InternalEquityText;

namespace CtmsAnalytics.Charts.Studies.InternalEquity;

/// <summary>Tells internal equity: of one scenario, or before and after (158.404(a)).</summary>
public sealed class InternalEquityDocument
{
    private readonly InternalEquityPosition _before;
    private readonly InternalEquityPosition? _after;
    private readonly InternalEquityParameters _parameters;
    private readonly EquityCells _cells;

    private InternalEquityDocument(InternalEquityPosition before, InternalEquityPosition? after, InternalEquityParameters parameters, bool showIndividuals, IEnumerable<InternalEquityPosition?> others)
    {
        (_before, _after, _parameters) = (before, after, parameters);
        _cells = new EquityCells([before, .. after is null ? [] : new[] { after }, .. others.OfType<InternalEquityPosition>()], showIndividuals);
    }

    /// <summary>Tells a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="showIndividuals">Whether single people and small groups may be shown.</param>
    /// <returns>The account.</returns>
    public static StudyDocument Of(InternalEquityStudy study, bool showIndividuals)
    {
        ArgumentNullException.ThrowIfNull(study);
        // Scenarios that open alike differ at the end of the horizon or not at all.
        var (before, after) = study is { After: { } opening, BeforeAtEnd: { } end, AfterAtEnd: { } other } && IsAlike(study.Before, opening) ? (end, other) : (study.Before, study.After);
        var told = new InternalEquityDocument(before, after, study.Parameters, showIndividuals, [study.Before, study.After, study.BeforeAtEnd, study.AfterAtEnd]);
        return new StudyDocument(study.Title, told.Finding(), [.. told.Blocks(study)]);
    }

    /// <summary>Tells what a proposal does to internal equity, for a comparison of two scenarios.</summary>
    /// <param name="before">The baseline when its horizon opens.</param>
    /// <param name="after">The proposal when its horizon opens.</param>
    /// <param name="parameters">Who is new, and from when pay counts as compressed.</param>
    /// <param name="showIndividuals">Whether single people and small groups may be shown.</param>
    /// <returns>The account.</returns>
    public static StudyDocument Of(InternalEquityPosition before, InternalEquityPosition after, InternalEquityParameters parameters, bool showIndividuals)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(parameters);
        var told = new InternalEquityDocument(before, after, parameters, showIndividuals, []);
        return new StudyDocument("Internal equity before and after", told.Finding(), [.. told.Blocks(null)]);
    }

    private static bool IsAlike(InternalEquityPosition one, InternalEquityPosition other) => one.Levels.SequenceEqual(other.Levels) && one.People.SequenceEqual(other.People);

    private IEnumerable<StudyBlock> Blocks(InternalEquityStudy? study)
    {
        if (study is { After: not null } && !ReferenceEquals(study.Before, _before))
            yield return new StudyParagraph($"The two scenarios open alike, so that what follows is {Display.Date(_before.Date)}: the roster's people on assumed paths, on which nobody leaves, is hired or moves between levels.");
        yield return new StudyParagraph(
            $"Compared is salary under the structure, which does not depend on where somebody works; pairs by salary with the supplement stand beside it. New are people in their first {Display.Count(_parameters.NewServiceYears)} years of service. "
            + "A pair is inverted when the person of the lower level is paid more than the one of the next level of the ladder, or a new person more than a longer-serving one of the same level with at least the same rating.");
        if (!_cells.ShowIndividuals)
        {
            // Quartiles of few people are single salaries, and counts before and after give few people back: only ratios in whole percent are told.
            yield return new StudyTable(Moments(study));
            yield return new StudyHeading("Between levels");
            yield return new StudyTable(Ratios());
            yield break;
        }

        if (InternalEquityChart.CanBuild(_before, _after, _cells))
            yield return new StudyChart("Pay by work level", "The outline is the range, the filled bar the middle half of the people, the line their median; where two bars of neighbouring levels overlap, pay is compressed.", size => InternalEquityChart.Build(_before, _after, _cells, size));
        yield return new StudyTable(Moments(study));
        yield return new StudyHeading("Between levels");
        yield return new StudyTable(Steps());
        yield return new StudyHeading("Between new and longer-serving people");
        yield return new StudyTable(Tenure());
        foreach (var dimension in _before.Groups.Concat(_after?.Groups ?? []).Select(g => g.Dimension).Distinct())
        {
            yield return new StudyHeading($"By {Name(dimension!.Value)}");
            yield return new StudyTable(Groups(dimension.Value)) { IsSortable = true };
        }
    }

    private string Finding()
    {
        var on = $"On {Display.Date(_before.Date)}, ";
        var level = _before.Steps.Any(s => s.Inverted > 0) ? $"{on}in {Number(_before.LevelInverted)} of {Number(_before.Steps.Sum(s => s.Pairs))} pairs of {_before.Name} somebody is paid more than a person of the next level" : $"{on}nobody is paid more than a person of the next level";
        var tenure = _before.Tenure.All(t => t.NewPeople == 0) ? "nobody is new" : _before.TenureInverted > 0 ? $"in {Number(_before.TenureInverted)} of {Number(_before.Tenure.Sum(t => t.Pairs))} a new person is paid more than a longer-serving one of the same level with at least the same rating" : "no new person is paid more than a longer-serving one with at least the same rating";
        var compressed = _before.Steps.Where(s => s.MedianRatio >= _parameters.CompressionRatio && _cells.ShowsPairs(s) && Quantiles(s)).ToList();
        var between = compressed.Count == 0 ? "" : $" Pay is compressed between {string.Join(", ", compressed.Select(s => $"{s.Lower} and {s.Upper} ({Ratio(s.MedianRatio)} of the next median)"))}.";
        if (!ShowsTotals()) (level, tenure) = ("How many pairs stand upside down is withheld because few people take part", "the tables tell what may be shown");
        return Tellable(_before, _after) is null
            ? $"{level}; {tenure}.{between}{(_after is null ? "" : $" What {_after.Name} changes is withheld, because it moves fewer than five people.")}"
            : $"{level}; {tenure}.{between} {(ShowsTotals() ? $"{_after!.Name} {(_after.LevelInverted == _before.LevelInverted && _after.TenureInverted == _before.TenureInverted ? "leaves both as they are" : $"makes it {Number(_after.LevelInverted)} and {Number(_after.TenureInverted)}")}; the median compa-ratio {(Ratio(_before.Everybody.MedianCompaRatio) == Ratio(_after.Everybody.MedianCompaRatio) ? $"stays {Ratio(_after.Everybody.MedianCompaRatio)}" : $"moves from {Ratio(_before.Everybody.MedianCompaRatio)} to {Ratio(_after.Everybody.MedianCompaRatio)}")}." : "")}".TrimEnd();
    }

    /// <summary>What a proposal makes of a position; null where there is none, or where fewer than five people carry the difference and single people may not be shown.</summary>
    private InternalEquityPosition? Tellable(InternalEquityPosition before, InternalEquityPosition? after, params IReadOnlyList<string> levels)
    {
        if (_cells.ShowIndividuals || after is null) return after;
        var then = after.People.ToDictionary(p => p.PersonId, StringComparer.Ordinal);
        bool IsIn(EquityPerson person) => levels.Count == 0 || levels.Contains(person.WorkLevel);
        var moved = before.People.Count(p => !then.TryGetValue(p.PersonId, out var other)
            ? IsIn(p)
            : (IsIn(p) || IsIn(other)) && (p.WorkLevel, p.StructureSalary, p.Minimum, p.Maximum) != (other.WorkLevel, other.StructureSalary, other.Minimum, other.Maximum));
        return MovedPeople.AreFew(moved) ? null : after;
    }

    /// <summary>Whether all pairs together may be told: not where few people take part in them.</summary>
    private bool ShowsTotals() => new[] { _before, _after }.OfType<InternalEquityPosition>().All(p =>
        _cells.ShowsTotal(p.Everybody.People) && _cells.ShowsTotal(p.Steps.Sum(s => s.LowerAbove)) && _cells.ShowsTotal(p.Steps.Sum(s => s.UpperBelow)) && _cells.ShowsTotal(p.Tenure.Sum(t => t.LongOvertaken)));

    private bool Quantiles(LevelStep step) => _cells.ShowsQuantile(step.LowerPeople) && _cells.ShowsQuantile(step.UpperPeople);

    private ChartTable Moments(InternalEquityStudy? study)
    {
        var (first, second) = study is null ? (_before, _after) : (study.Before, study.After);
        var moments = new List<(string When, InternalEquityPosition Before, InternalEquityPosition? After)> { (Display.Date(first.Date), first, second) };
        if (study?.BeforeAtEnd is { } end) moments.Add(($"{Display.Date(end.Date)}, roster's people on assumed paths", end, study.AfterAtEnd));
        moments = [.. moments.Select(m => m with { After = Tellable(m.Before, m.After) })];
        string Each(InternalEquityPosition before, InternalEquityPosition? after, Func<InternalEquityPosition, string> of) => Pair(of(before), after is null ? null : of(after));
        var totals = ShowsTotals();
        return new ChartTable(
            _after is null ? "Everybody" : $"Everybody, {_before.Name} \u2192 {_after.Name} where they differ",
            ["When", "People", "Inverted between levels", "Inverted new over longer-serving", "Median compa-ratio", "P25", "P75", .. _cells.ShowIndividuals ? ["Mean with supplement", "Mean range penetration"] : Array.Empty<string>()],
            [.. moments.Select(m => (IReadOnlyList<string>)
                [
                    m.When, Each(m.Before, m.After, p => Display.Count(p.Everybody.People)),
                    totals ? Each(m.Before, m.After, p => Number(p.LevelInverted)) : Withheld, totals ? Each(m.Before, m.After, p => Number(p.TenureInverted)) : Withheld,
                    .. Ratios(m.Before.Everybody, m.After?.Everybody),
                ])]);
    }

    private IEnumerable<string> Ratios(EquityGroup before, EquityGroup? after)
    {
        string Each(Func<EquityGroup, double> of) => Pair(Ratio(of(before)), after is null ? null : Ratio(of(after)));
        var shows = _cells.ShowsQuantile(Math.Min(before.People, after?.People ?? before.People));
        yield return shows ? Each(g => g.MedianCompaRatio) : Withheld;
        yield return shows ? Each(g => g.LowerCompaRatio) : Withheld;
        yield return shows ? Each(g => g.UpperCompaRatio) : Withheld;
        if (!_cells.ShowIndividuals) yield break;
        yield return Each(g => g.MeanSalaryCompaRatio);
        yield return Each(g => g.MeanPenetration);
    }

    private ChartTable Steps()
    {
        var steps = _before.Steps.Select(s => (s.Lower, s.Upper)).Concat(_after?.Steps.Select(s => (s.Lower, s.Upper)) ?? []).Distinct();
        LevelStep? Of(InternalEquityPosition? position, (string Lower, string Upper) at) => position?.Steps.FirstOrDefault(s => s.Lower == at.Lower && s.Upper == at.Upper);
        string Each((string, string) at, Func<LevelStep, string> of) => Of(_before, at) is { } b ? Pair(of(b), Of(_after, at) is { } a ? of(a) : null) : Of(_after, at) is { } only ? of(only) : None;
        string Shown(LevelStep step, Func<LevelStep, string> of) => !_cells.Shows(step.Lower) || !_cells.Shows(step.Upper) || (step.LowerPeople > 0 && step.UpperPeople > 0 && !Quantiles(step)) ? Withheld : of(step);
        return new ChartTable(
            "Structure salary of a level against the next one of its ladder; the distance is from the 75th percentile to the next level's 25th, US dollars a year",
            ["Level", "~Next", "People", "Median of next median", .. _cells.ShowIndividuals ? ["Mean of next mean"] : Array.Empty<string>(), "Distance of quarters", "Inverted pairs", "People above somebody of next", "People of next below somebody", "Inverted with supplement"],
            [.. steps.Select(s => (IReadOnlyList<string>)
                [
                    s.Lower, s.Upper, Each(s, x => _cells.Shows(x.Lower) && _cells.Shows(x.Upper) ? $"{Display.Count(x.LowerPeople)}, {Display.Count(x.UpperPeople)}" : Withheld),
                    Each(s, x => Shown(x, y => Ratio(y.MedianRatio))), .. _cells.ShowIndividuals ? [Each(s, x => Ratio(x.MeanRatio))] : Array.Empty<string>(), Each(s, x => Shown(x, y => Distance(y.QuartileDistance))),
                    Each(s, x => Pairs(x, _cells)), Each(s, x => _cells.ShowsPairs(x) ? Display.Count(x.LowerAbove) : Withheld), Each(s, x => _cells.ShowsPairs(x) ? Display.Count(x.UpperBelow) : Withheld),
                    Each(s, x => _cells.ShowsPairs(x) ? Number(x.SalaryInverted) : Withheld),
                ])]);
    }

    /// <summary>Each level against the next one, without people.</summary>
    private ChartTable Ratios()
    {
        string Of(LevelStep step)
        {
            var (before, after) = (Told(step), Tellable(_before, _after, step.Lower, step.Upper)?.Steps.FirstOrDefault(s => s.Lower == step.Lower && s.Upper == step.Upper));
            return Pair(before, after is null ? null : Told(after));
        }

        string Told(LevelStep step) => _cells.Shows(step.Lower) && _cells.Shows(step.Upper) && Quantiles(step) ? Ratio(step.MedianRatio) : Withheld;
        return new ChartTable("Median structure salary of a level against that of the next one of its ladder", ["Level", "~Next", "Median of next median"], [.. _before.Steps.Select(s => (IReadOnlyList<string>)[s.Lower, s.Upper, Of(s)])]);
    }

    private string Ratio(double? ratio) => ratio is { } r && !_cells.ShowIndividuals ? Display.WholePercent(r) : InternalEquityText.Ratio(ratio);

    private ChartTable Tenure()
    {
        var levels = _before.Tenure.Select(t => t.WorkLevel).Concat(_after?.Tenure.Select(t => t.WorkLevel) ?? []).Distinct(StringComparer.Ordinal);
        string Each(string level, Func<TenureStep, string> of)
        {
            var (b, a) = (_before.Tenure.FirstOrDefault(t => t.WorkLevel == level), _after?.Tenure.FirstOrDefault(t => t.WorkLevel == level));
            return b is null ? of(a!) : Pair(of(b), a is null ? null : of(a));
        }

        string Count(TenureStep t, Func<TenureStep, string> of) => _cells.ShowsTenure(t.WorkLevel) ? of(t) : Withheld;
        string Quantile(TenureStep t, Func<TenureStep, string> of) => Count(t, x => x.NewPeople == 0 || x.LongPeople == 0 ? None : _cells.ShowsQuantile(Math.Min(x.NewPeople, x.LongPeople)) ? of(x) : Withheld);
        string Paired(TenureStep t, Func<TenureStep, string> of) => _cells.ShowsPairs(t) ? of(t) : Withheld;
        return new ChartTable(
            "Structure salary of new people against that of longer-serving ones of the same level; pairs are those in which the longer-serving person has at least the same rating",
            ["Level", "New", "Longer-serving", "Median new of longer-serving", .. _cells.ShowIndividuals ? ["Mean new of longer-serving"] : Array.Empty<string>(), "Inverted pairs", "Longer-serving people below", "Inverted with supplement"],
            [.. levels.Select(l => (IReadOnlyList<string>)
                [
                    l, Each(l, t => Count(t, x => Display.Count(x.NewPeople))), Each(l, t => Count(t, x => Display.Count(x.LongPeople))), Each(l, t => Quantile(t, x => Ratio(x.MedianRatio))),
                    .. _cells.ShowIndividuals ? [Each(l, t => Ratio(t.MeanRatio))] : Array.Empty<string>(), Each(l, t => Paired(t, x => $"{Number(x.Inverted)} of {Number(x.Pairs)}")),
                    Each(l, t => Paired(t, x => Display.Count(x.LongOvertaken))), Each(l, t => Paired(t, x => Number(x.SalaryInverted))),
                ])]);
    }

    private ChartTable Groups(EquityDimension dimension)
    {
        var values = _before.Groups.Concat(_after?.Groups ?? []).Where(g => g.Dimension == dimension).Select(g => g.Value).Distinct(StringComparer.Ordinal);
        EquityGroup? Of(InternalEquityPosition? position, string value) => position?.Groups.FirstOrDefault(g => g.Dimension == dimension && g.Value == value);
        var withPairs = dimension != EquityDimension.Level && _cells.ShowIndividuals;
        string[] pairs = withPairs ? ["Inverted between levels", "Inverted new over longer-serving"] : [];
        string[] means = _cells.ShowIndividuals ? ["Mean with supplement", "Mean range penetration"] : [];
        return new ChartTable(
            $"Compa-ratio of structure salary by {Name(dimension)}" + (withPairs ? "; pairs inside the group" : ""),
            [Sentence.Capital(Name(dimension)), "People", "Median compa-ratio", "P25", "P75", .. means, .. pairs],
            [.. values.Select(value =>
            {
                var (before, after) = (Of(_before, value) ?? Of(_after, value)!, Of(_before, value) is null ? null : Of(_after, value));
                if (!_cells.Shows(before)) return (IReadOnlyList<string>)[value, .. Enumerable.Repeat(Withheld, 4 + means.Length + pairs.Length)];
                string Each(Func<EquityGroup, long> of) => Pair(Number(of(before)), after is null ? null : Number(of(after)));
                return [value, Each(g => g.People), .. Ratios(before, after), .. withPairs ? [Each(g => g.LevelInverted), Each(g => g.TenureInverted)] : Array.Empty<string>()];
            })]);
    }
}
