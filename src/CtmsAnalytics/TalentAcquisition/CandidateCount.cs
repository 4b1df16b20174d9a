namespace CtmsAnalytics.TalentAcquisition;

/// <summary>How many candidates are enough: exact binomial and negative binomial probabilities, in logarithms, so that small rates and large counts keep their digits.</summary>
public static class CandidateCount
{
    /// <summary>Most candidates that are counted up to.</summary>
    public const int Most = 10_000_000;

    private const int Halvings = 60;

    /// <summary>Fewest candidates of whom at least so many get through with a probability: a quantile of the negative binomial distribution.</summary>
    /// <param name="hires">Hires, 0 or more.</param>
    /// <param name="rate">Probability that a candidate gets through, 0 to 1.</param>
    /// <param name="probability">Probability of reaching the hires, above 0 and below 1.</param>
    /// <returns>Candidates; null where no number up to <see cref="Most"/> is enough.</returns>
    public static int? ToReach(int hires, double rate, double probability)
    {
        Check(hires, rate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (hires == 0) return 0;
        if (rate >= 1) return hires;
        if (rate == 0 || hires / rate > Most) return null;
        var sum = 0.0;
        foreach (var (candidates, mass) in Trials(hires, rate))
        {
            sum += mass;
            if (sum >= probability) return candidates;
        }

        return null;
    }

    /// <summary>Probability that at least so many of some candidates get through.</summary>
    /// <param name="hires">Hires, 0 or more.</param>
    /// <param name="candidates">Candidates, 0 or more.</param>
    /// <param name="rate">Probability that a candidate gets through, 0 to 1.</param>
    /// <returns>The upper tail of the binomial distribution.</returns>
    public static double ProbabilityOfAtLeast(int hires, int candidates, double rate)
    {
        Check(hires, rate);
        ArgumentOutOfRangeException.ThrowIfNegative(candidates);
        if (hires == 0) return 1;
        if (hires > candidates || rate == 0) return 0;
        if (rate >= 1) return 1;
        return Math.Min(1, Trials(hires, rate).TakeWhile(t => t.Candidates <= candidates).Sum(t => t.Mass));
    }

    /// <summary>Hires that some candidates bring, in the middle of the binomial distribution.</summary>
    /// <param name="candidates">Candidates, 0 or more.</param>
    /// <param name="rate">Probability that a candidate gets through, 0 to 1.</param>
    /// <param name="confidence">Probability of the interval, above 0 and below 1; each side holds at most half of the rest.</param>
    /// <returns>Fewest and most hires.</returns>
    public static (int Fewest, int Most) Hires(int candidates, double rate, double confidence)
    {
        var side = (1 - confidence) / 2;
        return (Greatest(1 - side), Greatest(side));

        // Most hires that are reached with more than a probability.
        int Greatest(double probability)
        {
            var (low, high) = (0, candidates);
            while (low < high)
            {
                var middle = low + ((high - low + 1) / 2);
                if (ProbabilityOfAtLeast(middle, candidates, rate) > probability) low = middle;
                else high = middle - 1;
            }

            return low;
        }
    }

    /// <summary>Interval of a rate that was observed, exact (Clopper and Pearson): rates that make neither so few nor so many successes unlikely.</summary>
    /// <param name="successes">Successes, 0 to the trials.</param>
    /// <param name="trials">Trials, 1 or more.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <returns>Lowest and highest rate.</returns>
    public static (double Low, double High) RateInterval(int successes, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var side = (1 - confidence) / 2;
        return (
            successes == 0 ? 0 : Solve(rate => ProbabilityOfAtLeast(successes, trials, rate) < side),
            successes == trials ? 1 : Solve(rate => ProbabilityOfAtLeast(successes + 1, trials, rate) < 1 - side));
    }

    private static double Solve(Func<double, bool> isBelow)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (isBelow(middle)) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>Probability that the last of the hires is found with a number of candidates, from the fewest on.</summary>
    private static IEnumerable<(int Candidates, double Mass)> Trials(int hires, double rate)
    {
        var miss = Math.Log(1 - rate);
        var log = hires * Math.Log(rate);
        for (var candidates = hires; candidates <= Most; candidates++)
        {
            yield return (candidates, Math.Exp(log));
            log += Math.Log(candidates / (candidates - hires + 1.0)) + miss;
        }
    }

    private static void Check(int hires, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hires);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
    }
}
