using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Sentences broken at spaces, without the spaces that a table cell is filled up with.</summary>
public static class WrappedLine
{
    /// <summary>Prints text that may hold anything: it is escaped first.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="text">The text.</param>
    /// <param name="indent">Columns before the first line.</param>
    /// <param name="hanging">Columns before the following lines, beside <paramref name="indent"/>.</param>
    public static void Wrapped(this IAnsiConsole console, string text, int indent = 0, int hanging = 0)
    {
        ArgumentNullException.ThrowIfNull(console);
        var line = new string(' ', indent);
        var isEmpty = true;
        foreach (var word in SafeText.Escape(text).Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > console.Profile.Width)
            {
                console.Line(line);
                line = new string(' ', indent + hanging) + word;
                continue;
            }

            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }

        console.Line(line);
    }
}
