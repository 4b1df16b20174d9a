namespace CtmsAnalytics.Samples;

/// <summary>Draws lengths of service, in whole months, whose mean is the published one.</summary>
internal static class ServiceLengths
{
    private const int LongestMonths = 420;

    /// <summary>Sets <see cref="RosterDraft.ServiceMonths"/> of one cell's people.</summary>
    /// <remarks>
    /// Implementation note: the right-skewed shape 0.8u + 2.4u^3 has mean 1 and needs no transcendental function, whose last bit would differ
    /// between platforms and with it, some day, a roster.
    /// </remarks>
    public static void Assign(IReadOnlyList<RosterDraft> people, decimal meanYears, RosterDraw draw)
    {
        var total = (int)decimal.Floor((people.Count * meanYears * 12) + 0.5m);
        var shapes = people.Select(p =>
        {
            var u = draw.Uniform(p, RosterPurpose.Service);
            return (double)p.Level.ServiceFactor * ((0.8 * u) + (2.4 * u * u * u));
        }).ToArray();

        int Months(int i, double scale) => Math.Clamp((int)Math.Floor(shapes[i] * scale), 0, LongestMonths);

        var scale = Bisection.LargestNotAbove(0, 1e6, s => Enumerable.Range(0, people.Count).Sum(i => (long)Months(i, s)), total);
        for (var i = 0; i < people.Count; i++)
            people[i].ServiceMonths = Months(i, scale);

        var left = total - people.Sum(p => p.ServiceMonths);
        while (left > 0)
        {
            var before = left;
            foreach (var person in people.Where(p => p.ServiceMonths < LongestMonths).Take(left).ToArray())
            {
                person.ServiceMonths++;
                left--;
            }

            if (left == before)
                throw new ArgumentException($"A mean length of service of {meanYears} years cannot be reached; at most {LongestMonths / 12} years can.", nameof(meanYears));
        }
    }
}
