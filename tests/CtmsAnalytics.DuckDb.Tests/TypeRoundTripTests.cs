using System.Numerics;

namespace CtmsAnalytics.DuckDb.Tests;

public sealed class TypeRoundTripTests
{
    private static readonly string AllScalars = "😀🇺🇸é漢字\0end";

    public static TheoryData<string, object> Values => new()
    {
        { "BOOLEAN", true },
        { "BOOLEAN", false },
        { "TINYINT", sbyte.MinValue },
        { "TINYINT", sbyte.MaxValue },
        { "SMALLINT", short.MinValue },
        { "SMALLINT", short.MaxValue },
        { "INTEGER", int.MinValue },
        { "INTEGER", int.MaxValue },
        { "BIGINT", long.MinValue },
        { "BIGINT", long.MaxValue },
        { "UTINYINT", byte.MaxValue },
        { "USMALLINT", ushort.MaxValue },
        { "UINTEGER", uint.MaxValue },
        { "UBIGINT", ulong.MaxValue },
        { "HUGEINT", (BigInteger)Int128.MaxValue },
        { "HUGEINT", (BigInteger)Int128.MinValue + 1 },
        { "HUGEINT", new BigInteger(-1) },
        { "UHUGEINT", (BigInteger)UInt128.MaxValue },
        { "FLOAT", 1.5f },
        { "FLOAT", float.NegativeInfinity },
        { "DOUBLE", Math.PI },
        { "DOUBLE", double.NaN },
        { "DECIMAL(4,2)", -99.99m },
        { "DECIMAL(9,3)", 123456.789m },
        { "DECIMAL(18,2)", -9999999999999999.99m },
        { "DECIMAL(18,2)", 0.01m },
        { "DECIMAL(28,0)", 9999999999999999999999999999m },
        { "DECIMAL(38,10)", -123456789012345678.0123456789m },
        { "DATE", DateOnly.MinValue },
        { "DATE", DateOnly.MaxValue },
        { "DATE", new DateOnly(1969, 12, 31) },
        { "TIMESTAMP", new DateTime(1, 1, 1) },
        { "TIMESTAMP", new DateTime(1969, 12, 31, 23, 59, 59, 999, 999) },
        { "TIMESTAMP", new DateTime(9999, 12, 31, 23, 59, 59, 999, 999) },
        { "TIMESTAMP_S", new DateTime(2024, 2, 29, 12, 30, 15) },
        { "TIMESTAMP_MS", new DateTime(2024, 2, 29, 12, 30, 15, 123) },
        { "TIMESTAMP_NS", new DateTime(2024, 2, 29, 12, 30, 15, 123, 456) },
        { "TIMESTAMPTZ", new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc) },
        { "TIME", new TimeOnly(23, 59, 59, 999, 999) },
        { "TIME", TimeOnly.MinValue },
        { "VARCHAR", "" },
        { "VARCHAR", "exactly 12 b" },
        { "VARCHAR", "thirteen byte" },
        { "VARCHAR", AllScalars },
        { "VARCHAR", new string('x', 5_000) },
        { "UUID", new Guid("00112233-4455-6677-8899-aabbccddeeff") },
        { "UUID", new Guid("ffeeddcc-bbaa-9988-7766-554433221100") },
        { "INTERVAL", new DuckDBInterval(14, -3, 7_000_001) },
        { "ENUM('low', 'mid', 'high')", "mid" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Parameter_StoredAndReadBack_IsTheSame(string type, object value)
    {
        using var db = TestDatabase.InMemory();
        db.Run($"CREATE TABLE t (v {type})");

        Assert.Equal(1, db.Run("INSERT INTO t VALUES (?)", new DuckDBParameter(value)));

        var read = db.Scalar("SELECT v FROM t");
        Assert.Equal(value, read);
        Assert.Equal(value.GetType(), read!.GetType());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Appender_StoredAndReadBack_IsTheSameBesideNulls(string type, object value)
    {
        using var db = TestDatabase.InMemory();
        db.Run($"CREATE TABLE t (id INTEGER, v {type})");

        using (var appender = db.Connection.CreateAppender("t"))
        {
            for (var i = 0; i < 5000; i++) appender.CreateRow().AppendValue(i).AppendValue(i % 3 == 1 ? null : value).EndRow();
            appender.Close();
        }

        using var reader = db.Read("SELECT v FROM t ORDER BY id");
        var rows = 0;
        for (; reader.Read(); rows++) Assert.Equal(rows % 3 == 1 ? DBNull.Value : value, reader.GetValue(0));
        Assert.Equal(5000, rows);
    }

    [Theory]
    [InlineData("BOOLEAN")]
    [InlineData("INTEGER")]
    [InlineData("HUGEINT")]
    [InlineData("DECIMAL(18,2)")]
    [InlineData("DATE")]
    [InlineData("TIMESTAMP")]
    [InlineData("VARCHAR")]
    [InlineData("BLOB")]
    [InlineData("UUID")]
    [InlineData("INTERVAL")]
    [InlineData("ENUM('a')")]
    [InlineData("INTEGER[]")]
    [InlineData("VARCHAR[]")]
    [InlineData("STRUCT(a INTEGER)")]
    [InlineData("BIT")]
    public void Null_OfEveryType_IsReadAsNull(string type)
    {
        using var db = TestDatabase.InMemory();
        db.Run($"CREATE TABLE t (v {type})");
        db.Run("INSERT INTO t VALUES (?)", new DuckDBParameter(null));
        using (var appender = db.Connection.CreateAppender("t"))
        {
            if (type != "BIT" && !type.StartsWith("STRUCT", StringComparison.Ordinal)) appender.CreateRow().AppendNullValue().EndRow();
            appender.Close();
        }

        using var reader = db.Read("SELECT v FROM t");
        while (reader.Read())
        {
            Assert.True(reader.IsDBNull(0));
            Assert.Equal(DBNull.Value, reader.GetValue(0));
            Assert.Null(reader.GetFieldValue<string?>(0));
        }
    }
}
