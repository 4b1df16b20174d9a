namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>Chooses the reader of a column; the only place that asks for its type.</summary>
internal static class VectorReaderFactory
{
    internal static VectorReader Create(string name, ColumnType type) => type.Id switch
    {
        DuckDBType.Boolean => new BooleanVectorReader(name, type),
        DuckDBType.TinyInt => new IntegerVectorReader<sbyte>(name, type),
        DuckDBType.SmallInt => new IntegerVectorReader<short>(name, type),
        DuckDBType.Integer => new IntegerVectorReader<int>(name, type),
        DuckDBType.BigInt => new IntegerVectorReader<long>(name, type),
        DuckDBType.UnsignedTinyInt => new IntegerVectorReader<byte>(name, type),
        DuckDBType.UnsignedSmallInt => new IntegerVectorReader<ushort>(name, type),
        DuckDBType.UnsignedInteger => new IntegerVectorReader<uint>(name, type),
        DuckDBType.UnsignedBigInt => new IntegerVectorReader<ulong>(name, type),
        DuckDBType.HugeInt => new HugeIntVectorReader<Int128>(name, type),
        DuckDBType.UnsignedHugeInt => new HugeIntVectorReader<UInt128>(name, type),
        DuckDBType.Float => new FloatVectorReader(name, type),
        DuckDBType.Double => new DoubleVectorReader(name, type),
        DuckDBType.Decimal => type.Internal switch
        {
            DuckDBType.SmallInt => new DecimalVectorReader<short>(name, type),
            DuckDBType.Integer => new DecimalVectorReader<int>(name, type),
            DuckDBType.BigInt => new DecimalVectorReader<long>(name, type),
            _ => new DecimalVectorReader<Int128>(name, type),
        },
        DuckDBType.Date => new DateVectorReader(name, type),
        DuckDBType.Time => new TimeVectorReader(name, type),
        DuckDBType.Timestamp or DuckDBType.TimestampTz => new TimestampVectorReader(name, type),
        DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs => new ScaledTimestampVectorReader(name, type),
        DuckDBType.Interval => new IntervalVectorReader(name, type),
        DuckDBType.Varchar => new TextVectorReader(name, type),
        DuckDBType.Blob => new BlobVectorReader(name, type),
        DuckDBType.Uuid => new UuidVectorReader(name, type),
        DuckDBType.Enum => type.Internal switch
        {
            DuckDBType.UnsignedTinyInt => new EnumVectorReader<byte>(name, type),
            DuckDBType.UnsignedSmallInt => new EnumVectorReader<ushort>(name, type),
            _ => new EnumVectorReader<uint>(name, type),
        },
        DuckDBType.List => new ListVectorReader(name, type),
        DuckDBType.Array => new ArrayVectorReader(name, type),
        DuckDBType.Struct => new StructVectorReader(name, type),
        DuckDBType.Map => new MapVectorReader(name, type),
        _ => new UnsupportedVectorReader(name, type),
    };
}
