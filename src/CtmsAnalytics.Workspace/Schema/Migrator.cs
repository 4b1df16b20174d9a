using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Schema;

/// <summary>Reads and raises the version of a workspace's schema.</summary>
internal static class Migrator
{
    /// <summary>Version of the schema; null where the database is not a workspace.</summary>
    public static int? VersionOf(DuckDBConnection connection)
    {
        var tables = (long)connection.Scalar("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'workspace_version' AND NOT temporary")!;
        return tables == 0 ? null : connection.Scalar("SELECT max(version) FROM workspace_version") as int?;
    }

    /// <summary>Runs the steps above a version, each in a transaction of its own.</summary>
    public static void Raise(DuckDBConnection connection, int from, int to, TimeProvider time)
    {
        foreach (var migration in Migration.All.Where(m => m.Version > from && m.Version <= to))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(migration.Sql);
            connection.Execute("INSERT INTO workspace_version VALUES (?, ?, ?)", migration.Version, migration.Name, time.GetUtcNow().UtcDateTime);
            transaction.Commit();
        }
    }

    /// <summary>The version of an existing workspace, or the reason why it cannot be used.</summary>
    public static int Require(DuckDBConnection connection, string path)
    {
        if (VersionOf(connection) is not { } version)
            throw new InputException([new InputProblem(path, null, null, "This is a DuckDB database, but not a workspace.", "Name a folder that 'ctms init' has made.")]);
        if (version <= Migration.Latest) return version;
        var (theirs, ours) = (version.ToString(CultureInfo.InvariantCulture), Migration.Latest.ToString(CultureInfo.InvariantCulture));
        throw new InputException([new InputProblem(path, null, null, $"The workspace has version {theirs} and this program knows versions up to {ours}: it was written by a newer program.",
            $"Use the newer program, or a backup of the workspace of version {ours} or below.")]);
    }
}
