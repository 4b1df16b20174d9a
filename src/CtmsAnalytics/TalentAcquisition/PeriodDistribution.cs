using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>A length of time as a chance: the probability of each whole number of work periods. Sums are exact convolutions, not approximations.</summary>
public sealed class PeriodDistribution
{
    // A tail of lost offers that is less likely than this stands in the last number of work periods.
    private const double Negligible = 1e-12;

    private readonly double[] _probabilities;
    private readonly bool _isUniform;

    private PeriodDistribution(int minimum, double[] probabilities, bool isUniform, double mean) =>
        (Minimum, _probabilities, _isUniform, Mean) = (minimum, probabilities, isUniform, mean);

    /// <summary>Fewest work periods, 0 or more.</summary>
    public int Minimum { get; }

    /// <summary>Most work periods.</summary>
    public int Maximum => Minimum + _probabilities.Length - 1;

    /// <summary>Mean, work periods.</summary>
    public double Mean { get; }

    /// <summary>Probability of each number of work periods, the fewest first; they sum to one.</summary>
    public IReadOnlyList<double> Probabilities => _probabilities;

    /// <summary>A range of which every number is equally likely.</summary>
    /// <param name="range">The range.</param>
    /// <returns>The distribution.</returns>
    public static PeriodDistribution Of(PeriodRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentOutOfRangeException.ThrowIfLessThan(range.Maximum, range.Minimum, nameof(range));
        var count = range.Maximum - range.Minimum + 1;
        var probabilities = new double[count];
        Array.Fill(probabilities, 1.0 / count);
        return new PeriodDistribution(range.Minimum, probabilities, true, range.Mean);
    }

    /// <summary>Always the same number.</summary>
    /// <param name="periods">Work periods, 0 or more.</param>
    /// <returns>The distribution.</returns>
    public static PeriodDistribution Always(int periods) => Of(new PeriodRange(periods, periods));

    /// <summary>One length of time after another that does not depend on it.</summary>
    /// <param name="other">The other length.</param>
    /// <returns>The distribution of the sum.</returns>
    public PeriodDistribution Plus(PeriodDistribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sum = new double[_probabilities.Length + other._probabilities.Length - 1];
        for (var i = 0; i < _probabilities.Length; i++)
        {
            for (var j = 0; j < other._probabilities.Length; j++) sum[i + j] += _probabilities[i] * other._probabilities[j];
        }

        // Equally likely numbers that are only moved stay equally likely, and are drawn as such.
        return new PeriodDistribution(Minimum + other.Minimum, sum, (_isUniform && other._probabilities.Length == 1) || (other._isUniform && _probabilities.Length == 1), Mean + other.Mean);
    }

    /// <summary>The same length with what offers that lead to no hire add: their number is geometric, because each of them is made to somebody else.</summary>
    /// <param name="acceptance">Probability that an offer leads to a hire, above 0 and at most 1.</param>
    /// <param name="periods">Work periods that each lost offer adds, 0 or more.</param>
    /// <returns>The distribution; the mean is exact, the tail ends where it is less likely than one in a million million.</returns>
    public PeriodDistribution WithLostOffers(double acceptance, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(acceptance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(acceptance, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        if (acceptance == 1 || periods == 0) return this;
        var lost = new List<double>();
        var left = 1.0;
        for (; left > Negligible; left *= 1 - acceptance) lost.Add(left * acceptance);
        lost[^1] += left;
        var sum = new double[_probabilities.Length + ((lost.Count - 1) * periods)];
        for (var n = 0; n < lost.Count; n++)
        {
            for (var i = 0; i < _probabilities.Length; i++) sum[(n * periods) + i] += lost[n] * _probabilities[i];
        }

        return new PeriodDistribution(Minimum, sum, false, Mean + ((1 - acceptance) / acceptance * periods));
    }

    /// <summary>Probability of exactly a number of work periods.</summary>
    /// <param name="periods">Work periods.</param>
    /// <returns>The probability, 0 outside the range.</returns>
    public double At(int periods) => periods < Minimum || periods > Maximum ? 0 : _probabilities[periods - Minimum];

    /// <summary>Probability of at most a number of work periods.</summary>
    /// <param name="periods">Work periods.</param>
    /// <returns>The probability.</returns>
    public double Within(int periods)
    {
        if (periods >= Maximum) return 1;
        var sum = 0.0;
        for (var i = 0; i <= periods - Minimum; i++) sum += _probabilities[i];
        return sum;
    }

    /// <summary>Fewest work periods that are enough with a probability.</summary>
    /// <param name="probability">The probability, 0 to 1.</param>
    /// <returns>Work periods.</returns>
    public int Quantile(double probability)
    {
        var sum = 0.0;
        for (var i = 0; i < _probabilities.Length; i++)
        {
            sum += _probabilities[i];
            // Sums of fractions such as thirds miss by less than this.
            if (sum >= probability - Negligible) return Minimum + i;
        }

        return Maximum;
    }

    /// <summary>The number of work periods that a uniform number stands for.</summary>
    /// <param name="uniform">A number from 0 to below 1.</param>
    /// <returns>Work periods.</returns>
    public int Draw(double uniform)
    {
        if (_isUniform) return Minimum + (int)Math.Min(_probabilities.Length - 1, Math.Floor(uniform * _probabilities.Length));
        var sum = 0.0;
        for (var i = 0; i < _probabilities.Length - 1; i++)
        {
            sum += _probabilities[i];
            if (uniform < sum) return Minimum + i;
        }

        return Maximum;
    }
}
