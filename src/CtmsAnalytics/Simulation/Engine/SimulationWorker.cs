using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>One thread's part of a simulation: its workspace and what its draws add up to.</summary>
internal sealed class SimulationWorker(EngineModel model)
{
    private readonly TileWorker _worker = new(model);
    private readonly DrawTile[] _tiles = [.. model.Scenarios.Select(_ => new DrawTile())];
    private readonly DrawnTables[] _drawn = [.. model.Scenarios.Select(s => new DrawnTables(s))];
    private uint? _firstDraw;

    /// <summary>What this thread's draws add up to.</summary>
    public SimulationTally Tally { get; } = new(model.Layout);

    /// <summary>Simulates an organisation in every scenario.</summary>
    public void Run(int organisation, uint firstDraw, int draws)
    {
        if (_firstDraw != firstDraw)
        {
            foreach (var tables in _drawn) tables.Draw(model.Luck, firstDraw, draws);
            _firstDraw = firstDraw;
        }

        for (var s = 0; s < _tiles.Length; s++) _worker.Run(s, organisation, firstDraw, draws, _drawn[s], _tiles[s]);
        Tally.Add(_tiles);
    }
}
