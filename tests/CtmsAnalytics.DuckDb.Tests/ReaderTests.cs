using System.Numerics;

namespace CtmsAnalytics.DuckDb.Tests;

public sealed class ReaderTests
{
    [Fact]
    public void Read_PastManyChunks_GivesEveryRowOnce()
    {
        using var db = TestDatabase.InMemory();
        foreach (var streaming in new[] { false, true })
        {
            using var command = new DuckDBCommand("SELECT range AS v FROM range(100001)", db.Connection) { UseStreamingMode = streaming };
            using var reader = command.ExecuteReader();
            var sum = 0L;
            while (reader.Read()) sum += reader.GetInt64(0);

            Assert.Equal(100000L * 100001 / 2, sum);
            Assert.False(reader.Read());
            Assert.Equal("v", reader.GetName(0));
        }
    }

    [Fact]
    public void NextResult_SeveralStatements_GivesEachResultInTurn()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("CREATE TABLE t (v INTEGER); SELECT 1 AS a; INSERT INTO t VALUES (1), (2); SELECT v, v + 1 AS w FROM t WHERE false; SELECT 'x'");

        Assert.True(reader.HasRows);
        Assert.Equal("a", reader.GetName(0));
        Assert.True(reader.NextResult());
        Assert.False(reader.HasRows);
        Assert.Equal(2, reader.FieldCount);
        Assert.Equal(1, reader.GetOrdinal("W"));
        Assert.False(reader.Read());
        Assert.Equal(2, reader.RecordsAffected);
        Assert.True(reader.NextResult());
        Assert.True(reader.Read());
        Assert.Equal("x", reader.GetString(0));
        Assert.False(reader.NextResult());
        Assert.Equal(0, reader.FieldCount);
    }

    [Fact]
    public void Getter_OfAnotherType_SaysWhatTheColumnIs()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT 1.50::DECIMAL(9,2) AS rate, NULL::INTEGER AS missing, 3000000000 AS large");
        reader.Read();

        var mismatch = Assert.Throws<InvalidCastException>(() => reader.GetDateTime(0));
        Assert.Contains("'rate'", mismatch.Message, StringComparison.Ordinal);
        Assert.Contains("DECIMAL(9,2)", mismatch.Message, StringComparison.Ordinal);
        Assert.Contains("decimal", mismatch.Message, StringComparison.Ordinal);
        Assert.Contains("IsDBNull", Assert.Throws<InvalidCastException>(() => reader.GetInt32(1)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<Guid>(1));
        Assert.Null(reader.GetFieldValue<int?>(1));
        Assert.Null(reader.GetFieldValue<string>(1));
        Assert.Contains("3000000000", Assert.Throws<OverflowException>(() => reader.GetInt32(2)).Message, StringComparison.Ordinal);
        Assert.Equal(3000000000, reader.GetFieldValue<long>(reader.GetOrdinal("large")));
        Assert.Contains("rate, missing, large", Assert.Throws<IndexOutOfRangeException>(() => reader["rte"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Getter_OfANarrowerOrWiderInteger_ConvertsWhereTheValueFits()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT sum(range) AS total, 7::TINYINT AS small, 255::UTINYINT, 18446744073709551615::UBIGINT, -1::BIGINT FROM range(10)");
        reader.Read();

        Assert.Equal(45L, reader.GetInt64(0));
        Assert.Equal(45m, reader.GetDecimal(0));
        Assert.Equal(new BigInteger(45), reader.GetFieldValue<BigInteger>(0));
        Assert.Equal((Int128)45, reader.GetFieldValue<Int128>(0));
        Assert.Equal(7L, reader.GetInt64(1));
        Assert.Equal(7.0, reader.GetDouble(1));
        Assert.Equal((byte)255, reader.GetByte(2));
        Assert.Throws<OverflowException>(() => reader.GetFieldValue<sbyte>(2));
        Assert.Throws<OverflowException>(() => reader.GetInt64(3));
        Assert.Equal(ulong.MaxValue, reader.GetFieldValue<ulong>(3));
        Assert.Throws<OverflowException>(() => reader.GetFieldValue<ulong>(4));
        Assert.Throws<OverflowException>(() => reader.GetByte(4));
    }

    [Fact]
    public void Decimal_PastSystemDecimal_IsAClearError()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("""
            SELECT 99999999999999999999999999999999999999::DECIMAL(38,0) AS huge, 1.5::DECIMAL(38,37) AS fine,
                   '0.00000000000000000000000000000000000001'::DECIMAL(38,38) AS tiny, -79228162514264337593543950335::DECIMAL(38,0) AS last
            """);
        reader.Read();

        Assert.Contains("'huge' (DECIMAL(38,0))", Assert.Throws<OverflowException>(() => reader.GetDecimal(0)).Message, StringComparison.Ordinal);
        Assert.Equal(1e38, reader.GetDouble(0));
        Assert.Equal(1.5m, reader.GetDecimal(1));
        Assert.Throws<OverflowException>(() => reader.GetDecimal(2));
        Assert.Equal(decimal.MinValue, reader.GetDecimal(3));
    }

    [Fact]
    public void Dates_OutsideDotNet_AreAClearError()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT 'infinity'::DATE, '-infinity'::TIMESTAMP, '0044-03-15 (BC)'::DATE, '24:00:00'::TIME");
        reader.Read();

        for (var i = 0; i < 4; i++) Assert.Throws<OverflowException>(() => reader.GetValue(i));
        Assert.False(reader.IsDBNull(0));
    }

    [Fact]
    public void Nested_ListStructMapArray_AreReadable()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("""
            SELECT [1, 2, 3]::BIGINT[] AS numbers, ['a', NULL, 'ünïcode 😀 longer than twelve'] AS texts, [[1, 2], [], [3]] AS nested, [1, NULL]::INTEGER[] AS gaps,
                   {'name': 'Ann', 'pay': 12.5::DECIMAL(4,1), 'tags': ['x'], 'none': NULL::INTEGER} AS person, MAP {'a': 1, 'b': NULL} AS rates, [1.5, 2.5]::DOUBLE[2] AS pair,
                   NULL::BIGINT[] AS missing, []::VARCHAR[] AS empty
            """);
        Assert.True(reader.Read());

        Assert.Equal(new List<long> { 1, 2, 3 }, reader.GetValue(0));
        Assert.Equal([1, 2, 3], reader.GetFieldValue<int[]>(0));
        Assert.Equal(new List<string?> { "a", null, "ünïcode 😀 longer than twelve" }, reader.GetValue(1));
        Assert.Equal([[1, 2], [], [3]], reader.GetFieldValue<int[][]>(2));
        Assert.Equal(new List<int?> { 1, null }, reader.GetValue(3));
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<int[]>(3));
        var person = reader.GetFieldValue<Dictionary<string, object?>>(4);
        Assert.Equal("Ann", person["name"]);
        Assert.Equal(12.5m, person["pay"]);
        Assert.Equal(new List<string> { "x" }, person["tags"]);
        Assert.Null(person["none"]);
        Assert.Equal(new Dictionary<object, object?> { ["a"] = 1, ["b"] = null }, reader.GetValue(5));
        Assert.Equal([1.5, 2.5], reader.GetFieldValue<double[]>(6));
        Assert.True(reader.IsDBNull(7));
        Assert.Empty(reader.GetFieldValue<List<string>>(8));
        Assert.Equal("STRUCT(name VARCHAR, pay DECIMAL(4,1), tags VARCHAR[], none INTEGER)", reader.GetDataTypeName(4));
    }

    [Fact]
    public void Unsupported_Type_SaysHowToReadIt()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT '101'::BIT AS bits");
        reader.Read();

        Assert.Contains("CAST(bits AS VARCHAR)", Assert.Throws<NotSupportedException>(() => reader.GetValue(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blob_InPieces_IsTheSame()
    {
        using var db = TestDatabase.InMemory();
        var bytes = Enumerable.Range(0, 1000).Select(i => (byte)i).ToArray();
        using var reader = db.Read("SELECT ?::BLOB, ''::BLOB", new DuckDBParameter(bytes));
        reader.Read();

        Assert.Equal(1000, reader.GetBytes(0, 0, null, 0, 0));
        var piece = new byte[300];
        Assert.Equal(100, reader.GetBytes(0, 900, piece, 0, 300));
        Assert.Equal(bytes[900..], piece[..100]);
        Assert.Equal(bytes, reader.GetFieldValue<byte[]>(0));
        Assert.Empty((byte[])reader.GetValue(1));
    }

    [Fact]
    public void TwoReaders_OnOneConnection_BothGoToTheirEnd()
    {
        using var db = TestDatabase.InMemory();
        using var first = db.Read("SELECT range FROM range(10000)");
        using var second = db.Read("SELECT range * 2 FROM range(10000)");
        var rows = 0L;
        for (; first.Read() && second.Read(); rows++) Assert.Equal(first.GetInt64(0) * 2, second.GetInt64(0));

        Assert.Equal(10000, rows);
    }

    [Fact]
    public void StreamingReader_OtherStatementMeanwhile_IsRefusedAndLosesNothing()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE other (v INTEGER)");
        using var command = new DuckDBCommand("SELECT range FROM range(1000000)", db.Connection) { UseStreamingMode = true };
        using var reader = command.ExecuteReader();
        reader.Read();

        Assert.Contains("streaming", Assert.Throws<InvalidOperationException>(() => db.Scalar("SELECT 1")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => db.Connection.CreateAppender("other"));
        var rows = 1;
        while (reader.Read()) rows++;
        Assert.Equal(1000000, rows);
        Assert.Equal(1, db.Scalar("SELECT 1"));
    }

    [Fact]
    public void Reader_AfterItsConnectionClosed_SaysSo()
    {
        foreach (var streaming in new[] { false, true })
        {
            using var db = TestDatabase.InMemory();
            using var command = new DuckDBCommand("SELECT range::VARCHAR || ' and a text that is long' FROM range(100000)", db.Connection) { UseStreamingMode = streaming };
            var reader = command.ExecuteReader();
            reader.Read();
            db.Connection.Dispose();

            Assert.Contains("connection was closed", Assert.Throws<InvalidOperationException>(() => reader.Read()).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => reader.GetString(0));
            Assert.True(reader.IsClosed);
            reader.Dispose();
            reader.Dispose();
        }
    }

    [Fact]
    public void Reader_BeforeTheFirstAndAfterTheLastRow_SaysToReadFirst()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT 1");

        Assert.Contains("Read()", Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0)).Message, StringComparison.Ordinal);
        reader.Read();
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.GetInt32(1));
        reader.Read();
        Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0));
        reader.Close();
        Assert.Contains("closed", Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_WhileAnotherThreadFetches_StopsItWithoutHarm()
    {
        using var db = TestDatabase.InMemory();
        for (var i = 0; i < 20; i++)
        {
            using var command = new DuckDBCommand("SELECT a.range FROM range(1000000000) a WHERE hash(a.range) % 100000000 = 1", db.Connection) { UseStreamingMode = true };
            var opening = command.ExecuteReaderAsync();
            await Task.Delay(i);
            command.Cancel();
            try
            {
                await using var reader = await opening;
                var reading = reader.ReadAsync();
                reader.Dispose();
                await reading;
            }
            catch (DuckDBException e)
            {
                Assert.Equal(DuckDBErrorType.Interrupt, e.ErrorType);
                continue;
            }
            catch (InvalidOperationException e)
            {
                Assert.Contains("closed", e.Message, StringComparison.Ordinal);
            }
            Assert.Equal(1, db.Scalar("SELECT 1"));
        }
    }

    [Fact]
    public void Error_InTheMiddleOfAStream_IsThrownAndNotTakenForTheEnd()
    {
        using var db = TestDatabase.InMemory();
        using var command = new DuckDBCommand("SELECT CASE WHEN range = 900000 THEN error('stop here') ELSE range END FROM range(1000000)", db.Connection) { UseStreamingMode = true };

        var error = Assert.Throws<DuckDBException>(() =>
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
            }
        });

        Assert.Contains("stop here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enumeration_AsDataRecords_GivesEveryRow()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT 1 AS a, 'x' AS b");

        Assert.Equal(2, reader.FieldCount);
        foreach (System.Data.IDataRecord record in reader) Assert.Equal("x", record.GetString(1));
    }
}
