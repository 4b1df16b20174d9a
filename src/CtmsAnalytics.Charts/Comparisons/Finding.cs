using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>Findings in words, computed from the figures. They are the titles of charts and the first sentence of the report.</summary>
internal static class Finding
{
    /// <summary>What the proposal costs against the baseline, and which part of policy causes most of it.</summary>
    public static string Cost(Comparison comparison, Totals totals)
    {
        var span = Display.FiscalYears(totals.Years);
        if (totals.Difference == 0 && comparison.Drivers.All(d => d.Total == 0)) return $"Proposal costs the same as the baseline over {span}";
        var cost = totals.Difference == 0
            ? $"Proposal costs the same as the baseline over {span}"
            : $"Proposal costs {Display.Brief(Math.Abs(totals.Difference))} ({Relative(totals)}) {(totals.Difference > 0 ? "more" : "less")} over {span}";
        return Cause(comparison, totals) is { } cause ? $"{cost}; {cause}" : cost;
    }

    /// <summary>The comparison in one sentence with both totals.</summary>
    public static string Decision(Totals totals)
    {
        var span = totals.Years.Count == 1 ? $"in {Display.FiscalYear(totals.Years[0])}" : $"over {Display.Word(totals.Years.Count)} years, {Display.FiscalYears(totals.Years)}";
        return totals.Difference == 0
            ? $"The proposal costs the same as the baseline {span}: {Display.Brief(totals.Baseline)}."
            : $"The proposal costs {Display.Brief(Math.Abs(totals.Difference))} ({Relative(totals)}) {(totals.Difference > 0 ? "more" : "less")} than the baseline {span}: {Display.Brief(totals.Proposal)} against {Display.Brief(totals.Baseline)}.";
    }

    /// <summary>How the yearly difference develops.</summary>
    public static string Years(Totals totals)
    {
        var (first, last) = (totals.Years[0], totals.Years[^1]);
        var (from, to) = (totals.DifferenceIn(first), totals.DifferenceIn(last));
        if (totals.Years.All(y => totals.DifferenceIn(y) == 0)) return "Both cost the same in every year";
        if (first == last) return $"Difference in {Display.FiscalYear(first)}: {Display.BriefSigned(from)} ({Display.ChangeInWords(totals.BaselineIn(first), totals.ProposalIn(first))})";
        var verb = Math.Sign(from) * Math.Sign(to) < 0 ? "turns" : Math.Abs(to) > Math.Abs(from) ? "grows" : Math.Abs(to) < Math.Abs(from) ? "narrows" : "goes";
        return $"Yearly difference {verb} from {Display.BriefSigned(from)} in {Display.FiscalYear(first)} to {Display.BriefSigned(to)} ({Display.ChangeInWords(totals.BaselineIn(last), totals.ProposalIn(last))}) in {Display.FiscalYear(last)}";
    }

    /// <summary>How both structures stand to the market.</summary>
    public static string Structure(IReadOnlyList<StaircaseStep> steps)
    {
        var baseline = steps.Count(s => Middle(s.BaselineMinimum, s.BaselineMaximum) >= s.Market.Target);
        var proposal = steps.Count(s => Middle(s.ProposalMinimum, s.ProposalMaximum) >= s.Market.Target);
        // With several structures a work level has several subranges.
        var noun = steps.Select(s => s.WorkLevel).Distinct(StringComparer.Ordinal).Count() == steps.Count ? "work level" : "subrange";
        var levels = steps.Count == 1 ? $"the one {noun}" : $"{Display.Word(steps.Count)} {noun}s";
        if (steps.All(s => s.BaselineMinimum == s.ProposalMinimum && s.BaselineMaximum == s.ProposalMaximum))
            return $"Structure unchanged: midpoints reach their market target at {Display.Word(baseline)} of {levels}";
        return baseline == proposal
            ? $"Midpoints of both structures reach their market target at {Display.Word(baseline)} of {levels}"
            : $"Proposal\u2019s midpoints reach their market target at {Display.Word(proposal)} of {levels}, the baseline\u2019s at {Display.Word(baseline)}";
    }

    /// <summary>A scenario by its part in the comparison and its own name, once where they are the same word.</summary>
    public static string Named(string part, ProjectionResult result) =>
        string.Equals(part, result.Scenario.Name, StringComparison.OrdinalIgnoreCase) ? part : $"{part} \u201c{result.Scenario.Name}\u201d";

    /// <summary>Midpoint of a range, US dollars.</summary>
    public static double Middle(long minimum, long maximum) => (minimum + maximum) / 2d;

    /// <summary>True when every driver that moves the total moves it in the total's direction, so that shares of it make sense.</summary>
    public static bool HasShares(Comparison comparison, Totals totals) =>
        totals.Difference != 0 && comparison.Drivers.All(d => d.Total == 0 || Math.Sign(d.Total) == Math.Sign(totals.Difference));

    private static string Relative(Totals totals) =>
        totals.Baseline == 0 ? "from nothing" : Display.PercentInWords(Math.Abs(totals.Difference / (double)totals.Baseline));

    private static string? Cause(Comparison comparison, Totals totals)
    {
        var moving = comparison.Drivers.Where(d => d.Total != 0).OrderByDescending(d => Math.Abs(d.Total)).ToList();
        if (moving.Count == 0) return null;
        if (moving.Count == 1) return $"all of it from {Lower(moving[0].Title)}";
        if (HasShares(comparison, totals)) return $"{Display.WholePercent(moving[0].Total / (double)totals.Difference)} of it from {Lower(moving[0].Title)}";
        var up = moving.FirstOrDefault(d => d.Total > 0);
        var down = moving.FirstOrDefault(d => d.Total < 0);
        return $"{Lower(up!.Title)} {Display.BriefSigned(up.Total)}, {Lower(down!.Title)} {Display.BriefSigned(down.Total)}";
    }

    /// <summary>The title inside a sentence; an abbreviation keeps its capitals.</summary>
    private static string Lower(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
