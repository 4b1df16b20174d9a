using CtmsAnalytics.Budget;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Tests.Simulation.Results;

/// <summary>Tiles whose values are a function of scenario, organisation, row and draw.</summary>
internal static class Tiles
{
    /// <summary>Two organisations, of two cells and of one, over two years, with one rule.</summary>
    public static SimulationLayout Layout(params string[] scenarios) => new(
        scenarios.Length == 0 ? ["status quo", "proposal"] : scenarios,
        [2027, 2028],
        [new OrganisationLayout("CISA", "CSD", [("L1", "DC"), ("L2", "DC")]), new OrganisationLayout("HQ", "OCIO", [("L3", "RUS")])],
        [new RuleReference("aggregate limit", "158.604", "deferred")])
    {
        HourWeekdaysPerFte = [20880, 20800],
    };

    /// <summary>Row of a tile's costs.</summary>
    public static int Row(int cell, int year, Component component) => (((cell * 2) + year) * DrawTile.Components) + (int)component;

    /// <summary>Adds draws of every organisation, in tiles of the usual width.</summary>
    public static void AddAll(SimulationTally tally, int first, int draws, Func<int, int, int, int, double> cost)
    {
        for (var from = first; from < first + draws; from += DrawTile.Lanes)
        {
            for (var o = 0; o < tally.Layout.Organisations.Count; o++) Add(tally, o, from, Math.Min(DrawTile.Lanes, first + draws - from), cost);
        }
    }

    /// <summary>Adds draws of one organisation.</summary>
    /// <param name="tally">The tally.</param>
    /// <param name="organisation">The organisation.</param>
    /// <param name="first">First draw.</param>
    /// <param name="draws">Number of draws.</param>
    /// <param name="cost">Cost by scenario, organisation, row and draw.</param>
    public static void Add(SimulationTally tally, int organisation, int first, int draws, Func<int, int, int, int, double> cost) =>
        tally.Add([.. tally.Layout.Scenarios.Select((_, s) => Of(tally.Layout, s, organisation, first, draws, cost))]);

    private static DrawTile Of(SimulationLayout layout, int scenario, int organisation, int first, int draws, Func<int, int, int, int, double> cost)
    {
        var years = layout.FiscalYears.Count;
        return new DrawTile
        {
            Organisation = organisation,
            FirstDraw = first,
            Draws = draws,
            Costs = Rows(layout.Organisations[organisation].Cells.Count * years * DrawTile.Components, (row, draw) => cost(scenario, organisation, row, draw)),
            Movement = Rows(years * DrawTile.Flows, (row, draw) => Movement(organisation, row, draw)),
            RuleEffects = Rows(years * layout.Rules.Count * 2, (row, draw) => row % 2 == 0 ? 100 * (draw % 4) : draw % 4),
        };

        // What stands in lanes past the draws means nothing, so it is filled with what would be noticed.
        double[] Rows(int rows, Func<int, int, double> value) =>
            [.. Enumerable.Range(0, rows * DrawTile.Lanes).Select(i => i % DrawTile.Lanes < draws ? value(i / DrawTile.Lanes, first + (i % DrawTile.Lanes)) : 987_654_321)];
    }

    /// <summary>Ten people to start with, draw mod 3 hires, draw mod 2 separations, and 20,880 hour-weekdays for each of the ten.</summary>
    private static double Movement(int organisation, int row, int draw) => (FlowKind)(row % DrawTile.Flows) switch
    {
        FlowKind.Start => 10 + organisation,
        FlowKind.Hires => draw % 3,
        FlowKind.Separations => draw % 2,
        _ => 208_800,
    };

    public static byte[] Bytes(SimulationTally tally)
    {
        using var stream = new MemoryStream();
        tally.Write(stream);
        return stream.ToArray();
    }
}
