namespace CtmsAnalytics.Charts.Formatting;

/// <summary>Words at the beginning of a sentence.</summary>
internal static class Sentence
{
    /// <summary>The text with a capital at its beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
