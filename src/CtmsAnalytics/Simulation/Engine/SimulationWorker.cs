using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>One thread's part of a simulation: its workspace and what its draws add up to.</summary>
internal sealed class SimulationWorker(EngineModel model)
{
    private readonly TileWorker _worker = new(model);
    private readonly DrawTile[] _tiles = [.. model.Scenarios.Select(_ => new DrawTile())];
    private readonly DrawnTables[][] _drawn = [.. Enumerable.Range(0, MostGroups).Select(_ => model.Scenarios.Select(s => new DrawnTables(s)).ToArray())];
    private readonly uint?[] _firstDraws = new uint?[MostGroups];

    /// <summary>Most groups of draws whose rates and bounds are kept.</summary>
    public const int MostGroups = 8;

    /// <summary>What this thread's draws add up to.</summary>
    public SimulationTally Tally { get; } = new(model.Layout);

    /// <summary>Simulates an organisation in every scenario.</summary>
    public void Run(int organisation, uint firstDraw, int draws)
    {
        var drawn = Drawn(firstDraw, draws);
        for (var s = 0; s < _tiles.Length; s++) _worker.Run(s, organisation, firstDraw, draws, drawn[s], _tiles[s]);
        Tally.Add(_tiles);
    }

    private DrawnTables[] Drawn(uint firstDraw, int draws)
    {
        var slot = (int)(firstDraw / DrawTile.Lanes % MostGroups);
        if (_firstDraws[slot] == firstDraw) return _drawn[slot];
        foreach (var tables in _drawn[slot]) tables.Draw(model.Luck, firstDraw, draws);
        _firstDraws[slot] = firstDraw;
        return _drawn[slot];
    }
}
