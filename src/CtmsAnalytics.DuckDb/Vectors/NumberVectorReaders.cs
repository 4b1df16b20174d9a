using System.Globalization;
using System.Numerics;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>BOOLEAN.</summary>
internal sealed unsafe class BooleanVectorReader(string name, ColumnType type) : VectorReader<bool>(name, type)
{
    internal override Type StorageType => typeof(bool);

    internal override bool GetBoolean(int row) => ((byte*)Data)[row] != 0;

    protected override bool Get(int row) => ((byte*)Data)[row] != 0;
}

/// <summary>Integers of 8 to 64 bits. Every integer getter answers where the value fits; the JIT drops the check where it always does.</summary>
internal sealed unsafe class IntegerVectorReader<T>(string name, ColumnType type) : VectorReader<T>(name, type)
    where T : unmanaged, IBinaryInteger<T>
{
    internal override Type StorageType => typeof(T);

    internal override byte GetByte(int row) => To<byte>(row);

    internal override sbyte GetSByte(int row) => To<sbyte>(row);

    internal override short GetInt16(int row) => To<short>(row);

    internal override ushort GetUInt16(int row) => To<ushort>(row);

    internal override int GetInt32(int row) => To<int>(row);

    internal override uint GetUInt32(int row) => To<uint>(row);

    internal override long GetInt64(int row) => typeof(T) == typeof(long) ? ((long*)Data)[row] : To<long>(row);

    internal override ulong GetUInt64(int row) => To<ulong>(row);

    internal override Int128 GetInt128(int row) => Int128.CreateChecked(((T*)Data)[row]);

    internal override float GetFloat(int row) => float.CreateChecked(((T*)Data)[row]);

    internal override double GetDouble(int row) => double.CreateChecked(((T*)Data)[row]);

    internal override decimal GetDecimal(int row) => decimal.CreateChecked(((T*)Data)[row]);

    internal override object GetAs(int row, Type asked) =>
        (Nullable.GetUnderlyingType(asked) ?? asked) == typeof(BigInteger) ? BigInteger.CreateChecked(((T*)Data)[row]) : base.GetAs(row, asked);

    protected override T Get(int row) => ((T*)Data)[row];

    private TTarget To<TTarget>(int row)
        where TTarget : unmanaged, IBinaryInteger<TTarget>
    {
        var value = ((T*)Data)[row];
        var converted = TTarget.CreateTruncating(value);
        // Same value and same sign: otherwise bits were lost.
        if (T.CreateTruncating(converted) == value && T.IsNegative(value) == TTarget.IsNegative(converted)) return converted;
        throw TooBig(value, typeof(TTarget));
    }
}

/// <summary>HUGEINT and UHUGEINT: 128 bits, a <see cref="BigInteger"/> unless a narrower type is asked for.</summary>
internal sealed unsafe class HugeIntVectorReader<T>(string name, ColumnType type) : VectorReader<BigInteger>(name, type)
    where T : unmanaged, IBinaryInteger<T>
{
    internal override Type StorageType => typeof(T);

    internal override byte GetByte(int row) => To<byte>(row);

    internal override sbyte GetSByte(int row) => To<sbyte>(row);

    internal override short GetInt16(int row) => To<short>(row);

    internal override ushort GetUInt16(int row) => To<ushort>(row);

    internal override int GetInt32(int row) => To<int>(row);

    internal override uint GetUInt32(int row) => To<uint>(row);

    internal override long GetInt64(int row) => To<long>(row);

    internal override ulong GetUInt64(int row) => To<ulong>(row);

    internal override Int128 GetInt128(int row) => To<Int128>(row);

    internal override double GetDouble(int row) => double.CreateChecked(((T*)Data)[row]);

    internal override decimal GetDecimal(int row) => To<decimal>(row);

    internal override object GetAs(int row, Type asked) =>
        (Nullable.GetUnderlyingType(asked) ?? asked) == typeof(UInt128) ? To<UInt128>(row) : base.GetAs(row, asked);

    protected override BigInteger Get(int row) => BigInteger.CreateChecked(((T*)Data)[row]);

    private TTarget To<TTarget>(int row)
        where TTarget : INumberBase<TTarget>
    {
        try
        {
            return TTarget.CreateChecked(((T*)Data)[row]);
        }
        catch (OverflowException)
        {
            throw TooBig(((T*)Data)[row], typeof(TTarget));
        }
    }
}

/// <summary>FLOAT.</summary>
internal sealed unsafe class FloatVectorReader(string name, ColumnType type) : VectorReader<float>(name, type)
{
    internal override Type StorageType => typeof(float);

    internal override float GetFloat(int row) => ((float*)Data)[row];

    internal override double GetDouble(int row) => ((float*)Data)[row];

    protected override float Get(int row) => ((float*)Data)[row];
}

/// <summary>DOUBLE.</summary>
internal sealed unsafe class DoubleVectorReader(string name, ColumnType type) : VectorReader<double>(name, type)
{
    internal override Type StorageType => typeof(double);

    internal override double GetDouble(int row) => ((double*)Data)[row];

    protected override double Get(int row) => ((double*)Data)[row];
}

/// <summary>DECIMAL: an integer of 16 to 128 bits by the column's width, times ten to the minus scale.</summary>
internal sealed unsafe class DecimalVectorReader<T>(string name, ColumnType type) : VectorReader<decimal>(name, type)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly byte _scale = type.Scale;
    private readonly double _unit = Math.Pow(10, type.Scale);

    internal override Type StorageType => typeof(T);

    internal override decimal GetDecimal(int row) => Get(row);

    internal override double GetDouble(int row) => double.CreateChecked(((T*)Data)[row]) / _unit;

    protected override decimal Get(int row)
    {
        var value = ((T*)Data)[row];
        if (sizeof(T) <= sizeof(long))
        {
            var narrow = long.CreateTruncating(value);
            var magnitude = narrow < 0 ? (ulong)-narrow : (ulong)narrow;
            return new decimal((int)magnitude, (int)(magnitude >> 32), 0, narrow < 0, _scale);
        }
        return DecimalParts.TryCompose(Int128.CreateTruncating(value), _scale, out var wide) ? wide : throw OutOfRange(Int128.CreateTruncating(value));
    }

    private OverflowException OutOfRange(Int128 unscaled) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Column '{Name}' ({Type.Sql}) holds {unscaled} times 10^-{_scale}, which needs more than the 28 digits of decimal. Ask for double, or CAST({Name} AS VARCHAR) in the SQL."));
}
