using System.Text.RegularExpressions;

namespace CtmsAnalytics.Rules;

/// <summary>
/// The form in which rules and parameters cite the law: one or more paragraphs separated by a semicolon or a comma, each a paragraph of part 158
/// (<c>158.632(a)</c>, <c>158.632(a)-(b)</c>), of the United States Code (<c>5 U.S.C. 5504(b)</c>), of other regulations (<c>5 CFR 591.207</c>) or an OMB circular
/// (<c>OMB Circular A-11 section 85</c>).
/// </summary>
public static partial class Citation
{
    /// <summary>Whether a text is a citation; whether the section exists is another question, see <see cref="SectionsOf"/>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when every part of it has one of the four forms.</returns>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && Array.TrueForAll(Split(text), part => Form().IsMatch(part));
    }

    /// <summary>The sections of part 158 that a citation names.</summary>
    /// <param name="citation">A citation.</param>
    /// <returns>Section numbers such as <c>158.632</c>, in the order in which they stand; empty for a citation of other law.</returns>
    public static IReadOnlyList<string> SectionsOf(string citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return [.. Split(citation).Where(p => p.StartsWith("158.", StringComparison.Ordinal)).Select(p => p.Split('(')[0])];
    }

    private static string[] Split(string text) => text.Split([';', ','], StringSplitOptions.TrimEntries);

    [GeneratedRegex(
        @"^(158\.[0-9]{3,4}(\([0-9A-Za-z]+\))*(-\([0-9A-Za-z]+\))?"
        + @"|[0-9]+ U\.S\.C\. [0-9]+[a-z]?(-[0-9]+[a-z]?)?(\([0-9A-Za-z]+\))*"
        + @"|[0-9]+ CFR (part )?[0-9]+(\.[0-9]+)?(\([0-9A-Za-z]+\))*( subpart [A-Z])?"
        + @"|OMB Circular A-[0-9]+( section [0-9]+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
