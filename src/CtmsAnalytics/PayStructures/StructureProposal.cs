using System.Text.Json;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.PayStructures;

/// <summary>A subrange as it is proposed. Whole US dollars a year, of the year in which the horizon starts.</summary>
/// <param name="WorkLevel">Code of the level.</param>
/// <param name="Minimum">Lowest salary.</param>
/// <param name="Maximum">Highest salary, at least the minimum.</param>
public sealed record ProposedRange(string WorkLevel, long Minimum, long Maximum)
{
    /// <summary>Midpoint, US dollars: halfway between minimum and maximum.</summary>
    public double Midpoint => (Minimum + Maximum) / 2.0;
}

/// <summary>What a proposal changes on its day: the main structure's subranges, the supplements and the adjustment pool.</summary>
/// <param name="Ranges">Every subrange of the main structure, in its order.</param>
/// <param name="Supplements">Supplement by market, a fraction of structure salary; every market that the base names, and those that are added.</param>
/// <param name="AdjustmentPool">Most that an organisation may spend on adjustments in a review, a fraction of structure salaries.</param>
public sealed record StructureProposal(IReadOnlyList<ProposedRange> Ranges, IReadOnlyDictionary<string, double> Supplements, double AdjustmentPool)
{
    /// <summary>The base's own structure, supplements and pool.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <returns>A proposal that changes nothing.</returns>
    public static StructureProposal Of(StructureSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return new StructureProposal(
            [.. situation.Levels.Select(l => new ProposedRange(l.Subrange.WorkLevel, l.Subrange.Minimum, l.Subrange.Maximum))], situation.Policy.Supplements, situation.Policy.Recognition.AdjustmentPool);
    }

    /// <summary>Control point of a subrange under the proposal: the base's, moved into the new range where it lies outside.</summary>
    /// <param name="subrange">The base's subrange.</param>
    /// <param name="range">The proposed range.</param>
    /// <returns>Whole US dollars a year; null where the base has none.</returns>
    public static long? ControlPoint(Subrange subrange, ProposedRange range)
    {
        ArgumentNullException.ThrowIfNull(subrange);
        ArgumentNullException.ThrowIfNull(range);
        return subrange.ControlPoint is { } point ? Math.Clamp(point, range.Minimum, range.Maximum) : null;
    }

    /// <summary>The base with the proposal from its day on.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="description">What it does, in one or two sentences.</param>
    /// <returns>A complete scenario. What the base changes later beside pay stays.</returns>
    public Scenario Apply(StructureSituation situation, string name, string description)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var scenario = situation.Base;
        var structure = situation.Policy.Structure with
        {
            Subranges = [.. situation.Levels.Zip(Ranges, (l, r) => l.Subrange with { Minimum = r.Minimum, Maximum = r.Maximum, ControlPoint = ControlPoint(l.Subrange, r) })],
        };
        PayPolicy Changed(PayPolicy policy) => policy with { Structure = structure, Supplements = Supplements, Recognition = policy.Recognition with { AdjustmentPool = AdjustmentPool } };
        var before = scenario.Policies.Where(p => p.Effective < situation.Effective);
        var after = scenario.Policies.Where(p => p.Effective > situation.Effective).Select(p => p with { Policy = Changed(p.Policy) });
        return scenario with { Name = name, Description = description, Policies = [.. before, new DatedPolicy(situation.Effective, Changed(situation.Policy)), .. after] };
    }

    /// <summary>Plain data as text, so that two of them can be told apart.</summary>
    internal static string Text(object value) => JsonSerializer.Serialize(value, value.GetType());

    /// <summary>The proposal as text: equal for equal proposals.</summary>
    internal string Key => string.Join(' ', Ranges.Select(r => FormattableString.Invariant($"{r.Minimum}-{r.Maximum}"))) + Text(Supplements.OrderBy(s => s.Key, StringComparer.Ordinal)) + FormattableString.Invariant($"{AdjustmentPool:R}");
}
