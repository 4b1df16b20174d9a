using CtmsAnalytics.DuckDb.Native;
using CtmsAnalytics.DuckDb.Vectors;

namespace CtmsAnalytics.DuckDb.Appending;

/// <summary>A chunk that is filled, handed to the appender (which copies it) and filled again.</summary>
internal sealed unsafe class AppenderChunk : IDisposable
{
    private readonly ChunkHandle _handle;

    internal AppenderChunk(AppenderHandle appender, int columns)
    {
        var types = new nint[columns];
        try
        {
            for (var i = 0; i < columns; i++) types[i] = NativeMethods.AppenderColumnType(appender, (ulong)i);
            fixed (nint* first = types) _handle = new ChunkHandle(NativeMethods.CreateDataChunk(first, (ulong)columns), appender);
        }
        finally
        {
            for (var i = 0; i < columns; i++)
            {
                if (types[i] != 0) NativeMethods.DestroyLogicalType(ref types[i]);
            }
        }
        if (_handle.IsInvalid) throw new NotSupportedException("DuckDB cannot make a chunk of the table's column types. Use INSERT with SQL for this table.");
    }

    public void Dispose() => _handle.Dispose();

    internal static ColumnType ColumnTypeOf(AppenderHandle appender, int column) => ColumnType.Take(NativeMethods.AppenderColumnType(appender, (ulong)column));

    internal void Bind(VectorWriter writer, int column) => writer.Bind(NativeMethods.ChunkVector(_handle, (ulong)column));

    internal NativeState AppendTo(AppenderHandle appender, int rows)
    {
        NativeMethods.SetChunkSize(_handle, (ulong)rows);
        var state = NativeMethods.AppendDataChunk(appender, _handle);
        Reset();
        return state;
    }

    internal void Reset() => NativeMethods.ResetDataChunk(_handle);
}
