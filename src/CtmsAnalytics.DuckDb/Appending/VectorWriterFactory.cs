using CtmsAnalytics.DuckDb.Vectors;

namespace CtmsAnalytics.DuckDb.Appending;

/// <summary>Chooses the writer of a column; the only place that asks for its type.</summary>
internal static class VectorWriterFactory
{
    internal static VectorWriter Create(string name, ColumnType type) => type.Id switch
    {
        DuckDBType.Boolean => new BooleanVectorWriter(name, type),
        DuckDBType.TinyInt => new IntegerVectorWriter<sbyte>(name, type),
        DuckDBType.SmallInt => new IntegerVectorWriter<short>(name, type),
        DuckDBType.Integer => new IntegerVectorWriter<int>(name, type),
        DuckDBType.BigInt => new IntegerVectorWriter<long>(name, type),
        DuckDBType.UnsignedTinyInt => new IntegerVectorWriter<byte>(name, type),
        DuckDBType.UnsignedSmallInt => new IntegerVectorWriter<ushort>(name, type),
        DuckDBType.UnsignedInteger => new IntegerVectorWriter<uint>(name, type),
        DuckDBType.UnsignedBigInt => new IntegerVectorWriter<ulong>(name, type),
        DuckDBType.HugeInt => new IntegerVectorWriter<Int128>(name, type),
        DuckDBType.UnsignedHugeInt => new IntegerVectorWriter<UInt128>(name, type),
        DuckDBType.Float => new FloatVectorWriter(name, type),
        DuckDBType.Double => new DoubleVectorWriter(name, type),
        DuckDBType.Decimal => type.Internal switch
        {
            DuckDBType.SmallInt => new DecimalVectorWriter<short>(name, type),
            DuckDBType.Integer => new DecimalVectorWriter<int>(name, type),
            DuckDBType.BigInt => new DecimalVectorWriter<long>(name, type),
            _ => new DecimalVectorWriter<Int128>(name, type),
        },
        DuckDBType.Date => new DateVectorWriter(name, type),
        DuckDBType.Time => new TimeVectorWriter(name, type),
        DuckDBType.Timestamp or DuckDBType.TimestampTz or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs =>
            new TimestampVectorWriter(name, type),
        DuckDBType.Interval => new IntervalVectorWriter(name, type),
        DuckDBType.Varchar => new TextVectorWriter(name, type),
        DuckDBType.Blob => new BlobVectorWriter(name, type),
        DuckDBType.Uuid => new UuidVectorWriter(name, type),
        DuckDBType.Enum => type.Internal switch
        {
            DuckDBType.UnsignedTinyInt => new EnumVectorWriter<byte>(name, type),
            DuckDBType.UnsignedSmallInt => new EnumVectorWriter<ushort>(name, type),
            _ => new EnumVectorWriter<uint>(name, type),
        },
        DuckDBType.List => new ListVectorWriter(name, type),
        _ => new UnsupportedVectorWriter(name, type),
    };
}
