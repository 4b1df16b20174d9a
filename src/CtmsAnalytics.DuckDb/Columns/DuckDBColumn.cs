using System.Runtime.CompilerServices;

namespace CtmsAnalytics.DuckDb;

/// <summary>A column of numbers of one chunk, in DuckDB's memory.</summary>
/// <typeparam name="T">The storage of a value.</typeparam>
public readonly ref struct DuckDBColumn<T>
    where T : unmanaged
{
    internal DuckDBColumn(ReadOnlySpan<T> values, ReadOnlySpan<ulong> validity, byte scale)
    {
        Values = values;
        Validity = validity;
        Scale = scale;
    }

    /// <summary>One value per row of the chunk. Where a row is NULL the value means nothing.</summary>
    public ReadOnlySpan<T> Values { get; }

    /// <summary>One bit per row, the lowest first, set where the row has a value; empty when every row has one.</summary>
    public ReadOnlySpan<ulong> Validity { get; }

    /// <summary>Whether every row has a value for certain, so that the mask need not be looked at.</summary>
    public bool AllValid => Validity.IsEmpty;

    /// <summary>For DECIMAL, the digits after the point (0 to 38): a value is the stored integer divided by 10 to this power. 0 for other types.</summary>
    public int Scale { get; }

    /// <summary>Whether a row has a value.</summary>
    /// <param name="row">The row in the chunk, from 0.</param>
    /// <returns>False where it is NULL.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsValid(int row) => Validity.IsEmpty || (Validity[row >> 6] & (1UL << (row & 63))) != 0;
}
