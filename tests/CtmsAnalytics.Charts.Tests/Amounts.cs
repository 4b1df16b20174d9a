using System.Globalization;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>Reads amounts back from what a reader sees.</summary>
internal static class Amounts
{
    public static long Parse(string shown) =>
        long.Parse(shown.Replace("\u2212", "-", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
