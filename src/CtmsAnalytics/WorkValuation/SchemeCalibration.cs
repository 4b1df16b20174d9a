using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.WorkValuation;

/// <summary>
/// Fits nonnegative weights and cut points so that a scheme reproduces given work levels. For given weights the cut points are exact (<see cref="CutPointFit"/>); weights are searched by moving weight
/// from one factor to another in halving steps from several beginnings, on the exact number of misfits. Nothing is drawn but the folds, so that the same people give the same scheme.
/// </summary>
public sealed class SchemeCalibration
{
    private static readonly double[] Steps = [0.16, 0.08, 0.04, 0.02, 0.01];

    private const int WeightDigits = 4;

    private readonly ValuedRoster _roster;
    private readonly ValuationScheme _scheme;
    private readonly double[][] _scores;
    private readonly int[] _ladder;
    private readonly int[] _place;
    private readonly IReadOnlyList<string> _ladders;

    private SchemeCalibration(ValuedRoster roster, IReadOnlyList<string> given)
    {
        _roster = roster;
        _scheme = roster.Basis.Scheme;
        _ladders = _scheme.LadderNames;
        _ladder = [.. roster.People.Select(p => _ladders.ToList().IndexOf(Valuer.LadderOf(_scheme, p.Track)))];
        _place = [.. roster.People.Select((p, i) => _scheme.LevelsOf(_ladders[_ladder[i]]).Select(l => l.Code).ToList().IndexOf(given[i]))];
        if (Array.FindIndex(_place, p => p < 0) is >= 0 and var at)
            throw new InputException($"{roster.People[at].PersonId} has the work level '{given[at]}', which the ladder {_ladders[_ladder[at]]} of the track '{roster.People[at].Track}' lacks (158.404(c)). It has {string.Join(", ", _scheme.LevelsOf(_ladders[_ladder[at]]).Select(l => l.Code))}.");
        _scores = [.. _scheme.Factors.Select(Scores)];
    }

    /// <summary>Calibrates the scheme in force to given work levels.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="given">Given work level of each, in their order; null for those of the roster.</param>
    /// <param name="folds">Parts that the people are cut into for the share out of sample, 2 or more.</param>
    /// <param name="seed">Seed of the folds.</param>
    /// <param name="cancellation">Stops the calibration.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="InputException">Fewer people than folds, or a given level that the person's ladder lacks.</exception>
    public static Calibration Of(ValuedRoster roster, IReadOnlyList<string>? given, int folds, uint seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(roster);
        if (folds < 2 || roster.People.Count < folds)
            throw new InputException(FormattableString.Invariant($"A calibration needs people in every fold: {roster.People.Count} people are valued, and there are {folds} folds. Right would be 2 folds or more, and as many people at least."));
        var levels = given ?? [.. roster.People.Select(p => p.WorkLevel)];
        return new SchemeCalibration(roster, levels).Run(levels, folds, seed, cancellation);
    }

    private Calibration Run(IReadOnlyList<string> given, int folds, uint seed, CancellationToken cancellation)
    {
        var everybody = Enumerable.Range(0, _roster.People.Count).ToArray();
        var present = Normalised([.. _scheme.Factors.Select(f => f.Weight)]);
        var weights = Search(everybody, present, cancellation);
        var fitted = Scheme(weights, everybody);
        var (points, levels) = _roster.By(fitted);
        var fold = Folds(folds, seed);
        var results = new List<CalibrationFold>();
        for (var k = 0; k < folds; k++)
        {
            var others = everybody.Where(p => fold[p] != k).ToArray();
            var (_, held) = _roster.By(Scheme(Search(others, present, cancellation), others));
            var own = everybody.Where(p => fold[p] == k).ToArray();
            results.Add(new CalibrationFold(own.Length, own.Count(p => held[p].Code == given[p])));
        }

        var (_, before) = _roster.By(_scheme);
        var (_, cutsOnly) = _roster.By(Scheme(present, everybody));
        int Same(ValuationLevel[] by) => everybody.Count(p => by[p].Code == given[p]);
        return new Calibration(
            everybody.Length, Same(before), Same(cutsOnly), Same(levels), Frequent(),
            ProbabilityEstimate.Of(results.Sum(r => r.Reproduced), everybody.Length), results,
            [.. _scheme.Factors.Select((f, i) => new FittedFigure(f.Id, f.Name, present[i], weights[i]))],
            [.. _scheme.Levels.Select((l, i) => new FittedFigure(l.Code, l.Title, l.CutPoint, fitted.Levels[i].CutPoint))],
            [.. everybody.Where(p => levels[p].Code != given[p]).Select(p => new Misfit(_roster.People[p].PersonId, given[p], levels[p].Code, points[p], Distance(levels[p], _place[p])))]);
    }

    /// <summary>How many are reproduced by giving everybody of a ladder its most frequent level: what a scheme has to beat.</summary>
    private int Frequent() => _place.Zip(_ladder).GroupBy(p => p.Second).Sum(g => g.GroupBy(p => p.First).Max(l => l.Count()));

    private int Distance(ValuationLevel level, int given) => Math.Abs(_scheme.LevelsOf(level.Ladder).Select(l => l.Code).ToList().IndexOf(level.Code) - given);

    private double[] Search(int[] people, double[] present, CancellationToken cancellation)
    {
        var n = present.Length;
        var starts = new List<double[]> { present, Rounded([.. Enumerable.Repeat(1.0, n)]) };
        for (var f = 0; f < n; f++) starts.Add(Rounded([.. Enumerable.Range(0, n).Select(i => i == f ? n : 1.0)]));
        var (best, left) = (present, long.MaxValue);
        foreach (var start in starts)
        {
            var (weights, value) = Descend(people, start, cancellation);
            if (value < left) (best, left) = (weights, value);
        }

        return best;
    }

    private (double[] Weights, long Left) Descend(int[] people, double[] start, CancellationToken cancellation)
    {
        var (weights, left) = (start, Left(people, start));
        foreach (var step in Steps)
        {
            for (var improved = true; improved;)
            {
                cancellation.ThrowIfCancellationRequested();
                improved = false;
                foreach (var candidate in Neighbours(weights, step))
                {
                    var value = Left(people, candidate);
                    if (value >= left) continue;
                    (weights, left, improved) = (candidate, value, true);
                    break;
                }
            }
        }

        return (weights, left);
    }

    private static IEnumerable<double[]> Neighbours(double[] weights, double step)
    {
        for (var from = 0; from < weights.Length; from++)
        {
            var moved = Math.Min(step, weights[from]);
            if (moved == 0) continue;
            for (var to = 0; to < weights.Length; to++)
            {
                if (to == from) continue;
                var next = (double[])weights.Clone();
                (next[from], next[to]) = (Math.Round(next[from] - moved, WeightDigits), Math.Round(next[to] + moved, WeightDigits));
                yield return next;
            }
        }
    }

    private long Left(int[] people, double[] weights) => Fit(people, weights).Sum(f => f.Left);

    private (double[] Cuts, long Left)[] Fit(int[] people, double[] weights)
    {
        var fits = new (double[] Cuts, long Left)[_ladders.Count];
        for (var l = 0; l < fits.Length; l++)
        {
            var own = people.Where(p => _ladder[p] == l).ToArray();
            var points = new double[own.Length];
            for (var f = 0; f < weights.Length; f++)
            {
                for (var i = 0; i < own.Length; i++) points[i] += weights[f] * _scores[f][own[i]];
            }

            for (var i = 0; i < own.Length; i++) points[i] = ValuationKernel.Round(points[i]);
            var levels = _scheme.LevelsOf(_ladders[l]);
            fits[l] = CutPointFit.Of(points, [.. own.Select(p => _place[p])], levels[0].CutPoint, levels.Count);
        }

        return fits;
    }

    /// <summary>The scheme with weights and the cut points that fit them; a ladder without people keeps its own.</summary>
    private ValuationScheme Scheme(double[] weights, int[] people)
    {
        var fits = Fit(people, weights);
        var cuts = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var l = 0; l < fits.Length; l++)
        {
            foreach (var (level, cut) in _scheme.LevelsOf(_ladders[l]).Zip(fits[l].Cuts)) cuts[level.Code] = double.IsNaN(cut) ? level.CutPoint : cut;
        }

        return _scheme with
        {
            Factors = [.. _scheme.Factors.Select((f, i) => f with { Weight = weights[i] })],
            Levels = [.. _scheme.Levels.Select(l => l with { CutPoint = cuts[l.Code] })],
        };
    }

    /// <summary>Points of everybody by one factor alone.</summary>
    private double[] Scores(ValuationFactor factor)
    {
        var alone = _scheme with { Factors = [factor with { Weight = 1 }] };
        var points = new double[_roster.People.Count];
        new Revaluation(alone, _roster.Basis.Library).Points(_roster.Columns, points, rounded: false);
        return points;
    }

    /// <summary>Folds in which every given level has its share of people.</summary>
    private int[] Folds(int folds, uint seed)
    {
        var keys = PersonKeys.Of([.. _roster.People.Select(p => p.PersonId)]);
        var fold = new int[keys.Length];
        var order = Enumerable.Range(0, keys.Length)
            .OrderBy(p => _ladder[p]).ThenBy(p => _place[p]).ThenBy(p => Philox.Block(keys[p], 0, 0, (uint)LuckPurpose.Fold, seed).Word0).ThenBy(p => _roster.People[p].PersonId, StringComparer.Ordinal).ToList();
        for (var i = 0; i < order.Count; i++) fold[order[i]] = i % folds;
        return fold;
    }

    private static double[] Rounded(double[] weights) => [.. Normalised(weights).Select(w => Math.Round(w, WeightDigits))];

    private static double[] Normalised(double[] weights) => [.. weights.Select(w => w / weights.Sum())];
}
