using System.Collections.Concurrent;
using System.Runtime;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Runs a cell on a thread of its own that can be stopped in the middle of an endless loop, with what follows an <c>await</c> on the same thread.</summary>
internal sealed class CellThread : SynchronizationContext
{
    private const int StackBytes = 16 << 20;
    private const int AttemptsToWake = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

    /// <summary>Runs an action to its end or until it is stopped.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled and the action stopped.</exception>
    /// <remarks>What the action throws is thrown here.</remarks>
    public static void Run(Action action, CancellationToken cancellation)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? thrown = null;
        using var abort = new CancellationTokenSource();
        var thread = new Thread(
            () =>
            {
                try
                {
#pragma warning disable SYSLIB0046 // Made for consoles that run other people's code, which is what a notebook is.
                    ControlledExecution.Run(action, abort.Token);
#pragma warning restore SYSLIB0046
                }
                catch (Exception exception)
                {
                    thrown = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackBytes)
        { IsBackground = true, Name = "cell" };
        thread.Start();
        using var ended = cancellation.Register(() => _ = Task.Run(() => Stop(thread, abort)));
        thread.Join();
        thrown?.Throw();
    }

    /// <summary>
    /// Wakes a thread that sleeps or waits, which is an exception like any other, before it aborts one that works. An abort that meets code of the runtime in the wrong place ends the process,
    /// so it is the last resort; a host that keeps its session for long sets DOTNET_ReadyToRun=0, which makes such places few.
    /// </summary>
    private static void Stop(Thread thread, CancellationTokenSource abort)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)) thread.Interrupt();
            if (thread.Join(BetweenAttempts)) return;
            // The call comes back only when the thread has left what cannot be aborted.
            if (attempt == AttemptsToWake) _ = Task.Run(() => Abort(abort));
        }
    }

    private static void Abort(CancellationTokenSource abort)
    {
        try
        {
            abort.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The thread has just ended.
        }
    }

    /// <summary>Waits for a task while running, on this thread, what its code goes on with.</summary>
    public static T Wait<T>(Func<Task<T>> start, CancellationToken cancellation)
    {
        var context = new CellThread();
        var before = Current;
        SetSynchronizationContext(context);
        try
        {
            var task = start();
            _ = task.ContinueWith(_ => context._posted.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            foreach (var (callback, state) in context._posted.GetConsumingEnumerable(cancellation)) callback(state);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        // Something that a cell left running comes back after the cell has ended: it goes on beside the next one.
        if (!_posted.IsAddingCompleted)
        {
            try
            {
                _posted.Add((d, state));
                return;
            }
            catch (InvalidOperationException)
            {
                // The cell has just ended.
            }
        }

        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        d(state);
    }
}
