using CtmsAnalytics.Simulation;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Tests.Statistics;

public sealed class QuantileBootstrapTests
{
    private static readonly double[] Sample = [.. Enumerable.Range(0, 400).Select(i => Philox.Block((uint)i, 0, 0, 0, 11).Uniform0)];

    [Fact]
    public void Of_UniformSample_ErrorOfTheMedianIsNearTheTheory()
    {
        // sqrt(p(1-p)/n) / f = 0.5 / 20 for 400 uniform observations.
        var median = QuantileBootstrap.Of(Sample, null, [0.5], 1)[0];

        Assert.Equal(WeightedQuantiles.Of(Sample, null, [0.5])![0], median.Value);
        Assert.InRange(median.StandardError!.Value, 0.018, 0.033);
        Assert.InRange(median.Value, median.Lower!.Value, median.Upper!.Value);
    }

    [Fact]
    public void Of_SameSeed_IsTheSameOnAnyNumberOfThreads()
    {
        var all = QuantileBootstrap.Of(Sample, null, [0.9, 0.1, 0.5], 7);
        var one = Alone(() => QuantileBootstrap.Of(Sample, null, [0.9, 0.1, 0.5], 7));

        Assert.Equal(all, one);
        Assert.NotEqual(all, QuantileBootstrap.Of(Sample, null, [0.9, 0.1, 0.5], 8));
        Assert.Equal([0.9, 0.1, 0.5], all.Select(q => q.Probability));
    }

    [Fact]
    public void Of_TwoObservations_HasTheReplicatesThatThereAre()
    {
        // Means of the two draws: 0, 0.5 and 1 with probabilities of a quarter, a half and a quarter; their deviation is 0.354.
        var median = QuantileBootstrap.Of([0, 1], null, [0.5], 1)[0];

        Assert.Equal((0.5, 0.0, 1.0), (median.Value, median.Lower, median.Upper));
        Assert.InRange(median.StandardError!.Value, 0.33, 0.38);
    }

    [Fact]
    public void Of_OneObservationOrNone_HasNoInterval()
    {
        Assert.Equal(new QuantileEstimate(0.5, 4, null, null, null), Assert.Single(QuantileBootstrap.Of([4], null, [0.5], 1)));
        Assert.Equal(new QuantileEstimate(0.5, 4, null, null, null), Assert.Single(QuantileBootstrap.Of([4, 9], [1, 0], [0.5], 1)));
        Assert.Empty(QuantileBootstrap.Of([], null, [0.5], 1));
        Assert.Empty(QuantileBootstrap.Of([4], [0], [0.5], 1));
    }

    [Fact]
    public void Of_EqualObservations_HaveNoError()
    {
        var median = Assert.Single(QuantileBootstrap.Of([3, 3, 3, 3, 3, 3, 3], null, [0.5], 1));
        Assert.Equal((3.0, 0.0, 3.0, 3.0), (median.Value, median.StandardError, median.Lower, median.Upper));
    }

    [Fact]
    public void Of_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => QuantileBootstrap.Of(Sample, null, [0.5], 1, cancellationToken: source.Token));
    }

    private static IReadOnlyList<QuantileEstimate> Alone(Func<IReadOnlyList<QuantileEstimate>> work)
    {
        // Inside a scheduler of one worker at a time Parallel.For has one thread.
        using var pair = new Disposable<ConcurrentExclusiveSchedulerPair>(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1));
        return Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, pair.Value.ConcurrentScheduler).GetAwaiter().GetResult();
    }

    private sealed class Disposable<T>(T value) : IDisposable
        where T : class
    {
        public T Value { get; } = value;

        public void Dispose() => (Value as ConcurrentExclusiveSchedulerPair)?.Complete();
    }
}
