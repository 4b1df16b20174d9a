namespace CtmsAnalytics.Charts.Formatting;

/// <summary>Words at the beginning of a sentence.</summary>
internal static class Sentence
{
    /// <summary>The text with a capital at its beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A number or word with its article, for example <c>an 88%</c>.</summary>
    public static string A(string text) => (text.Length > 0 && "8aeiou".Contains(char.ToLowerInvariant(text[0]), StringComparison.Ordinal)) || text is "11%" or "18%" ? $"an {text}" : $"a {text}";
}
