using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vec = System.Runtime.Intrinsics.Vector256;
using VecOfDouble = System.Runtime.Intrinsics.Vector256<double>;
using VecOfLong = System.Runtime.Intrinsics.Vector256<long>;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>What the lanes of a row are.</summary>
internal enum LaneKind
{
    /// <summary>All zero.</summary>
    Zero,

    /// <summary>Whole numbers from zero to below <see cref="LaneMoments.Limit"/>.</summary>
    Small,

    /// <summary>At least one is not.</summary>
    Large,
}

/// <summary>Sums over the lanes of one row of a tile.</summary>
/// <remarks>
/// Implementation note: a value below 2^46 is split into halves of 23 bits. Products of halves are below 2^46 and 64 of them below 2^52, so double precision holds every sum exactly, fused or not, in any order,
/// and multiplies as fast as the machine can. Larger values take the scalar way, which is exact as well.
/// </remarks>
internal static class LaneMoments
{
    /// <summary>Magnitude from which a value takes the scalar way: 2^46.</summary>
    public const double Limit = 70368744177664;

    private const double Half = 8388608;
    private const int HalfBits = 23;
    private const double IntegerBias = 6755399441055744;

    /// <summary>What the lanes are, and whether one is below zero, which makes the row <see cref="LaneKind.Large"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneKind Kind(ref readonly double row, out bool negative)
    {
        var bits = VecOfLong.Zero;
        var largest = VecOfLong.Zero;
        for (nuint i = 0; i < DrawTile.Lanes; i += (nuint)VecOfDouble.Count)
        {
            var v = Vec.AsInt64(Vec.LoadUnsafe(in row, i));
            bits |= v;
            largest = Vec.Max(largest, v);
        }

        negative = Vec.LessThanAny(bits, VecOfLong.Zero);
        return bits == VecOfLong.Zero ? LaneKind.Zero
            : !negative && Vec.LessThanAll(largest, Vec.Create(BitConverter.DoubleToInt64Bits(Limit))) ? LaneKind.Small
            : LaneKind.Large;
    }

    /// <summary>Adds sum and sum of squares of a row to moments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ref Moments moments, ref readonly double row, LaneKind kind)
    {
        if (kind == LaneKind.Large)
        {
            for (var lane = 0; lane < DrawTile.Lanes; lane++) moments.Add((long)Unsafe.Add(ref Unsafe.AsRef(in row), lane));
            return;
        }

        VecOfDouble sum = VecOfDouble.Zero, high = VecOfDouble.Zero, mixed = VecOfDouble.Zero, low = VecOfDouble.Zero;
        for (nuint i = 0; i < DrawTile.Lanes; i += (nuint)VecOfDouble.Count)
        {
            var v = Vec.LoadUnsafe(in row, i);
            var size = Vec.Abs(v);
            var h = Vec.Floor(size * (1 / Half));
            var l = size - (h * Half);
            sum += v;
            high = Vec.MultiplyAddEstimate(h, h, high);
            mixed = Vec.MultiplyAddEstimate(h, l, mixed);
            low = Vec.MultiplyAddEstimate(l, l, low);
        }

        // Sums of squares of halves: high x 2^46 + mixed x 2 x 2^23 + low, each below 2^52. The lower two are below 2^77.
        var highest = (ulong)(long)Vec.Sum(high);
        var middle = (ulong)(long)Vec.Sum(mixed);
        var lower = (highest << (2 * HalfBits)) + (middle << (HalfBits + 1));
        var upper = (highest >> (64 - (2 * HalfBits))) + (middle >> (64 - HalfBits - 1)) + (lower < middle << (HalfBits + 1) ? 1UL : 0UL);
        var lowest = (ulong)(long)Vec.Sum(low);
        lower += lowest;
        moments.Add((long)Vec.Sum(sum), lower, lower < lowest ? upper + 1 : upper);
    }

    /// <summary>A row less another, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(ref readonly double from, ref readonly double row, ref double difference)
    {
        for (nuint i = 0; i < DrawTile.Lanes; i += (nuint)VecOfDouble.Count)
            (Vec.LoadUnsafe(in row, i) - Vec.LoadUnsafe(in from, i)).StoreUnsafe(ref difference, i);
    }

    /// <summary>Whether two rows are the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(ref readonly double row, ref readonly double other)
    {
        var differ = VecOfLong.Zero;
        for (nuint i = 0; i < DrawTile.Lanes; i += (nuint)VecOfDouble.Count)
            differ |= Vec.AsInt64(Vec.LoadUnsafe(in row, i)) ^ Vec.AsInt64(Vec.LoadUnsafe(in other, i));
        return differ == VecOfLong.Zero;
    }

    /// <summary>Adds each lane to a sum of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ref long sums, ref readonly double row, LaneKind kind)
    {
        if (kind == LaneKind.Large)
        {
            for (var lane = 0; lane < DrawTile.Lanes; lane++)
            {
                ref var sum = ref Unsafe.Add(ref sums, lane);
                sum = checked(sum + (long)Unsafe.Add(ref Unsafe.AsRef(in row), lane));
            }

            return;
        }

        var bias = Vec.Create(IntegerBias);
        for (nuint i = 0; i < DrawTile.Lanes; i += (nuint)VecOfDouble.Count)
        {
            var whole = Vec.AsInt64(Vec.LoadUnsafe(in row, i) + bias) - Vec.AsInt64(bias);
            (Vec.LoadUnsafe(in sums, i) + whole).StoreUnsafe(ref sums, i);
        }
    }
}
