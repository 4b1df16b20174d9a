namespace CtmsAnalytics.DuckDb.Tests;

public sealed class AppenderTests
{
    [Fact]
    public void Dispose_WithoutClose_KeepsNothing()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");
        using (var appender = db.Connection.CreateAppender("t"))
        {
            // More than DuckDB buffers: part of it has been written to the table's transaction.
            for (var i = 0; i < 300_000; i++) appender.CreateRow().AppendValue(i).EndRow();
        }

        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
        using var next = db.Connection.BeginTransaction();
    }

    [Fact]
    public void Close_Twice_OrUseAfterwards()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");
        var appender = db.Connection.CreateAppender("t");
        appender.CreateRow().AppendValue(1).EndRow();
        appender.Close();
        appender.Close();
        appender.Dispose();
        appender.Dispose();

        Assert.Contains("closed", Assert.Throws<InvalidOperationException>(() => appender.CreateRow()).Message, StringComparison.Ordinal);
        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Constraint_Violated_IsAnErrorAndNothingIsWritten()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER PRIMARY KEY); INSERT INTO t VALUES (-1)");
        using (var appender = db.Connection.CreateAppender("t"))
        {
            var error = Assert.Throws<DuckDBException>(() =>
            {
                for (var i = 0; i < 300_000; i++) appender.CreateRow().AppendValue(i == 250_000 ? 7 : i).EndRow();
                appender.Close();
            });
            Assert.Equal(DuckDBErrorType.Constraint, error.ErrorType);
            Assert.Contains("'t'", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(appender.Close);
        }

        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void NotNull_AndCheckViolated_AreErrors()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER NOT NULL CHECK (v > 0))");
        foreach (var bad in new int?[] { null, -5 })
        {
            using var appender = db.Connection.CreateAppender("t");
            appender.CreateRow().AppendValue(1).EndRow();
            appender.CreateRow().AppendValue(bad).EndRow();
            Assert.Equal(DuckDBErrorType.Constraint, Assert.Throws<DuckDBException>(appender.Close).ErrorType);
        }

        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Row_WithWrongTypeOrCount_IsGivenUpAndNamesTheColumn()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (id TINYINT, name VARCHAR, pay DECIMAL(6,2), level ENUM('low', 'high'))");
        using var appender = db.Connection.CreateAppender("t");

        Assert.Contains("'id' (TINYINT)", Assert.Throws<OverflowException>(() => appender.CreateRow().AppendValue(128)).Message, StringComparison.Ordinal);
        Assert.Contains("'name' is VARCHAR", Assert.Throws<InvalidCastException>(() => appender.CreateRow().AppendNullValue().AppendValue(5)).Message, StringComparison.Ordinal);
        Assert.Contains("'pay' is DECIMAL(6,2)", Assert.Throws<InvalidCastException>(() => appender.CreateRow().AppendValue(1).AppendValue("a").AppendValue(1.5)).Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => appender.CreateRow().AppendValue(1).AppendValue("a").AppendValue(1.505m));
        Assert.Throws<OverflowException>(() => appender.CreateRow().AppendValue(1).AppendValue("a").AppendValue(10000m));
        Assert.Contains("low, high", Assert.Throws<ArgumentException>(() => appender.CreateRow().AppendValue(1).AppendValue("a").AppendValue(1m).AppendValue("middle")).Message, StringComparison.Ordinal);
        Assert.Contains("'pay' is the next", Assert.Throws<InvalidOperationException>(() => appender.CreateRow().AppendValue(1).AppendNullValue().EndRow()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => appender.CreateRow().AppendValue(1).AppendValue("a").AppendValue(1).AppendValue("low").AppendValue("more"));
        var row = appender.CreateRow().AppendValue(1).AppendValue("good").AppendValue(9999.99m).AppendValue("high");
        row.EndRow();
        Assert.Throws<InvalidOperationException>(row.EndRow);
        appender.Close();

        Assert.Equal("1|good|9999.99|high", db.Scalar("SELECT string_agg(concat_ws('|', id, name, pay, level), ';') FROM t"));
    }

    [Fact]
    public void Table_ThatIsNotThere_IsNamed()
    {
        using var db = TestDatabase.InMemory();

        Assert.Contains("nothing_here", Assert.Throws<DuckDBException>(() => db.Connection.CreateAppender("nothing_here")).Message, StringComparison.Ordinal);
        Assert.Throws<DuckDBException>(() => db.Connection.CreateAppender("no_schema", "t"));
        using var transaction = db.Connection.BeginTransaction();
    }

    [Fact]
    public void Names_WithQuotesAndSchema_AreTakenAsTheyAre()
    {
        using var db = TestDatabase.InMemory();
        db.Run("""CREATE SCHEMA "my schema"; CREATE TABLE "my schema"."odd ""name"" 😀" (v INTEGER)""");
        using (var appender = db.Connection.CreateAppender("my schema", "odd \"name\" 😀"))
        {
            appender.CreateRow().AppendValue(5).EndRow();
            appender.Close();
        }

        Assert.Equal(5, db.Scalar("""SELECT v FROM "my schema"."odd ""name"" 😀" """));
    }

    [Fact]
    public void Transaction_OfTheUser_DecidesOverTheRows()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE a (v INTEGER); CREATE TABLE b (v INTEGER)");
        foreach (var keep in new[] { false, true })
        {
            using var transaction = db.Connection.BeginTransaction();
            using var first = db.Connection.CreateAppender("a");
            using var second = db.Connection.CreateAppender("b");
            first.CreateRow().AppendValue(1).EndRow();
            second.CreateRow().AppendValue(2).EndRow();
            first.Close();
            second.Close();
            if (keep) transaction.Commit();
        }

        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM a"));
        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM b"));
    }

    [Fact]
    public void Transaction_EndedBeforeClose_RefusesTheRows()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");
        using var transaction = db.Connection.BeginTransaction();
        using var appender = db.Connection.CreateAppender("t");
        appender.CreateRow().AppendValue(1).EndRow();
        transaction.Commit();

        Assert.Contains("transaction", Assert.Throws<InvalidOperationException>(appender.Close).Message, StringComparison.Ordinal);
        appender.Dispose();
        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void TwoAppenders_WithoutATransaction_AreRefused()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");
        using var appender = db.Connection.CreateAppender("t");

        Assert.Contains("transaction", Assert.Throws<InvalidOperationException>(() => db.Connection.CreateAppender("t")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connection_ClosedFirst_DiscardsAndDisposesWithoutHarm()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t (v VARCHAR)");
        var appender = db.Connection.CreateAppender("t");
        appender.CreateRow().AppendValue("a text that is longer than twelve").EndRow();
        db.Connection.Close();

        Assert.Throws<InvalidOperationException>(() => appender.CreateRow());
        Assert.Throws<InvalidOperationException>(appender.Close);
        appender.Dispose();
        db.Connection.Open();
        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Lists_OfNumbersTextsAndLists_AreWritten()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (id INTEGER, numbers DOUBLE[], texts VARCHAR[], nested INTEGER[][])");
        using (var appender = db.Connection.CreateAppender("t"))
        {
            for (var i = 0; i < 5000; i++)
            {
                appender.CreateRow()
                    .AppendValue(i)
                    .AppendValue(i % 7 == 0 ? null : Enumerable.Range(0, i % 5).Select(x => (double?)(x == 3 ? null : x + i)))
                    .AppendValue(new[] { $"text number {i} of many", null, "" })
                    .AppendValue(new[] { [i, i + 1], Array.Empty<int>(), new[] { -i } })
                    .EndRow();
            }
            appender.Close();
        }

        using var reader = db.Read("SELECT * FROM t ORDER BY id");
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            Assert.Equal(rows % 7 == 0, reader.IsDBNull(1));
            if (rows % 7 != 0) Assert.Equal(Enumerable.Range(0, rows % 5).Select(x => (double?)(x == 3 ? null : x + rows)), reader.GetFieldValue<double?[]>(1));
            Assert.Equal<string?[]>([$"text number {rows} of many", null, ""], reader.GetFieldValue<string?[]>(2));
            Assert.Equal([[rows, rows + 1], [], [-rows]], reader.GetFieldValue<int[][]>(3));
        }
        Assert.Equal(5000, rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(250_001)]
    public void Columns_OfAnyCount_ArriveInOrderWithTheirNulls(int count)
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (id BIGINT, pay DECIMAL(18,2), paid_on DATE, name VARCHAR, bonus DECIMAL(9,2), share DOUBLE)");
        var ids = Enumerable.Range(0, count).Select(i => (long)i).ToArray();
        using (var appender = db.Connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue(-1).AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().EndRow();
            appender.CreateColumns(count)
                .Column<long>(ids)
                .ColumnAsStored<long>(ids, ids.Select(i => i % 5 == 0).ToArray())
                .Column<DateOnly>(ids.Select(i => new DateOnly(2000, 1, 1).AddDays((int)(i % 1000))).ToArray())
                .Column<string?>(ids.Select(i => i % 3 == 0 ? null : $"name of person {i}").ToArray())
                .Column<decimal>(ids.Select(i => i % 1000 / 100m).ToArray())
                .Column<double?>(ids.Select(i => i % 2 == 0 ? (double?)null : i / 2.0).ToArray())
                .Append();
            appender.Close();
            Assert.Equal(count + 1, appender.RowCount);
        }

        Assert.Equal(count + 1L, db.Scalar("SELECT count(*) FROM t"));
        Assert.Equal((long)count, db.Scalar("""
            SELECT count(*) FROM t WHERE id >= 0
            AND pay IS NOT DISTINCT FROM CASE WHEN id % 5 = 0 THEN NULL ELSE (id / 100)::DECIMAL(18,2) END
            AND paid_on = DATE '2000-01-01' + (id % 1000)::INTEGER
            AND name IS NOT DISTINCT FROM CASE WHEN id % 3 = 0 THEN NULL ELSE 'name of person ' || id END
            AND bonus = (id % 1000 / 100)::DECIMAL(9,2)
            AND share IS NOT DISTINCT FROM CASE WHEN id % 2 = 0 THEN NULL ELSE id / 2 END
            """));
    }

    [Fact]
    public void Columns_OfWrongLengthTypeOrCount_AreRefused()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (id BIGINT, pay DECIMAL(18,2))");
        using var appender = db.Connection.CreateAppender("t");

        Assert.Contains("'id' was given 2 values", Assert.Throws<ArgumentException>(() => appender.CreateColumns(3).Column<long>([1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => appender.CreateColumns(1).Column<string>(["x"]));
        Assert.Contains("as long", Assert.Throws<InvalidCastException>(() => appender.CreateColumns(1).Column<long>([1]).ColumnAsStored<int>([1])).Message, StringComparison.Ordinal);
        Assert.Contains("'pay' is the next", Assert.Throws<InvalidOperationException>(() => appender.CreateColumns(1).Column<long>([1]).Append()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => appender.CreateColumns(1).Column<long>([1]).Column<decimal>([1]).Column<long>([1]));
        appender.CreateRow().AppendValue(1).AppendValue(1).EndRow();
        appender.Close();

        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM t WHERE id = 1 AND pay = 1"));
    }

    [Fact]
    public void Decimal_WholeNumbers_AreScaledByTheRowApi()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (a DECIMAL(4,2), b DECIMAL(38,10))");
        using (var appender = db.Connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue(99).AppendValue(long.MaxValue).EndRow();
            Assert.Throws<OverflowException>(() => appender.CreateRow().AppendValue(100));
            appender.Close();
        }

        Assert.Equal("99.00", db.Scalar("SELECT a::VARCHAR FROM t"));
        Assert.Equal((decimal)long.MaxValue, db.Scalar("SELECT b FROM t"));
    }
}
