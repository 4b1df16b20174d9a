namespace CtmsAnalytics.Workspace.Tables;

/// <summary>Finds the known name that a mistyped one most likely means.</summary>
internal static class NearestName
{
    /// <summary>The nearest candidate by edit distance, or null when none is near enough to be worth offering.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var wanted = HeaderName.Normalise(name);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(wanted, HeaderName.Normalise(candidate));
            if (distance >= bestDistance) continue;
            bestDistance = distance;
            best = candidate;
        }

        return best is not null && bestDistance <= Math.Max(2, Math.Max(wanted.Length, best.Length) / 2) ? best : null;
    }

    /// <summary>Edit distance where a swap of two neighbours counts once.</summary>
    public static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, last, current) = (last, current, before);
        }

        return last[b.Length];
    }
}
