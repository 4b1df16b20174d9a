using System.Buffers.Binary;
using System.Collections;
using System.Numerics;
using System.Text;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Binding;

/// <summary>Makes a DuckDB value of a .NET one; the .NET type decides.</summary>
internal static unsafe class NativeValue
{
    /// <param name="value">The value; null and <see cref="DBNull"/> are NULL.</param>
    /// <param name="wanted">The type that the statement expects at this place, where it knows.</param>
    /// <param name="place">What the value is for, for an error: <c>parameter $1</c>.</param>
    internal static ValueHandle Create(object? value, DuckDBType wanted, string place) => new(value switch
    {
        null or DBNull => NativeMethods.CreateNull(),
        bool v => NativeMethods.CreateBoolean(v ? (byte)1 : (byte)0),
        sbyte v => NativeMethods.CreateInt8(v),
        short v => NativeMethods.CreateInt16(v),
        int v => NativeMethods.CreateInt32(v),
        long v => NativeMethods.CreateInt64(v),
        byte v => NativeMethods.CreateUInt8(v),
        ushort v => NativeMethods.CreateUInt16(v),
        uint v => NativeMethods.CreateUInt32(v),
        ulong v => NativeMethods.CreateUInt64(v),
        Int128 v => NativeMethods.CreateHugeInt(NativeHugeInt.From(v)),
        UInt128 v => NativeMethods.CreateUHugeInt(NativeHugeInt.From(v)),
        BigInteger v => OfBigInteger(v, place),
        float v => NativeMethods.CreateFloat(v),
        double v => NativeMethods.CreateDouble(v),
        decimal v => OfDecimal(v),
        string v => OfText(v, place),
        char v => OfText(v.ToString(), place),
        DateOnly v => NativeMethods.CreateDate(DuckDBEpoch.FromDateOnly(v)),
        TimeOnly v => NativeMethods.CreateTime(DuckDBEpoch.FromTimeOnly(v)),
        DateTime v => OfDateTime(v, wanted),
        DateTimeOffset v => NativeMethods.CreateTimestampTz(DuckDBEpoch.FromDateTime(v.UtcDateTime)),
        TimeSpan v => NativeMethods.CreateInterval(DuckDBInterval.FromTimeSpan(v)),
        DuckDBInterval v => NativeMethods.CreateInterval(v),
        Guid v => OfGuid(v),
        byte[] v => OfBytes(v),
        ReadOnlyMemory<byte> v => OfBytes(v.Span),
        Memory<byte> v => OfBytes(v.Span),
        Enum v => OfText(v.ToString(), place),
        IEnumerable v => OfList(v, place),
        _ => throw Unsupported(value.GetType(), place),
    });

    private static nint OfBigInteger(BigInteger value, string place)
    {
        if (value >= (BigInteger)Int128.MinValue && value <= (BigInteger)Int128.MaxValue) return NativeMethods.CreateHugeInt(NativeHugeInt.From((Int128)value));
        if (value.Sign > 0 && value <= (BigInteger)UInt128.MaxValue) return NativeMethods.CreateUHugeInt(NativeHugeInt.From((UInt128)value));
        throw new OverflowException($"The value {value} of {place} is outside the range of HUGEINT and UHUGEINT (128 bits).");
    }

    private static nint OfDecimal(decimal value)
    {
        var (unscaled, scale) = DecimalParts.Split(value);
        var width = Math.Max(DecimalParts.Digits(unscaled), scale);
        return NativeMethods.CreateDecimal(new NativeDecimal(width, scale, NativeHugeInt.From(unscaled)));
    }

    // A UTC time meets a column with time zone as an instant. Anything else is the wall clock as written: a time zone would be made up.
    private static nint OfDateTime(DateTime value, DuckDBType wanted)
    {
        var microseconds = DuckDBEpoch.FromDateTime(value);
        return wanted == DuckDBType.TimestampTz && value.Kind == DateTimeKind.Utc
            ? NativeMethods.CreateTimestampTz(microseconds)
            : NativeMethods.CreateTimestamp(microseconds);
    }

    private static nint OfText(string value, string place)
    {
        byte[] bytes;
        try
        {
            bytes = NativeText.Utf8.GetBytes(value);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"The text of {place} has half of a surrogate pair at position {e.Index}, which is not a Unicode character. Repair the text first.", e);
        }
        // A pinned empty array is a null pointer, which DuckDB does not take for text.
        byte none = 0;
        fixed (byte* data = bytes) return NativeMethods.CreateVarchar(data == null ? &none : data, (ulong)bytes.Length);
    }

    private static nint OfBytes(ReadOnlySpan<byte> value)
    {
        byte none = 0;
        fixed (byte* data = value) return NativeMethods.CreateBlob(data == null ? &none : data, (ulong)value.Length);
    }

    private static nint OfGuid(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return NativeMethods.CreateUuid(new NativeHugeInt(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt64BigEndian(bytes)));
    }

    private static nint OfList(IEnumerable values, string place)
    {
        var elements = values.Cast<object?>().ToArray();
        using var elementType = new LogicalTypeHandle(ElementType(values.GetType(), elements, place));
        var handles = new List<ValueHandle>(elements.Length);
        try
        {
            foreach (var element in elements) handles.Add(Create(element, DuckDBType.Invalid, place));
            var natives = handles.Select(h => h.DangerousGetHandle()).ToArray();
            nint none = 0;
            fixed (nint* data = natives)
            {
                var list = NativeMethods.CreateList(elementType, data == null ? &none : data, (ulong)natives.Length);
                return list != 0 ? list : throw Unsupported(values.GetType(), place);
            }
        }
        finally
        {
            foreach (var handle in handles) handle.Dispose();
        }
    }

    private static nint ElementType(Type listType, object?[] elements, string place)
    {
        var declared = listType.IsArray ? listType.GetElementType() : listType.IsGenericType && listType.GetGenericArguments() is [var only] ? only : null;
        var element = elements.FirstOrDefault(e => e is not null)?.GetType() ?? (declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared);
        if (element == typeof(decimal))
        {
            // One type must hold every element: the widest whole part beside the longest fraction.
            var parts = elements.OfType<decimal>().Select(DecimalParts.Split).ToArray();
            var scale = parts.Length == 0 ? (byte)0 : parts.Max(p => p.Scale);
            var whole = parts.Length == 0 ? 18 : parts.Max(p => Math.Max(DecimalParts.Digits(p.Unscaled) - p.Scale, 1));
            return NativeMethods.CreateDecimalType((byte)Math.Min(whole + scale, 38), scale);
        }
        var id = element switch
        {
            _ when element == typeof(bool) => DuckDBType.Boolean,
            _ when element == typeof(sbyte) => DuckDBType.TinyInt,
            _ when element == typeof(short) => DuckDBType.SmallInt,
            _ when element == typeof(int) => DuckDBType.Integer,
            _ when element == typeof(long) => DuckDBType.BigInt,
            _ when element == typeof(byte) => DuckDBType.UnsignedTinyInt,
            _ when element == typeof(ushort) => DuckDBType.UnsignedSmallInt,
            _ when element == typeof(uint) => DuckDBType.UnsignedInteger,
            _ when element == typeof(ulong) => DuckDBType.UnsignedBigInt,
            _ when element == typeof(Int128) || element == typeof(BigInteger) => DuckDBType.HugeInt,
            _ when element == typeof(float) => DuckDBType.Float,
            _ when element == typeof(double) => DuckDBType.Double,
            _ when element == typeof(string) => DuckDBType.Varchar,
            _ when element == typeof(DateOnly) => DuckDBType.Date,
            _ when element == typeof(DateTime) => DuckDBType.Timestamp,
            _ when element == typeof(Guid) => DuckDBType.Uuid,
            _ => throw Unsupported(listType, place),
        };
        return NativeMethods.CreateLogicalType(id);
    }

    private static NotSupportedException Unsupported(Type type, string place) =>
        new($"A value of type {type} cannot be bound as {place}. Bind a number, bool, string, byte[], Guid, DateOnly, TimeOnly, DateTime, DateTimeOffset, TimeSpan, DuckDBInterval, an enum, or a list of numbers, strings or dates.");
}
