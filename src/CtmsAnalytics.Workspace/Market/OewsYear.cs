using System.Globalization;
using System.Text.RegularExpressions;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>Finds the survey year in the names that the publisher gives its files and sheets.</summary>
internal static partial class OewsYear
{
    /// <summary>Years that a name states: <c>national_M2024_dl.xlsx</c>, <c>2017aMSA_M_dl.xlsx</c>, <c>oesm12ma.xls</c>.</summary>
    public static IReadOnlyList<int> FromName(string name)
    {
        var years = FullYear().Matches(name).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .Concat(ShortYear().Matches(name).Select(m => 2000 + int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
        return [.. years.Distinct().Order()];
    }

    [GeneratedRegex("(?<![0-9])(20[0-4][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FullYear();

    [GeneratedRegex("oesm([0-9]{2})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();
}
