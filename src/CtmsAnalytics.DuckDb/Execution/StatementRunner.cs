using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Execution;

/// <summary>Runs one bound statement to its result, and stops it when asked to.</summary>
internal static unsafe class StatementRunner
{
    internal static ResultHandle Run(DuckDBConnection connection, StatementHandle statement, string sql, bool streaming, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // Streaming is for rows: DuckDB gives the count of changed rows in a finished result only.
        var stream = streaming && NativeMethods.StatementType(statement) == NativeStatementType.Select;
        var state = stream ? NativeMethods.PendingPreparedStreaming(statement, out var native) : NativeMethods.PendingPrepared(statement, out native);
        using var pending = new PendingHandle(native, statement);
        if (state != NativeState.Success) throw Errors.FromMessage(native == 0 ? "DuckDB could not start the statement." : NativeText.Borrowed(NativeMethods.PendingError(native)), sql);

        var result = new ResultHandle(statement) { IsStreaming = stream };
        try
        {
            // Registered after the statement has started: starting clears DuckDB's flag, and a stop requested before would be forgotten.
            using (cancellation.UnsafeRegister(static c => ((DuckDBConnection)c!).Interrupt(), connection))
                state = NativeMethods.ExecutePending(pending, result.Pointer);
            if (state == NativeState.Success) return result;
            throw Failure(result, sql, cancellation);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Must be asked before anything is even prepared: that alone ends the other stream. An appender's rows that are under way arrive first.</summary>
    internal static void ThrowIfStreaming(DuckDBConnection connection)
    {
        connection.AwaitWrite();
        if (connection.ActiveStream is not null)
            throw new InvalidOperationException(
                "A streaming reader is still open on this connection, and another statement would cut its rows off. Dispose the reader first, " +
                "read with UseStreamingMode = false, or use connection.Duplicate().");
    }

    internal static Exception Failure(ResultHandle result, string sql, CancellationToken cancellation)
    {
        var error = Errors.FromResult(result.Pointer, sql);
        return error.ErrorType == DuckDBErrorType.Interrupt && cancellation.IsCancellationRequested
            ? new OperationCanceledException("The query was stopped because its cancellation token was cancelled.", error, cancellation)
            : error;
    }
}
