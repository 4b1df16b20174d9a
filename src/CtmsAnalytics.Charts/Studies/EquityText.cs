using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Figures of a pay equity analysis in words, and which of them may be shown.</summary>
internal sealed class EquityText
{
    public const string Withheld = "withheld";
    public const string None = "\u2013";

    // A median of fewer people says too much about one of them.
    private readonly EquityStudy _study;
    private readonly bool _showIndividuals;
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly HashSet<string> _uncounted = new(StringComparer.Ordinal);

    public EquityText(EquityStudy study, bool showIndividuals)
    {
        (_study, _showIndividuals) = (study, showIndividuals);
        if (showIndividuals) return;
        var people = new int[study.Groups.Count, 1];
        for (var i = 0; i < study.Groups.Count; i++) people[i, 0] = study.Groups[i].People;
        var mask = SmallCells.Suppress(people);
        for (var i = 0; i < study.Groups.Count; i++)
        {
            if (study.Groups[i].People < SmallCells.Least) _hidden.Add(study.Groups[i].Group!);
            if (mask.IsHidden(i, 0)) _uncounted.Add(study.Groups[i].Group!);
        }
    }

    /// <summary>Whether figures of everybody are hidden, which together with those of the groups would give a small group back.</summary>
    public bool IsTotalHidden => _hidden.Count > 0;

    /// <summary>What was studied, without the number of people where it would give a small group back.</summary>
    public string Title => IsTotalHidden ? $"Pay equity by {_study.Specification.Group}: {_study.Specification.Outcome} in {_study.Source}" : _study.Title;

    private bool IsLog => _study.Specification.Transform == OutcomeTransform.Log;

    /// <summary>Unit of differences between groups.</summary>
    public string Unit => IsLog ? "percent of pay" : "units of pay";

    /// <summary>Unit of what the model explains.</summary>
    public string OutcomeUnit => IsLog ? "log points" : "units of pay";

    /// <summary>A class value that is a number is named with its column.</summary>
    public string Name(string group) => double.TryParse(group, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"{_study.Specification.Group} {group}" : group;

    public bool IsHidden(string group) => _hidden.Contains(group);

    /// <summary>Whether the number and the mean pay of a group are hidden: its own are small, or with those of everybody, which other tables know, they would give a small group back.</summary>
    public bool IsUncounted(string group) => _uncounted.Contains(group);

    /// <summary>Whether the whole cohort is too small for figures of a model.</summary>
    public bool IsCohortSmall => !_showIndividuals && _study.Everybody.People < SmallCells.LeastForQuantiles;

    public bool IsSmall(int people) => !_showIndividuals && people is > 0 and < SmallCells.Least;

    /// <summary>What was found.</summary>
    public string Finding()
    {
        var shown = _study.Gaps.Where(g => !IsHidden(g.Group) && g.ClassIn.Estimate is not null).ToList();
        if (shown.Count == 0)
            return _study.Gaps.All(g => g.ClassIn.Estimate is null) ? $"What belongs to {_study.Specification.Group} cannot be told from the factors." : "Every difference is withheld, so that no group of fewer than five people can be told.";
        var most = shown.OrderByDescending(g => Math.Abs(g.ClassIn.Estimate!.Value)).First();
        var distinct = shown.Count(g => g.ClassIn.Lower > 0 || g.ClassIn.Upper < 0);
        var held = _study.Factors.Count == 0 ? "with nothing held equal" : "with the factors held equal";
        var amount = IsLog ? Display.Percent(Math.Abs(Share(most.ClassIn.Estimate)!.Value)) : Amount(Math.Abs(most.ClassIn.Estimate!.Value));
        var first = $"{Name(most.Group)} is paid {amount} {(most.ClassIn.Estimate < 0 ? "less" : "more")} than {Name(_study.Reference)} {held} ({Display.WholePercent(_study.Specification.Confidence)} interval {Interval(most.ClassIn)}; unadjusted {(IsUncounted(most.Group) || IsUncounted(_study.Reference) ? Withheld : Gap(most.Raw.Estimate))}).";
        var all = shown.Count == 1
            ? distinct == 1 ? "The difference is distinguishable from zero." : "The difference cannot be told from zero."
            : $"{Sentence.Capital(Display.Word(distinct))} of {Display.Word(shown.Count)} differences {(distinct == 1 ? "is" : "are")} distinguishable from zero.";
        var everyone = _study.Remedies.First(r => r.Method == RemedyMethod.Everyone);
        return $"{first} {all}" + (IsSmall(everyone.People) ? "" : $" Raising the {Display.Count(everyone.People)} people below the benchmark to it adds {Amount(everyone.AnnualCost)} a year ({Display.Percent(everyone.ShareOfPay)} of pay).");
    }

    /// <summary>A difference as a fraction: of a logarithm the relative change that it means, otherwise the share of the reference's mean.</summary>
    public double? Share(double? gap) => gap is not { } value ? null : IsLog ? Math.Exp(value) - 1 : value / _study.Groups[0].Mean;

    public string Gap(double? gap) => gap is not { } value ? None : IsLog ? Display.PercentSigned(Math.Exp(value) - 1) : Signed(value);

    public string Interval(PayGap gap) => gap is { Lower: { } lower, Upper: { } upper } ? $"{Gap(lower)} to {Gap(upper)}" : None;

    /// <summary>A figure that belongs to one person.</summary>
    public string Single(double pay) => _showIndividuals ? Amount(pay) : Withheld;

    public string Middle(int people, double median) => _showIndividuals || people >= SmallCells.LeastForQuantiles ? Amount(median) : Withheld;

    public string CountOf(int people) => IsSmall(people) ? Withheld : Display.Count(people);

    /// <summary>A share of people: withheld where it stands for fewer than five on either side.</summary>
    public string ShareOf(int people, double share)
    {
        var below = (int)Math.Round(people * share);
        return IsSmall(below) || IsSmall(people - below) ? Withheld : Display.Percent(share);
    }

    /// <summary>Which cells of pay analysis groups and classes are hidden, the reference in the first column; null where all are shown.</summary>
    public CellMask? UnitMask(IReadOnlyList<string> groups)
    {
        if (_showIndividuals) return null;
        var people = new int[_study.Units.Count, groups.Count + 1];
        for (var r = 0; r < _study.Units.Count; r++)
        {
            people[r, 0] = _study.Units[r].ReferencePeople;
            foreach (var g in _study.Units[r].Groups) people[r, 1 + groups.ToList().IndexOf(g.Adjusted.Group)] = g.People;
        }

        return SmallCells.Suppress(people);
    }

    public static string Method(RemedyMethod method) => method switch
    {
        RemedyMethod.OutliersToBand => "Outliers to the edge of the band",
        RemedyMethod.OutliersToBenchmark => "Outliers to the benchmark",
        RemedyMethod.AffectedGroups => "Groups paid distinguishably less, to the benchmark",
        _ => "Everybody below the benchmark, to it",
    };

    public static string Fair(TwofoldDecomposition twofold) => twofold.Coefficients switch
    {
        FairCoefficients.Group => "group's coefficients (0)",
        FairCoefficients.Reference => "reference's coefficients (1)",
        FairCoefficients.Mean => "mean of both (0.5)",
        FairCoefficients.ByPeople => $"by people ({Display.Value(Math.Round(twofold.ReferenceWeight ?? 0, 4))})",
        FairCoefficients.Pooled => "pooled without class",
        _ => "pooled with class",
    };

    public static string Probability(double? p) => p switch
    {
        null => None,
        < 0.0001 => "< 0.0001",
        { } value => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    /// <summary>An amount of pay: whole where it is large, with cents where it is an hourly wage.</summary>
    public static string Amount(double pay) => (pay < 0 ? "\u2212" : "") + Math.Abs(pay).ToString(Math.Abs(pay) >= 1000 || pay == 0 ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);

    public static string Figure(double? value) => value is not { } v ? None : (v < 0 ? "\u2212" : "") + Math.Abs(v).ToString(Math.Abs(v) >= 100 ? "#,##0.00" : "0.0000##", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value > 0 ? "+" + Amount(value) : Amount(value);
}
