using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Cli.Output;

/// <summary>The part of a Markdown file that a command generates: what stands between its two markers.</summary>
public static class MarkedSection
{
    /// <summary>Line that the generated part follows.</summary>
    public const string Begin = "<!-- parameters begin -->";

    /// <summary>Line that ends the generated part.</summary>
    public const string End = "<!-- parameters end -->";

    /// <summary>Replaces the generated part.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="section">The new part.</param>
    /// <returns>The new text.</returns>
    /// <exception cref="InputException">A marker is missing.</exception>
    public static string Replace(string file, string text, string section)
    {
        ArgumentNullException.ThrowIfNull(text);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{text[..(begin + Begin.Length)]}\n{section}{text[end..]}"
            : throw new InputException([new InputProblem(file, null, null, "The markers of the generated part are missing.", $"Write the lines '{Begin}' and '{End}' where it belongs.")]);
    }
}
