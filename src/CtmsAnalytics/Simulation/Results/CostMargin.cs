using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;

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

    /// <summary>The rows of sums that the margin adds up.</summary>
    internal IEnumerable<int> Rows(SimulationLayout layout, TallyShape shape)
    {
        if (Component is not null && Organisation is not null)
            throw new InputException("Costs of a component in an organisation are not kept for every draw. Ask for one of the two, or add up the means of the cells.");
        if (Organisation is { } organisation && (organisation < 0 || organisation >= shape.Organisations))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"There is no organisation {organisation}. The run covers {shape.Organisations}, numbered from 0."));
        var years = Enumerable.Range(0, shape.Years).Where(y => FiscalYear is null || layout.FiscalYears[y] == FiscalYear).ToList();
        if (years.Count == 0)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The run does not cover fiscal year {FiscalYear}. It covers {string.Join(", ", layout.FiscalYears)}."));
        return years.SelectMany(year => (Component, Organisation) switch
        {
            ({ } component, _) => [TallyShape.SeriesOfComponent(year, (int)component)],
            (_, { } one) => [shape.SeriesOfOrganisation(year, one)],
            _ => Enumerable.Range(TallyShape.SeriesOfComponent(year, 0), DrawTile.Components),
        });
    }
}
