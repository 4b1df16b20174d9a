namespace CtmsAnalytics.Cli.Help;

/// <summary>Lines of help that fit 100 columns.</summary>
internal static class HelpText
{
    /// <summary>Widest line.</summary>
    public const int Width = 100;

    /// <summary>Writes a name and what it means beside it, broken at spaces and aligned.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="name">The name.</param>
    /// <param name="column">Columns of all names.</param>
    /// <param name="text">The meaning.</param>
    public static void WriteRow(this TextWriter output, string name, int column, string text)
    {
        const string Indent = "  ";
        var line = Indent + name.PadRight(column);
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line.TrimEnd());
                line = Indent + new string(' ', column);
                isEmpty = true;
            }

            line += (isEmpty ? "  " : " ") + word;
            isEmpty = false;
        }

        output.WriteLine(line.TrimEnd());
    }
}
