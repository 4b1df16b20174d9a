using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Workspace;

/// <summary>
/// A workspace for a notebook or any other program: each method does what a command of <c>ctms</c> does, on the same inputs with the same identifiers. A method opens the workspace's file, works and closes it,
/// so that a notebook that stays open locks nobody out. One thread uses a workbench at a time.
/// </summary>
public sealed partial class Workbench
{
    private readonly int? _rosterId;
    private (FileStamp Stamp, WorkspaceSnapshot Snapshot)? _read;

    private Workbench(string folder, int? rosterId) => (Folder, _rosterId) = (folder, rosterId);

    /// <summary>Folder of the workspace, as the user named it.</summary>
    public string Folder { get; }

    /// <summary>The people of the roster, by identifier in ordinal order. Read once, and again after the workspace's file has changed.</summary>
    /// <exception cref="InputException">The workspace has no roster or no market wages, or another process holds it.</exception>
    public IReadOnlyList<RosterPerson> Roster => Snapshot().Input.Roster;

    /// <summary>Which roster it is: number, file, day and people.</summary>
    /// <exception cref="InputException">The workspace has no roster or no market wages, or another process holds it.</exception>
    public RosterInfo RosterInfo => Snapshot().Roster;

    /// <summary>Everything beside scenarios that is computed with: roster, parameters, wages and markets.</summary>
    /// <exception cref="InputException">The workspace has no roster or no market wages, or another process holds it.</exception>
    public ProjectionInput Input => Snapshot().Input;

    /// <summary>Opens a workspace.</summary>
    /// <param name="folder">Its folder, as <c>ctms init</c> has made it.</param>
    /// <param name="roster">Number of the roster as <c>ctms rosters</c> lists it; null for the current one.</param>
    /// <returns>The workbench.</returns>
    /// <exception cref="InputException">There is no workspace in the folder, it is another program's file, or another process holds it.</exception>
    public static Workbench Open(string folder, int? roster = null)
    {
        using (AnalystWorkspace.Open(folder, readOnly: true))
        {
            return new Workbench(folder, roster);
        }
    }

    /// <summary>Runs a query on the tables of the workspace: <c>roster_person</c>, <c>market_wage</c>, <c>run_cost</c> and others.</summary>
    /// <param name="sql">One statement that reads, with parameters as <c>$name</c>.</param>
    /// <param name="parameters">An object whose properties are the parameters, for example <c>new { year = 2028 }</c>, or a dictionary by name; null for none. Values are bound, never pasted into the statement.</param>
    /// <param name="rows">Rows to hold; the others are only counted. 0 or more.</param>
    /// <param name="tables">Sequences of records, or results of other queries, that the statement reads like tables: an object whose properties they are, for example <c>new { movers }</c>; null for none.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>The result: the first rows, and how many there are.</returns>
    /// <exception cref="InputException">The statement cannot be run, changes something, or reads anything but the workspace; the message is the database's.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ResultTable Sql(string sql, object? parameters = null, int rows = ResultTable.DefaultRows, object? tables = null, CancellationToken cancellationToken = default) =>
        Read(workspace => workspace.Query(sql, parameters, rows, tables, cancellationToken));

    /// <summary>Which of some names are tables or views of the workspace.</summary>
    /// <param name="names">Names.</param>
    /// <returns>Those that are, letter case ignored.</returns>
    /// <exception cref="InputException">Another process holds the workspace.</exception>
    public IReadOnlySet<string> TablesAmong(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var tables = Sql("SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views()").Columns[0].As<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Where(tables.Contains).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private T Read<T>(Func<AnalystWorkspace, T> read)
    {
        using var workspace = AnalystWorkspace.Open(Folder, readOnly: true);
        return read(workspace);
    }

    private T Write<T>(Func<AnalystWorkspace, T> write)
    {
        var isCurrent = _read is var (stamp, _) && stamp == FileStamp.Of(Folder);
        T result;
        using (var workspace = AnalystWorkspace.Open(Folder)) result = write(workspace);
        // What this workbench stores are results, which nothing is computed from.
        if (isCurrent) _read = (FileStamp.Of(Folder), _read!.Value.Snapshot);
        return result;
    }

    private WorkspaceSnapshot Snapshot()
    {
        var stamp = FileStamp.Of(Folder);
        if (_read is var (known, snapshot) && known == stamp) return snapshot;
        var read = Read(workspace => WorkspaceSnapshot.Read(workspace, _rosterId));
        _read = (stamp, read);
        return read;
    }

    /// <summary>What tells whether the workspace's file is still the one that was read.</summary>
    private readonly record struct FileStamp(DateTime Written, long Length, DateTime LogWritten)
    {
        public static FileStamp Of(string folder)
        {
            var path = Path.Combine(folder, AnalystWorkspace.FileName);
            var file = new FileInfo(path);
            return file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length, File.GetLastWriteTimeUtc(path + ".wal")) : default;
        }
    }
}
