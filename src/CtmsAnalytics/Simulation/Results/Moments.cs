using System.Numerics;
using System.Runtime.CompilerServices;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>
/// Sum and sum of squares of whole numbers, exact: mean and variance come from them without rounding on the way.
/// The squares hold as long as number of values x largest square is below 2^128: four million values near 2^53, or any number of values that a budget knows.
/// </summary>
/// <param name="sum">The sum.</param>
/// <param name="squares">The sum of squares.</param>
/// <remarks>Implementation note: 128-bit numbers by halves, because sums are added once for each row and 64 draws, and carrying by hand costs a third of what the general type does.</remarks>
internal struct Moments(Int128 sum, UInt128 squares)
{
    private ulong _sumLow = (ulong)sum;
    private long _sumHigh = (long)(sum >> 64);
    private ulong _squaresLow = (ulong)squares;
    private ulong _squaresHigh = (ulong)(squares >> 64);

    public readonly Int128 Sum => new((ulong)_sumHigh, _sumLow);

    public readonly UInt128 Squares => new(_squaresHigh, _squaresLow);

    /// <summary>Whether every value was zero.</summary>
    public readonly bool IsZero => (_squaresLow | _squaresHigh) == 0;

    public static Moments Of(ReadOnlySpan<long> values)
    {
        var moments = default(Moments);
        foreach (var value in values) moments.Add(value);
        return moments;
    }

    public void Add(in Moments other) => Add(other._sumLow, other._sumHigh, other._squaresLow, other._squaresHigh);

    /// <summary>Adds one value.</summary>
    public void Add(long value)
    {
        var size = (ulong)(value < 0 ? -value : value);
        var high = Math.BigMul(size, size, out var low);
        Add((ulong)value, value >> 63, low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in LaneSums sums) => Add((ulong)sums.Sum, sums.Sum >> 63, sums.SquaresLow, sums.SquaresHigh);

    public readonly double Mean(long draws) => (double)Sum / draws;

    /// <summary>Variance over draws with n - 1 in the denominator; null with a single draw.</summary>
    public readonly double? Variance(long draws)
    {
        if (draws < 2) return null;
        var spread = (draws * (BigInteger)Squares) - ((BigInteger)Sum * (BigInteger)Sum);
        return (double)spread / ((double)draws * (draws - 1));
    }

    public readonly Estimate Estimate(long draws, double unit = 1)
    {
        var deviation = Variance(draws) is { } variance ? Math.Sqrt(variance) / unit : (double?)null;
        return new Estimate(Mean(draws) / unit, deviation / Math.Sqrt(draws), deviation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ulong sumLow, long sumHigh, ulong squaresLow, ulong squaresHigh)
    {
        unchecked
        {
            _sumLow += sumLow;
            _sumHigh += sumHigh + (_sumLow < sumLow ? 1 : 0);
            var before = _squaresHigh;
            (_squaresLow, _squaresHigh) = LaneSums.Add((_squaresLow, _squaresHigh), (squaresLow, squaresHigh));
            if (_squaresHigh < before) TooLarge();
        }
    }

    private static void TooLarge() => throw new OverflowException("The squares of these values add up to more than 2^128.");
}
