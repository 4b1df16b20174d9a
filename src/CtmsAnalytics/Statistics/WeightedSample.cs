using System.Globalization;

namespace CtmsAnalytics.Statistics;

/// <summary>Observations of weight above 0, ascending.</summary>
internal sealed class WeightedSample
{
    private WeightedSample(double[] values, double[] weights)
    {
        Values = values;
        Weights = weights;
        TotalWeight = weights.Sum();
    }

    public double[] Values { get; }

    public double[] Weights { get; }

    public double TotalWeight { get; }

    public int Count => Values.Length;

    public static WeightedSample Of(IReadOnlyList<double> values, IReadOnlyList<double>? weights)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (weights is not null && weights.Count != values.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {weights.Count} weights for {values.Count} observations. Give one for each."), nameof(weights));
        if (!values.All(double.IsFinite)) throw new ArgumentException("An observation is not a finite number. Leave it out.", nameof(values));
        if (weights is not null && !weights.All(w => double.IsFinite(w) && w >= 0)) throw new ArgumentException("A weight is below 0 or not finite. Give weights of 0 or more.", nameof(weights));
        int[] kept = [.. Enumerable.Range(0, values.Count).Where(i => weights is null || weights[i] > 0)];
        double[] sorted = [.. kept.Select(i => values[i])];
        double[] scale = [.. kept.Select(i => weights?[i] ?? 1)];
        Array.Sort(sorted, scale);
        return new WeightedSample(sorted, scale);
    }

    /// <summary>Quantiles when every observation counts as often as it is given, in one pass.</summary>
    /// <param name="counts">One for each observation, 0 or more; empty for once each.</param>
    /// <param name="probabilities">Probabilities, ascending.</param>
    /// <param name="result">Receives one entry for each probability.</param>
    public void Quantiles(ReadOnlySpan<int> counts, ReadOnlySpan<double> probabilities, Span<double> result)
    {
        var total = Total(counts);
        var slack = WeightedQuantiles.Tolerance * total;
        var (sum, next, least) = (0d, 0, (probabilities[0] * total) - slack);
        for (var i = 0; i < Weights.Length; i++)
        {
            var weight = counts.IsEmpty ? Weights[i] : Weights[i] * counts[i];
            sum += weight;
            if (sum < least || weight == 0) continue;
            while (sum >= least)
            {
                var target = probabilities[next] * total;
                result[next] = Math.Abs(sum - target) <= slack ? (Values[i] + Values[Following(counts, i)]) / 2 : Values[i];
                if (++next == probabilities.Length) return;
                least = (probabilities[next] * total) - slack;
            }
        }

        // Rounding may leave the sum a hair below the whole.
        for (; next < probabilities.Length; next++) result[next] = Values[LastOf(counts)];
    }

    private double Total(ReadOnlySpan<int> counts)
    {
        if (counts.IsEmpty) return TotalWeight;
        double total = 0;
        for (var i = 0; i < counts.Length; i++) total += Weights[i] * counts[i];
        return total;
    }

    private int Following(ReadOnlySpan<int> counts, int at)
    {
        if (counts.IsEmpty) return Math.Min(at + 1, Values.Length - 1);
        for (var i = at + 1; i < counts.Length; i++)
        {
            if (counts[i] > 0) return i;
        }

        return at;
    }

    private int LastOf(ReadOnlySpan<int> counts)
    {
        var last = Values.Length - 1;
        while (!counts.IsEmpty && last > 0 && counts[last] == 0) last--;
        return last;
    }
}
