using CtmsAnalytics.DuckDb.Appending;
using CtmsAnalytics.DuckDb.Execution;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb;

/// <summary>
/// A bulk load into one table, all or nothing: <see cref="Close"/> keeps the rows, and an appender that is disposed without it, or that failed, leaves the
/// table as it was.
/// </summary>
/// <remarks>
/// The appender has a transaction of its own unless one is open on the connection already, which it then joins: its rows are kept when that transaction
/// commits. Several appenders at once on a connection need such a transaction.
/// <para>Rows go to DuckDB on another thread while the caller fills the next ones. An error in them is thrown by the next call on the appender, at the latest by
/// <see cref="Close"/>; a statement on the same connection waits until the rows under way have arrived.</para>
/// </remarks>
public sealed class DuckDBAppender : IDisposable, IConnectionChild
{
    /// <summary>How many rows a chunk holds.</summary>
    internal static readonly int ChunkCapacity = (int)NativeMethods.VectorSize();

    /// <summary>How many chunks of single rows go to DuckDB together. Few, or the caller and the writing wait for each other more than they work.</summary>
    private const int ChunksPerBatch = 8;

    /// <summary>A larger block is written before the call returns: two of them in memory would cost more than is gained.</summary>
    private const int LargestBesideCaller = 128;

    private readonly DuckDBConnection _connection;
    private readonly AppenderHandle _handle;
    private readonly VectorWriter[] _writers;
    private readonly DuckDBTransaction? _own;
    private readonly DuckDBTransaction? _joined;
    private readonly string _table;
    private AppenderBatch _filling = new();
    private AppenderBatch _spare = new();
    private BatchWrite? _write;
    private DuckDBColumnBlock? _block;
    private int _chunk;
    private int _rows;
    private int _unflushed;
    private string? _ended;

    internal DuckDBAppender(DuckDBConnection connection, string? catalog, string? schema, string table)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        _connection = connection;
        _table = string.Join('.', new[] { catalog, schema, table }.Where(part => part is not null));
        StatementRunner.ThrowIfStreaming(_connection);
        _joined = connection.ActiveTransaction;
        if (_joined is { OwnedByAppender: true })
            throw new InvalidOperationException("Another appender is open on this connection. Close it first, or begin a transaction that both are part of.");
        _own = _joined is null ? BeginOwn(connection) : null;
        try
        {
            _handle = Create(connection, catalog, schema, table);
            _writers = CreateWriters(catalog, schema, table);
            StartChunk(0);
            connection.Register(this);
        }
        catch
        {
            _filling.Dispose();
            _handle?.Dispose();
            _own?.Dispose();
            throw;
        }
    }

    /// <summary>How many columns a row has.</summary>
    public int ColumnCount => _writers.Length;

    /// <summary>How many rows were appended so far.</summary>
    public long RowCount { get; private set; }

    internal int RowInChunk => _rows;

    /// <summary>Begins a row. A row that was begun and not ended is given up.</summary>
    /// <returns>The row: a value for every column, then <see cref="DuckDBAppenderRow.EndRow"/>.</returns>
    /// <exception cref="DuckDBException">DuckDB refused earlier rows; the table is as it was.</exception>
    /// <exception cref="InvalidOperationException">The appender is closed or has failed.</exception>
    public DuckDBAppenderRow CreateRow()
    {
        ThrowIfEnded();
        if (_block is not null) GiveUpBlock();
        // A chunk that could not be sent (a reader was streaming) is still full.
        if (_rows == ChunkCapacity) SendRows();
        return new DuckDBAppenderRow(this, _writers, RowCount);
    }

    /// <summary>Begins a block of rows that is given column by column, which is the fastest way in.</summary>
    /// <param name="rowCount">How many rows, 1 or more; some ten thousand at a time keep memory small and speed high.</param>
    /// <returns>The block: a span for every column in order, then <see cref="DuckDBColumnBlock.Append"/>.</returns>
    /// <exception cref="DuckDBException">DuckDB refused earlier rows; the table is as it was.</exception>
    /// <exception cref="InvalidOperationException">The appender is closed or has failed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The row count is not positive.</exception>
    public DuckDBColumnBlock CreateColumns(int rowCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowCount);
        ThrowIfEnded();
        if (_block is not null) GiveUpBlock();
        SendRows();
        Reserve((rowCount + ChunkCapacity - 1) / ChunkCapacity);
        return _block = new DuckDBColumnBlock(this, _writers, _filling, rowCount);
    }

    /// <summary>Writes everything and keeps it. Closing twice does nothing.</summary>
    /// <exception cref="DuckDBException">DuckDB refused the rows (a constraint); none of them is in the table.</exception>
    /// <exception cref="InvalidOperationException">The appender failed before, or the transaction that it joined has ended.</exception>
    public void Close()
    {
        if (_ended == Closed) return;
        ThrowIfEnded();
        if (_block is not null) GiveUpBlock();
        SendRows();
        StatementRunner.ThrowIfStreaming(_connection);
        ThrowIfFailed();
        if (NativeMethods.FlushAppender(_handle) != NativeState.Success) throw Fail();
        End(Closed);
        _own?.Commit();
    }

    /// <summary>Lets go. Without a <see cref="Close"/> before, the rows are discarded.</summary>
    public void Dispose()
    {
        if (_ended is not null) return;
        End(Discarded);
        _own?.Dispose();
    }

    void IConnectionChild.OnConnectionClosing()
    {
        // The connection takes its transaction back by itself.
        if (_ended is null) End("Its connection was closed; the rows were discarded.");
    }

    internal bool IsCurrent(long row) => _ended is null && _block is null && row == RowCount;

    internal bool IsCurrent(DuckDBColumnBlock block) => _block == block;

    internal void CompleteRow(long row)
    {
        ThrowIfEnded();
        if (!IsCurrent(row)) throw new InvalidOperationException("This row is not the appender's current one: another row or block was begun after it.");
        RowCount++;
        if (++_rows < ChunkCapacity) return;
        if (_chunk + 1 == ChunksPerBatch) SendRows();
        else StartChunk(_chunk + 1);
    }

    internal void SendColumns(DuckDBColumnBlock block, int rowCount)
    {
        ThrowIfEnded();
        Send(rowCount);
        _block = null;
        RowCount += rowCount;
    }

    internal void ThrowIfEnded()
    {
        if (_ended is not null) throw new InvalidOperationException($"The appender to '{_table}' takes no more rows. {_ended}");
        ThrowIfFailed();
        // Rows sent after its transaction has ended would be written on their own, half a load.
        if ((_own ?? _joined) is { } transaction && _connection.ActiveTransaction != transaction)
            throw new InvalidOperationException($"The transaction of the appender to '{_table}' has ended before the appender was closed. Close the appender first, then commit.");
    }

    private const string Closed = "It was closed.";
    private const string Discarded = "It was disposed without Close(), and its rows were discarded.";

    private static DuckDBTransaction? BeginOwn(DuckDBConnection connection)
    {
        try
        {
            return new DuckDBTransaction(connection, System.Data.IsolationLevel.Snapshot) { OwnedByAppender = true };
        }
        catch (DuckDBException e) when (e.ErrorType == DuckDBErrorType.Transaction)
        {
            // A BEGIN in the user's SQL: the rows belong to that transaction.
            return null;
        }
    }

    private AppenderHandle Create(DuckDBConnection connection, string? catalog, string? schema, string table)
    {
        var state = NativeMethods.CreateAppender(connection.Handle, catalog, schema, table, out var native);
        var handle = new AppenderHandle(native, connection.Handle);
        if (state == NativeState.Success) return handle;
        using (handle)
        {
            throw Errors.FromAppender(native, $"DuckDB could not append to '{_table}'.");
        }
    }

    private unsafe VectorWriter[] CreateWriters(string? catalog, string? schema, string table)
    {
        var count = (int)NativeMethods.AppenderColumnCount(_handle);
        var names = Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"#{i + 1}")).ToArray();
        var described = NativeMethods.DescribeTable(_connection.Handle, catalog, schema, table, out var description);
        // A table with generated columns describes more of them than it takes; numbers are then safer than wrong names.
        if (described == NativeState.Success && (int)NativeMethods.DescribedColumnCount(description) == count)
        {
            for (var i = 0; i < count; i++) names[i] = NativeText.Owned(NativeMethods.DescribedColumnName(description, (ulong)i));
        }
        if (description != 0) NativeMethods.DestroyDescription(ref description);
        var writers = new VectorWriter[count];
        for (var i = 0; i < count; i++) writers[i] = VectorWriterFactory.Create(names[i], AppenderChunk.ColumnTypeOf(_handle, i));
        return writers;
    }

    private void SendRows()
    {
        if (_chunk > 0 || _rows > 0) Send(_chunk * ChunkCapacity + _rows);
    }

    /// <summary>Sends the batch that is filled and begins the next. What DuckDB says to it, the next call hears.</summary>
    private void Send(int rows)
    {
        StatementRunner.ThrowIfStreaming(_connection);
        ThrowIfFailed();

        // DuckDB writes on its own account after some 200,000 rows; in smaller and equal portions neither side waits long for the other.
        _unflushed += rows;
        var flush = _unflushed >= ChunksPerBatch * ChunkCapacity;
        if (flush) _unflushed = 0;
        _write = new BatchWrite(_handle, _filling, rows, flush);
        // A few rows are written sooner than they are handed to another thread.
        if (rows >= ChunkCapacity && rows <= LargestBesideCaller * ChunkCapacity)
        {
            _connection.Start(_write);
            (_filling, _spare) = (_spare, _filling);
        }
        else
        {
            _write.Wait();
            ThrowIfFailed();
        }
        StartChunk(0);
    }

    private void StartChunk(int chunk)
    {
        Reserve(chunk + 1);
        for (var i = 0; i < _writers.Length; i++) _filling[chunk].Bind(_writers[i], i);
        (_chunk, _rows) = (chunk, 0);
    }

    private void Reserve(int chunks)
    {
        while (_filling.ChunkCount < chunks)
        {
            // Making a chunk asks the appender for its types.
            _connection.AwaitWrite();
            _filling.Add(new AppenderChunk(_handle, _writers.Length));
        }
    }

    private void GiveUpBlock()
    {
        _block = null;
        _filling.Reset();
        StartChunk(0);
    }

    private void ThrowIfFailed()
    {
        if (_write is { Failed: true }) throw Fail();
    }

    private DuckDBException Fail()
    {
        // Another appender of this connection may be at work, and the rollback must not meet it.
        _connection.AwaitWrite();
        var cause = _write?.Unexpected;
        var error = cause is null ? Errors.FromAppender(_handle.DangerousGetHandle(), "DuckDB refused the rows.") : new DuckDBException(cause.Message);
        End("It has failed, and its rows were discarded.");
        _own?.Dispose();
        return new DuckDBException($"Appending to '{_table}': {error.Message}", error.ErrorType, null, cause);
    }

    private void End(string why)
    {
        _ended = why;
        _connection.AwaitWrite();
        foreach (var writer in _writers) writer.Bind(0);
        _filling.Dispose();
        _spare.Dispose();
        _handle.Dispose();
        _connection.Unregister(this);
    }
}
