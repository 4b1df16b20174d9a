using System.Collections;
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using CtmsAnalytics.DuckDb.Execution;
using CtmsAnalytics.DuckDb.Native;
using CtmsAnalytics.DuckDb.Vectors;

namespace CtmsAnalytics.DuckDb;

/// <summary>
/// The rows of a result: one after the other by <see cref="Read"/>, or as columns by <see cref="Chunks"/>, which is much the faster way through many rows.
/// A reader is used by one thread at a time.
/// </summary>
public sealed class DuckDBDataReader : DbDataReader, IConnectionChild
{
    private static readonly Task<bool> True = Task.FromResult(true);

    private static readonly TimeSpan StopAgain = TimeSpan.FromMilliseconds(20);

    private readonly CommandRun _run;
    private readonly bool _closeConnection;
    private readonly Lock _gate = new();
    private VectorReader[] _columns = [];

    // The columns while the reader stands on a row, and nothing otherwise: one bounds check then covers "closed", "before the first row" and "no such column".
    private VectorReader[] _current = [];
    private ResultHandle? _result;
    private ChunkHandle? _chunk;
    private Dictionary<string, int>? _ordinals;
    private int _row = -1;
    private int _rows;
    private bool _hasRows;
    private bool _fetched;
    private bool _closed;
    private bool _connectionClosed;
    private bool _readByChunks;

    internal DuckDBDataReader(CommandRun run, CommandBehavior behavior, CancellationToken cancellation)
    {
        _run = run;
        _closeConnection = behavior.HasFlag(CommandBehavior.CloseConnection);
        try
        {
            run.Connection.Register(this);
            NextResult(cancellation);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Always 0.</summary>
    public override int Depth => 0;

    /// <summary>How many columns the result has; 0 after the last result.</summary>
    public override int FieldCount => OpenColumns.Length;

    /// <summary>Whether the current result has at least one row.</summary>
    public override bool HasRows => OpenColumns.Length > 0 && _hasRows;

    /// <summary>Whether the reader is closed.</summary>
    public override bool IsClosed => _closed;

    /// <summary>Rows that the statements so far changed; -1 when none changes rows.</summary>
    public override int RecordsAffected => (int)Math.Min(_run.RowsChanged, int.MaxValue);

    /// <inheritdoc />
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc />
    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>Counts the chunks that were fetched; a chunk of another count than its own is gone.</summary>
    internal int Generation { get; private set; }

    internal int ChunkRows => _rows;

    private VectorReader[] OpenColumns
    {
        get
        {
            ThrowIfClosed();
            return _columns;
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last row.</returns>
    /// <exception cref="InvalidOperationException">The reader or its connection is closed, or the result is being read as chunks.</exception>
    /// <exception cref="DuckDBException">DuckDB reported an error, which a streaming query can do in the middle.</exception>
    public override bool Read()
    {
        if (++_row < _rows && _current.Length != 0) return true;
        return ReadOn(CancellationToken.None);
    }

    /// <inheritdoc cref="Read" />
    /// <param name="cancellationToken">Stops the query while it is fetching.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<bool>(cancellationToken);
        if (++_row < _rows && _current.Length != 0) return True;
        return Task.Run(() => ReadOn(cancellationToken), cancellationToken);
    }

    /// <summary>Runs the command's next statements up to one that gives rows.</summary>
    /// <returns>False when there are no more.</returns>
    /// <exception cref="InvalidOperationException">The reader or its connection is closed.</exception>
    /// <exception cref="DuckDBException">DuckDB reported an error.</exception>
    public override bool NextResult() => NextResult(CancellationToken.None);

    /// <inheritdoc cref="NextResult()" />
    /// <param name="cancellationToken">Stops the running statement.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) => Task.Run(() => NextResult(cancellationToken), cancellationToken);

    /// <summary>
    /// The rest of the result as chunks of up to 2,048 rows, whose columns are spans over DuckDB's own memory. A chunk lives until the next one is fetched; the
    /// compiler keeps it and its spans inside the loop's body.
    /// </summary>
    /// <param name="cancellationToken">Stops the query while it is fetching.</param>
    /// <returns>Something to use in <c>foreach</c>, once per result.</returns>
    /// <exception cref="InvalidOperationException">The reader is closed, or its rows are already being read by <see cref="Read"/>.</exception>
    public DuckDBChunks Chunks(CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        if (_row >= 0 || _readByChunks)
            throw new InvalidOperationException("The rows of this result are already being read. Chunks() is called once per result, and before any Read().");
        return new DuckDBChunks(this, cancellationToken);
    }

    /// <summary>Closes the reader; statements of the command that were not reached by <see cref="NextResult()"/> do not run. Closing twice does nothing.</summary>
    public override void Close()
    {
        if (_closed) return;
        // A fetch on another thread (an awaited ReadAsync) is stopped and waited for: it must not write into a reader that is gone.
        // The stop is repeated because a query that is just starting forgets it.
        while (!_gate.TryEnter(StopAgain)) _run.Connection.Interrupt();
        try
        {
            if (_closed) return;
            _closed = true;
            DropResult();
            _columns = [];
            _run.Dispose();
            _run.Connection.Unregister(this);
        }
        finally
        {
            _gate.Exit();
        }
        if (_closeConnection) _run.Connection.Close();
    }

    void IConnectionChild.OnConnectionClosing()
    {
        _connectionClosed = true;
        Close();
    }

    /// <inheritdoc />
    public override string GetName(int ordinal) => Described(ordinal).Name;

    /// <summary>The position of a column: by its exact name, otherwise without regard to case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The position, from 0.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such column; the message lists those that there are.</exception>
    public override int GetOrdinal(string name)
    {
        var columns = OpenColumns;
        if (_ordinals is null)
        {
            _ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < columns.Length; i++) _ordinals.TryAdd(columns[i].Name, i);
        }
        if (_ordinals.TryGetValue(name, out var ordinal)) return ordinal;
        ordinal = Array.FindIndex(columns, c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (ordinal >= 0) return ordinal;
#pragma warning disable CA2201 // The contract of DbDataReader names this exception.
        throw new IndexOutOfRangeException($"There is no column '{name}'. The result has: {string.Join(", ", columns.Select(c => c.Name))}.");
#pragma warning restore CA2201
    }

    /// <summary>DuckDB's name of a column's type, for example <c>DECIMAL(18,2)</c>.</summary>
    /// <param name="ordinal">The column, from 0.</param>
    /// <returns>The type as SQL writes it.</returns>
    public override string GetDataTypeName(int ordinal) => Described(ordinal).Type.Sql;

    /// <inheritdoc />
    public override Type GetFieldType(int ordinal) => Described(ordinal).ClrType;

    /// <inheritdoc />
    public override bool IsDBNull(int ordinal) => Column(ordinal).IsNull(_row);

    /// <inheritdoc />
    public override object GetValue(int ordinal)
    {
        var column = Column(ordinal);
        return column.IsNull(_row) ? DBNull.Value : column.GetValue(_row);
    }

    /// <inheritdoc />
    public override int GetValues(object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    /// <inheritdoc />
    public override bool GetBoolean(int ordinal) => NotNull<bool>(ordinal).GetBoolean(_row);

    /// <inheritdoc />
    public override byte GetByte(int ordinal) => NotNull<byte>(ordinal).GetByte(_row);

    /// <inheritdoc />
    public override short GetInt16(int ordinal) => NotNull<short>(ordinal).GetInt16(_row);

    /// <inheritdoc />
    public override int GetInt32(int ordinal) => NotNull<int>(ordinal).GetInt32(_row);

    /// <inheritdoc />
    public override long GetInt64(int ordinal) => NotNull<long>(ordinal).GetInt64(_row);

    /// <inheritdoc />
    public override float GetFloat(int ordinal) => NotNull<float>(ordinal).GetFloat(_row);

    /// <inheritdoc />
    public override double GetDouble(int ordinal) => NotNull<double>(ordinal).GetDouble(_row);

    /// <inheritdoc />
    public override decimal GetDecimal(int ordinal) => NotNull<decimal>(ordinal).GetDecimal(_row);

    /// <inheritdoc />
    public override string GetString(int ordinal) => NotNull<string>(ordinal).GetString(_row);

    /// <inheritdoc />
    public override DateTime GetDateTime(int ordinal) => NotNull<DateTime>(ordinal).GetDateTime(_row);

    /// <inheritdoc />
    public override Guid GetGuid(int ordinal) => NotNull<Guid>(ordinal).GetGuid(_row);

    /// <inheritdoc />
    public override char GetChar(int ordinal) => GetFieldValue<char>(ordinal);

    /// <summary>The value as a type: one that the column answers to, a nullable of it, or a <c>List</c> or array for a LIST.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="ordinal">The column, from 0.</param>
    /// <returns>The value; null for NULL where the type allows it.</returns>
    /// <exception cref="InvalidCastException">The column cannot be read as the type, or is NULL and the type cannot hold it.</exception>
    /// <exception cref="OverflowException">The value does not fit the type.</exception>
    public override T GetFieldValue<T>(int ordinal)
    {
        // The comparisons are constants for the JIT: for each T, one line is left.
        if (typeof(T) == typeof(long)) return As<long, T>(GetInt64(ordinal));
        if (typeof(T) == typeof(int)) return As<int, T>(GetInt32(ordinal));
        if (typeof(T) == typeof(double)) return As<double, T>(GetDouble(ordinal));
        if (typeof(T) == typeof(decimal)) return As<decimal, T>(GetDecimal(ordinal));
        if (typeof(T) == typeof(bool)) return As<bool, T>(GetBoolean(ordinal));
        if (typeof(T) == typeof(DateOnly)) return As<DateOnly, T>(NotNull<DateOnly>(ordinal).GetDateOnly(_row));
        if (typeof(T) == typeof(DateTime)) return As<DateTime, T>(GetDateTime(ordinal));
        var column = Column(ordinal);
        if (!column.IsNull(_row)) return (T)column.GetAs(_row, typeof(T));
        if (typeof(T) == typeof(object) || typeof(T) == typeof(DBNull)) return (T)(object)DBNull.Value;
        return default(T) is null && (typeof(T).IsValueType || !typeof(T).IsPrimitive) ? default! : throw column.NullValue(typeof(T));
    }

    /// <inheritdoc />
    public override Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(GetFieldValue<T>(ordinal));

    /// <inheritdoc />
    public override Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<bool>(cancellationToken) : Task.FromResult(IsDBNull(ordinal));

    /// <inheritdoc />
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        var bytes = NotNull<byte[]>(ordinal).GetBytes(_row);
        if (buffer is null) return bytes.Length;
        return CopyPart(bytes, dataOffset, buffer.AsSpan(bufferOffset, Math.Min(length, buffer.Length - bufferOffset)));
    }

    /// <inheritdoc />
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = GetString(ordinal);
        if (buffer is null) return text.Length;
        return CopyPart(text.AsSpan(), dataOffset, buffer.AsSpan(bufferOffset, Math.Min(length, buffer.Length - bufferOffset)));
    }

    /// <inheritdoc />
    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    internal VectorReader ChunkColumn(int ordinal) =>
        (uint)ordinal < (uint)_columns.Length
            ? _columns[ordinal]
            : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, $"The result has {_columns.Length} columns, numbered from 0.");

    internal void BeginChunks()
    {
        ThrowIfClosed();
        if (_row >= 0 || _readByChunks) throw new InvalidOperationException("The rows of this result are already being read. Chunks() is called once per result, and before any Read().");
        _readByChunks = true;
    }

    /// <summary>The next chunk for an enumeration by chunks; null after the last. The caller holds it by its own reference.</summary>
    internal ChunkHandle? NextChunk(CancellationToken cancellation)
    {
        ThrowIfClosed();
        if (!_fetched)
        {
            Fetch(cancellation);
        }
        _fetched = false;
        Generation++;
        return _rows > 0 ? _chunk : null;
    }

    internal bool NextResult(CancellationToken cancellation)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            DropResult();
            _columns = [];
            _ordinals = null;
            _readByChunks = false;
            _result = _run.NextRows(cancellation);
            if (_result is null) return false;
            if (_result.IsStreaming) _run.Connection.ActiveStream = this;
            Describe(_result);
        }
        Fetch(cancellation);
        _hasRows = _rows > 0;
        _fetched = true;
        return true;
    }

    private static long CopyPart<T>(ReadOnlySpan<T> source, long offset, Span<T> target)
    {
        if (offset >= source.Length) return 0;
        var part = source[(int)offset..];
        if (part.Length > target.Length) part = part[..target.Length];
        part.CopyTo(target);
        return part.Length;
    }

    private static TTarget As<TSource, TTarget>(TSource value) => Unsafe.As<TSource, TTarget>(ref value);

    private unsafe void Describe(ResultHandle result)
    {
        var columns = new VectorReader[(int)NativeMethods.ColumnCount(result.Pointer)];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = NativeText.Borrowed(NativeMethods.ColumnName(result.Pointer, (ulong)i));
            columns[i] = VectorReaderFactory.Create(name, ColumnType.Take(NativeMethods.ColumnLogicalType(result.Pointer, (ulong)i)));
        }
        _columns = columns;
    }

    private bool ReadOn(CancellationToken cancellation)
    {
        ThrowIfClosed();
        if (_readByChunks) throw new InvalidOperationException("This result is being read as chunks; Read() cannot go on in the middle. Use one or the other.");
        if (!_fetched) Fetch(cancellation);
        _fetched = false;
        _current = _rows > 0 ? _columns : [];
        _row = 0;
        return _rows > 0;
    }

    private unsafe void Fetch(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ThrowIfClosed();
            DropChunk();
            if (_result is null) return;
            nint native;
            using (cancellation.UnsafeRegister(static c => ((DuckDBConnection)c!).Interrupt(), _run.Connection))
                native = NativeMethods.FetchChunk(*_result.Pointer);
            if (native != 0)
            {
                _chunk = new ChunkHandle(native, _result);
                _rows = (int)NativeMethods.ChunkSize(_chunk);
                if (_rows > 0)
                {
                    for (var i = 0; i < _columns.Length; i++) _columns[i].Bind(NativeMethods.ChunkVector(_chunk, (ulong)i));
                    return;
                }
            }
            // No chunk is the end of the rows or an error; only the result knows which.
            var failed = NativeMethods.ResultError(_result.Pointer) != null;
            var failure = failed ? StatementRunner.Failure(_result, _run.Sql, cancellation) : null;
            EndResult();
            if (failure is not null) throw failure;
        }
    }

    private VectorReader Described(int ordinal) =>
        (uint)ordinal < (uint)OpenColumns.Length ? _columns[ordinal] : throw NoSuchColumn(ordinal);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VectorReader Column(int ordinal)
    {
        var columns = _current;
        return (uint)ordinal < (uint)columns.Length ? columns[ordinal] : throw NoColumnNow(ordinal);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VectorReader NotNull<T>(int ordinal)
    {
        var column = Column(ordinal);
        return column.IsNull(_row) ? throw column.NullValue(typeof(T)) : column;
    }

    private Exception NoColumnNow(int ordinal)
    {
        ThrowIfClosed();
        return _current.Length > 0
            ? NoSuchColumn(ordinal)
            : new InvalidOperationException("The reader stands on no row: call Read() first, and stop when it returns false.");
    }

    private ArgumentOutOfRangeException NoSuchColumn(int ordinal) =>
        new(nameof(ordinal), ordinal, $"The result has {_columns.Length} columns, numbered from 0.");

    private void DropChunk()
    {
        _current = [];
        _rows = 0;
        _row = -1;
        Generation++;
        if (_chunk is null) return;
        foreach (var column in _columns) column.Bind(0);
        _chunk.Dispose();
        _chunk = null;
    }

    // The columns stay: names and types can be asked for after the last row.
    private void EndResult()
    {
        if (_run.Connection.ActiveStream == this) _run.Connection.ActiveStream = null;
        _result?.Dispose();
        _result = null;
    }

    private void DropResult()
    {
        DropChunk();
        EndResult();
        _fetched = false;
        _hasRows = false;
    }

    private void ThrowIfClosed()
    {
        if (_connectionClosed) throw new InvalidOperationException("The reader's connection was closed, and the reader with it. Read the rows before closing the connection.");
        if (_closed) throw new InvalidOperationException("The reader is closed.");
    }
}
