using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CtmsAnalytics.DuckDb.Appending;
using CtmsAnalytics.DuckDb.Execution;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb;

/// <summary>
/// A connection to a DuckDB database. Connections to the same file within a process share one database, and each has its own transaction. A connection is used
/// by one thread at a time; only <see cref="DuckDBCommand.Cancel"/> may come from another.
/// </summary>
/// <remarks>Closing a connection closes its readers, appenders and transaction; using one of them afterwards is an error that says so.</remarks>
public sealed class DuckDBConnection : DbConnection
{
    private readonly ConditionalWeakTable<IConnectionChild, object?> _children = [];
    private readonly Lock _gate = new();
    private DuckDBConnectionStringBuilder _settings;
    private DatabaseHandle? _database;
    private ConnectionHandle? _handle;
    private BatchWrite? _write;

    /// <summary>Creates a closed connection without a connection string.</summary>
    public DuckDBConnection()
        : this("")
    {
    }

    /// <summary>Creates a closed connection.</summary>
    /// <param name="connectionString"><c>Data Source=path</c>, <c>:memory:</c> or a bare path; see <see cref="DuckDBConnectionStringBuilder"/>.</param>
    public DuckDBConnection(string connectionString) => _settings = new DuckDBConnectionStringBuilder(connectionString);

    /// <summary>See <see cref="DuckDBConnectionStringBuilder"/>. It can be set only while the connection is closed.</summary>
    /// <exception cref="InvalidOperationException">The connection is open.</exception>
    [AllowNull]
    public override string ConnectionString
    {
        get => _settings.ConnectionString;
        set
        {
            if (_handle is not null) throw new InvalidOperationException("The connection is open; its connection string can be changed only while it is closed.");
            _settings = new DuckDBConnectionStringBuilder(value ?? "");
        }
    }

    /// <summary>The name of the database: the file's name without extension, or <c>memory</c>.</summary>
    public override string Database =>
        DataSource.StartsWith(DuckDBConnectionStringBuilder.InMemoryDataSource, StringComparison.Ordinal) ? "memory" : Path.GetFileNameWithoutExtension(DataSource);

    /// <summary>The file, or <c>:memory:</c>.</summary>
    public override string DataSource => _settings.DataSource;

    /// <summary>DuckDB's version, for example <c>v1.5.5</c>.</summary>
    public override unsafe string ServerVersion => NativeText.Borrowed(NativeMethods.LibraryVersion());

    /// <summary>Open or closed.</summary>
    public override ConnectionState State => _handle is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>For whoever is about to call DuckDB on this connection; an appender's rows that are under way arrive first.</summary>
    internal ConnectionHandle Handle
    {
        get
        {
            AwaitWrite();
            return _handle ?? throw new InvalidOperationException($"The connection to '{DataSource}' is not open. Call Open() first.");
        }
    }

    internal DuckDBTransaction? ActiveTransaction { get; set; }

    /// <summary>The reader that still streams from DuckDB; another statement on this connection would cut its rows off.</summary>
    internal DuckDBDataReader? ActiveStream { get; set; }

    /// <inheritdoc />
    protected override DbProviderFactory DbProviderFactory => DuckDBClientFactory.Instance;

    /// <summary>Opens the database; a file that does not exist is created unless the access mode is <c>read_only</c>.</summary>
    /// <exception cref="InvalidOperationException">The connection is already open, or no data source is given.</exception>
    /// <exception cref="DuckDBException">The file is not a database, cannot be read or written, is held by another process, or an option is unknown.</exception>
    public override void Open()
    {
        if (_handle is not null) throw new InvalidOperationException($"The connection to '{DataSource}' is already open.");
        OpenOn(DatabaseOpener.Open(_settings));
    }

    /// <inheritdoc />
    public override Task OpenAsync(CancellationToken cancellationToken) => Task.Run(Open, cancellationToken);

    /// <summary>Opens a second connection to the same database, also where it lives in memory.</summary>
    /// <returns>An open connection with its own transaction.</returns>
    /// <exception cref="InvalidOperationException">This connection is not open.</exception>
    public DuckDBConnection Duplicate()
    {
        _ = Handle;
        var twin = new DuckDBConnection { _settings = new DuckDBConnectionStringBuilder(ConnectionString) };
        twin.OpenOn(_database!);
        return twin;
    }

    /// <summary>Closes the connection and with it its readers, appenders and transaction (which is rolled back). Closing twice does nothing.</summary>
    public override void Close()
    {
        ConnectionHandle? handle;
        lock (_gate)
        {
            if (_handle is null) return;
            AwaitWrite();
            foreach (var (child, _) in _children.ToArray()) child.OnConnectionClosing();
            _children.Clear();
            (handle, _handle) = (_handle, null);
            ActiveTransaction = null;
            ActiveStream = null;
        }
        handle.Dispose();
        _database?.Dispose();
        _database = null;
        OnStateChange(new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
    }

    /// <summary>DuckDB attaches databases by SQL; a connection does not change its own.</summary>
    /// <param name="databaseName">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A connection keeps its database. Use ATTACH and USE in SQL instead.");

    /// <summary>Begins a transaction.</summary>
    /// <returns>The transaction; disposing it without a commit rolls back.</returns>
    /// <exception cref="InvalidOperationException">A transaction is already open on this connection.</exception>
    public new DuckDBTransaction BeginTransaction() => new(this, IsolationLevel.Snapshot);

    /// <summary>Begins a transaction.</summary>
    /// <param name="isolationLevel">Snapshot, which is what DuckDB has, or unspecified.</param>
    /// <returns>The transaction; disposing it without a commit rolls back.</returns>
    /// <exception cref="ArgumentException">Another isolation level is asked for.</exception>
    /// <exception cref="InvalidOperationException">A transaction is already open on this connection.</exception>
    public new DuckDBTransaction BeginTransaction(IsolationLevel isolationLevel) => new(this, isolationLevel);

    /// <summary>Creates a command on this connection.</summary>
    /// <returns>An empty command.</returns>
    public new DuckDBCommand CreateCommand() => new() { Connection = this };

    /// <summary>Begins a bulk load into a table. Its rows are kept by <see cref="DuckDBAppender.Close"/> and by nothing else.</summary>
    /// <param name="table">The table's name, as it is (no quoting, no schema in it).</param>
    /// <returns>The appender.</returns>
    /// <exception cref="DuckDBException">There is no such table.</exception>
    public DuckDBAppender CreateAppender(string table) => CreateAppender(null, null, table);

    /// <summary>Begins a bulk load into a table. Its rows are kept by <see cref="DuckDBAppender.Close"/> and by nothing else.</summary>
    /// <param name="schema">The schema's name, or null for the default one.</param>
    /// <param name="table">The table's name, as it is.</param>
    /// <returns>The appender.</returns>
    /// <exception cref="DuckDBException">There is no such table.</exception>
    public DuckDBAppender CreateAppender(string? schema, string table) => CreateAppender(null, schema, table);

    /// <summary>Begins a bulk load into a table. Its rows are kept by <see cref="DuckDBAppender.Close"/> and by nothing else.</summary>
    /// <param name="catalog">The attached database's name, or null for the default one.</param>
    /// <param name="schema">The schema's name, or null for the default one.</param>
    /// <param name="table">The table's name, as it is.</param>
    /// <returns>The appender.</returns>
    /// <exception cref="DuckDBException">There is no such table.</exception>
    public DuckDBAppender CreateAppender(string? catalog, string? schema, string table) => new(this, catalog, schema, table);

    internal void Register(IConnectionChild child) => _children.AddOrUpdate(child, null);

    /// <summary>Lets an appender's batch go to DuckDB beside its caller. One at a time on a connection, and no statement meanwhile.</summary>
    internal void Start(BatchWrite write)
    {
        AwaitWrite();
        _write = write;
        write.Start();
    }

    /// <summary>Returns when no appender's batch is under way. A batch that failed is its appender's to report.</summary>
    internal void AwaitWrite()
    {
        if (_write is not { } write) return;
        write.Wait();
        _write = null;
    }

    internal void Unregister(IConnectionChild child) => _children.Remove(child);

    internal void RunToEnd(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Stops what the connection is doing; nothing happens when it does nothing or is closed.</summary>
    internal void Interrupt()
    {
        try
        {
            if (_handle is { } handle) NativeMethods.Interrupt(handle);
        }
        catch (ObjectDisposedException)
        {
            // Closed between the look and the call: there is nothing left to stop.
        }
    }

    /// <inheritdoc />
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel);

    /// <inheritdoc />
    protected override DbCommand CreateDbCommand() => CreateCommand();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    private void OpenOn(DatabaseHandle database)
    {
        if (NativeMethods.Connect(database, out var connection) != NativeState.Success)
        {
            database.Dispose();
            throw new DuckDBException($"DuckDB opened '{DataSource}' but could not connect to it.", DuckDBErrorType.Connection, null);
        }
        _database = database;
        _handle = new ConnectionHandle(connection, database);
        OnStateChange(new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open));
    }
}
