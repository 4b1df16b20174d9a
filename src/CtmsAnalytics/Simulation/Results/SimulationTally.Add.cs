using System.Globalization;
using System.Runtime.InteropServices;

namespace CtmsAnalytics.Simulation.Results;

/// <content>Adding tiles.</content>
public sealed partial class SimulationTally
{
    /// <summary>
    /// Adds one organisation's draws. Memory is allocated only for the first tile of <see cref="DrawTile.Lanes"/> draws that are new, and for cells whose values leave the bins that they have used so far.
    /// </summary>
    /// <param name="tiles">One tile for each scenario, of the same organisation and draws.</param>
    internal void Add(ReadOnlySpan<DrawTile> tiles)
    {
        CheckTiles(tiles);
        for (var year = 0; year < _shape.Years; year++)
        {
            for (var component = 0; component < DrawTile.Components; component++) AddCosts(tiles, year, component);
        }

        for (var s = 0; s < tiles.Length; s++)
        {
            AddMovement(s, tiles[s]);
            AddRules(s, tiles[s]);
        }

        Hold(tiles[0]);
    }

    /// <summary>Adds one fiscal year and component of every cell: the sum over cells stays close by until it is done.</summary>
    private void AddCosts(ReadOnlySpan<DrawTile> tiles, int year, int component)
    {
        var organisation = tiles[0].Organisation;
        var rows = _shape.CostRowsOf(organisation);
        var offset = _shape.CostOffset(organisation);
        var draws = tiles[0].Draws;
        Array.Clear(_sums);
        for (var row = TallyShape.SeriesOfComponent(year, component); row < rows; row += _shape.Years * DrawTile.Components)
        {
            ref readonly var baseline = ref Lanes(tiles[0].Costs, row, draws, _baseline);
            var baselineKind = KindOfCost(0, offset + row, in baseline);
            var baselineSums = LaneMoments.Of(in baseline, baselineKind);
            AddCost(0, offset + row, in baseline, baselineKind, baselineSums);
            for (var s = 1; s < tiles.Length; s++)
            {
                ref readonly var lanes = ref Lanes(tiles[s].Costs, row, draws, _lanes);
                var kind = KindOfCost(s, offset + row, in lanes);
                if (kind == baselineKind && (kind == LaneKind.Zero || LaneMoments.Same(in baseline, in lanes)))
                {
                    AddCost(s, offset + row, in lanes, kind, baselineSums);
                    continue;
                }

                AddCost(s, offset + row, in lanes, kind, LaneMoments.Of(in lanes, kind));
                ref var difference = ref MemoryMarshal.GetArrayDataReference(_difference);
                LaneMoments.Subtract(in baseline, in lanes, ref difference);
                var isLarge = kind == LaneKind.Large || baselineKind == LaneKind.Large;
                _scenarios[s].Differences[offset + row].Add(LaneMoments.Of(in difference, isLarge ? LaneKind.Large : LaneKind.Small));
            }
        }

        for (var s = 0; s < tiles.Length; s++)
        {
            AddSums(s, TallyShape.SeriesOfComponent(year, component), tiles[s]);
            AddSums(s, _shape.SeriesOfOrganisation(year, organisation), tiles[s]);
        }
    }

    private LaneKind KindOfCost(int scenario, int row, ref readonly double lanes)
    {
        var kind = LaneMoments.Kind(in lanes, out var negative);
        return !negative ? kind
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {row} of scenario '{Layout.Scenarios[scenario]}' holds a cost below zero. Costs are zero or more."));
    }

    private void AddCost(int scenario, int row, ref readonly double lanes, LaneKind kind, in LaneSums sums)
    {
        if (kind == LaneKind.Zero) return;
        var tally = _scenarios[scenario];
        tally.Costs[row].Add(sums);
        tally.Histograms.Add(row, in lanes);
        LaneMoments.AddTo(ref _sums[scenario * DrawTile.Lanes], in lanes, kind);
    }

    private void AddMovement(int scenario, DrawTile tile)
    {
        var moments = _scenarios[scenario].Movement;
        for (var year = 0; year < _shape.Years; year++)
        {
            var to = ((tile.Organisation * _shape.Years) + year) * TallyShape.Measures;
            for (var flow = 0; flow < DrawTile.Flows; flow++)
            {
                ref readonly var lanes = ref Lanes(tile.Movement, (year * DrawTile.Flows) + flow, tile.Draws, _lanes);
                AddMoments(ref moments[to + flow], in lanes);
                Array.Clear(_sums);
                LaneMoments.AddTo(ref _sums[scenario * DrawTile.Lanes], in lanes, LaneMoments.Kind(in lanes, out _));
                AddSums(scenario, _shape.SeriesOfFlow(year, (FlowKind)flow), tile);
            }

            for (var lane = 0; lane < DrawTile.Lanes; lane++) _lanes[lane] = lane < tile.Draws ? End(tile.Movement.AsSpan(year * DrawTile.Flows * DrawTile.Lanes), lane) : 0;
            AddMoments(ref moments[to + DrawTile.Flows], in _lanes[0]);
        }
    }

    private static double End(ReadOnlySpan<double> movement, int lane) =>
        movement[((int)FlowKind.Start * DrawTile.Lanes) + lane] + movement[((int)FlowKind.Hires * DrawTile.Lanes) + lane] - movement[((int)FlowKind.Separations * DrawTile.Lanes) + lane];

    private void AddRules(int scenario, DrawTile tile)
    {
        var rows = _shape.Years * _shape.Rules * 2;
        for (var row = 0; row < rows; row++) AddMoments(ref _scenarios[scenario].Rules[(tile.Organisation * rows) + row], in Lanes(tile.RuleEffects, row, tile.Draws, _lanes));
    }

    private static void AddMoments(ref Moments moments, ref readonly double lanes)
    {
        if (LaneMoments.Kind(in lanes, out _) is not LaneKind.Zero and var kind) moments.Add(LaneMoments.Of(in lanes, kind));
    }

    /// <summary>A row of a tile; where the tile is not full, a copy whose other lanes are zero.</summary>
    private static ref readonly double Lanes(double[] rows, int row, int draws, double[] copy)
    {
        var lanes = rows.AsSpan(row * DrawTile.Lanes, DrawTile.Lanes);
        if (draws == DrawTile.Lanes) return ref MemoryMarshal.GetReference(lanes);
        lanes[..draws].CopyTo(copy);
        copy.AsSpan(draws).Clear();
        return ref MemoryMarshal.GetArrayDataReference(copy);
    }

    /// <summary>Adds the sums of a scenario to a row that is kept for every draw.</summary>
    private void AddSums(int scenario, int row, DrawTile tile)
    {
        var sums = _sums.AsSpan(scenario * DrawTile.Lanes, tile.Draws);
        var (number, first) = Math.DivRem(tile.FirstDraw, DrawTile.Lanes);
        var count = Math.Min(DrawTile.Lanes - first, sums.Length);
        AddTo(_blocks[number].Row(scenario, row)[first..], sums[..count]);
        if (count < sums.Length) AddTo(_blocks[number + 1].Row(scenario, row), sums[count..]);
    }

    private static void AddTo(Span<long> to, ReadOnlySpan<long> sums)
    {
        for (var i = 0; i < sums.Length; i++) to[i] += sums[i];
    }

    private void CheckTiles(ReadOnlySpan<DrawTile> tiles)
    {
        if (tiles.Length != _shape.Scenarios) throw new ArgumentException($"There are {tiles.Length} tiles for {_shape.Scenarios} scenarios.", nameof(tiles));
        var first = tiles[0];
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)first.Organisation, (uint)_shape.Organisations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)first.Draws - 1, (uint)DrawTile.Lanes - 1);
        ArgumentOutOfRangeException.ThrowIfNegative(first.FirstDraw);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first.FirstDraw, int.MaxValue - DrawTile.Lanes);
        foreach (var tile in tiles)
        {
            if ((tile.Organisation, tile.FirstDraw, tile.Draws) != (first.Organisation, first.FirstDraw, first.Draws))
                throw new ArgumentException("The tiles of one addition are of the same organisation and draws.", nameof(tiles));
        }

        var (here, next) = Blocks(first);
        if ((_blocks[here.Number].Held(first.Organisation) & here.Bits) != 0 || (next.Bits != 0 && (_blocks[next.Number].Held(first.Organisation) & next.Bits) != 0))
        {
            throw new ArgumentException($"{LayoutComparison.Name(Layout.Organisations[first.Organisation])} has been added already in some of {new DrawRange(first.FirstDraw, first.FirstDraw + first.Draws - 1)}.", nameof(tiles));
        }
    }

    private void Hold(DrawTile tile)
    {
        var (here, next) = Blocks(tile);
        _blocks[here.Number].Held(tile.Organisation) |= here.Bits;
        if (next.Bits != 0) _blocks[next.Number].Held(tile.Organisation) |= next.Bits;
    }

    /// <summary>The block in which a tile begins and the one after it, with the tile's draws in each as bits.</summary>
    private static ((int Number, ulong Bits) Here, (int Number, ulong Bits) Next) Blocks(DrawTile tile)
    {
        var (number, first) = Math.DivRem(tile.FirstDraw, DrawTile.Lanes);
        var bits = DrawBlock.Bits(0, tile.Draws);
        return ((number, bits << first), (number + 1, first == 0 ? 0 : bits >> (DrawTile.Lanes - first)));
    }
}
