using System.Numerics;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>The sums that are kept for every draw, of <see cref="DrawTile.Lanes"/> draws that begin at a multiple of it.</summary>
internal sealed class DrawBlock
{
    private readonly int _rows;
    private readonly long[] _sums;
    private readonly ulong[] _held;

    /// <param name="shape">Where the rows stand.</param>
    public DrawBlock(TallyShape shape)
    {
        _rows = shape.SeriesRows;
        _sums = new long[shape.Scenarios * _rows * DrawTile.Lanes];
        _held = new ulong[shape.Organisations];
    }

    /// <summary>One bit for each draw that every organisation has been added of.</summary>
    public ulong Complete => _held.Aggregate(ulong.MaxValue, (all, held) => all & held);

    /// <summary>One bit for each draw that an organisation has been added of.</summary>
    public ulong Any => _held.Aggregate(0UL, (any, held) => any | held);

    /// <summary>One bit for each draw that has been added of an organisation.</summary>
    public ref ulong Held(int organisation) => ref _held[organisation];

    /// <summary>A row of a scenario, one sum for each draw.</summary>
    public Span<long> Row(int scenario, int row) => _sums.AsSpan(((scenario * _rows) + row) * DrawTile.Lanes, DrawTile.Lanes);

    /// <summary>The draws, as bits, that both hold of the same organisation.</summary>
    public ulong Overlap(DrawBlock other)
    {
        var overlap = 0UL;
        for (var o = 0; o < _held.Length; o++) overlap |= _held[o] & other._held[o];
        return overlap;
    }

    public void Add(DrawBlock other)
    {
        for (var i = 0; i < _sums.Length; i++) _sums[i] = checked(_sums[i] + other._sums[i]);
        for (var o = 0; o < _held.Length; o++) _held[o] |= other._held[o];
    }

    /// <summary>The bits of some consecutive draws.</summary>
    public static ulong Bits(int first, int count) => (ulong.MaxValue >> (DrawTile.Lanes - count)) << first;

    /// <summary>Number of draws in some bits.</summary>
    public static int Count(ulong bits) => BitOperations.PopCount(bits);
}
