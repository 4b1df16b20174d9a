using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.PayStructures;

/// <summary>
/// The optimiser's own approximation of the horizon's cost: for each level alone, paired simulations of a few midpoints and spreads with straight lines between them, added up over the
/// levels. It only leads the search; what is reported is simulated as a whole and on other draws.
/// </summary>
/// <remarks>Implementation note: a draw group of the simulation costs a fraction of a point estimate, and is free of what the expected path leaves out.</remarks>
internal sealed class StructureSurrogate
{
    private const int Knots = 4;
    private const int Batch = 16;
    private readonly StructureSituation _situation;
    private readonly Table[] _levels;
    private readonly Dictionary<string, long> _other = new(StringComparer.Ordinal);
    private readonly CostingOptions _options;
    private readonly int _firstDraw;

    private StructureSurrogate(StructureSituation situation, Table[] levels, CostingOptions options, int firstDraw) => (_situation, _levels, _options, _firstDraw) = (situation, levels, options, firstDraw);

    /// <summary>Number of structures that were simulated for it.</summary>
    public int Structures => _levels.Sum(l => l.Midpoints.Length * l.Spreads.Length) + _other.Count;

    /// <summary>Calibrates the approximation.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <param name="candidates">Candidates by level.</param>
    /// <param name="grid">The figures that are searched.</param>
    /// <param name="options">Draws, seed and threads of the calibration.</param>
    /// <param name="firstDraw">First of its draws, which nothing that is reported rests on.</param>
    /// <param name="progress">Receives the share of the work done.</param>
    /// <param name="cancellation">Stops the calibration.</param>
    public static StructureSurrogate Build(
        StructureSituation situation, IReadOnlyList<IReadOnlyList<LevelCandidate>> candidates, StructureGrid grid, CostingOptions options, int firstDraw, IProgress<double>? progress, CancellationToken cancellation)
    {
        var tables = candidates.Select(TableOf).ToArray();
        var work = new List<(int Level, int Midpoint, int Spread)>();
        for (var l = 0; l < tables.Length; l++)
        {
            for (var m = 0; m < tables[l].Midpoints.Length; m++)
            {
                for (var s = 0; s < tables[l].Spreads.Length; s++) work.Add((l, m, s));
            }
        }

        var own = StructureProposal.Of(situation);
        var done = 0;
        foreach (var batch in work.Chunk(Batch))
        {
            var scenarios = batch.Select(w => With(own, w.Level, LevelCandidates.Range(situation.Levels[w.Level], tables[w.Level].Midpoints[w.Midpoint], tables[w.Level].Spreads[w.Spread], grid.RoundingUnit) ?? own.Ranges[w.Level])
                .Apply(situation, situation.Base.Name, "")).ToList();
            var result = StructureCosting.Run(situation.Base, scenarios, situation.Input, options, firstDraw, null, cancellation);
            for (var i = 0; i < batch.Length; i++) tables[batch[i].Level].Cents[batch[i].Midpoint, batch[i].Spread] = (long)Math.Round(result.Difference(i + 1, CostMargin.Total).Mean);
            done += batch.Length;
            progress?.Report((double)done / work.Count);
        }

        return new StructureSurrogate(situation, tables, options, firstDraw);
    }

    /// <summary>What a level's candidate costs more than the base, cents.</summary>
    public long Of(int level, LevelCandidate candidate) => candidate.IsBase ? 0 : _levels[level].At(candidate.Design, candidate.Spread);

    /// <summary>What supplements and pool cost more than the base's on the base's structure, cents: simulated once for each combination.</summary>
    public long OfOther(StructureProposal proposal, CancellationToken cancellation)
    {
        var own = StructureProposal.Of(_situation);
        var alone = own with { Supplements = proposal.Supplements, AdjustmentPool = proposal.AdjustmentPool };
        if (_other.TryGetValue(alone.Key, out var known)) return known;
        if (alone.Key == own.Key) return 0;
        var result = StructureCosting.Run(_situation.Base, [alone.Apply(_situation, _situation.Base.Name, "")], _situation.Input, _options, _firstDraw, null, cancellation);
        return _other[alone.Key] = (long)Math.Round(result.Difference(1, CostMargin.Total).Mean);
    }

    private static StructureProposal With(StructureProposal proposal, int level, ProposedRange range) => proposal with { Ranges = [.. proposal.Ranges.Select((r, i) => i == level ? range : r)] };

    private static Table TableOf(IReadOnlyList<LevelCandidate> candidates)
    {
        var (low, high) = (candidates.Min(c => c.Design), candidates.Max(c => c.Design));
        // The base's own midpoint is a knot: what lies above it is what most proposals are about.
        var own = candidates[0].Design;
        double[] midpoints = [.. Enumerable.Range(0, Knots).Select(k => own + ((high - own) * k / (Knots - 1))).Append(low).Distinct().Order()];
        var (narrow, wide) = (candidates.Min(c => c.Spread), candidates.Max(c => c.Spread));
        double[] spreads = narrow == wide ? [narrow] : [narrow, wide];
        return new Table(midpoints, spreads, new long[midpoints.Length, spreads.Length]);
    }

    private sealed record Table(double[] Midpoints, double[] Spreads, long[,] Cents)
    {
        public long At(double midpoint, double spread)
        {
            var (m, across) = Place(Midpoints, midpoint);
            var (s, up) = Place(Spreads, spread);
            double Row(int row) => Cents[row, s] + (up == 0 ? 0 : up * (Cents[row, s + 1] - Cents[row, s]));
            return (long)Math.Round(Row(m) + (across == 0 ? 0 : across * (Row(m + 1) - Row(m))));
        }

        private static (int Index, double Share) Place(double[] knots, double value)
        {
            var index = 0;
            while (index < knots.Length - 2 && value > knots[index + 1]) index++;
            return knots.Length == 1 ? (0, 0) : (index, Math.Clamp((value - knots[index]) / (knots[index + 1] - knots[index]), 0, 1));
        }
    }
}
