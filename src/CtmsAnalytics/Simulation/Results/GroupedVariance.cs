namespace CtmsAnalytics.Simulation.Results;

/// <summary>The variance of values over draws, and what it is without one group of consecutive draws.</summary>
internal sealed class GroupedVariance
{
    private readonly double[] _without;

    /// <param name="values">One value for each draw, two or more.</param>
    /// <param name="groups">Most groups; fewer draws are groups of one.</param>
    public GroupedVariance(IReadOnlyList<long> values, int groups)
    {
        groups = Math.Min(groups, values.Count);
        var all = values.ToArray();
        Variance = Moments.Of(all).Variance(all.Length)!.Value;
        _without = new double[groups];
        for (var g = 0; g < groups; g++)
        {
            var (from, to) = ((int)((long)all.Length * g / groups), (int)((long)all.Length * (g + 1) / groups));
            var others = Moments.Of(all.AsSpan(0, from));
            others.Add(Moments.Of(all.AsSpan(to)));
            _without[g] = others.Variance(all.Length - (to - from)) ?? double.NaN;
        }
    }

    /// <summary>Variance over all draws.</summary>
    public double Variance { get; }

    /// <summary>Variance over all draws but those of a group.</summary>
    public double Without(int group) => _without[group];

    /// <summary>Standard error by the delete-a-group jackknife; null where leaving a group out leaves no variance.</summary>
    /// <param name="estimate">The estimate without a group.</param>
    public double? Jackknife(Func<int, double> estimate)
    {
        var estimates = Enumerable.Range(0, _without.Length).Select(estimate).ToList();
        var mean = estimates.Average();
        var error = Math.Sqrt(estimates.Sum(e => (e - mean) * (e - mean)) * (estimates.Count - 1) / estimates.Count);
        return double.IsFinite(error) ? error : null;
    }
}
