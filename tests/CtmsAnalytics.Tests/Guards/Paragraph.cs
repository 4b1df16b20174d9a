using System.Text.RegularExpressions;

namespace CtmsAnalytics.Tests.Guards;

/// <summary>Finds the sections that a sentence cites.</summary>
internal static partial class Paragraph
{
    public static IEnumerable<string> Of(string sentence) => Section().Matches(sentence).Select(m => m.Value);

    [GeneratedRegex(@"158\.[0-9]{3,4}|[0-9]+ U\.S\.C\. [0-9]+|[0-9]+ CFR [0-9]+|OMB Circular A-[0-9]+")]
    private static partial Regex Section();
}
