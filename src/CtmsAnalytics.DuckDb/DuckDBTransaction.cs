using System.Data;
using System.Data.Common;

namespace CtmsAnalytics.DuckDb;

/// <summary>A transaction: the connection's statements until commit or rollback. Disposing it without a commit rolls back.</summary>
public sealed class DuckDBTransaction : DbTransaction
{
    private readonly DuckDBConnection _connection;
    private bool _finished;

    internal DuckDBTransaction(DuckDBConnection connection, IsolationLevel isolationLevel)
    {
        if (isolationLevel is not (IsolationLevel.Unspecified or IsolationLevel.Snapshot))
            throw new ArgumentException($"DuckDB has snapshot isolation only; {isolationLevel} cannot be had. Ask for Snapshot or Unspecified.", nameof(isolationLevel));
        if (connection.ActiveTransaction is not null)
            throw new InvalidOperationException("A transaction is already open on this connection. Commit or roll it back first; DuckDB does not nest transactions.");
        _connection = connection;
        connection.RunToEnd("BEGIN TRANSACTION");
        connection.ActiveTransaction = this;
    }

    /// <summary>Snapshot: the transaction sees the database as it was when it began, and its own changes.</summary>
    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    /// <summary>Whether an appender began it for itself.</summary>
    internal bool OwnedByAppender { get; init; }

    /// <inheritdoc />
    protected override DbConnection DbConnection => _connection;

    /// <summary>Keeps the changes.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended already, or its connection was closed.</exception>
    /// <exception cref="DuckDBException">DuckDB refused the commit (a constraint, a conflict, an earlier error); the changes are gone.</exception>
    public override void Commit()
    {
        ThrowIfFinished();
        try
        {
            // After an error inside the transaction DuckDB answers COMMIT with success and takes everything back. A query tells: it is refused then.
            _connection.RunToEnd("SELECT 1; COMMIT");
        }
        catch (DuckDBException e)
        {
            RollbackQuietly();
            throw new DuckDBException($"The transaction was not committed and its changes were taken back: {e.DuckDBMessage}", e.ErrorType, e.Sql, e);
        }
        finally
        {
            Finish();
        }
    }

    /// <summary>Takes the changes back.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended already, or its connection was closed.</exception>
    public override void Rollback()
    {
        ThrowIfFinished();
        try
        {
            _connection.RunToEnd("ROLLBACK");
        }
        finally
        {
            Finish();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_finished)
        {
            if (_connection.ActiveTransaction == this) RollbackQuietly();
            Finish();
        }
        base.Dispose(disposing);
    }

    private void RollbackQuietly()
    {
        try
        {
            _connection.ActiveStream?.Close();
            _connection.RunToEnd("ROLLBACK");
        }
        catch (DuckDBException)
        {
            // DuckDB has already ended the transaction by itself; there is nothing to take back.
        }
    }

    private void Finish()
    {
        _finished = true;
        if (_connection.ActiveTransaction == this) _connection.ActiveTransaction = null;
    }

    private void ThrowIfFinished()
    {
        if (_finished || _connection.ActiveTransaction != this)
            throw new InvalidOperationException("The transaction has ended: it was committed or rolled back, or its connection was closed.");
    }
}
