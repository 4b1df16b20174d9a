namespace CtmsAnalytics.Simulation;

/// <summary>The places at which one mission impact rating ends and the next begins.</summary>
internal sealed class RatingScale
{
    private readonly double[] _cumulated;
    private readonly double[] _quantiles;

    /// <param name="shares">Shares of ratings, lowest first; they sum to one.</param>
    public RatingScale(IReadOnlyList<double> shares)
    {
        _cumulated = new double[shares.Count - 1];
        var sum = 0.0;
        for (var r = 0; r < _cumulated.Length; r++) _cumulated[r] = sum += shares[r];
        _quantiles = Array.ConvertAll(_cumulated, p => p <= 0 ? double.NegativeInfinity : p >= 1 ? double.PositiveInfinity : Deterministic.NormalQuantile(p));
    }

    /// <summary>Cumulated shares below each rating but the lowest.</summary>
    public ReadOnlySpan<double> Cumulated => _cumulated;

    /// <summary>The same as quantiles of the standard normal distribution.</summary>
    public ReadOnlySpan<double> Quantiles => _quantiles;

    /// <summary>The rating of a uniform number.</summary>
    public int OfUniform(double u) => Reached(_cumulated, u);

    /// <summary>The rating of a latent mission impact.</summary>
    public int OfImpact(double impact) => Reached(_quantiles, impact);

    private static int Reached(double[] limits, double value)
    {
        var rating = 0;
        while (rating < limits.Length && value >= limits[rating]) rating++;
        return rating;
    }
}
