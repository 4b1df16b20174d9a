using CtmsAnalytics.Budget;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.PayStructures;

/// <summary>
/// The optimiser's own approximation of the horizon's cost: for each level alone, point estimates of the engine on a few midpoints and spreads with straight lines between them, added up over the
/// levels. It only leads the search; what is reported is simulated.
/// </summary>
internal sealed class StructureSurrogate
{
    private const int Knots = 4;
    private readonly StructureSituation _situation;
    private readonly Table[] _levels;
    private readonly Dictionary<string, long> _other = new(StringComparer.Ordinal);
    private readonly long _base;

    private StructureSurrogate(StructureSituation situation, Table[] levels, long baseCents) => (_situation, _levels, _base) = (situation, levels, baseCents);

    /// <summary>Number of point estimates that it rests on.</summary>
    public int Estimates => 1 + _levels.Sum(l => l.Midpoints.Length * l.Spreads.Length) + _other.Count;

    /// <summary>Calibrates the approximation.</summary>
    public static StructureSurrogate Build(StructureSituation situation, IReadOnlyList<IReadOnlyList<LevelCandidate>> candidates, StructureGrid grid, IProgress<double>? progress, CancellationToken cancellation)
    {
        var tables = candidates.Select(TableOf).ToArray();
        var work = new List<(Table? Table, int Level, int Midpoint, int Spread)> { (null, 0, 0, 0) };
        for (var l = 0; l < tables.Length; l++)
        {
            for (var m = 0; m < tables[l].Midpoints.Length; m++)
            {
                for (var s = 0; s < tables[l].Spreads.Length; s++) work.Add((tables[l], l, m, s));
            }
        }

        var costs = new long[work.Count];
        var done = 0;
        var own = StructureProposal.Of(situation);
        SideBySide.Run(
            work.Count,
            i =>
            {
                var (table, level, m, s) = work[i];
                var proposal = table is null ? own : With(own, level, LevelCandidates.Range(situation.Levels[level], table.Midpoints[m], table.Spreads[s], grid.RoundingUnit) ?? own.Ranges[level]);
                costs[i] = Cost(situation, proposal, cancellation);
                progress?.Report((double)Interlocked.Increment(ref done) / work.Count);
            },
            cancellation);
        for (var i = 1; i < work.Count; i++) work[i].Table!.Cents[work[i].Midpoint, work[i].Spread] = costs[i] - costs[0];
        return new StructureSurrogate(situation, tables, costs[0]);
    }

    /// <summary>What a level's candidate costs more than the base, cents.</summary>
    public long Of(int level, LevelCandidate candidate) => candidate.IsBase ? 0 : _levels[level].At(candidate.Design, candidate.Spread);

    /// <summary>What supplements and pool cost more than the base's on the base's structure, cents: one point estimate for each combination.</summary>
    public long OfOther(StructureProposal proposal, CancellationToken cancellation)
    {
        var alone = StructureProposal.Of(_situation) with { Supplements = proposal.Supplements, AdjustmentPool = proposal.AdjustmentPool };
        if (!_other.TryGetValue(alone.Key, out var cents))
            _other[alone.Key] = cents = alone.Key == StructureProposal.Of(_situation).Key ? 0 : Cost(_situation, alone, cancellation) - _base;
        return cents;
    }

    private static long Cost(StructureSituation situation, StructureProposal proposal, CancellationToken cancellation) =>
        PointEstimate.Run(proposal.Apply(situation, situation.Base.Name, ""), situation.Input, null, cancellation).Costs.SumBy(_ => 0).Values.Sum();

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
