using System.Runtime.InteropServices;

namespace CtmsAnalytics.DuckDb.Native;

/// <summary>What most functions of the C API answer.</summary>
internal enum NativeState
{
    Success = 0,
    Error = 1,
}

/// <summary>What kind of answer a statement gave.</summary>
internal enum NativeResultType
{
    Invalid = 0,
    ChangedRows = 1,
    Nothing = 2,
    QueryResult = 3,
}

/// <summary>What kind of statement was prepared; only what is asked for is named.</summary>
internal enum NativeStatementType
{
    Select = 1,
}

/// <summary>A <c>duckdb_result</c>: some functions take it by value, some by pointer, so it has one fixed place in native memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    internal ulong DeprecatedColumnCount;
    internal ulong DeprecatedRowCount;
    internal ulong DeprecatedRowsChanged;
    internal nint DeprecatedColumns;
    internal nint DeprecatedErrorMessage;
    internal nint InternalData;
}

/// <summary>A <c>duckdb_hugeint</c> or <c>duckdb_uhugeint</c>: the lower half first.</summary>
/// <remarks>Not <see cref="Int128"/>: its 16-byte alignment in a by-value argument differs from the C structure's eight.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeHugeInt(ulong lower, ulong upper)
{
    internal readonly ulong Lower = lower;
    internal readonly ulong Upper = upper;

    internal static NativeHugeInt From(Int128 value) => new((ulong)(value & ulong.MaxValue), (ulong)((UInt128)value >> 64));

    internal static NativeHugeInt From(UInt128 value) => new((ulong)(value & ulong.MaxValue), (ulong)(value >> 64));
}

/// <summary>A <c>duckdb_decimal</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeDecimal(byte width, byte scale, NativeHugeInt value)
{
    internal readonly byte Width = width;
    internal readonly byte Scale = scale;
    internal readonly NativeHugeInt Value = value;
}

/// <summary>A <c>duckdb_list_entry</c>: where one row's elements lie in the child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeListEntry(ulong offset, ulong length)
{
    internal readonly ulong Offset = offset;
    internal readonly ulong Length = length;
}

/// <summary>A <c>duckdb_string_t</c>: 16 bytes; up to twelve bytes of text are inside it, a longer text is behind the pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeString
{
    internal const int InlineCapacity = 12;

    [FieldOffset(0)] internal uint Length;
    [FieldOffset(4)] internal fixed byte Inlined[InlineCapacity];
    [FieldOffset(8)] internal byte* Pointer;

    /// <summary>The bytes of a string that stays where it is in the vector's memory.</summary>
    internal static ReadOnlySpan<byte> Bytes(NativeString* value)
    {
        var length = (int)value->Length;
        return length <= InlineCapacity ? new ReadOnlySpan<byte>(value->Inlined, length) : new ReadOnlySpan<byte>(value->Pointer, length);
    }
}
