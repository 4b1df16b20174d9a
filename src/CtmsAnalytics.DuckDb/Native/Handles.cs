using System.Runtime.InteropServices;

namespace CtmsAnalytics.DuckDb.Native;

internal sealed class DatabaseHandle(nint value) : NativeHandle(value, null)
{
    protected override void Free() => NativeMethods.Close(ref handle);
}

internal sealed class ConnectionHandle(nint value, DatabaseHandle database) : NativeHandle(value, database)
{
    protected override void Free() => NativeMethods.Disconnect(ref handle);
}

internal sealed class ExtractedHandle(nint value, ConnectionHandle connection) : NativeHandle(value, connection)
{
    protected override void Free() => NativeMethods.DestroyExtracted(ref handle);
}

internal sealed class StatementHandle(nint value, ConnectionHandle connection) : NativeHandle(value, connection)
{
    protected override void Free() => NativeMethods.DestroyPrepare(ref handle);
}

internal sealed class PendingHandle(nint value, StatementHandle statement) : NativeHandle(value, statement)
{
    protected override void Free() => NativeMethods.DestroyPending(ref handle);
}

internal sealed class ValueHandle(nint value) : NativeHandle(value, null)
{
    protected override void Free() => NativeMethods.DestroyValue(ref handle);
}

internal sealed class LogicalTypeHandle(nint value) : NativeHandle(value, null)
{
    protected override void Free() => NativeMethods.DestroyLogicalType(ref handle);
}

internal sealed class ChunkHandle(nint value, SafeHandle parent) : NativeHandle(value, parent)
{
    protected override void Free() => NativeMethods.DestroyDataChunk(ref handle);
}

/// <summary>The appender. It is cleared before it is destroyed: destroying alone would write what is still buffered.</summary>
internal sealed class AppenderHandle(nint value, ConnectionHandle connection) : NativeHandle(value, connection)
{
    protected override void Free()
    {
        NativeMethods.ClearAppender(handle);
        NativeMethods.DestroyAppender(ref handle);
    }
}

/// <summary>A result in its fixed place of native memory.</summary>
internal sealed unsafe class ResultHandle : NativeHandle
{
    internal ResultHandle(StatementHandle statement)
        : base((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)), statement)
    {
    }

    /// <summary>Whether its rows are still being made as they are fetched.</summary>
    internal bool IsStreaming { get; init; }

    internal NativeResult* Pointer => (NativeResult*)handle;

    protected override void Free()
    {
        NativeMethods.DestroyResult(Pointer);
        NativeMemory.Free(Pointer);
    }
}
