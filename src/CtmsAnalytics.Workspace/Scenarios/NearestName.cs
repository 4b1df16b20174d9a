namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Finds the name that a person probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name with the smallest edit distance, letter case ignored; null when none is near enough to be a slip of the keyboard.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    /// <returns>The nearest name, or null.</returns>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var best = known
            .Select(k => (Name: k, Distance: Tables.NearestName.Distance(Fold(name), Fold(k))))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, Math.Min(name.Length, best.Name.Length) / 2) ? best.Name : null;
    }

    private static string Fold(string text) => text.Length > 80 ? text[..80].ToUpperInvariant() : text.ToUpperInvariant();
}
