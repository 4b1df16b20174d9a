using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb;

/// <summary>A LIST column of numbers of one chunk, in DuckDB's memory: the elements of all rows in one span, and each row's part of it.</summary>
/// <typeparam name="T">The storage of an element.</typeparam>
public readonly unsafe ref struct DuckDBListColumn<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<NativeListEntry> _entries;

    internal DuckDBListColumn(void* data, int rows, ReadOnlySpan<T> elements, ReadOnlySpan<ulong> validity, ReadOnlySpan<ulong> elementValidity, byte scale)
    {
        _entries = new ReadOnlySpan<NativeListEntry>(data, rows);
        Elements = new DuckDBColumn<T>(elements, elementValidity, scale);
        Validity = validity;
    }

    /// <summary>The elements of all rows, with their own validity.</summary>
    public DuckDBColumn<T> Elements { get; }

    /// <summary>One bit per row, the lowest first, set where the row has a list; empty when every row has one.</summary>
    public ReadOnlySpan<ulong> Validity { get; }

    /// <summary>How many rows the column has.</summary>
    public int Count => _entries.Length;

    /// <summary>The elements of a row; empty where the list is NULL. Whether an element is NULL is told by <see cref="Elements"/>, from <see cref="Offset"/>.</summary>
    /// <param name="row">The row in the chunk, from 0.</param>
    /// <returns>The elements; no copy.</returns>
    public ReadOnlySpan<T> this[int row] => IsValid(row) ? Elements.Values.Slice((int)_entries[row].Offset, (int)_entries[row].Length) : default;

    /// <summary>Where a row's elements begin in <see cref="Elements"/>.</summary>
    /// <param name="row">The row in the chunk, from 0.</param>
    /// <returns>The position of its first element.</returns>
    public int Offset(int row) => IsValid(row) ? (int)_entries[row].Offset : 0;

    /// <summary>Whether a row has a list.</summary>
    /// <param name="row">The row in the chunk, from 0.</param>
    /// <returns>False where it is NULL.</returns>
    public bool IsValid(int row) => Validity.IsEmpty || (Validity[row >> 6] & (1UL << (row & 63))) != 0;
}
