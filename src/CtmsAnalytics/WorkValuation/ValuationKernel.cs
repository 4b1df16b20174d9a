namespace CtmsAnalytics.WorkValuation;

/// <summary>A scheme as flat numbers: what the scalar rule and the one for many people both compute with, so that they cannot disagree.</summary>
internal sealed class ValuationKernel
{
    /// <summary>Points are rounded to this part of a point, half up, so that a cut point is reached or not whatever the order of a sum.</summary>
    public const double Hundredths = 100;

    public ValuationKernel(ValuationScheme scheme, QualificationLibrary library)
    {
        Items = library.Items;
        var position = Items.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        var whole = scheme.Factors.Sum(f => f.Weight);
        Factors = [.. scheme.Factors.Select(f =>
        {
            var items = f.Items.Select(i => (Index: position[i.Key], Weight: i.Value)).OrderBy(i => i.Index).ToArray();
            var counted = f.Best == 0 ? items.Sum(i => i.Weight) : items.Select(i => i.Weight).OrderDescending().Take(f.Best).Sum();
            return new Factor(f.Id, f.Best, scheme.Points * (f.Weight / whole) / (counted * library.Maximum), [.. items.Select(i => i.Index)], [.. items.Select(i => i.Weight)]);
        })];
        Ladders = [.. scheme.LadderNames.Select(l => new Ladder(l, [.. scheme.LevelsOf(l).Select(v => scheme.Levels.ToList().IndexOf(v))], [.. scheme.LevelsOf(l).Select(v => v.CutPoint)]))];
    }

    public IReadOnlyList<string> Items { get; }

    public Factor[] Factors { get; }

    public Ladder[] Ladders { get; }

    public static double Round(double points) => Math.Floor((points * Hundredths) + 0.5) / Hundredths;

    /// <summary>Points of a factor by the proficiencies of one person, item by item; <paramref name="values"/> receives the weighted proficiencies in the factor's order.</summary>
    public static double PointsOf(Factor factor, ReadOnlySpan<double> proficiency, Span<double> values)
    {
        for (var i = 0; i < factor.Items.Length; i++) values[i] = factor.Weights[i] * proficiency[factor.Items[i]];
        double sum = 0;
        if (factor.Best == 0)
        {
            foreach (var value in values[..factor.Items.Length]) sum += value;
            return factor.Points * sum;
        }

        Span<double> best = stackalloc double[factor.Best];
        foreach (var value in values[..factor.Items.Length])
        {
            var next = value;
            for (var k = 0; k < best.Length; k++) (best[k], next) = (Math.Max(best[k], next), Math.Min(best[k], next));
        }

        foreach (var value in best) sum += value;
        return factor.Points * sum;
    }

    /// <summary>Points of one person, before rounding.</summary>
    public double PointsOf(ReadOnlySpan<double> proficiency, Span<double> values)
    {
        double points = 0;
        foreach (var factor in Factors) points += PointsOf(factor, proficiency, values);
        return points;
    }

    /// <summary>Proficiencies and ratings of one person in the order of <see cref="Items"/>.</summary>
    public static double[] Proficiency(PersonQualifications person, QualificationLibrary library) =>
    [
        .. library.Qualifications.Select(q => person.Proficiency.GetValueOrDefault(q.Id)),
        .. library.WorkFactors.Select(w => person.Work.GetValueOrDefault(w.Id)),
    ];

    /// <summary>A factor.</summary>
    /// <param name="Id">Identifier.</param>
    /// <param name="Best">How many of the highest count; 0 for all.</param>
    /// <param name="Points">Points of one unit of weighted proficiency.</param>
    /// <param name="Items">What it counts, ascending positions.</param>
    /// <param name="Weights">Weight of each.</param>
    internal sealed record Factor(string Id, int Best, double Points, int[] Items, double[] Weights);

    /// <summary>A ladder.</summary>
    /// <param name="Name">Name.</param>
    /// <param name="Levels">Positions of its levels in the scheme, lowest first.</param>
    /// <param name="Cuts">Their cut points.</param>
    internal sealed record Ladder(string Name, int[] Levels, double[] Cuts)
    {
        /// <summary>Place on the ladder of someone with points, 0 for the lowest level.</summary>
        public int Place(double points)
        {
            var place = 0;
            while (place + 1 < Cuts.Length && points >= Cuts[place + 1]) place++;
            return place;
        }
    }
}
