using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CtmsAnalytics.DuckDb.Native;
using CtmsAnalytics.DuckDb.Vectors;

namespace CtmsAnalytics.DuckDb.Appending;

/// <summary>Writes one column of a chunk: the mirror image of <see cref="VectorReader"/>, one sealed subclass per vector type.</summary>
internal abstract unsafe class VectorWriter(string name, ColumnType type)
{
    private ulong* _validity;

    internal string Name { get; } = name;

    internal ColumnType Type { get; } = type;

    /// <summary>The element type of the vector's memory, or null when it has no simple one.</summary>
    internal virtual Type? StorageType => null;

    /// <summary>Whether the stored number is the value itself (BIGINT) and not a code, a scaled integer or a count of days.</summary>
    internal virtual bool StoresValues => false;

    protected nint Vector { get; private set; }

    protected void* Data { get; private set; }

    internal virtual void Bind(nint vector)
    {
        Vector = vector;
        Data = vector == 0 ? null : NativeMethods.VectorData(vector);
        _validity = null;
    }

    /// <summary>Follows a vector whose memory moved and kept its contents.</summary>
    internal void Rebind(nint vector)
    {
        Vector = vector;
        Data = NativeMethods.VectorData(vector);
        if (_validity != null) _validity = NativeMethods.VectorValidity(vector);
    }

    internal void WriteNull(int row)
    {
        if (_validity == null)
        {
            NativeMethods.EnsureValidityWritable(Vector);
            _validity = NativeMethods.VectorValidity(Vector);
        }
        _validity[row >> 6] &= ~(1UL << (row & 63));
        OnNull(row);
    }

    internal virtual void WriteBoolean(int row, bool value) => throw Mismatch(typeof(bool));

    internal virtual void WriteInt64(int row, long value) => throw Mismatch(typeof(long));

    internal virtual void WriteUInt64(int row, ulong value) => throw Mismatch(typeof(ulong));

    internal virtual void WriteInt128(int row, Int128 value) => throw Mismatch(typeof(Int128));

    internal virtual void WriteUInt128(int row, UInt128 value) => throw Mismatch(typeof(UInt128));

    internal virtual void WriteFloat(int row, float value) => throw Mismatch(typeof(float));

    internal virtual void WriteDouble(int row, double value) => throw Mismatch(typeof(double));

    internal virtual void WriteDecimal(int row, decimal value) => throw Mismatch(typeof(decimal));

    internal virtual void WriteText(int row, ReadOnlySpan<char> value) => throw Mismatch(typeof(string));

    /// <summary>A run of rows from the chunk's first.</summary>
    internal virtual void WriteTexts(ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value) WriteText(i, value);
            else WriteNull(i);
        }
    }

    internal virtual void WriteBytes(int row, ReadOnlySpan<byte> value) => throw Mismatch(typeof(byte[]));

    internal virtual void WriteGuid(int row, Guid value) => throw Mismatch(typeof(Guid));

    internal virtual void WriteDateOnly(int row, DateOnly value) => throw Mismatch(typeof(DateOnly));

    internal virtual void WriteTimeOnly(int row, TimeOnly value) => throw Mismatch(typeof(TimeOnly));

    internal virtual void WriteDateTime(int row, DateTime value) => throw Mismatch(typeof(DateTime));

    internal virtual void WriteDateTimeOffset(int row, DateTimeOffset value) => throw Mismatch(typeof(DateTimeOffset));

    internal virtual void WriteInterval(int row, DuckDBInterval value) => throw Mismatch(typeof(DuckDBInterval));

    internal virtual void WriteList(int row, IEnumerable value) => throw Mismatch(value.GetType());

    /// <summary>Writes a run of rows. Where memory and value are the same it is one copy; otherwise each value goes the way of the row API.</summary>
    internal void WriteMany<T>(ReadOnlySpan<T> values)
    {
        if (StoresValues && StorageType == typeof(T)) CopyIn(values);
        else if (typeof(T) == typeof(string)) WriteTexts(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, string?>(ref MemoryMarshal.GetReference(values)), values.Length));
        else
        {
            for (var i = 0; i < values.Length; i++) Write(i, values[i]);
        }
    }

    /// <summary>Copies a run of rows in the vector's own storage.</summary>
    internal void WriteStored<T>(ReadOnlySpan<T> values)
    {
        if (StorageType != typeof(T))
        {
            var right = StorageType is null ? "nothing: this type has no simple storage; use Column" : VectorReader.Friendly(StorageType);
            throw new InvalidCastException($"Column '{Name}' ({Type.Sql}) is not stored as {VectorReader.Friendly(typeof(T))} but as {right}.");
        }
        CopyIn(values);
    }

    internal void Write<T>(int row, T value)
    {
        // The comparisons are constants for the JIT where T is a value type: one line is left.
        if (value is null) WriteNull(row);
        else if (typeof(T) == typeof(long)) WriteInt64(row, Unsafe.As<T, long>(ref value));
        else if (typeof(T) == typeof(int)) WriteInt64(row, Unsafe.As<T, int>(ref value));
        else if (typeof(T) == typeof(double)) WriteDouble(row, Unsafe.As<T, double>(ref value));
        else if (typeof(T) == typeof(decimal)) WriteDecimal(row, Unsafe.As<T, decimal>(ref value));
        else if (typeof(T) == typeof(DateOnly)) WriteDateOnly(row, Unsafe.As<T, DateOnly>(ref value));
        else if (typeof(T) == typeof(DateTime)) WriteDateTime(row, Unsafe.As<T, DateTime>(ref value));
        else if (typeof(T) == typeof(bool)) WriteBoolean(row, Unsafe.As<T, bool>(ref value));
        else if (typeof(T) == typeof(string)) WriteText(row, Unsafe.As<T, string>(ref value));
        else WriteObject(row, value);
    }

    internal void WriteObject(int row, object? value)
    {
        switch (value)
        {
            case null or DBNull: WriteNull(row); break;
            case string v: WriteText(row, v); break;
            case char v: WriteText(row, [v]); break;
            case long v: WriteInt64(row, v); break;
            case int v: WriteInt64(row, v); break;
            case short v: WriteInt64(row, v); break;
            case sbyte v: WriteInt64(row, v); break;
            case byte v: WriteInt64(row, v); break;
            case ushort v: WriteInt64(row, v); break;
            case uint v: WriteInt64(row, v); break;
            case ulong v: WriteUInt64(row, v); break;
            case Int128 v: WriteInt128(row, v); break;
            case UInt128 v: WriteUInt128(row, v); break;
            case BigInteger v: WriteBigInteger(row, v); break;
            case bool v: WriteBoolean(row, v); break;
            case float v: WriteFloat(row, v); break;
            case double v: WriteDouble(row, v); break;
            case decimal v: WriteDecimal(row, v); break;
            case DateOnly v: WriteDateOnly(row, v); break;
            case TimeOnly v: WriteTimeOnly(row, v); break;
            case DateTime v: WriteDateTime(row, v); break;
            case DateTimeOffset v: WriteDateTimeOffset(row, v); break;
            case TimeSpan v: WriteInterval(row, DuckDBInterval.FromTimeSpan(v)); break;
            case DuckDBInterval v: WriteInterval(row, v); break;
            case Guid v: WriteGuid(row, v); break;
            case byte[] v: WriteBytes(row, v); break;
            case Enum v: WriteText(row, v.ToString()); break;
            case IEnumerable v: WriteList(row, v); break;
            default: throw Mismatch(value.GetType());
        }
    }

    protected virtual void OnNull(int row)
    {
    }

    /// <summary>A row that was begun, given up and begun again may have been NULL in its first life.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void MarkValid(int row)
    {
        if (_validity != null) _validity[row >> 6] |= 1UL << (row & 63);
    }

    protected InvalidCastException Mismatch(Type given) =>
        new($"Column '{Name}' is {Type.Sql} and does not take {VectorReader.Friendly(given)}. It takes {Takes}.");

    protected OverflowException DoesNotFit(object value) =>
        new(FormattableString.Invariant($"The value {value} does not fit column '{Name}' ({Type.Sql})."));

    private string Takes => Type.Id switch
    {
        DuckDBType.Boolean => "bool",
        DuckDBType.Float => "float or a whole number",
        DuckDBType.Double => "double, float or a whole number",
        DuckDBType.Decimal => "decimal or a whole number",
        DuckDBType.Date => "DateOnly",
        DuckDBType.Time => "TimeOnly",
        DuckDBType.Timestamp or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs => "DateTime",
        DuckDBType.TimestampTz => "DateTimeOffset, or DateTime of kind UTC",
        DuckDBType.Interval => "DuckDBInterval or TimeSpan",
        DuckDBType.Varchar => "string",
        DuckDBType.Enum => $"one of its labels as a string ({string.Join(", ", Type.Labels.Take(10))}{(Type.Labels.Length > 10 ? ", ..." : "")})",
        DuckDBType.Blob => "byte[]",
        DuckDBType.Uuid => "Guid",
        DuckDBType.List => "a list of values that its elements take",
        DuckDBType.Array or DuckDBType.Struct or DuckDBType.Map or DuckDBType.Union or DuckDBType.Bit or DuckDBType.TimeTz or DuckDBType.BigNum or DuckDBType.TimeNs =>
            "nothing from an appender; use INSERT with SQL",
        _ => "a whole number in its range",
    };

    private void WriteBigInteger(int row, BigInteger value)
    {
        if (value >= (BigInteger)Int128.MinValue && value <= (BigInteger)Int128.MaxValue) WriteInt128(row, (Int128)value);
        else if (value.Sign > 0 && value <= (BigInteger)UInt128.MaxValue) WriteUInt128(row, (UInt128)value);
        else throw DoesNotFit(value);
    }

    private void CopyIn<T>(ReadOnlySpan<T> values)
    {
        var bytes = (nuint)values.Length * (nuint)Unsafe.SizeOf<T>();
        fixed (void* source = &Unsafe.As<T, byte>(ref Unsafe.AsRef(in MemoryMarshal.GetReference(values))))
            NativeMemory.Copy(source, Data, bytes);
    }
}
