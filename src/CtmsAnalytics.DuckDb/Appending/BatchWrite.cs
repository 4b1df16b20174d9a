using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Appending;

/// <summary>One batch on its way to DuckDB, while the caller fills the next.</summary>
/// <remarks>
/// Whoever comes first runs it: a thread of the pool, or the thread that waits for it. So it ends even where the pool has no thread to spare, and waiting for it
/// cannot lock up.
/// </remarks>
internal sealed class BatchWrite(AppenderHandle appender, AppenderBatch batch, int rows, bool flush) : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource _done = new();
    private int _claimed;
    private volatile bool _failed;

    /// <summary>Whether it has ended and DuckDB refused the rows; the reason is in the appender.</summary>
    internal bool Failed => _failed;

    /// <summary>What went wrong outside DuckDB, if anything did.</summary>
    internal Exception? Unexpected { get; private set; }

    void IThreadPoolWorkItem.Execute() => RunOnce();

    internal void Start() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Returns when the batch has been written or refused.</summary>
    internal void Wait()
    {
        RunOnce();
        _done.Task.Wait();
    }

    private void RunOnce()
    {
        if (Interlocked.Exchange(ref _claimed, 1) != 0) return;
        try
        {
            var state = batch.AppendTo(appender, rows);
            if (state == NativeState.Success && flush) state = NativeMethods.FlushAppender(appender);
            _failed = state != NativeState.Success;
        }
#pragma warning disable CA1031 // It is thrown again where the caller sees it; on a thread of the pool it would end the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Unexpected = e;
            _failed = true;
        }
        finally
        {
            _done.SetResult();
        }
    }
}
