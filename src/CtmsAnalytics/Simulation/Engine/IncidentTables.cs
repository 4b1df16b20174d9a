using System.Numerics;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>The incidents of one organisation in a group of draws, by work period: which are going on, since when, and whom they call. Planes order the incidents of a period by their beginning.</summary>
internal sealed class IncidentTables(EngineModel model)
{
    private const int Lanes = DrawTile.Lanes;
    private readonly uint[] _words = new uint[Lanes];
    private readonly PhiloxLanes _philox = new(model.Luck.Seed);
    private ulong[] _active = [];
    private uint[] _starts = [];
    private uint[] _greatest = [];
    private int[] _planes = [];
    private int _mostPlanes;
    private int _periods;

    /// <summary>Number of planes of a process in a work period.</summary>
    public int Planes(int process, int period) => _planes[(process * _periods) + period];

    /// <summary>Lanes in which the plane's incident is going on.</summary>
    public ulong Active(int process, int period, int plane) => _active[Index(process, period, plane)];

    /// <summary>By lane: index of the work period in which it began.</summary>
    public ReadOnlySpan<uint> Starts(int process, int period, int plane) => _starts.AsSpan(Index(process, period, plane) * Lanes, Lanes);

    /// <summary>By lane: the greatest word that is called.</summary>
    public ReadOnlySpan<uint> Greatest(int process, int period, int plane) => _greatest.AsSpan(Index(process, period, plane) * Lanes, Lanes);

    /// <summary>Draws the incidents of an organisation.</summary>
    public void Draw(EngineScenario scenario, uint organisationKey, int organisation, uint firstDraw, int draws)
    {
        var processes = scenario.Processes;
        if (processes.Count == 0) return;
        _periods = scenario.Periods.Count;
        _mostPlanes = scenario.LongestIncident;
        var size = processes.Count * _periods * _mostPlanes;
        if (_active.Length < size)
        {
            _active = new ulong[size];
            _starts = new uint[size * Lanes];
            _greatest = new uint[size * Lanes];
            _planes = new int[processes.Count * _periods];
        }

        Array.Clear(_active);
        Array.Clear(_planes);
        for (var p = 0; p < processes.Count; p++)
        {
            if (scenario.Covers(processes[p].Program, organisation)) DrawProcess(scenario, organisationKey, p, firstDraw, draws);
        }
    }

    private void DrawProcess(EngineScenario scenario, uint key, int index, uint firstDraw, int draws)
    {
        var (program, process) = scenario.Processes[index];
        var word = Luck.Word(LuckPurpose.Incident, 0, program);
        var lanes = draws == Lanes ? ulong.MaxValue : (1ul << draws) - 1;
        var luck = model.Luck;
        var lines = luck.DrawOf(LuckPurpose.Incident, 0) != 0 ? DrawLanes.Still : DrawLanes.From(firstDraw);
        for (var t = 0; t < _periods; t++)
        {
            var threshold = Luck.Threshold(process.Beginning(scenario.Periods[t].FirstDay.Month, model.PeriodsPerYear));
            if (threshold == 0) continue;
            var begun = lanes & _philox.Below(key, lines, (uint)t, word, threshold, _words);
            for (; begun != 0; begun &= begun - 1)
            {
                var lane = BitOperations.TrailingZeroCount(begun);
                if (IncidentLuck.Begins(luck, key, program, process, threshold, t, firstDraw + (uint)lane) is { } incident) Enter(index, incident, lane);
            }
        }
    }

    private void Enter(int process, Incident incident, int lane)
    {
        var greatest = Luck.Threshold(incident.Share);
        if (greatest == 0) return;
        for (var t = incident.Start; t < Math.Min(_periods, incident.Start + incident.Length); t++)
        {
            // Incidents come in the order of their beginning, so the first free plane keeps that order.
            var plane = 0;
            while ((Active(process, t, plane) >> lane & 1) != 0) plane++;
            var at = Index(process, t, plane);
            _active[at] |= 1ul << lane;
            _starts[(at * Lanes) + lane] = (uint)incident.Start;
            _greatest[(at * Lanes) + lane] = (uint)(greatest - 1);
            ref var planes = ref _planes[(process * _periods) + t];
            planes = Math.Max(planes, plane + 1);
        }
    }

    private int Index(int process, int period, int plane) => (((process * _periods) + period) * _mostPlanes) + plane;
}
