using System.Globalization;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Studies;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Studies;

/// <summary>Tells a what-if that a run's scenarios state from one that was tried and has nothing to do with them.</summary>
public static class StatedChanges
{
    private const string Valuation = "valuation.";

    /// <summary>Whether a scenario of the run states the change that a study is about.</summary>
    /// <param name="study">The study.</param>
    /// <param name="facts">The run.</param>
    /// <returns>True for a study that is no what-if; false where it is not known what the scenarios state.</returns>
    public static bool Holds(Study study, RunFacts facts)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(facts);
        return study switch
        {
            { IsWhatIf: false } => true,
            ValuationStudy { WhatIf: { } what } => facts.Scenarios.Any(s => States(s.Changes, what)),
            StructureStudy structure => facts.Scenarios.Any(s => s.Changes.Count > 0 && structure.Alternatives.Skip(1).Any(a => States(s.Changes, structure.Alternatives[0], a))),
            _ => false,
        };
    }

    /// <summary>A valuation that changes these figures and no others.</summary>
    private static bool States(IReadOnlyList<ProposedChange> changes, ValuationWhatIf what)
    {
        var stated = changes.Where(c => c.Path.StartsWith(Valuation, StringComparison.Ordinal)).ToDictionary(c => c.Path, c => Number(c.Proposed), StringComparer.Ordinal);
        var asked = what.Weights.Select(w => ($"{Valuation}weights.{w.Key}", w.Value)).Concat(what.CutPoints.Select(c => ($"{Valuation}cut_points.{c.Key}", c.Value))).ToList();
        return stated.Count == asked.Count && asked.TrueForAll(a => stated.GetValueOrDefault(a.Item1) == a.Value);
    }

    /// <summary>The ranges of an alternative on every level, changed or as in the base.</summary>
    private static bool States(IReadOnlyList<ProposedChange> changes, StructureAlternative before, StructureAlternative alternative)
    {
        double? Stated(string level, string end, long otherwise) => changes.LastOrDefault(c => c.Path == $"structure.levels.{level}.{end}") is { } change ? Number(change.Proposed) : otherwise;
        return alternative.Levels.Zip(before.Levels).All(l =>
            Stated(l.First.WorkLevel, "minimum", l.Second.Minimum) == l.First.Minimum && Stated(l.First.WorkLevel, "maximum", l.Second.Maximum) == l.First.Maximum);
    }

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
