using System.Text;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb;

/// <summary>A VARCHAR or BLOB column of one chunk, in DuckDB's memory.</summary>
public readonly unsafe ref struct DuckDBTextColumn
{
    private readonly ReadOnlySpan<NativeString> _strings;

    internal DuckDBTextColumn(void* data, int rows, ReadOnlySpan<ulong> validity)
    {
        _strings = new ReadOnlySpan<NativeString>(data, rows);
        Validity = validity;
    }

    /// <summary>One bit per row, the lowest first, set where the row has a value; empty when every row has one.</summary>
    public ReadOnlySpan<ulong> Validity { get; }

    /// <summary>How many rows the column has.</summary>
    public int Count => _strings.Length;

    /// <summary>The text of a row; null where it is NULL.</summary>
    /// <param name="row">The row in the chunk, from 0.</param>
    /// <returns>A new string.</returns>
    public string? this[int row] => IsValid(row) ? Encoding.UTF8.GetString(Bytes(row)) : null;

    /// <summary>Whether a row has a value.</summary>
    /// <param name="row">The row in the chunk, from 0.</param>
    /// <returns>False where it is NULL.</returns>
    public bool IsValid(int row) => Validity.IsEmpty || (Validity[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>The bytes of a row in place (UTF-8 for a VARCHAR); empty where it is NULL.</summary>
    /// <param name="row">The row in the chunk, from 0.</param>
    /// <returns>The bytes; no copy.</returns>
    public ReadOnlySpan<byte> Bytes(int row)
    {
        if (!IsValid(row)) return default;
        // The vector's memory does not move: it is native.
        fixed (NativeString* value = &_strings[row]) return NativeString.Bytes(value);
    }
}
