using System.Data;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Tests;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData(":memory:")]
    [InlineData("Data Source=:memory:")]
    [InlineData("DataSource=:memory:;threads=1")]
    public void Open_InMemory_AnswersAQuery(string connectionString)
    {
        using var connection = new DuckDBConnection(connectionString);
        connection.Open();
        using var command = new DuckDBCommand("SELECT 42", connection);

        Assert.Equal(42, command.ExecuteScalar());
        Assert.Equal(ConnectionState.Open, connection.State);
        Assert.StartsWith("v1.", connection.ServerVersion, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UnnamedMemoryTwice_AreTwoDatabases()
    {
        using var one = TestDatabase.InMemory();
        using var two = TestDatabase.InMemory();
        one.Run("CREATE TABLE t (v INTEGER)");

        var error = Assert.Throws<DuckDBException>(() => two.Scalar("SELECT count(*) FROM t"));
        Assert.Equal(DuckDBErrorType.Catalog, error.ErrorType);
    }

    [Fact]
    public void Duplicate_OfMemory_SeesTheSameTables()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t AS SELECT 7 AS v");
        using var twin = db.Connection.Duplicate();
        using var command = new DuckDBCommand("SELECT v FROM t", twin);

        Assert.Equal(7, command.ExecuteScalar());
        db.Connection.Close();
        Assert.Equal(7, command.ExecuteScalar());
    }

    [Fact]
    public void Open_SameFileTwice_SharesTheDatabase()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t AS SELECT 7 AS v");
        using var second = new DuckDBConnection($"Data Source={db.File}");
        second.Open();
        using var command = new DuckDBCommand("UPDATE t SET v = 8", second);

        Assert.Equal(1, command.ExecuteNonQuery());
        Assert.Equal(8, db.Scalar("SELECT v FROM t"));
    }

    [Fact]
    public void Open_ReadOnly_RefusesToWriteAndSaysSo()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t AS SELECT 7 AS v");
        db.Connection.Close();
        using var connection = new DuckDBConnection($"Data Source={db.File};access_mode=read_only");
        connection.Open();
        using var command = new DuckDBCommand("INSERT INTO t VALUES (1)", connection);

        Assert.Contains("read-only", Assert.Throws<DuckDBException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_NamesTheFileAndLeavesItAlone()
    {
        using var db = TestDatabase.OnDisk();
        db.Connection.Close();
        var file = Path.Combine(Path.GetDirectoryName(db.File)!, "notes.txt");
        var content = string.Concat(Enumerable.Repeat("not a database, only a long text. ", 500));
        File.WriteAllText(file, content);
        using var connection = new DuckDBConnection($"Data Source={file}");

        var error = Assert.Throws<DuckDBException>(connection.Open);

        Assert.Contains("notes.txt", error.Message, StringComparison.Ordinal);
        Assert.Contains("not a valid DuckDB database", error.Message, StringComparison.Ordinal);
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public void Open_FolderThatIsNotThere_IsAnIoErrorWithThePath()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-folder-for-duckdb", "x.duckdb");
        using var connection = new DuckDBConnection($"Data Source={path}");

        var error = Assert.Throws<DuckDBException>(connection.Open);

        Assert.Equal(DuckDBErrorType.IO, error.ErrorType);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UnknownOption_NamesIt()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:;colour=blue");

        Assert.Contains("colour", Assert.Throws<DuckDBException>(connection.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WithoutDataSource_SaysWhatToGive()
    {
        using var connection = new DuckDBConnection("threads=1");

        Assert.Contains("Data Source", Assert.Throws<InvalidOperationException>(connection.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Close_TwiceAndDispose_DoesNothingMore()
    {
        var connection = new DuckDBConnection(":memory:");
        connection.Open();
        connection.Close();
        connection.Close();
        connection.Dispose();
        connection.Dispose();

        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<InvalidOperationException>(() => connection.CreateAppender("t"));
        Assert.Throws<InvalidOperationException>(() => connection.BeginTransaction());
    }

    [Fact]
    public void Close_ReleasesTheFile_WithReaderPreparedCommandAndAppenderLeftOpen()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t AS SELECT range AS v FROM range(100000)");
        var command = db.Connection.CreateCommand();
        command.CommandText = "SELECT * FROM t";
        command.Prepare();
        command.ExecuteReader().Read();
        db.Connection.CreateAppender("t").CreateRow().AppendValue(1).EndRow();
        Assert.Throws<DuckDBException>(() => db.Run("SELEC"));
        Assert.Throws<DuckDBException>(() => db.Run("SELECT nothing_here"));
        Assert.Throws<DuckDBException>(() => db.Run("SELECT error('x') FROM t"));
        db.Connection.Close();

        // A database that was not let go would be found in this process with other options, and refused.
        using var readOnly = new DuckDBConnection($"Data Source={db.File};access_mode=read_only");
        readOnly.Open();
        using var count = new DuckDBCommand("SELECT count(*) FROM t", readOnly);
        Assert.Equal(100000L, count.ExecuteScalar());
    }

    [Fact]
    public void Close_ReleasesTheFile_AfterAnAppenderThatCouldNotBegin()
    {
        using var db = TestDatabase.OnDisk();
        Assert.Throws<DuckDBException>(() => db.Connection.CreateAppender("nothing_here"));
        db.Connection.Close();

        using var readOnly = new DuckDBConnection($"Data Source={db.File};access_mode=read_only");
        readOnly.Open();
        Assert.Equal(ConnectionState.Open, readOnly.State);
    }

    [Fact]
    public void Reopen_AfterClose_Works()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t AS SELECT 1 AS v");
        db.Connection.Close();
        db.Connection.Open();

        Assert.Equal(1, db.Scalar("SELECT v FROM t"));
    }

    [Fact]
    public void Locator_NotFound_SaysWhereItLooked()
    {
        var candidates = NativeLibraryLocator.Candidates("/app", "/lib");
        var message = NativeLibraryLocator.NotFoundMessage(candidates);

        Assert.Equal(4, candidates.Count);
        Assert.All(candidates, candidate => Assert.Contains(candidate, message, StringComparison.Ordinal));
        Assert.Contains(NativeLibraryLocator.Platform, candidates[0], StringComparison.Ordinal);
    }
}
