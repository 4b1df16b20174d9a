using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Execution;

/// <summary>The statements of a command's SQL, each prepared when its turn comes because it may need what the one before it created.</summary>
internal sealed unsafe class StatementSource : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly ExtractedHandle _extracted;
    private readonly string _sql;

    internal StatementSource(ConnectionHandle connection, string sql)
    {
        (_connection, _sql) = (connection, sql);
        ulong count;
        nint extracted;
        fixed (byte* text = Terminated(sql)) count = NativeMethods.ExtractStatements(connection, text, out extracted);
        _extracted = new ExtractedHandle(extracted, connection);
        Count = (int)count;
        if (count != 0) return;
        var message = NativeText.Borrowed(NativeMethods.ExtractStatementsError(extracted));
        _extracted.Dispose();
        throw message.Length == 0 ? new InvalidOperationException("The command has no SQL to run: CommandText is empty or only a comment.") : Errors.FromMessage(message, sql);
    }

    internal int Count { get; }

    public void Dispose() => _extracted.Dispose();

    internal StatementHandle Prepare(int index)
    {
        var state = NativeMethods.PrepareExtracted(_connection, _extracted, (ulong)index, out var native);
        var statement = new StatementHandle(native, _connection);
        if (state == NativeState.Success) return statement;
        using (statement)
        {
            throw Errors.FromMessage(native == 0 ? "DuckDB could not prepare the statement." : NativeText.Borrowed(NativeMethods.PrepareError(native)), _sql);
        }
    }

    private static byte[] Terminated(string sql)
    {
        // DuckDB reads SQL up to the first NUL: what follows one would be dropped without a word.
        if (sql.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"The SQL has a NUL character at position {sql.IndexOf('\0', StringComparison.Ordinal)}. Pass such text as a parameter.");
        return NativeText.Utf8.GetBytes(sql + '\0');
    }
}
