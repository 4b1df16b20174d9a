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

/// <summary>Sum and sum of squares over the lanes of one row of a tile.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="SquaresLow">Lower half of the sum of squares.</param>
/// <param name="SquaresHigh">Upper half of the sum of squares.</param>
internal readonly record struct LaneSums(long Sum, ulong SquaresLow, ulong SquaresHigh)
{
    /// <summary>A number shifted to the left, by halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Low, ulong High) Wide(ulong value, int shift) => (value << shift, value >> -shift);

    /// <summary>The sum of two numbers, by halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Low, ulong High) Add((ulong Low, ulong High) a, (ulong Low, ulong High) b)
    {
        var low = unchecked(a.Low + b.Low);
        return (low, unchecked(a.High + b.High + (low < b.Low ? 1UL : 0UL)));
    }
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

    /// <summary>Sum and sum of squares of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneSums Of(ref readonly double row, LaneKind kind)
    {
        if (kind == LaneKind.Zero) return default;
        if (kind == LaneKind.Large) return OfLarge(in row);
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

        // High x 2^46 + mixed x 2^24 + low, each of the three below 2^52.
        var squares = LaneSums.Wide((ulong)(long)Vec.Sum(high), 2 * HalfBits);
        squares = LaneSums.Add(squares, LaneSums.Wide((ulong)(long)Vec.Sum(mixed), HalfBits + 1));
        squares = LaneSums.Add(squares, ((ulong)(long)Vec.Sum(low), 0));
        return new LaneSums((long)Vec.Sum(sum), squares.Low, squares.High);
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

    private static LaneSums OfLarge(ref readonly double row)
    {
        var sum = 0L;
        (ulong Low, ulong High) squares = (0, 0);
        for (var lane = 0; lane < DrawTile.Lanes; lane++)
        {
            var value = (long)Unsafe.Add(ref Unsafe.AsRef(in row), lane);
            var size = (ulong)Math.Abs(value);
            sum += value;
            var high = Math.BigMul(size, size, out var low);
            squares = LaneSums.Add(squares, (low, high));
        }

        return new LaneSums(sum, squares.Low, squares.High);
    }
}
