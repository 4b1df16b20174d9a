using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Workforce;
using CtmsAnalytics.Equity;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tells a pay equity analysis.</summary>
internal sealed class EquityDocument
{
    private readonly EquityStudy _study;
    private readonly bool _showIndividuals;
    private readonly EquityText _text;

    private EquityDocument(EquityStudy study, bool showIndividuals)
    {
        (_study, _showIndividuals) = (study, showIndividuals);
        _text = new EquityText(study, showIndividuals);
    }

    public static StudyDocument Of(EquityStudy study, bool showIndividuals) => new EquityDocument(study, showIndividuals).Document();

    private StudyDocument Document() => new(_text.Title, _text.Finding(), [
        new StudyParagraph(Cohort()),
        new StudyChart("Differences to the reference", "Points are differences with the factors held equal; whiskers are their intervals.", Chart),
        Gaps(),
        Summaries(),
        .. _study.Decompositions.SelectMany(Decomposition),
        .. Units(),
        .. Remedies(),
        .. Model(),
    ]);

    private string Cohort()
    {
        var s = _study.Specification;
        var who = s.Cohort ?? (s.Where.Count == 0 ? $"everybody of {_study.Source} with complete data" : string.Join(", ", s.Where.Select(w => $"{w.Column} {w.Value}")));
        var frozen = s.FrozenOn is { } day ? $", frozen on {Display.Date(day)}" : "";
        var outcome = s.Transform switch
        {
            OutcomeTransform.Log => $"the logarithm of {s.Outcome}",
            OutcomeTransform.Exp => $"the exponential of {s.Outcome}",
            _ => s.Outcome,
        };
        var factors = _study.Factors.Count == 0
            ? "nothing held equal"
            : "held equal: " + string.Join(", ", _study.Factors.Select(f => f.IsNumber ? f.Name : $"{f.Name} ({Display.Count(f.Categories)} categories, base {f.Base})"));
        return $"Cohort: {who}{frozen}; {People()}. Explained: {outcome}; {factors}. "
            + $"Standard errors {s.Errors}, intervals {Display.WholePercent(s.Confidence)}. Reference: {_study.Reference}.";
    }

    private string People() => _text.IsTotalHidden ? "the number of people is withheld, and small groups take part unseen" : $"{Display.Count(_study.Everybody.People)} of {Display.Count(_study.RowsRead)} rows";

    private ChartSpec Chart(ChartSize size) => EquityChart.Build(
        new EquityInput(
            _study.Specification.Outcome,
            _study.Factors.Count == 0 ? "nothing" : string.Join(", ", _study.Factors.Select(f => f.Name)),
            [.. _study.Gaps.Select(g => _text.IsHidden(g.Group)
                ? new EquityRow(_text.Name(g.Group), _text.Name(_study.Reference), null, null, null, null)
                : new EquityRow(_text.Name(g.Group), _text.Name(_study.Reference), _text.Share(g.ClassIn.Estimate), _text.Share(g.ClassIn.Lower), _text.Share(g.ClassIn.Upper), _text.IsUncounted(g.Group) ? null : g.People))],
            new ChartBasis(People: _text.IsTotalHidden ? null : _study.Everybody.People))
        { Interval = Display.WholePercent(_study.Specification.Confidence) },
        size);

    private StudyTable Gaps() => new(new ChartTable(
        $"Differences to {_study.Reference} ({_text.Unit})",
        [_study.Specification.Group, "People", "Unadjusted", "Interval", "Factors held equal", "Interval", "p-value", "Residual, class out", "Interval"],
        [.. _study.Gaps.Select(g => (IReadOnlyList<string>)(_text.IsHidden(g.Group)
            ? [g.Group, .. Enumerable.Repeat(EquityText.Withheld, 8)]
            :
            [
                g.Group, .. _text.IsUncounted(g.Group) || _text.IsUncounted(_study.Reference) ? [EquityText.Withheld, EquityText.Withheld, EquityText.Withheld] : new[] { Display.Count(g.People), _text.Gap(g.Raw.Estimate), _text.Interval(g.Raw) },
                _text.Gap(g.ClassIn.Estimate), _text.Interval(g.ClassIn), EquityText.Probability(g.ClassIn.PValue),
                _text.Gap(g.ClassOut.Estimate), _text.Interval(g.ClassOut),
            ]))]));

    private StudyTable Summaries()
    {
        var thresholds = _study.Specification.Thresholds;
        var rows = _study.Groups.Append(_study.Everybody);
        return new StudyTable(new ChartTable(
            "Pay by group, nothing held equal",
            [_study.Specification.Group, "People", "Mean", "Standard deviation", "Lowest", "Median", "Highest", .. thresholds.Select(t => $"Below {EquityText.Amount(t)}")],
            [.. rows.Select(g => (IReadOnlyList<string>)((g.Group is { } name ? _text.IsUncounted(name) : _text.IsTotalHidden)
                ? [g.Group ?? "Everybody", .. Enumerable.Repeat(EquityText.Withheld, 6 + thresholds.Count)]
                :
                [
                    g.Group ?? "Everybody", Display.Count(g.People), EquityText.Amount(g.Mean), g.StandardDeviation is { } d ? EquityText.Amount(d) : EquityText.None,
                    _text.Single(g.Minimum), _text.Middle(g.People, g.Median), _text.Single(g.Maximum), .. g.Below.Select(b => _text.ShareOf(g.People, b)),
                ]))]));
    }

    private IEnumerable<StudyBlock> Decomposition(Decomposition d)
    {
        if (d.Reason is not null || _text.IsUncounted(d.Group) || _text.IsUncounted(_study.Reference) || _text.IsSmall(d.GroupPeople) || _text.IsSmall(d.ReferencePeople)) yield break;
        string Value(double value) => value.ToString(_study.Specification.Transform == OutcomeTransform.Log ? "0.0000" : "#,##0.0000", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        IReadOnlyList<string> Row(string name, DecompositionPart part) =>
            [name, Value(part.Value), part.StandardError is { } e ? Value(e) : EquityText.None, d.Difference.Value == 0 ? EquityText.None : Display.WholePercent(part.Value / d.Difference.Value).Replace('-', '\u2212')];
        yield return new StudyHeading($"Why {_text.Name(d.Group)} and {_text.Name(_study.Reference)} differ");
        yield return new StudyTable(new ChartTable(
            $"Blinder-Oaxaca decomposition: {_study.Reference} ({Display.Count(d.ReferencePeople)} people) less {d.Group} ({Display.Count(d.GroupPeople)}), {_text.OutcomeUnit}",
            ["Part", "Value", "Standard error", "Of the difference"],
            [
                Row("Difference", d.Difference),
                Row("Threefold: endowments", d.Endowments),
                Row("Threefold: coefficients", d.Coefficients),
                Row("Threefold: interaction", d.Interaction),
                .. d.Twofold.SelectMany(t => new[] { Row($"Twofold, {EquityText.Fair(t)}: explained", t.Explained), Row($"Twofold, {EquityText.Fair(t)}: unexplained", t.Unexplained) }),
            ]));
        yield return new StudyTable(new ChartTable(
            $"The parts by factor ({_text.OutcomeUnit}); those of coefficients depend on where a factor's zero and a category's base lie",
            ["Factor", "Endowments", "Coefficients", "Interaction", "Explained (pooled)", "Unexplained (pooled)"],
            [.. d.Terms.Select(t => (IReadOnlyList<string>)[t.Factor, Value(t.Endowments), Value(t.Coefficients), Value(t.Interaction), Value(t.Explained), Value(t.Unexplained)])]));
    }

    private IEnumerable<StudyBlock> Units()
    {
        if (_study.Units.Count == 0) yield break;
        var groups = _study.Gaps.Select(g => g.Group).ToList();
        var mask = _text.UnitMask(groups);
        yield return new StudyHeading($"Inside each {_study.Specification.By}");
        yield return new StudyTable(new ChartTable(
            $"One model for each {_study.Specification.By}: differences to {_study.Reference} with the factors held equal ({_text.Unit})",
            [_study.Specification.By!, "~Group", "People", $"{_study.Reference} people", "Unadjusted", "Factors held equal", "Interval", "p-value"],
            [.. _study.Units.SelectMany((u, r) => u.Groups.Count == 0
                ? [[u.Unit, u.Reason ?? "", _text.CountOf(u.People), "", "", "", "", ""]]
                : u.Groups.Select(g =>
                {
                    var hidden = mask is not null && (mask.IsHidden(r, 0) || mask.IsHidden(r, 1 + groups.IndexOf(g.Adjusted.Group)));
                    return (IReadOnlyList<string>)(hidden
                        ? [u.Unit, g.Adjusted.Group, .. Enumerable.Repeat(EquityText.Withheld, 6)]
                        : [u.Unit, g.Adjusted.Group, Display.Count(g.People), Display.Count(u.ReferencePeople), _text.Gap(g.Raw.Estimate), _text.Gap(g.Adjusted.Estimate), _text.Interval(g.Adjusted), EquityText.Probability(g.Adjusted.PValue)]);
                }))]))
        { IsSortable = true };
    }

    private IEnumerable<StudyBlock> Remedies()
    {
        var s = _study.Specification;
        var after = _study.Gaps.Select(g => g.Group).ToList();
        IEnumerable<string> Gaps(IReadOnlyList<PayGap> gaps) => gaps.Select(g => _text.IsHidden(g.Group) ? EquityText.Withheld : _text.Gap(g.Estimate));
        yield return new StudyHeading("What it costs to make good");
        yield return new StudyParagraph(
            (s.NeutralBenchmark ? "The benchmark is what the model without the class gives to a person" : $"The benchmark is what the model gives to people of {_study.Reference} with the same factors")
            + $"; an outlier is more than {Display.Value(s.OutlierBound)} residual standard deviations below it. Raises are multiples of {Display.Value(s.RaiseUnit)}; employer contributions are not in the cost."
            + (s.Ceiling is { } ceiling ? $" No raise passes {ceiling}." : ""));
        yield return new StudyTable(new ChartTable(
            "Remedies, what they add to annual pay, and the difference with the factors held equal that is left",
            ["Method", "People raised", "Held by the ceiling", "Annual cost", "Of all pay", .. after.Select(g => $"{g} afterwards")],
            [.. _study.Remedies.Select(r => (IReadOnlyList<string>)(_text.IsSmall(r.People)
                ? [EquityText.Method(r.Method), .. Enumerable.Repeat(EquityText.Withheld, 4 + after.Count)]
                : [EquityText.Method(r.Method), Display.Count(r.People), _text.CountOf(r.HeldByCeiling), EquityText.Amount(r.AnnualCost), Display.Percent(r.ShareOfPay), .. Gaps(r.After)]))]));
        yield return new StudyTable(new ChartTable(
            "Everybody below the benchmark, spread over years" + (s.YearlyBudget is { } budget ? $" with at most {EquityText.Amount(budget)} of new raises a year" : " in equal parts") + ": the largest relative shortfalls first",
            ["Year", "People raised", "New raises", "Cost in the year", "Still missing", .. after.Select(g => $"{g} at its end")],
            [.. _study.Staged.Select(y => (IReadOnlyList<string>)(_text.IsSmall(y.People)
                ? [Display.Count(y.Year), .. Enumerable.Repeat(EquityText.Withheld, 4 + after.Count)]
                : [Display.Count(y.Year), Display.Count(y.People), EquityText.Amount(y.NewCost), EquityText.Amount(y.RunningCost), EquityText.Amount(y.Left), .. Gaps(y.After)]))]));
    }

    private IEnumerable<StudyBlock> Model()
    {
        if (_text.IsCohortSmall) yield break;
        var model = _study.WithClass;
        var fit = model.RSquared is { } r ? $"R² {Display.Value(Math.Round(r, 4))}" : "no variance to explain";
        yield return new StudyHeading("The model with the class");
        yield return new StudyParagraph(Sentence.Capital($"{(_text.IsTotalHidden ? "" : $"{Display.Count(model.People)} people, {Display.Count(model.DegreesOfFreedom)} degrees of freedom, ")}{fit}; without the class {(_study.WithoutClass.RSquared is { } w ? $"R² {Display.Value(Math.Round(w, 4))}" : "the same")}."));
        // The coefficient of a category of one person is that person's pay.
        var numbers = _study.Factors.Where(f => f.IsNumber).Select(f => f.Name).Append("(intercept)").ToHashSet(StringComparer.Ordinal);
        var groups = _study.Gaps.Select(g => g.Group).ToHashSet(StringComparer.Ordinal);
        var rows = model.Coefficients.Where(c => _showIndividuals || numbers.Contains(c.Name) || (groups.Contains(c.Name) && !_text.IsHidden(c.Name)));
        yield return new StudyTable(new ChartTable(
            $"Coefficients, {_text.OutcomeUnit} for one unit of the column" + (_showIndividuals ? "" : "; those of categories are withheld"),
            ["Column", "Coefficient", "Standard error", "t", "p-value", "Lower", "Upper"],
            [.. rows.Select(c => (IReadOnlyList<string>)[c.Name, EquityText.Figure(c.Estimate), EquityText.Figure(c.StandardError), EquityText.Figure(c.TValue), EquityText.Probability(c.PValue), EquityText.Figure(c.Lower), EquityText.Figure(c.Upper)])]));
    }
}
