namespace CtmsAnalytics.DuckDb;

/// <summary>DuckDB's column types. The numbers are those of its C API.</summary>
public enum DuckDBType
{
    /// <summary>No type.</summary>
    Invalid = 0,

    /// <summary>BOOLEAN.</summary>
    Boolean = 1,

    /// <summary>TINYINT, 8-bit signed.</summary>
    TinyInt = 2,

    /// <summary>SMALLINT, 16-bit signed.</summary>
    SmallInt = 3,

    /// <summary>INTEGER, 32-bit signed.</summary>
    Integer = 4,

    /// <summary>BIGINT, 64-bit signed.</summary>
    BigInt = 5,

    /// <summary>UTINYINT, 8-bit unsigned.</summary>
    UnsignedTinyInt = 6,

    /// <summary>USMALLINT, 16-bit unsigned.</summary>
    UnsignedSmallInt = 7,

    /// <summary>UINTEGER, 32-bit unsigned.</summary>
    UnsignedInteger = 8,

    /// <summary>UBIGINT, 64-bit unsigned.</summary>
    UnsignedBigInt = 9,

    /// <summary>FLOAT, 32-bit.</summary>
    Float = 10,

    /// <summary>DOUBLE, 64-bit.</summary>
    Double = 11,

    /// <summary>TIMESTAMP, microseconds.</summary>
    Timestamp = 12,

    /// <summary>DATE, days.</summary>
    Date = 13,

    /// <summary>TIME, microseconds.</summary>
    Time = 14,

    /// <summary>INTERVAL.</summary>
    Interval = 15,

    /// <summary>HUGEINT, 128-bit signed.</summary>
    HugeInt = 16,

    /// <summary>VARCHAR.</summary>
    Varchar = 17,

    /// <summary>BLOB.</summary>
    Blob = 18,

    /// <summary>DECIMAL.</summary>
    Decimal = 19,

    /// <summary>TIMESTAMP_S, seconds.</summary>
    TimestampS = 20,

    /// <summary>TIMESTAMP_MS, milliseconds.</summary>
    TimestampMs = 21,

    /// <summary>TIMESTAMP_NS, nanoseconds.</summary>
    TimestampNs = 22,

    /// <summary>ENUM.</summary>
    Enum = 23,

    /// <summary>LIST.</summary>
    List = 24,

    /// <summary>STRUCT.</summary>
    Struct = 25,

    /// <summary>MAP.</summary>
    Map = 26,

    /// <summary>UUID.</summary>
    Uuid = 27,

    /// <summary>UNION.</summary>
    Union = 28,

    /// <summary>BIT.</summary>
    Bit = 29,

    /// <summary>TIME WITH TIME ZONE.</summary>
    TimeTz = 30,

    /// <summary>TIMESTAMP WITH TIME ZONE, microseconds in UTC.</summary>
    TimestampTz = 31,

    /// <summary>UHUGEINT, 128-bit unsigned.</summary>
    UnsignedHugeInt = 32,

    /// <summary>ARRAY, a list of one fixed length.</summary>
    Array = 33,

    /// <summary>Any type; only in function signatures.</summary>
    Any = 34,

    /// <summary>BIGNUM, an integer of any length.</summary>
    BigNum = 35,

    /// <summary>The type of a bare NULL.</summary>
    SqlNull = 36,

    /// <summary>A string literal whose type is not decided.</summary>
    StringLiteral = 37,

    /// <summary>An integer literal whose type is not decided.</summary>
    IntegerLiteral = 38,

    /// <summary>TIME_NS, nanoseconds.</summary>
    TimeNs = 39,
}
