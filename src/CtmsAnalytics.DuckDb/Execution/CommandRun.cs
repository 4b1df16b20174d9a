using CtmsAnalytics.DuckDb.Binding;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Execution;

/// <summary>One execution of a command: its statements in turn, with the parameters as they were when it began.</summary>
internal sealed unsafe class CommandRun : IDisposable
{
    private readonly StatementHandle? _prepared;
    private readonly StatementSource? _source;
    private readonly DuckDBParameter[] _parameters;
    private readonly bool _streaming;
    private readonly TimeSpan _timeout;
    private int _next;

    internal CommandRun(DuckDBConnection connection, string sql, StatementHandle? prepared, DuckDBParameter[] parameters, bool streaming, TimeSpan timeout)
    {
        (Connection, Sql, _prepared, _parameters, _streaming, _timeout) = (connection, sql, prepared, parameters, streaming, timeout);
        StatementRunner.ThrowIfStreaming(connection);
        if (prepared is null) _source = new StatementSource(connection.Handle, sql);
    }

    internal DuckDBConnection Connection { get; }

    internal string Sql { get; }

    /// <summary>Rows changed so far by the statements that change rows; -1 before the first of them.</summary>
    internal long RowsChanged { get; private set; } = -1;

    private int Count => _source?.Count ?? 1;

    public void Dispose() => _source?.Dispose();

    /// <summary>Runs statements up to and including the next that gives rows; null when there are no more.</summary>
    internal ResultHandle? NextRows(CancellationToken cancellation)
    {
        while (_next < Count)
        {
            var result = RunNext(cancellation);
            var kind = NativeMethods.ResultReturnType(*result.Pointer);
            if (kind == NativeResultType.QueryResult) return result;
            using (result)
            {
                if (kind == NativeResultType.ChangedRows) RowsChanged = Math.Max(RowsChanged, 0) + (long)NativeMethods.RowsChanged(result.Pointer);
            }
        }
        return null;
    }

    private ResultHandle RunNext(CancellationToken cancellation)
    {
        StatementRunner.ThrowIfStreaming(Connection);
        var index = _next++;
        var own = _source?.Prepare(index);
        try
        {
            var statement = own ?? _prepared!;
            ParameterBinder.Bind(statement, _parameters, Sql, Count == 1);
            return _timeout > TimeSpan.Zero
                ? RunLimited(statement, cancellation)
                : StatementRunner.Run(Connection, statement, Sql, _streaming, cancellation);
        }
        finally
        {
            // The result holds the statement open for as long as it needs it.
            own?.Dispose();
        }
    }

    private ResultHandle RunLimited(StatementHandle statement, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(_timeout);
        try
        {
            return StatementRunner.Run(Connection, statement, Sql, _streaming, limited.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new DuckDBException($"The command was stopped after {_timeout.TotalSeconds} s, its CommandTimeout.", DuckDBErrorType.Interrupt, Sql, e);
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException(e.Message, e.InnerException, cancellation);
        }
    }
}
