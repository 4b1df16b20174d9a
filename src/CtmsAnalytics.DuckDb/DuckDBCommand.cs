using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using CtmsAnalytics.DuckDb.Execution;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb;

/// <summary>SQL, one statement or several, with its parameters.</summary>
public sealed class DuckDBCommand : DbCommand, IConnectionChild
{
    private string _commandText = "";
    private int _commandTimeout;
    private DuckDBConnection? _connection;
    private StatementHandle? _prepared;

    /// <summary>Creates an empty command.</summary>
    public DuckDBCommand()
    {
    }

    /// <summary>Creates a command.</summary>
    /// <param name="commandText">The SQL.</param>
    /// <param name="connection">The connection, or null to set it later.</param>
    public DuckDBCommand(string commandText, DuckDBConnection? connection = null)
    {
        CommandText = commandText;
        Connection = connection;
    }

    /// <summary>The SQL; several statements are separated by semicolons. Values belong into <see cref="Parameters"/>.</summary>
    [AllowNull]
    public override string CommandText
    {
        get => _commandText;
        set
        {
            DropPrepared();
            _commandText = value ?? "";
        }
    }

    /// <summary>How long one statement may run.</summary>
    /// <value>Whole seconds, 0 or more; 0, the default, is no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">A negative value is set.</exception>
    public override int CommandTimeout
    {
        get => _commandTimeout;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _commandTimeout = value;
        }
    }

    /// <summary>Text; DuckDB has no stored procedures.</summary>
    /// <exception cref="NotSupportedException">Another type is set.</exception>
    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new NotSupportedException($"DuckDB runs SQL text only; {value} cannot be set. Use SELECT * FROM or CALL in the text.");
        }
    }

    /// <inheritdoc />
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc />
    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <summary>
    /// Whether rows are fetched from DuckDB as they are read, instead of being finished in memory first. A streaming reader must be disposed before the
    /// connection runs another statement.
    /// </summary>
    /// <value>Default false.</value>
    public bool UseStreamingMode { get; set; }

    /// <summary>The connection.</summary>
    public new DuckDBConnection? Connection
    {
        get => _connection;
        set
        {
            if (_connection != value) DropPrepared();
            _connection = value;
        }
    }

    /// <summary>The transaction; the connection's own is used whatever is set here.</summary>
    public new DuckDBTransaction? Transaction { get; set; }

    /// <summary>The parameters.</summary>
    public new DuckDBParameterCollection Parameters { get; } = new();

    /// <inheritdoc />
    protected override DbConnection? DbConnection
    {
        get => Connection;
        set => Connection = (DuckDBConnection?)value;
    }

    /// <inheritdoc />
    protected override DbParameterCollection DbParameterCollection => Parameters;

    /// <inheritdoc />
    protected override DbTransaction? DbTransaction
    {
        get => Transaction;
        set => Transaction = (DuckDBTransaction?)value;
    }

    /// <summary>Stops what the connection is running, from any thread; the stopped call throws a <see cref="DuckDBException"/> of type Interrupt.</summary>
    public override void Cancel() => Connection?.Interrupt();

    /// <summary>Runs every statement.</summary>
    /// <returns>The rows that INSERT, UPDATE and DELETE changed together; -1 when there was none of them.</returns>
    /// <exception cref="DuckDBException">DuckDB reported an error; statements before the failing one have run.</exception>
    public override int ExecuteNonQuery() => RunToEnd(CancellationToken.None);

    /// <inheritdoc cref="ExecuteNonQuery" />
    /// <param name="cancellationToken">Stops the running statement.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => Task.Run(() => RunToEnd(cancellationToken), cancellationToken);

    /// <summary>Runs every statement and gives the first value of the first result.</summary>
    /// <returns>The value; <see cref="DBNull"/> for NULL; null when there is no row.</returns>
    /// <exception cref="DuckDBException">DuckDB reported an error.</exception>
    public override object? ExecuteScalar() => RunForScalar(CancellationToken.None);

    /// <inheritdoc cref="ExecuteScalar" />
    /// <param name="cancellationToken">Stops the running statement.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => Task.Run(() => RunForScalar(cancellationToken), cancellationToken);

    /// <summary>Runs statements up to the first that gives rows; the ones after it run by <see cref="DuckDBDataReader.NextResult()"/>.</summary>
    /// <returns>The reader.</returns>
    /// <exception cref="DuckDBException">DuckDB reported an error.</exception>
    public new DuckDBDataReader ExecuteReader() => Read(CommandBehavior.Default, CancellationToken.None);

    /// <inheritdoc cref="ExecuteReader()" />
    /// <param name="behavior"><see cref="CommandBehavior.CloseConnection"/> is honoured.</param>
    public new DuckDBDataReader ExecuteReader(CommandBehavior behavior) => Read(behavior, CancellationToken.None);

    /// <inheritdoc cref="ExecuteReader()" />
    /// <param name="cancellationToken">Stops the running statement.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public new Task<DuckDBDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(CommandBehavior.Default, cancellationToken), cancellationToken);

    /// <summary>Prepares the SQL once for many executions. It must be one statement.</summary>
    /// <exception cref="InvalidOperationException">The SQL has several statements, or there is no open connection.</exception>
    /// <exception cref="DuckDBException">The SQL is wrong.</exception>
    public override void Prepare()
    {
        if (_prepared is not null) return;
        var connection = OpenConnection();
        StatementRunner.ThrowIfStreaming(connection);
        using var source = new StatementSource(connection.Handle, CommandText);
        if (source.Count != 1) throw new InvalidOperationException($"Only a single statement can be prepared; the command has {source.Count}.");
        _prepared = source.Prepare(0);
        connection.Register(this);
    }

    void IConnectionChild.OnConnectionClosing() => DropPrepared();

    /// <inheritdoc />
    protected override DbParameter CreateDbParameter() => new DuckDBParameter();

    /// <inheritdoc />
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Read(behavior, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await Task.Run(() => Read(behavior, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) DropPrepared();
        base.Dispose(disposing);
    }

    private CommandRun Begin(bool streaming) =>
        new(OpenConnection(), CommandText, _prepared, Parameters.Snapshot(), streaming, TimeSpan.FromSeconds(CommandTimeout));

    private int RunToEnd(CancellationToken cancellation)
    {
        using var run = Begin(streaming: false);
        while (run.NextRows(cancellation) is { } rows) rows.Dispose();
        return (int)Math.Min(run.RowsChanged, int.MaxValue);
    }

    private object? RunForScalar(CancellationToken cancellation)
    {
        using var reader = new DuckDBDataReader(Begin(streaming: false), CommandBehavior.Default, cancellation);
        var value = reader.Read() && reader.FieldCount > 0 ? reader.GetValue(0) : null;
        while (reader.NextResult(cancellation))
        {
            // The statements after the first result are part of the command and run as well.
        }
        return value;
    }

    private DuckDBDataReader Read(CommandBehavior behavior, CancellationToken cancellation) => new(Begin(UseStreamingMode), behavior, cancellation);

    private DuckDBConnection OpenConnection()
    {
        var connection = _connection ?? throw new InvalidOperationException("The command has no connection. Create it by connection.CreateCommand() or set Connection.");
        _ = connection.Handle;
        return connection;
    }

    private void DropPrepared()
    {
        if (_prepared is null) return;
        _prepared.Dispose();
        _prepared = null;
        _connection?.Unregister(this);
    }
}
