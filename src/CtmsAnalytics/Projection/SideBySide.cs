using System.Runtime.ExceptionServices;

namespace CtmsAnalytics.Projection;

/// <summary>Work on independent items on all processors.</summary>
internal static class SideBySide
{
    /// <summary>Does a piece of work for each index; an error of one is thrown as it was, with its own stack.</summary>
    public static void Run(int count, Action<int> work, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, work);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
