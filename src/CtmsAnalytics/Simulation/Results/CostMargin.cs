using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>
/// A sum of cells whose value is known in every draw: all costs, those of a fiscal year, of a component, of an organisation, or of a fiscal year and one of the other two.
/// Component and organisation together are not kept by draw.
/// </summary>
public sealed record CostMargin
{
    /// <summary>All costs of all years.</summary>
    public static readonly CostMargin Total = new();

    /// <summary>Fiscal year; null for all.</summary>
    /// <value>Default null.</value>
    public int? FiscalYear { get; init; }

    /// <summary>Component; null for all.</summary>
    /// <value>Default null.</value>
    public Component? Component { get; init; }

    /// <summary>Index of the organisation in <see cref="SimulationLayout.Organisations"/>; null for all.</summary>
    /// <value>Default null.</value>
    public int? Organisation { get; init; }

    /// <summary>All costs of a fiscal year.</summary>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <returns>The margin.</returns>
    public static CostMargin OfYear(int fiscalYear) => new() { FiscalYear = fiscalYear };
}
