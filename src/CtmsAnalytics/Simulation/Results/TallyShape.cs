using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>Where the rows of a layout stand in the flat arrays of a tally.</summary>
internal sealed class TallyShape
{
    /// <summary>Measures of movement: the flows, and the people at the end.</summary>
    public static readonly int Measures = DrawTile.Flows + 1;

    private readonly int[] _costOffsets;

    public TallyShape(SimulationLayout layout)
    {
        if (layout.Scenarios.Count == 0 || layout.FiscalYears.Count == 0 || layout.Organisations.Count == 0)
            throw new InputException("The results of a simulation need at least one scenario, one fiscal year and one organisation.");
        Scenarios = layout.Scenarios.Count;
        Years = layout.FiscalYears.Count;
        Organisations = layout.Organisations.Count;
        Rules = layout.Rules.Count;
        _costOffsets = new int[Organisations + 1];
        for (var o = 0; o < Organisations; o++) _costOffsets[o + 1] = checked(_costOffsets[o] + (layout.Organisations[o].Cells.Count * Years * DrawTile.Components));
    }

    public int Scenarios { get; }

    public int Years { get; }

    public int Organisations { get; }

    public int Rules { get; }

    /// <summary>Rows of costs of all organisations.</summary>
    public int CostRows => _costOffsets[^1];

    /// <summary>Rows of movement: row ((organisation x years) + year) x measures + measure.</summary>
    public int MovementRows => Organisations * Years * Measures;

    /// <summary>Rows of rule effects: row ((organisation x years) + year) x rules x 2, then as in a tile.</summary>
    public int RuleRows => Organisations * Years * Rules * 2;

    /// <summary>Sums that are kept for every draw, in each scenario.</summary>
    public int SeriesRows => Years * (DrawTile.Components + Organisations + DrawTile.Flows);

    /// <summary>First row of an organisation's costs; the rows of a tile follow from there.</summary>
    public int CostOffset(int organisation) => _costOffsets[organisation];

    /// <summary>Rows of an organisation's costs.</summary>
    public int CostRowsOf(int organisation) => _costOffsets[organisation + 1] - _costOffsets[organisation];

    /// <summary>Row of the sum of a fiscal year and component.</summary>
    public static int SeriesOfComponent(int year, int component) => (year * DrawTile.Components) + component;

    /// <summary>Row of the sum of a fiscal year and organisation.</summary>
    public int SeriesOfOrganisation(int year, int organisation) => (Years * DrawTile.Components) + (year * Organisations) + organisation;

    /// <summary>Row of the sum of a fiscal year and flow.</summary>
    public int SeriesOfFlow(int year, FlowKind flow) => (Years * (DrawTile.Components + Organisations)) + (year * DrawTile.Flows) + (int)flow;
}
