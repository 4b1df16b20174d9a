namespace CtmsAnalytics.Statistics;

/// <summary>
/// Empirical Bayes for estimates of different precision: a unit's true value varies around its group's mean, the group's mean around a common centre, both normally, and each estimate has a known
/// sampling variance. Estimates are drawn toward their group and groups toward the centre, the more the noisier they are.
/// </summary>
/// <remarks>
/// Both variances are the moment estimator of Paule and Mandel (1982): the variance at which the weighted squares of the residuals equal their degrees of freedom, and 0 where they are smaller already.
/// Given the two, means and variances are those of the exact normal posterior under a flat prior of the centre. That the variance between units is itself estimated is added by the first-order term of
/// Kass and Steffey (1989): (d mean / d variance)² times 2 / sum of squared weights, so that no interval closes up where the estimated variance is zero.
/// </remarks>
public sealed class EmpiricalBayes
{
    private const int Halvings = 200;
    private readonly Dictionary<string, (double Mean, double Variance)> _groups;

    private EmpiricalBayes(double between, double betweenGroups, double centre, double centreVariance, bool isBetweenKnown, Dictionary<string, (double Mean, double Variance)> groups, IReadOnlyList<ShrunkEstimate> estimates)
    {
        BetweenVariance = between;
        GroupVariance = betweenGroups;
        Centre = centre;
        CentreVariance = centreVariance;
        IsBetweenKnown = isBetweenKnown;
        _groups = groups;
        Estimates = estimates;
    }

    /// <summary>Variance of true values within a group, 0 or more; 0 as well where no group has two units (see <see cref="IsBetweenKnown"/>).</summary>
    public double BetweenVariance { get; }

    /// <summary>Variance of group means around the centre, 0 or more; 0 as well with a single group.</summary>
    public double GroupVariance { get; }

    /// <summary>Posterior mean of the centre.</summary>
    public double Centre { get; }

    /// <summary>Posterior variance of the centre.</summary>
    public double CentreVariance { get; }

    /// <summary>Whether the units say how much true values differ: some group has at least two.</summary>
    public bool IsBetweenKnown { get; }

    /// <summary>The shrunk estimates, in the order in which they were given.</summary>
    public IReadOnlyList<ShrunkEstimate> Estimates { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="estimates">The estimates, one or more. A unit without a group is a group of its own.</param>
    /// <returns>The variances, the groups and the shrunk estimates.</returns>
    /// <exception cref="ArgumentException">There is no estimate, or one is not a number or has a variance that is not above zero.</exception>
    public static EmpiricalBayes Fit(IReadOnlyList<UnitEstimate> estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        if (estimates.Count == 0) throw new ArgumentException("There is no estimate. Give at least one.", nameof(estimates));
        foreach (var e in estimates)
        {
            if (!double.IsFinite(e.Value) || !double.IsFinite(e.Variance) || e.Variance <= 0)
                throw new ArgumentException(FormattableString.Invariant($"The estimate of {e.Unit} is {e.Value} with a variance of {e.Variance}. Give a number with a variance above zero, or leave the unit out."), nameof(estimates));
        }

        // A unit without a group gets one that no name can collide with.
        var keys = estimates.Select((e, i) => e.Group ?? FormattableString.Invariant($"\0{i}")).ToArray();
        var units = estimates.Zip(keys, (e, key) => (Key: key, e.Value, e.Variance)).ToList();
        var (between, isKnown) = PauleMandel(units);
        var means = units.GroupBy(u => u.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Mean: WeightedMean(g, between))).ToList();
        var (betweenGroups, _) = PauleMandel([.. means.Select(m => ("", m.Mean.Value, m.Mean.Variance))]);
        var (centre, centreVariance) = WeightedMean(means.Select(m => ("", m.Mean.Value, m.Mean.Variance)), betweenGroups);
        var groups = means.ToDictionary(m => m.Key, m => Shrink(m.Mean.Value, m.Mean.Variance, betweenGroups, (centre, centreVariance)), StringComparer.Ordinal);
        var uncertainty = isKnown ? 2 / units.Sum(u => Square(1 / (u.Variance + between))) : 0;
        return new EmpiricalBayes(
            between, betweenGroups, centre, centreVariance, isKnown, groups,
            [.. estimates.Select((e, i) => One(e, groups[keys[i]], between, uncertainty))]);
    }

    /// <summary>What the model expects of a unit that has no estimate.</summary>
    /// <param name="group">Its group; null, or a group without units, for what the centre alone says.</param>
    /// <returns>Mean and standard deviation of its true value; null where the units do not say how much true values differ.</returns>
    public ShrunkEstimate? Predict(string? group)
    {
        if (!IsBetweenKnown) return null;
        var (mean, variance) = group is not null && _groups.TryGetValue(group, out var known) ? known : (Centre, CentreVariance + GroupVariance);
        return new ShrunkEstimate(mean, Math.Sqrt(variance + BetweenVariance), 0);
    }

    /// <summary>Posterior mean and variance of a group's mean.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The two; null where no unit belongs to it.</returns>
    public (double Mean, double Variance)? Group(string group) => _groups.TryGetValue(group, out var known) ? known : null;

    private static ShrunkEstimate One(UnitEstimate e, (double Mean, double Variance) group, double between, double uncertainty)
    {
        var own = between / (between + e.Variance);
        var (mean, variance) = Shrink(e.Value, e.Variance, between, group);
        var slope = (e.Value - group.Mean) * e.Variance / Square(e.Variance + between);
        return new ShrunkEstimate(mean, Math.Sqrt(variance + (slope * slope * uncertainty)), own);
    }

    private static (double Mean, double Variance) Shrink(double value, double variance, double between, (double Mean, double Variance) toward)
    {
        var own = between / (between + variance);
        return ((own * value) + ((1 - own) * toward.Mean), (own * variance) + (Square(1 - own) * toward.Variance));
    }

    private static (double Value, double Variance) WeightedMean(IEnumerable<(string Key, double Value, double Variance)> units, double between)
    {
        var (weights, sum) = (0.0, 0.0);
        foreach (var (_, value, variance) in units)
        {
            weights += 1 / (variance + between);
            sum += value / (variance + between);
        }

        return (sum / weights, 1 / weights);
    }

    private static (double Variance, bool IsKnown) PauleMandel(List<(string Key, double Value, double Variance)> units)
    {
        var groups = units.GroupBy(u => u.Key, StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        var freedom = units.Count - groups.Count;
        if (freedom == 0) return (0, false);
        if (Squares(0) <= freedom) return (0, true);
        var (low, high) = (0.0, units.Max(u => u.Variance));
        while (Squares(high) > freedom) high *= 2;
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = (low + high) / 2;
            if (Squares(middle) > freedom) low = middle;
            else high = middle;
        }

        return ((low + high) / 2, true);

        double Squares(double between) => groups.Sum(g =>
        {
            var mean = WeightedMean(g, between).Value;
            return g.Sum(u => Square(u.Value - mean) / (u.Variance + between));
        });
    }

    private static double Square(double value) => value * value;
}

/// <summary>An estimate of one unit's value.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Group">Group that it belongs to; null for none.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Variance">Its sampling variance, above 0, taken as known.</param>
public sealed record UnitEstimate(string Unit, string? Group, double Value, double Variance);

/// <summary>A value after shrinkage.</summary>
/// <param name="Value">Posterior mean.</param>
/// <param name="StandardDeviation">Posterior standard deviation, 0 or more.</param>
/// <param name="OwnWeight">Weight of the unit's own estimate, 0 (all from its group) to 1.</param>
public sealed record ShrunkEstimate(double Value, double StandardDeviation, double OwnWeight);
