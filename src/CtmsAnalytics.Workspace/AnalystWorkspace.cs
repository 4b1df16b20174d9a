using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Qualifications;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Schema;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace;

/// <summary>
/// The analyst's workspace: a folder with one DuckDB file that holds reference rates, market survey, rosters and runs. One process writes at a time.
/// Every change is one transaction: it is there completely or not at all.
/// </summary>
public sealed partial class AnalystWorkspace : IDisposable
{
    /// <summary>Name of the database file in the workspace's folder.</summary>
    public const string FileName = "workspace.duckdb";

    /// <summary>Name of the activity source that tells what a workspace does: files read, the database opened or raised.</summary>
    public const string ActivitySourceName = "CtmsAnalytics.Workspace";

    /// <summary>Name of the activity of a workspace that is raised to this program's version; its display name says so in one sentence.</summary>
    public const string RaisedActivity = "workspace.raise";

    private readonly DuckDBConnection _connection;
    private readonly TimeProvider _time;

    private AnalystWorkspace(string directory, DuckDBConnection connection, TimeProvider time)
    {
        Folder = directory;
        _connection = connection;
        _time = time;
    }

    /// <summary>The workspace's folder, as the user named it.</summary>
    public string Folder { get; }

    private string DatabasePath => Path.Combine(Folder, FileName);

    /// <summary>Version of the schema that this program writes, and that every open workspace has.</summary>
    public static int SchemaVersion => Migration.Latest;

    /// <summary>Version that the workspace had before it was opened; the same as <see cref="SchemaVersion"/> where it was not raised.</summary>
    public int VersionBefore { get; private init; } = Migration.Latest;

    /// <summary>Whether a folder holds a workspace.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>True when the database file is there, whatever is in it.</returns>
    public static bool Exists(string directory) => File.Exists(Path.Combine(directory, FileName));

    /// <summary>Makes a workspace with the shipped reference tables and opens it. It is built under another name and appears when it is complete.</summary>
    /// <param name="directory">The folder; it is made where there is none.</param>
    /// <param name="dataDirectory">Folder with <c>reference</c> and <c>policy</c>; null for the files beside the library or the program.</param>
    /// <param name="time">Clock for the times that are recorded; null for the system's.</param>
    /// <returns>The workspace, open for writing.</returns>
    /// <exception cref="InputException">There is a workspace already, the folder is a file, or a shipped file does not fit its table.</exception>
    /// <exception cref="IOException">The disk is full, or the folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static AnalystWorkspace Create(string directory, string? dataDirectory = null, TimeProvider? time = null) =>
        Create(directory, dataDirectory, time, Migration.Latest);

    /// <summary>
    /// Opens a workspace. One that an older program wrote is copied to <c>workspace.duckdb.v1.bak</c> (its version) and then raised to this program's version, whether it is
    /// opened for reading or for writing.
    /// </summary>
    /// <param name="directory">The folder.</param>
    /// <param name="readOnly">True to open without the right to write; default false.</param>
    /// <param name="time">Clock for the times that are recorded; null for the system's.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="InputException">There is none, it is another program's file, a newer program wrote it, or another process holds it.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static AnalystWorkspace Open(string directory, bool readOnly = false, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        time ??= TimeProvider.System;
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path)) throw Problem(directory, "There is no workspace in this folder.", $"Make one first: ctms init {directory}");
        if (new FileInfo(path).Length == 0) throw Problem(path, "The file is empty (0 bytes) and not a workspace.", "Put a backup in its place, or remove it and run ctms init.");
        using var activity = WorkspaceActivity.Start("workspace.open", Invariant($"opened {path} {(readOnly ? "for reading" : "for writing")}, schema version {Migration.Latest}"));
        var connection = Connect(path, readOnly);
        try
        {
            var version = Migrator.Require(connection, path);
            if (version < Migration.Latest) connection = Migrate(connection, path, version, readOnly, time);
            return new AnalystWorkspace(directory, connection, time) { VersionBefore = version };
        }
        catch (DuckDBException exception)
        {
            connection.Dispose();
            throw StorageErrors.Translate(exception, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Version of the schema of a workspace, read without changing it.</summary>
    /// <param name="directory">The folder of a workspace.</param>
    /// <returns>The version.</returns>
    /// <exception cref="InputException">It is another program's file, or another process holds it.</exception>
    internal static int VersionOf(string directory)
    {
        var path = Path.Combine(directory, FileName);
        using var connection = Connect(path, readOnly: true);
        return Migrator.Require(connection, path);
    }

    /// <summary>Number of rows by table, in the order of their names.</summary>
    /// <returns>Rows by table name.</returns>
    public IReadOnlyDictionary<string, long> RowCounts()
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in _connection.Query("SELECT table_name FROM duckdb_tables() WHERE NOT internal AND NOT temporary", r => r.GetString(0)))
            counts.Add(table, (long)_connection.Scalar($"SELECT count(*) FROM \"{table}\"")!);
        return counts;
    }

    /// <summary>Closes the file. Calling it again does nothing.</summary>
    public void Dispose() => _connection.Dispose();

    internal static AnalystWorkspace Create(string directory, string? dataDirectory, TimeProvider? time, int version)
    {
        ArgumentNullException.ThrowIfNull(directory);
        time ??= TimeProvider.System;
        var path = Path.Combine(directory, FileName);
        if (File.Exists(path)) throw Problem(directory, "There is a workspace in this folder already; it was not changed.", "Choose another folder.");
        if (File.Exists(directory)) throw Problem(directory, "This is a file, not a folder.", "Choose another name.");
        var isNewFolder = !Directory.Exists(directory);
        var partial = path + ".partial";
        try
        {
            Directory.CreateDirectory(directory);
            Discard(partial);
            using (var connection = Connect(partial, readOnly: false))
            {
                Migrator.Raise(connection, 0, version, time);
                using (var transaction = connection.BeginTransaction())
                {
                    var data = dataDirectory ?? ShippedData.Tables;
                    ReferenceTables.Load(connection, data);
                    ValuationStore.Bring(connection, data, time.GetUtcNow().UtcDateTime);
                    transaction.Commit();
                }

                connection.Execute("CHECKPOINT");
            }

            File.Move(partial, path, overwrite: false);
        }
        catch (Exception exception)
        {
            Discard(partial);
            if (isNewFolder && Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any()) Directory.Delete(directory);
            if (exception is DuckDBException error) throw StorageErrors.Translate(error, directory);
            throw;
        }

        return version == Migration.Latest ? Open(directory, readOnly: false, time) : new AnalystWorkspace(directory, Connect(path, readOnly: false), time);
    }

    private static DuckDBConnection Migrate(DuckDBConnection connection, string path, int version, bool readOnly, TimeProvider time)
    {
        var backup = Invariant($"{path}.v{version}.bak");
        using var activity = WorkspaceActivity.Start(RaisedActivity, Invariant($"{path} is raised from schema version {version} to {Migration.Latest}; the former file is kept as {backup}."));
        if (readOnly) connection = Reconnect(connection, path, version);

        // The copy is of a closed file: what is still in the write-ahead log goes into it first.
        connection.Execute("CHECKPOINT");
        connection.Dispose();
        Backup(path, backup);
        connection = Connect(path, readOnly: false);
        try
        {
            Migrator.Raise(connection, version, Migration.Latest, time);
            using (var transaction = connection.BeginTransaction())
            {
                ReferenceTables.Complete(connection, ShippedData.Tables);
                ValuationStore.Bring(connection, ShippedData.Tables, time.GetUtcNow().UtcDateTime);
                transaction.Commit();
            }

            activity?.SetStatus(ActivityStatusCode.Ok);
            if (!readOnly) return connection;
            connection.Execute("CHECKPOINT");
            connection.Dispose();
            return Connect(path, readOnly: true);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens for writing what was opened for reading, or says which command raises the workspace.</summary>
    private static DuckDBConnection Reconnect(DuckDBConnection reader, string path, int version)
    {
        reader.Dispose();
        try
        {
            return Connect(path, readOnly: false);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException(
                Invariant($"{path}: The workspace has schema version {version}, this program needs version {Migration.Latest}, and the folder cannot be written to. Run 'ctms init {Path.GetDirectoryName(path)}' as somebody who may write there; it raises the workspace and keeps a backup."),
                exception);
        }
    }

    private static void Backup(string path, string backup)
    {
        var partial = backup + ".partial";
        try
        {
            File.Copy(path, partial, overwrite: true);
            File.Move(partial, backup, overwrite: true);
        }
        catch (IOException exception)
        {
            Discard(partial);
            throw new IOException($"{path}: The workspace needs a newer version of its schema, and no backup could be written ({exception.Message}). Nothing was changed. Free some space and run the command again.", exception);
        }
    }

    private static DuckDBConnection Connect(string path, bool readOnly)
    {
        var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = path, AccessMode = readOnly ? "read_only" : "read_write" }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (DuckDBException exception)
        {
            connection.Dispose();
            throw StorageErrors.Translate(exception, path);
        }
    }

    private static void Discard(string partial)
    {
        foreach (var file in new[] { partial, partial + ".wal" })
        {
            if (File.Exists(file)) File.Delete(file);
        }
    }

    private static InputException Problem(string file, string what, string right) => new([new InputProblem(file, null, null, what, right)]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
