using CtmsAnalytics.PayStructures;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Which structures are designed from market wages, and how they are costed.</summary>
public sealed record StructureOptions
{
    /// <summary>How costs are simulated unless something else is asked for.</summary>
    internal static readonly CostingOptions DefaultCosting = new(128);

    /// <summary>Most alternatives that are compared at once.</summary>
    internal const int MostMethods = 3;

    /// <summary>How midpoints are set: one alternative for each method.</summary>
    /// <value>One to three. Default market wages, pay line and ends.</value>
    public IReadOnlyList<StructureMethod> Methods { get; init; } = [StructureMethod.Market, StructureMethod.PayLine, StructureMethod.Ends];

    /// <summary>Range spread of every level, a fraction of the minimum.</summary>
    /// <value>Default null: each level's own.</value>
    public double? Spread { get; init; }

    /// <summary>Unit that figures are rounded to, whole dollars.</summary>
    /// <value>1 or more. Default null: the parameter <c>structure_rounding_unit</c>.</value>
    public double? RoundingUnit { get; init; }

    /// <summary>What weighs the levels of a pay line.</summary>
    /// <value>Default incumbents.</value>
    public PayLineWeights Weights { get; init; } = PayLineWeights.Incumbents;

    /// <summary>Day from which the structure holds.</summary>
    /// <value>Default null: the first of the second fiscal year.</value>
    public DateOnly? Effective { get; init; }

    /// <summary>Draws and seed that every cost is simulated on.</summary>
    /// <value>Default 128 draws with seed 1.</value>
    public CostingOptions Costing { get; init; } = DefaultCosting;
}
