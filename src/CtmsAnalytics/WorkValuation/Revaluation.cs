using System.Numerics;

namespace CtmsAnalytics.WorkValuation;

/// <summary>Values many people at once, with the same results as <see cref="Valuer"/> for each of them, bit by bit.</summary>
/// <remarks>Implementation note: every lane does the operations of the scalar rule in its order and nothing is fused, so that the sums round alike.</remarks>
public sealed class Revaluation
{
    private readonly ValuationScheme _scheme;
    private readonly ValuationKernel _kernel;
    private readonly Dictionary<string, ValuationKernel.Ladder> _byTrack;

    /// <summary>Compiles a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="library">The library.</param>
    public Revaluation(ValuationScheme scheme, QualificationLibrary library)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(library);
        _scheme = scheme;
        _kernel = new ValuationKernel(scheme, library);
        _byTrack = scheme.Ladders.ToDictionary(l => l.Key, l => _kernel.Ladders.First(k => k.Name == l.Value), StringComparer.Ordinal);
    }

    /// <summary>Values everybody.</summary>
    /// <param name="people">The people.</param>
    /// <param name="points">Receives the points of each, rounded to hundredths.</param>
    /// <param name="levels">Receives the position of each person's work level among the scheme's levels.</param>
    /// <exception cref="Diagnostics.InputException">A track has no ladder.</exception>
    public void Run(ValuationColumns people, Span<double> points, Span<int> levels)
    {
        ArgumentNullException.ThrowIfNull(people);
        Points(people, points);
        var ladder = default(ValuationKernel.Ladder);
        var track = "";
        for (var p = 0; p < people.Count; p++)
        {
            if (ladder is null || !ReferenceEquals(track, people.Tracks[p]))
            {
                track = people.Tracks[p];
                if (!_byTrack.TryGetValue(track, out ladder)) Valuer.LadderOf(_scheme, track);
            }

            levels[p] = ladder!.Levels[ladder.Place(points[p])];
        }
    }

    /// <summary>Points of everybody, rounded to hundredths.</summary>
    /// <param name="people">The people.</param>
    /// <param name="points">Receives the points of each.</param>
    public void Points(ValuationColumns people, Span<double> points) => Points(people, points, rounded: true);

    internal void Points(ValuationColumns people, Span<double> points, bool rounded)
    {
        ArgumentNullException.ThrowIfNull(people);
        points = points[..people.Count];
        points.Clear();
        foreach (var factor in _kernel.Factors) Add(factor, people, points);
        if (rounded) Round(points);
    }

    private static void Add(ValuationKernel.Factor factor, ValuationColumns people, Span<double> points)
    {
        Span<Vector<double>> best = stackalloc Vector<double>[factor.Best];
        var width = Vector<double>.Count;
        var p = 0;
        for (; p <= points.Length - width; p += width)
        {
            var sum = Vector<double>.Zero;
            best.Clear();
            for (var i = 0; i < factor.Items.Length; i++)
            {
                var value = new Vector<double>(factor.Weights[i]) * new Vector<double>(people.Column(factor.Items[i])[p..]);
                if (factor.Best == 0)
                {
                    sum += value;
                    continue;
                }

                for (var k = 0; k < best.Length; k++) (best[k], value) = (Vector.Max(best[k], value), Vector.Min(best[k], value));
            }

            foreach (var value in best) sum += value;
            var total = new Vector<double>(points[p..]) + (new Vector<double>(factor.Points) * sum);
            total.CopyTo(points[p..]);
        }

        Span<double> own = stackalloc double[people.Items];
        Span<double> values = stackalloc double[factor.Items.Length];
        for (; p < points.Length; p++)
        {
            foreach (var item in factor.Items) own[item] = people.Column(item)[p];
            points[p] += ValuationKernel.PointsOf(factor, own, values);
        }
    }

    private static void Round(Span<double> points)
    {
        var (width, p) = (Vector<double>.Count, 0);
        for (; p <= points.Length - width; p += width)
            (Vector.Floor((new Vector<double>(points[p..]) * ValuationKernel.Hundredths) + new Vector<double>(0.5)) / new Vector<double>(ValuationKernel.Hundredths)).CopyTo(points[p..]);
        for (; p < points.Length; p++) points[p] = ValuationKernel.Round(points[p]);
    }
}
