using System.Globalization;
using System.Text;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Text that came from a file, made safe for a terminal: what could move the cursor, recolour or reorder the screen is shown as its code.</summary>
public static class SafeText
{
    /// <summary>Replaces control characters, invisible format characters and broken surrogates by escapes such as <c>\u001b</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without them; the same instance where there are none.</returns>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EnumerateRunes().Any(IsUnsafe)) return text;
        var safe = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsUnsafe(rune)) safe.Append(rune.ToString());
            else if (rune.Value == '\n') safe.Append("\\n");
            else if (rune.Value == '\r') safe.Append("\\r");
            else if (rune.Value == '\t') safe.Append("\\t");
            else safe.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }

        return safe.ToString();
    }

    /// <summary>The same for a cell of a table, which may have several lines: line breaks, as line feeds, and tabs stay.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without what could steer a terminal.</returns>
    public static string EscapeCell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join('\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(Escape))));
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
