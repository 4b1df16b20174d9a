namespace CtmsAnalytics.Simulation.Results;

/// <summary>The blocks of draws that a tally holds.</summary>
/// <param name="shape">Where the rows stand.</param>
internal sealed class DrawBlocks(TallyShape shape)
{
    private readonly Dictionary<int, DrawBlock> _blocks = [];

    /// <summary>Draws that every organisation has been added of.</summary>
    public List<DrawRange> Complete => Ranges(b => b.Complete);

    /// <summary>Draws that some organisations have been added of and others not.</summary>
    public List<DrawRange> Incomplete => Ranges(b => b.Any & ~b.Complete);

    /// <summary>The block of a number, which holds the draws from number x <see cref="DrawTile.Lanes"/> on; made when it is not there.</summary>
    public DrawBlock this[int number]
    {
        get
        {
            if (_blocks.TryGetValue(number, out var block)) return block;
            return _blocks[number] = new DrawBlock(shape);
        }
    }

    /// <summary>Draws that both hold of the same organisation.</summary>
    public List<DrawRange> Overlap(DrawBlocks other) =>
        Ranges(_blocks.Keys.Where(other._blocks.ContainsKey).Order().Select(n => (n, _blocks[n].Overlap(other._blocks[n]))));

    public void Add(DrawBlocks other)
    {
        foreach (var (number, block) in other._blocks) this[number].Add(block);
    }

    /// <summary>A row of a scenario in every complete draw, ascending.</summary>
    public long[] Series(int scenario, int row, IReadOnlyList<DrawRange> ranges)
    {
        var series = new long[ranges.Sum(r => r.Count)];
        var at = 0;
        foreach (var (number, first, count) in Parts(ranges))
        {
            this[number].Row(scenario, row).Slice(first, count).CopyTo(series.AsSpan(at));
            at += count;
        }

        return series;
    }

    /// <summary>Sets a row of a scenario in some draws.</summary>
    public void SetSeries(int scenario, int row, IReadOnlyList<DrawRange> ranges, ReadOnlySpan<long> series)
    {
        foreach (var (number, first, count) in Parts(ranges))
        {
            series[..count].CopyTo(this[number].Row(scenario, row)[first..]);
            series = series[count..];
        }
    }

    /// <summary>Notes that draws are there of every organisation.</summary>
    public void SetComplete(IReadOnlyList<DrawRange> ranges)
    {
        foreach (var (number, first, count) in Parts(ranges))
        {
            for (var o = 0; o < shape.Organisations; o++) this[number].Held(o) |= DrawBlock.Bits(first, count);
        }
    }

    /// <summary>Cuts ranges at the ends of blocks: number of the block, first draw in it, number of draws.</summary>
    public static IEnumerable<(int Number, int First, int Count)> Parts(IReadOnlyList<DrawRange> ranges)
    {
        foreach (var range in ranges)
        {
            for (long draw = range.First; draw <= range.Last;)
            {
                var first = (int)(draw % DrawTile.Lanes);
                var count = (int)Math.Min(DrawTile.Lanes - first, range.Last - draw + 1);
                yield return ((int)(draw / DrawTile.Lanes), first, count);
                draw += count;
            }
        }
    }

    private List<DrawRange> Ranges(Func<DrawBlock, ulong> bits) => Ranges(_blocks.Keys.Order().Select(n => (n, bits(_blocks[n]))));

    private static List<DrawRange> Ranges(IEnumerable<(int Number, ulong Bits)> blocks)
    {
        var ranges = new List<DrawRange>();
        foreach (var (number, bits) in blocks)
        {
            for (var lane = 0; lane < DrawTile.Lanes; lane++)
            {
                if ((bits >> lane & 1) == 0) continue;
                var draw = (number * DrawTile.Lanes) + lane;
                if (ranges.Count > 0 && ranges[^1].Last == draw - 1) ranges[^1] = ranges[^1] with { Last = draw };
                else ranges.Add(new DrawRange(draw, draw));
            }
        }

        return ranges;
    }
}
