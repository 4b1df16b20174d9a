using System.Diagnostics.CodeAnalysis;

namespace CtmsAnalytics.DuckDb.Tests;

public sealed class CommandTests
{
    // Runs for hours if nothing stops it.
    private const string Endless = "SELECT count(*) FROM range(10000000000) a, range(1000000) b WHERE hash(a.range + b.range) = 1";

    [Fact]
    public void Parameters_Positional_AreTakenInOrder()
    {
        using var db = TestDatabase.InMemory();

        Assert.Equal("a-2", db.Scalar("SELECT ? || '-' || ?::VARCHAR", new DuckDBParameter("a"), new DuckDBParameter(2)));
        Assert.Equal("2-a-2", db.Scalar("SELECT $2 || '-' || $1 || '-' || $2", new DuckDBParameter("a"), new DuckDBParameter("2")));
    }

    [Theory]
    [InlineData("$who")]
    [InlineData("@who")]
    [InlineData("who")]
    [InlineData("WHO")]
    public void Parameters_Named_AreTakenByName(string name)
    {
        using var db = TestDatabase.InMemory();

        Assert.Equal("x1x", db.Scalar("SELECT $who || $n::VARCHAR || $who", new DuckDBParameter("n", 1), new DuckDBParameter(name, "x")));
    }

    [Fact]
    public void Parameters_MissingOrLeftOver_AreNamed()
    {
        using var db = TestDatabase.InMemory();

        Assert.Contains("$level", Assert.Throws<DuckDBException>(() => db.Scalar("SELECT $level")).Message, StringComparison.Ordinal);
        Assert.Contains("$2", Assert.Throws<DuckDBException>(() => db.Scalar("SELECT ?, ?", new DuckDBParameter(1))).Message, StringComparison.Ordinal);
        var extra = Assert.Throws<DuckDBException>(() => db.Scalar("SELECT $a", new DuckDBParameter("a", 1), new DuckDBParameter("lvel", 1)));
        Assert.Contains("'lvel'", extra.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_TextThatLooksLikeSql_StaysText()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v VARCHAR)");
        const string Hostile = "'); DROP TABLE t; --";

        db.Run("INSERT INTO t VALUES (?)", new DuckDBParameter(Hostile));

        Assert.Equal(Hostile, db.Scalar("SELECT v FROM t"));
    }

    [Fact]
    public void Parameters_Lists_AreBound()
    {
        using var db = TestDatabase.InMemory();

        Assert.Equal([1L, 2, 3], db.Value<long[]>("SELECT ?", new DuckDBParameter(new long[] { 1, 2, 3 })));
        Assert.Equal(["a", "é😀"], db.Value<List<string>>("SELECT ?", new DuckDBParameter(new List<string> { "a", "é😀" })));
        Assert.Equal([1.25m, 300m], db.Value<decimal[]>("SELECT ?", new DuckDBParameter(new[] { 1.25m, 300m })));
        Assert.Equal([1, null], db.Value<int?[]>("SELECT ?", new DuckDBParameter(new int?[] { 1, null })));
        Assert.Empty(db.Value<int[]>("SELECT ?", new DuckDBParameter(Array.Empty<int>())));
        Assert.True(db.Value<bool>("SELECT 'b' IN (SELECT unnest(?))", new DuckDBParameter(new[] { "a", "b" })));
    }

    [Fact]
    public void Parameters_Utc_MeetsTimestampTzAsAnInstantWhateverTheSessionsZone()
    {
        using var db = TestDatabase.InMemory();
        db.Run("SET TimeZone = 'America/New_York'; CREATE TABLE t (v TIMESTAMPTZ)");
        var noon = new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc);

        db.Run("INSERT INTO t VALUES (?)", new DuckDBParameter(noon));
        db.Run("INSERT INTO t VALUES (?)", new DuckDBParameter(new DateTimeOffset(2024, 7, 1, 8, 0, 0, TimeSpan.FromHours(-4))));

        Assert.Equal(1L, db.Scalar("SELECT count(DISTINCT v) FROM t"));
        Assert.Equal(noon, db.Scalar("SELECT v FROM t"));
    }

    [Fact]
    public void Parameters_HalfASurrogatePair_IsAnErrorAndNotAReplacement()
    {
        using var db = TestDatabase.InMemory();

        var error = Assert.Throws<ArgumentException>(() => db.Scalar("SELECT ?", new DuckDBParameter("bad \ud83d end")));
        Assert.Contains("position 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_OfSql_CarriesMessageTypeAndSql()
    {
        using var db = TestDatabase.InMemory();

        var parser = Assert.Throws<DuckDBException>(() => db.Run("SELEC 1"));
        Assert.Equal(DuckDBErrorType.Parser, parser.ErrorType);
        Assert.Equal("SELEC 1", parser.Sql);
        Assert.Contains("SELEC 1", parser.Message, StringComparison.Ordinal);

        Assert.Equal(DuckDBErrorType.Binder, Assert.Throws<DuckDBException>(() => db.Run("SELECT nothing_here")).ErrorType);
        Assert.Equal(DuckDBErrorType.Conversion, Assert.Throws<DuckDBException>(() => db.Run("SELECT 'x'::INTEGER FROM range(1)")).ErrorType);
        Assert.Equal(DuckDBErrorType.Catalog, Assert.Throws<DuckDBException>(() => db.Run("DROP TABLE nothing_here")).ErrorType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  -- only a comment")]
    [InlineData(";")]
    public void Execute_WithoutSql_SaysSo(string sql)
    {
        using var db = TestDatabase.InMemory();

        Assert.Contains("no SQL", Assert.Throws<InvalidOperationException>(() => db.Run(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_SqlWithNul_IsRefusedAndNotCutOff()
    {
        using var db = TestDatabase.InMemory();

        Assert.Throws<ArgumentException>(() => db.Run("CREATE TABLE t (v INTEGER);\0 garbage"));
    }

    [Fact]
    public void ExecuteNonQuery_SeveralStatements_AddsTheChangedRows()
    {
        using var db = TestDatabase.InMemory();

        Assert.Equal(-1, db.Run("CREATE TABLE t (v INTEGER)"));
        Assert.Equal(5, db.Run("INSERT INTO t SELECT range FROM range(3); UPDATE t SET v = 9 WHERE v > 0; SELECT * FROM t"));
        Assert.Equal(0, db.Run("DELETE FROM t WHERE v = 77"));
    }

    [Fact]
    public void ExecuteScalar_StatementsAfterTheFirstResult_RunToo()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");

        Assert.Equal(5, db.Scalar("SELECT 5; INSERT INTO t VALUES (1)"));
        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM t"));
        Assert.Null(db.Scalar("SELECT v FROM t WHERE v = 2"));
        Assert.Equal(DBNull.Value, db.Scalar("SELECT NULL::INTEGER"));
    }

    [Fact]
    public void Prepare_RunManyTimes_TakesNewParametersEachTime()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");
        using var command = new DuckDBCommand("INSERT INTO t VALUES ($v)", db.Connection);
        var parameter = command.Parameters.AddWithValue("v", 0);
        command.Prepare();
        for (var i = 1; i <= 100; i++)
        {
            parameter.Value = i;
            command.ExecuteNonQuery();
        }

        Assert.Equal(5050L, db.Value<long>("SELECT sum(v) FROM t"));
        db.Connection.Close();
        Assert.Throws<InvalidOperationException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public async Task Cancel_ByTokenInTheMiddle_StopsAndTheConnectionGoesOn()
    {
        using var db = TestDatabase.InMemory();
        using var command = new DuckDBCommand(Endless, db.Connection);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(stop.Token));

        Assert.Equal(stop.Token, stopped.CancellationToken);
        Assert.Equal(1, db.Scalar("SELECT 1"));
    }

    [Fact]
    public async Task Cancel_BeforeTheStart_RunsNothing()
    {
        using var db = TestDatabase.InMemory();
        using var command = new DuckDBCommand("CREATE TABLE t (v INTEGER)", db.Connection);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteNonQueryAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM duckdb_tables()"));
    }

    [Fact]
    [SuppressMessage("Reliability", "CA2016", Justification = "Cancel() is what is tested.")]
    public async Task Cancel_FromAnotherThread_IsAnInterruptError()
    {
        using var db = TestDatabase.InMemory();
        using var command = new DuckDBCommand(Endless, db.Connection);
        var running = command.ExecuteScalarAsync();
        while (!running.IsCompleted)
        {
            command.Cancel();
            await Task.Delay(20);
        }

        Assert.Equal(DuckDBErrorType.Interrupt, (await Assert.ThrowsAsync<DuckDBException>(() => running)).ErrorType);
    }

    [Fact]
    public void CommandTimeout_Passed_StopsAndNamesIt()
    {
        using var db = TestDatabase.InMemory();
        using var command = new DuckDBCommand(Endless, db.Connection) { CommandTimeout = 1 };

        var error = Assert.Throws<DuckDBException>(() => command.ExecuteScalar());

        Assert.Contains("CommandTimeout", error.Message, StringComparison.Ordinal);
        Assert.Equal(DuckDBErrorType.Interrupt, error.ErrorType);
    }

    [Fact]
    public async Task Cancel_WhileStreaming_StopsTheFetch()
    {
        using var db = TestDatabase.InMemory();
        using var command = new DuckDBCommand("SELECT a.range FROM range(10000000000) a", db.Connection) { UseStreamingMode = true };
        await using var reader = await command.ExecuteReaderAsync();
        using var stop = new CancellationTokenSource();
        var rows = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await reader.ReadAsync(stop.Token))
            {
                if (++rows == 5000) await stop.CancelAsync();
            }
        });

        Assert.Equal(5000, rows);
        reader.Close();
        Assert.Equal(1, db.Scalar("SELECT 1"));
    }
}
