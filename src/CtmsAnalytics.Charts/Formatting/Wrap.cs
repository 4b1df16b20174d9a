namespace CtmsAnalytics.Charts.Formatting;

/// <summary>Breaks text into lines: a chart has no font engine that would do it.</summary>
internal static class Wrap
{
    /// <summary>Lines of at most <paramref name="width"/> characters, broken at spaces; a longer word is cut.</summary>
    public static string[] Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Chunks(w, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        lines.Add(line);
        return [.. lines];
    }

    /// <summary>The text, or its beginning and an ellipsis where it is longer than <paramref name="width"/> characters.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width) return text;
        var end = width - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "\u2026";
    }

    private static IEnumerable<string> Chunks(string word, int width)
    {
        while (word.Length > width)
        {
            var end = char.IsHighSurrogate(word[width - 1]) ? width - 1 : width;
            yield return word[..end];
            word = word[end..];
        }

        yield return word;
    }
}
