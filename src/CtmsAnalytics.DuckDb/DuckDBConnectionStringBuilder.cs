using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace CtmsAnalytics.DuckDb;

/// <summary>
/// A connection string: <c>Data Source</c> is a file or <c>:memory:</c>; every other key is a DuckDB configuration option under its own name, such as
/// <c>access_mode=read_only</c> or <c>threads=2</c>.
/// </summary>
public sealed class DuckDBConnectionStringBuilder : DbConnectionStringBuilder
{
    /// <summary>The data source of a database that lives in memory and belongs to one connection. <c>:memory:name</c> is shared by name.</summary>
    public const string InMemoryDataSource = ":memory:";

    private const string DataSourceKey = "Data Source";
    private const string AccessModeKey = "access_mode";

    /// <summary>Creates an empty connection string.</summary>
    public DuckDBConnectionStringBuilder()
    {
    }

    /// <summary>Reads a connection string; a bare path or <c>:memory:</c> without a key is taken for the data source.</summary>
    /// <param name="connectionString">For example <c>Data Source=market.duckdb;access_mode=read_only</c>.</param>
    /// <exception cref="ArgumentException">The text is not a list of key=value.</exception>
    public DuckDBConnectionStringBuilder(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        if (connectionString.Contains('=', StringComparison.Ordinal)) ConnectionString = connectionString;
        else DataSource = connectionString.Trim();
    }

    /// <summary>The database.</summary>
    /// <value>A path, <c>:memory:</c> or <c>:memory:name</c>; empty until it is set.</value>
    public string DataSource
    {
        get => TryGetValue(DataSourceKey, out var value) ? (string)value : "";
        set => this[DataSourceKey] = value;
    }

    /// <summary>How the database is opened.</summary>
    /// <value><c>automatic</c> (the default), <c>read_only</c> or <c>read_write</c>.</value>
    public string AccessMode
    {
        get => TryGetValue(AccessModeKey, out var value) ? (string)value : "automatic";
        set => this[AccessModeKey] = value;
    }

    /// <summary>Every key but the data source, in DuckDB's spelling.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Options
    {
        get
        {
            foreach (string key in Keys)
            {
                if (key.Equals(DataSourceKey, StringComparison.OrdinalIgnoreCase)) continue;
                yield return new(key, (string)base[key]);
            }
        }
    }

    /// <inheritdoc />
    [AllowNull]
    public override object this[string keyword]
    {
        get => base[Canonical(keyword)];
        set => base[Canonical(keyword)] = value;
    }

    /// <inheritdoc />
    public override bool TryGetValue(string keyword, [NotNullWhen(true)] out object? value) => base.TryGetValue(Canonical(keyword), out value);

    /// <inheritdoc />
    public override bool ContainsKey(string keyword) => base.ContainsKey(Canonical(keyword));

    /// <inheritdoc />
    public override bool Remove(string keyword) => base.Remove(Canonical(keyword));

    private static string Canonical(string keyword)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        var key = keyword.Trim().Replace(' ', '_').ToLowerInvariant();
        return key is "datasource" or "data_source" ? DataSourceKey : key;
    }
}
