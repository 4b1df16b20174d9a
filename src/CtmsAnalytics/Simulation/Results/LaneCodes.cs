using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vec = System.Runtime.Intrinsics.Vector256;
using VecOfInt = System.Runtime.Intrinsics.Vector256<int>;
using VecOfLong = System.Runtime.Intrinsics.Vector256<long>;
using VecOfShort = System.Runtime.Intrinsics.Vector256<short>;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>The bins of the lanes of a row, see <see cref="CellHistograms"/>.</summary>
internal struct LaneCodes
{
    private Codes _codes;

    /// <param name="lanes">A row; none is below zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneCodes(ref readonly double lanes)
    {
        Unsafe.SkipInit(out this);
        for (nuint i = 0; i < DrawTile.Lanes; i += (nuint)VecOfShort.Count)
            Vec.Narrow(Half(in lanes, i), Half(in lanes, i + (nuint)VecOfInt.Count)).StoreUnsafe(ref _codes[0], i);
    }

    /// <summary>The code of a lane; 0 for a value of zero.</summary>
    public readonly int this[int lane]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.Add(ref Unsafe.AsRef(in _codes[0]), lane);
    }

    /// <summary>The lanes of a code, one bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ulong Equal(int code)
    {
        var wanted = Vec.Create((short)code);
        return Bits(0, wanted) | ((ulong)Bits(DrawTile.Lanes / 2, wanted) << (DrawTile.Lanes / 2));
    }

    /// <summary>Whether every lane has a code of zero or between two others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool AllZeroOrIn(int first, int last)
    {
        var (before, after) = (Vec.Create((short)(first - 1)), Vec.Create((short)(last + 1)));
        var inside = VecOfShort.AllBitsSet;
        for (nuint i = 0; i < DrawTile.Lanes; i += (nuint)VecOfShort.Count)
        {
            var codes = Load(i);
            inside &= (Vec.GreaterThan(codes, before) & Vec.LessThan(codes, after)) | Vec.Equals(codes, VecOfShort.Zero);
        }

        return inside == VecOfShort.AllBitsSet;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VecOfInt Half(ref readonly double lanes, nuint first)
    {
        var low = Vec.AsInt64(Vec.LoadUnsafe(in lanes, first)) >>> CellHistograms.Shift;
        var high = Vec.AsInt64(Vec.LoadUnsafe(in lanes, first + (nuint)VecOfLong.Count)) >>> CellHistograms.Shift;
        return Vec.Max(Vec.Narrow(low, high) - Vec.Create(CellHistograms.Bias), VecOfInt.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint Bits(nuint first, VecOfShort wanted) =>
        Vec.Narrow(Vec.Equals(Load(first), wanted), Vec.Equals(Load(first + (nuint)VecOfShort.Count), wanted)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly VecOfShort Load(nuint first) => Vec.LoadUnsafe(in _codes[0], first);

    [InlineArray(DrawTile.Lanes)]
    private struct Codes
    {
        private short _first;
    }
}
