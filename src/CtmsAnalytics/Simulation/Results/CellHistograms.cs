using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>
/// For each row, how many draws fell into each bin. A bin is the exponent and the first seven fraction bits of a double precision number, so its width is 1/128 of its lower end or less.
/// Zero has no bin: what the other bins do not hold was zero. Counts add up in any order.
/// </summary>
/// <remarks>Implementation note: a row holds a window of bins around those in use, in one common array.</remarks>
internal sealed class CellHistograms
{
    /// <summary>Number of bins: codes 1 to this one, for 1 to 2^53 - 1.</summary>
    public const int Bins = 53 << FractionBits;

    /// <summary>Fraction bits that tell bins apart.</summary>
    public const int FractionBits = 7;

    /// <summary>Bits of a double precision number below those that tell bins apart.</summary>
    public const int Shift = 52 - FractionBits;

    /// <summary>What a code is less than the upper bits of a double precision number: the code of 1 is 1.</summary>
    public const int Bias = (1023 << FractionBits) - 1;

    private const int Margin = 16;

    /// <summary>Lanes of equal code from which it is worth looking for the next such code.</summary>
    private const int Common = 4;

    private readonly Window[] _windows;
    private uint[] _counts;
    private int _used;

    /// <param name="rows">Number of rows.</param>
    public CellHistograms(int rows)
    {
        _windows = new Window[rows];
        _counts = new uint[rows];
    }

    private CellHistograms(CellHistograms other)
    {
        _windows = (Window[])other._windows.Clone();
        _counts = other._counts[..other._used];
        _used = other._used;
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _windows.Length;

    public CellHistograms Copy() => new(this);

    /// <summary>Counts the lanes of a row; none is below zero.</summary>
    /// <remarks>Implementation note: lanes of equal code are counted at once as long as that is worth it; many a cell has few values, and counting those one by one would wait for the count before.</remarks>
    public void Add(int row, ref readonly double lanes)
    {
        var codes = new LaneCodes(in lanes);
        ref var window = ref _windows[row];
        var left = ~codes.Equal(0);
        if (!codes.AllZeroOrIn(window.First, window.Last)) Widen(ref window, in lanes);

        ref var counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        var offset = (nint)window.Offset - window.First;
        while (left != 0)
        {
            var code = codes[BitOperations.TrailingZeroCount(left)];
            var equal = left & codes.Equal(code);
            if (BitOperations.PopCount(equal) < Common) break;
            Unsafe.Add(ref counts, offset + code) += (uint)BitOperations.PopCount(equal);
            left ^= equal;
        }

        if (left == ulong.MaxValue)
        {
            for (var lane = 0; lane < DrawTile.Lanes; lane += 4)
            {
                Unsafe.Add(ref counts, offset + codes[lane])++;
                Unsafe.Add(ref counts, offset + codes[lane + 1])++;
                Unsafe.Add(ref counts, offset + codes[lane + 2])++;
                Unsafe.Add(ref counts, offset + codes[lane + 3])++;
            }

            return;
        }

        for (; left != 0; left &= left - 1) Unsafe.Add(ref counts, offset + codes[BitOperations.TrailingZeroCount(left)])++;
    }

    /// <summary>Adds the counts of other draws of the same rows.</summary>
    public void Add(CellHistograms other)
    {
        for (var row = 0; row < Rows; row++)
        {
            var theirs = other._windows[row];
            var counts = other._counts.AsSpan(theirs.Offset, theirs.Length);
            var (start, end) = (counts.IndexOfAnyExcept(0u), counts.LastIndexOfAnyExcept(0u));
            if (start < 0) continue;
            ref var window = ref _windows[row];
            var first = theirs.First + start;
            if (first < window.First || theirs.First + end > window.Last) Widen(ref window, first, theirs.First + end);
            var ours = _counts.AsSpan(window.Offset + first - window.First);
            for (var i = start; i <= end; i++) ours[i - start] += counts[i];
        }
    }

    /// <summary>Adds to the count of a bin.</summary>
    public void Add(int row, int code, uint count)
    {
        ref var window = ref _windows[row];
        if (code < window.First || code > window.Last) Widen(ref window, code, code);
        _counts[window.Offset + code - window.First] += count;
    }

    /// <summary>The bins in use of a row, ascending, with their counts.</summary>
    public IEnumerable<(int Code, uint Count)> Of(int row)
    {
        var window = _windows[row];
        for (var i = 0; i < window.Length; i++)
        {
            if (_counts[window.Offset + i] is > 0 and var count) yield return (window.First + i, count);
        }
    }

    /// <summary>The value at a place of a row's draws in ascending order: zero, or the middle of its bin.</summary>
    public double ValueAt(int row, long draws, long place)
    {
        var window = _windows[row];
        var counts = _counts.AsSpan(window.Offset, window.Length);
        var above = draws - place;
        for (var i = counts.Length - 1; i >= 0; i--)
        {
            above -= counts[i];
            if (above < 0) return Middle(window.First + i);
        }

        return 0;
    }

    /// <summary>The code of a value's bin; below 1 for zero.</summary>
    public static int Code(double value) => (int)Math.Max((BitConverter.DoubleToInt64Bits(value) >> Shift) - Bias, 0);

    /// <summary>The middle of the whole numbers of a bin.</summary>
    public static double Middle(int code)
    {
        var lowest = Math.Ceiling(BitConverter.Int64BitsToDouble((long)(code + Bias) << Shift));
        var highest = Math.Ceiling(BitConverter.Int64BitsToDouble((long)(code + 1 + Bias) << Shift)) - 1;
        return (lowest + highest) / 2;
    }

    private void Widen(ref Window window, ref readonly double lanes)
    {
        var (first, last) = (Bins, 1);
        foreach (var value in MemoryMarshal.CreateReadOnlySpan(in lanes, DrawTile.Lanes))
        {
            if (value == 0) continue;
            first = Math.Min(first, Code(value));
            last = Math.Max(last, Code(value));
        }

        Widen(ref window, first, last);
    }

    /// <summary>Moves a row to a wider window. Each move leaves room on the side that grew, half of what was there, so that a row moves few times.</summary>
    private void Widen(ref Window window, int first, int last)
    {
        var room = Margin + (window.Length / 2);
        if (window.Length > 0)
        {
            first = first < window.First ? Math.Max(1, first - room) : window.First;
            last = last > window.Last ? Math.Min(Bins, last + room) : window.Last;
        }
        else
        {
            (first, last) = (Math.Max(1, first - room), Math.Min(Bins, last + room));
        }

        var wider = new Window(_used, (short)first, (short)(last - first + 1));
        _used = checked(_used + wider.Length);
        if (_used > _counts.Length) Array.Resize(ref _counts, (int)Math.Min(Array.MaxLength, Math.Max((long)_used, 2L * _counts.Length)));
        if (window.Length > 0) _counts.AsSpan(window.Offset, window.Length).CopyTo(_counts.AsSpan(wider.Offset + window.First - first));
        window = wider;
    }

    /// <param name="Offset">Place of the first bin.</param>
    /// <param name="First">Code of the first bin.</param>
    /// <param name="Length">Number of bins; 0 before the first value that is not zero.</param>
    private readonly record struct Window(int Offset, short First, short Length)
    {
        public int Last => First + Length - 1;
    }
}
