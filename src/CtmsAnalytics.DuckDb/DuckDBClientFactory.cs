using System.Data.Common;

namespace CtmsAnalytics.DuckDb;

/// <summary>Creates this provider's objects for code that is written against ADO.NET's base classes.</summary>
public sealed class DuckDBClientFactory : DbProviderFactory
{
    /// <summary>The only instance.</summary>
    public static readonly DuckDBClientFactory Instance = new();

    private DuckDBClientFactory()
    {
    }

    /// <inheritdoc />
    public override DbConnection CreateConnection() => new DuckDBConnection();

    /// <inheritdoc />
    public override DbCommand CreateCommand() => new DuckDBCommand();

    /// <inheritdoc />
    public override DbParameter CreateParameter() => new DuckDBParameter();

    /// <inheritdoc />
    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new DuckDBConnectionStringBuilder();
}
