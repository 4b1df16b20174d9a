namespace CtmsAnalytics.DuckDb.Tests;

/// <summary>An open database in memory, or in a folder that is deleted afterwards, with the two lines that most tests need.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo? _folder;

    private TestDatabase(DuckDBConnection connection, DirectoryInfo? folder)
    {
        (Connection, _folder) = (connection, folder);
        connection.Open();
    }

    internal DuckDBConnection Connection { get; }

    internal string File => Connection.DataSource;

    internal static TestDatabase InMemory() => new(new DuckDBConnection(":memory:"), null);

    internal static TestDatabase OnDisk()
    {
        var folder = Directory.CreateTempSubdirectory("duckdb-");
        return new TestDatabase(new DuckDBConnection($"Data Source={Path.Combine(folder.FullName, "test.duckdb")}"), folder);
    }

    public void Dispose()
    {
        Connection.Dispose();
        _folder?.Delete(recursive: true);
    }

    internal int Run(string sql, params DuckDBParameter[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    internal object? Scalar(string sql, params DuckDBParameter[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

    internal T Value<T>(string sql, params DuckDBParameter[] parameters)
    {
        using var reader = Read(sql, parameters);
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }

    internal DuckDBDataReader Read(string sql, params DuckDBParameter[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteReader();
    }

    private DuckDBCommand Command(string sql, DuckDBParameter[] parameters)
    {
        var command = new DuckDBCommand(sql, Connection);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
