namespace CtmsAnalytics.DuckDb.Tests;

/// <summary>Rows go to DuckDB beside the caller; what the caller does meanwhile must neither meet them nor lose their errors.</summary>
public sealed class AppenderConcurrencyTests
{
    private const int ManyRows = 200_000;

    [Fact]
    public void Failure_WhileTheCallerFills_IsThrownByALaterCallAndKeepsNothing()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER CHECK (v <> 20000))");
        using var appender = db.Connection.CreateAppender("t");

        var error = Assert.Throws<DuckDBException>(() =>
        {
            for (var i = 0; i < ManyRows; i++) appender.CreateRow().AppendValue(i).EndRow();
        });

        Assert.Equal(DuckDBErrorType.Constraint, error.ErrorType);
        Assert.Contains("'t'", error.Message, StringComparison.Ordinal);
        Assert.Contains("CHECK", error.Message, StringComparison.Ordinal);
        Assert.InRange(appender.RowCount, 20_000, ManyRows - 1);
        Assert.Contains("failed", Assert.Throws<InvalidOperationException>(() => appender.CreateRow()).Message, StringComparison.Ordinal);
        Assert.Contains("failed", Assert.Throws<InvalidOperationException>(appender.Close).Message, StringComparison.Ordinal);
        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
        using var next = db.Connection.BeginTransaction();
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    [InlineData(300_000)]
    public void Failure_InABlock_IsThrownAtTheLatestByClose(int rows)
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER PRIMARY KEY)");
        using var appender = db.Connection.CreateAppender("t");

        var error = Assert.Throws<DuckDBException>(() =>
        {
            appender.CreateColumns(rows).Column<int>(new int[rows]).Append();
            appender.Close();
        });

        Assert.Equal(DuckDBErrorType.Constraint, error.ErrorType);
        appender.Dispose();
        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Dispose_WhileABlockIsUnderWay_KeepsNothingAndFreesTheConnection()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t (v INTEGER, s VARCHAR)");
        var numbers = Enumerable.Range(0, 65_536).ToArray();
        var texts = numbers.Select(i => $"a text of more than twelve bytes, {i}").ToArray();
        for (var round = 0; round < 10; round++)
        {
            var appender = db.Connection.CreateAppender("t");
            for (var block = 0; block <= round % 3; block++) appender.CreateColumns(numbers.Length).Column<int>(numbers).Column<string>(texts).Append();
            appender.Dispose();
            appender.Dispose();
            Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
        }
    }

    [Fact]
    public void Dispose_AfterAFailureThatNobodySaw_IsQuiet()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER PRIMARY KEY)");
        var appender = db.Connection.CreateAppender("t");
        appender.CreateColumns(20_000).Column<int>(new int[20_000]).Append();
        appender.Dispose();

        db.Run("INSERT INTO t VALUES (1)");
        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Connection_ClosedWhileABlockIsUnderWay_DiscardsIt()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t (v INTEGER)");
        for (var round = 0; round < 10; round++)
        {
            using var appender = db.Connection.CreateAppender("t");
            appender.CreateColumns(65_536).Column<int>(new int[65_536]).Append();
            db.Connection.Close();
            Assert.Contains("connection was closed", Assert.Throws<InvalidOperationException>(appender.Close).Message, StringComparison.Ordinal);
            db.Connection.Open();
        }

        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task Statements_OnTheSameConnection_WaitForTheRowsUnderWay()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER); CREATE TABLE log (v BIGINT)");
        using var prepared = new DuckDBCommand("SELECT count(*) FROM log", db.Connection);
        prepared.Prepare();
        using (var appender = db.Connection.CreateAppender("t"))
        {
            for (var block = 0; block < 30; block++)
            {
                appender.CreateColumns(20_000).Column<int>(Enumerable.Range(block * 20_000, 20_000).ToArray()).Append();
                if (block % 3 == 0) db.Run("INSERT INTO log SELECT count(*) FROM t");
                if (block % 3 == 1) Assert.Equal(block / 3 + 1L, prepared.ExecuteScalar());
                if (block % 3 == 2) Assert.Equal(1, await new DuckDBCommand("SELECT 1", db.Connection).ExecuteScalarAsync());
            }
            appender.Close();
        }

        Assert.Equal(600_000L, db.Scalar("SELECT count(DISTINCT v) FROM t"));
        Assert.Equal(10L, db.Scalar("SELECT count(*) FROM log"));
    }

    [Fact]
    public void Statement_AfterAFailureThatNobodySaw_IsNotKeptWithoutTheRows()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER PRIMARY KEY); CREATE TABLE log (v INTEGER)");
        using var appender = db.Connection.CreateAppender("t");
        appender.CreateColumns(20_000).Column<int>(new int[20_000]).Append();

        Assert.Equal(DuckDBErrorType.Transaction, Assert.Throws<DuckDBException>(() => db.Run("INSERT INTO log VALUES (1)")).ErrorType);
        Assert.Equal(DuckDBErrorType.Constraint, Assert.Throws<DuckDBException>(appender.Close).ErrorType);
        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM log"));
    }

    [Fact]
    public void Transaction_CommittedAfterAFailureThatNobodySaw_IsRefused()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER PRIMARY KEY); CREATE TABLE log (v INTEGER)");
        using (var transaction = db.Connection.BeginTransaction())
        {
            db.Run("INSERT INTO log VALUES (1)");
            using var appender = db.Connection.CreateAppender("t");
            appender.CreateColumns(20_000).Column<int>(new int[20_000]).Append();
            Assert.Throws<DuckDBException>(transaction.Commit);
        }

        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM log"));
        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void TwoAppenders_OfOneTransaction_TakeTurns()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE a (v INTEGER); CREATE TABLE b (v VARCHAR)");
        using var transaction = db.Connection.BeginTransaction();
        using (var first = db.Connection.CreateAppender("a"))
        using (var second = db.Connection.CreateAppender("b"))
        {
            for (var i = 0; i < ManyRows; i++)
            {
                first.CreateRow().AppendValue(i).EndRow();
                second.CreateRow().AppendValue($"a text of more than twelve bytes, {i}").EndRow();
            }
            first.Close();
            second.Close();
        }
        transaction.Commit();

        Assert.Equal((long)ManyRows, db.Scalar("SELECT count(*) FROM a JOIN b ON b.v = 'a text of more than twelve bytes, ' || a.v"));
    }

    [Fact]
    public void Stream_OpenWhileAChunkFills_RefusesTheRowsAndLosesNone()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");
        using var appender = db.Connection.CreateAppender("t");
        var rows = 0;
        using (var command = new DuckDBCommand("SELECT * FROM range(1000000)", db.Connection) { UseStreamingMode = true })
        using (command.ExecuteReader())
        {
            Assert.Throws<InvalidOperationException>(() =>
            {
                for (; rows < ManyRows; rows++) appender.CreateRow().AppendValue(rows).EndRow();
            });
            Assert.Throws<InvalidOperationException>(() => appender.CreateRow());
        }
        for (rows = (int)appender.RowCount; rows < ManyRows; rows++) appender.CreateRow().AppendValue(rows).EndRow();
        appender.Close();

        Assert.Equal((long)ManyRows, db.Scalar("SELECT count(DISTINCT v) FROM t"));
        Assert.Equal((long)ManyRows, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Block_GivenUp_LeavesNothingBehind()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER, s VARCHAR)");
        using var appender = db.Connection.CreateAppender("t");
        var given = appender.CreateColumns(10_000).Column<int>(new int[10_000], Enumerable.Repeat(true, 10_000).ToArray());
        var row = appender.CreateRow();
        row.AppendValue(1).AppendValue("kept").EndRow();
        Assert.Contains("given up", Assert.Throws<InvalidOperationException>(() => given.Column<string>(new string[10_000])).Message, StringComparison.Ordinal);

        row = appender.CreateRow();
        var block = appender.CreateColumns(2).Column<int>([2, 3]);
        Assert.Throws<InvalidOperationException>(() => row.AppendValue(9));
        block.Column<string>(["also", "kept"]).Append();
        appender.Close();

        Assert.Equal("1 kept, 2 also, 3 kept", db.Scalar("SELECT string_agg(v || ' ' || s, ', ' ORDER BY v) FROM t"));
    }

    [Fact]
    public void Texts_OfEveryLengthAndWidth_ArriveAsTheyWere()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (id INTEGER, s VARCHAR, l VARCHAR[])");
        string[] letters = ["a", "é", "€", "😀", "\0"];
        var texts = Enumerable.Range(0, 3000).Select(i => string.Concat(Enumerable.Repeat(letters[i % 5], i % 41 + (i % 500 == 0 ? 6000 : 0)))).ToArray();
        using (var appender = db.Connection.CreateAppender("t"))
        {
            for (var i = 0; i < texts.Length; i++) appender.CreateRow().AppendValue(i).AppendValue(texts[i]).AppendValue(new[] { texts[i], texts[^(i + 1)] }).EndRow();
            Assert.Contains("position 13", Assert.Throws<ArgumentException>(() => appender.CreateRow().AppendValue(1).AppendValue("thirteen char\ud83d")).Message, StringComparison.Ordinal);
            Assert.Contains("position 5", Assert.Throws<ArgumentException>(() => appender.CreateRow().AppendValue(1).AppendValue("short\ud83d")).Message, StringComparison.Ordinal);
            appender.Close();
        }

        using var reader = db.Read("SELECT s, l FROM t ORDER BY id");
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(texts[i], reader.GetString(0));
            Assert.Equal([texts[i], texts[^(i + 1)]], reader.GetFieldValue<string[]>(1));
        }
    }
}
