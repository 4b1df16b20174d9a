using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using MathNet.Numerics.Distributions;

namespace CtmsAnalytics.WorkValuation;

/// <summary>How stable work levels are when proficiency is measured with noise: every proficiency that a person has is drawn anew around the recorded one and stays on the scale.</summary>
public static class ProficiencyNoise
{
    private const int WordsInBlock = 4;

    /// <summary>Draws proficiencies and counts who changes level.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="deviation">Standard deviation of the measurement, units of proficiency, above 0; normal, independent between qualifications.</param>
    /// <param name="draws">Number of draws, 1 or more.</param>
    /// <param name="seed">Seed: the same seed gives the same draws.</param>
    /// <param name="cancellation">Stops the drawing.</param>
    /// <returns>What was found.</returns>
    public static NoiseResult Of(ValuedRoster roster, ValuationScheme scheme, double deviation, int draws, uint seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        var n = roster.People.Count;
        var keys = PersonKeys.Of([.. roster.People.Select(p => p.PersonId)]);
        var revaluation = new Revaluation(scheme, roster.Basis.Library);
        var (_, recorded) = roster.By(scheme);
        var (noisy, points, levels) = (roster.Columns.Copy(), new double[n], new int[n]);
        var (changed, moved) = (new long[n], new int[draws]);
        for (var d = 0; d < draws; d++)
        {
            cancellation.ThrowIfCancellationRequested();
            Draw(roster.Columns, noisy, keys, deviation, (uint)d, seed, roster.Basis.Library.Maximum);
            revaluation.Run(noisy, points, levels);
            for (var p = 0; p < n; p++)
            {
                if (ReferenceEquals(scheme.Levels[levels[p]], recorded[p])) continue;
                changed[p]++;
                moved[d]++;
            }
        }

        List<PersonStability> people = [.. roster.People.Select((p, i) => Stability(p.PersonId, i, roster, scheme, deviation, ProbabilityEstimate.Of(changed[i], draws)))];
        var sorted = moved.Order().ToList();
        var mean = moved.Average();
        var error = draws == 1 ? 0 : Math.Sqrt(moved.Sum(m => (m - mean) * (m - mean)) / (draws - 1) / draws);
        return new NoiseResult(deviation, draws, seed, n, mean, error, Quantile(sorted, Tail), Quantile(sorted, 1 - Tail), people.Sum(p => p.Analytic), people);
    }

    private const double Tail = 0.025;

    private static int Quantile(List<int> sorted, double probability) => sorted[(int)Math.Clamp(Math.Ceiling(probability * sorted.Count) - 1, 0, sorted.Count - 1)];

    private static void Draw(ValuationColumns recorded, ValuationColumns noisy, uint[] keys, double deviation, uint draw, uint seed, double maximum)
    {
        for (var p = 0; p < keys.Length; p++)
        {
            PhiloxBlock block = default;
            for (var i = 0; i < recorded.Items; i++)
            {
                if (i % WordsInBlock == 0) block = Philox.Block(keys[p], draw, (uint)(i / WordsInBlock), (uint)LuckPurpose.Proficiency, seed);
                var value = recorded.Column(i)[p];
                if (value == 0) continue;
                var word = (i % WordsInBlock) switch { 0 => block.Word0, 1 => block.Word1, 2 => block.Word2, _ => block.Word3 };
                noisy.Column(i)[p] = Math.Clamp(value + (deviation * Deterministic.NormalQuantile(Philox.Uniform(word))), 0, maximum);
            }
        }
    }

    /// <summary>The probability to the first order: points are normal around the recorded ones, with the variance of what counts; ends of the scale and other best qualifications are left out of account.</summary>
    private static PersonStability Stability(string id, int at, ValuedRoster roster, ValuationScheme scheme, double deviation, ProbabilityEstimate drawn)
    {
        var valuation = Valuer.Of(roster.Qualifications[at], roster.People[at].Track, scheme, roster.Basis.Library);
        var slopes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var item in valuation.Factors.SelectMany(f => f.Items).Where(i => i.Counts && i.Proficiency > 0))
            slopes[item.Item] = slopes.GetValueOrDefault(item.Item) + (item.Points / item.Proficiency);
        var spread = deviation * Math.Sqrt(slopes.Values.Sum(s => s * s));
        var up = spread > 0 && valuation.ToNext is { } next ? Normal.CDF(0, spread, -next) : 0;
        var down = spread > 0 && valuation.AboveCut is { } above ? Normal.CDF(0, spread, -above) : 0;
        return new PersonStability(id, valuation.Level, valuation.Points, spread, drawn, up + down, valuation.AboveCut, valuation.ToNext);
    }
}
