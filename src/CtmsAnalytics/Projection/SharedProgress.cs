namespace CtmsAnalytics.Projection;

/// <summary>Adds up the shares of parallel parts.</summary>
internal sealed class SharedProgress(IProgress<double> whole, int parts)
{
    private readonly double[] _shares = new double[parts];
    private readonly Lock _gate = new();

    public IProgress<double> Part(int index) => new Share(this, index);

    private sealed class Share(SharedProgress shared, int index) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (shared._gate)
            {
                shared._shares[index] = value;
                shared.Report();
            }
        }
    }

    private void Report() => whole.Report(_shares.Average());
}
