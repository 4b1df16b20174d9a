using System.Collections;
using System.Runtime.CompilerServices;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>
/// Reads one column of the current chunk. There is one sealed subclass per vector type, chosen once per result, so that reading a value never asks what type
/// it is; a getter that the type does not answer is this class's and says what to ask for instead.
/// </summary>
internal abstract unsafe class VectorReader(string name, ColumnType type)
{
    private ulong* _validity;

    internal string Name { get; } = name;

    internal ColumnType Type { get; } = type;

    /// <summary>The type of <see cref="GetValue"/>.</summary>
    internal abstract Type ClrType { get; }

    /// <summary>The element type of the vector's memory, or null when it has no simple one (text, lists, structs).</summary>
    internal virtual Type? StorageType => null;

    internal void* Data { get; private set; }

    internal ulong* Validity => _validity;

    /// <summary>Points the reader at a vector, or at nothing when the chunk goes.</summary>
    internal virtual void Bind(nint vector)
    {
        Data = vector == 0 ? null : NativeMethods.VectorData(vector);
        _validity = vector == 0 ? null : NativeMethods.VectorValidity(vector);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsNull(int row) => _validity != null && (_validity[row >> 6] & (1UL << (row & 63))) == 0;

    internal abstract object GetValue(int row);

    internal virtual bool GetBoolean(int row) => throw Mismatch(typeof(bool));

    internal virtual byte GetByte(int row) => throw Mismatch(typeof(byte));

    internal virtual sbyte GetSByte(int row) => throw Mismatch(typeof(sbyte));

    internal virtual short GetInt16(int row) => throw Mismatch(typeof(short));

    internal virtual ushort GetUInt16(int row) => throw Mismatch(typeof(ushort));

    internal virtual int GetInt32(int row) => throw Mismatch(typeof(int));

    internal virtual uint GetUInt32(int row) => throw Mismatch(typeof(uint));

    internal virtual long GetInt64(int row) => throw Mismatch(typeof(long));

    internal virtual ulong GetUInt64(int row) => throw Mismatch(typeof(ulong));

    internal virtual Int128 GetInt128(int row) => throw Mismatch(typeof(Int128));

    internal virtual float GetFloat(int row) => throw Mismatch(typeof(float));

    internal virtual double GetDouble(int row) => throw Mismatch(typeof(double));

    internal virtual decimal GetDecimal(int row) => throw Mismatch(typeof(decimal));

    internal virtual string GetString(int row) => throw Mismatch(typeof(string));

    internal virtual DateTime GetDateTime(int row) => throw Mismatch(typeof(DateTime));

    internal virtual DateOnly GetDateOnly(int row) => throw Mismatch(typeof(DateOnly));

    internal virtual TimeOnly GetTimeOnly(int row) => throw Mismatch(typeof(TimeOnly));

    internal virtual Guid GetGuid(int row) => throw Mismatch(typeof(Guid));

    internal virtual ReadOnlySpan<byte> GetBytes(int row) => throw Mismatch(typeof(byte[]));

    /// <summary>A value as an asked-for type; the slow path of <c>GetFieldValue</c> for types without a getter of their own.</summary>
    internal virtual object GetAs(int row, Type asked)
    {
        var target = Nullable.GetUnderlyingType(asked) ?? asked;
        if (target.IsAssignableFrom(ClrType)) return GetValue(row);
        if (target == typeof(bool)) return GetBoolean(row);
        if (target == typeof(byte)) return GetByte(row);
        if (target == typeof(sbyte)) return GetSByte(row);
        if (target == typeof(short)) return GetInt16(row);
        if (target == typeof(ushort)) return GetUInt16(row);
        if (target == typeof(int)) return GetInt32(row);
        if (target == typeof(uint)) return GetUInt32(row);
        if (target == typeof(long)) return GetInt64(row);
        if (target == typeof(ulong)) return GetUInt64(row);
        if (target == typeof(Int128)) return GetInt128(row);
        if (target == typeof(float)) return GetFloat(row);
        if (target == typeof(double)) return GetDouble(row);
        if (target == typeof(decimal)) return GetDecimal(row);
        if (target == typeof(string)) return GetString(row);
        if (target == typeof(DateTime)) return GetDateTime(row);
        if (target == typeof(DateTimeOffset)) return new DateTimeOffset(DateTime.SpecifyKind(GetDateTime(row), DateTimeKind.Utc));
        if (target == typeof(DateOnly)) return GetDateOnly(row);
        if (target == typeof(TimeOnly)) return GetTimeOnly(row);
        if (target == typeof(Guid)) return GetGuid(row);
        if (target == typeof(byte[])) return GetBytes(row).ToArray();
        throw Mismatch(asked);
    }

    /// <summary>The elements [offset, offset + length) of this vector as a list, this being the child of a list vector.</summary>
    internal abstract IList ReadList(int offset, int length);

    internal InvalidCastException Mismatch(Type asked) =>
        new($"Column '{Name}' is {Type.Sql} and cannot be read as {Friendly(asked)}. Ask for {Friendly(ClrType)}, or change the type in the SQL: CAST({Name} AS ...).");

    internal InvalidCastException NullValue(Type asked) =>
        new($"Column '{Name}' ({Type.Sql}) is NULL in this row and {Friendly(asked)} cannot hold NULL. Check IsDBNull first, or ask GetFieldValue for a nullable type.");

    internal OverflowException TooBig(object value, Type asked) =>
        new($"Column '{Name}' ({Type.Sql}) holds {value} in this row, which is outside the range of {Friendly(asked)}. Ask for {Friendly(ClrType)}.");

    internal static string Friendly(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Friendly(underlying) + "?";
        if (type.IsArray) return Friendly(type.GetElementType()!) + "[]";
        if (type.IsGenericType) return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Friendly))}>";
        return type.Name switch
        {
            nameof(Boolean) => "bool",
            nameof(Byte) => "byte",
            nameof(SByte) => "sbyte",
            nameof(Int16) => "short",
            nameof(UInt16) => "ushort",
            nameof(Int32) => "int",
            nameof(UInt32) => "uint",
            nameof(Int64) => "long",
            nameof(UInt64) => "ulong",
            nameof(Single) => "float",
            nameof(Double) => "double",
            nameof(Decimal) => "decimal",
            nameof(String) => "string",
            nameof(Object) => "object",
            var other => other,
        };
    }
}
