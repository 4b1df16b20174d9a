using System.Globalization;
using CtmsAnalytics.Deployment.Assignments;

namespace CtmsAnalytics.Workspace.Deployment;

/// <summary>Names and lists of deployment in files and tables.</summary>
internal static class DeploymentNames
{
    public static readonly string[] Securities = ["none", "public_trust", "secret", "top_secret", "ts_sci"];

    // As a record says them, in the order of the names.
    private static readonly string[] SecurityTexts = ["none beyond suitability", "public trust", "Secret", "Top Secret", "Top Secret with SCI"];

    public static string SecurityText(string name) => SecurityTexts[Array.IndexOf(Securities, name)];

    public static PersonnelSecurity Security(string name) => (PersonnelSecurity)Array.IndexOf(Securities, name);

    /// <summary>Reads pairs of a name and a number, <c>NET:4;IRH:3</c>.</summary>
    /// <param name="text">The text; empty for none.</param>
    /// <param name="pairs">The pairs in their order.</param>
    /// <returns>False where a pair cannot be read or a name stands twice.</returns>
    public static bool TryPairs(string text, out List<KeyValuePair<string, double>> pairs)
    {
        pairs = [];
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.LastIndexOf(':');
            if (at <= 0 || !double.TryParse(part.AsSpan(at + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
            var name = part[..at].Trim();
            if (pairs.Any(p => p.Key == name)) return false;
            pairs.Add(new KeyValuePair<string, double>(name, number));
        }

        return true;
    }

    public static Dictionary<string, double> Pairs(string text) => TryPairs(text, out var pairs) ? new Dictionary<string, double>(pairs, StringComparer.Ordinal) : [];
}
