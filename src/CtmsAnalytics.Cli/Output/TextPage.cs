using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CtmsAnalytics.Cli.Output;

/// <summary>What a column of a <see cref="TextPage"/> holds, which decides where it is aligned and whether it may be broken.</summary>
public enum ColumnKind
{
    /// <summary>Dates, codes and identifiers: left, never broken.</summary>
    Code,

    /// <summary>Words: left, broken at spaces.</summary>
    Words,

    /// <summary>Numbers: right, never broken.</summary>
    Figure,
}

/// <summary>The parts of a page of text that fits 100 columns. Text from files is escaped and never markup.</summary>
public static class TextPage
{
    private const int Columns = 100;

    /// <summary>Limits the console to the width of a page; what goes into a file or a pipe has exactly that width.</summary>
    /// <param name="console">The console.</param>
    public static void Fit(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        console.Profile.Width = Console.IsOutputRedirected ? Columns : Math.Min(console.Profile.Width, Columns);
    }

    /// <summary>Prints a heading after an empty line, underlined.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="text">The heading.</param>
    public static void Heading(IAnsiConsole console, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        console.Line("");
        if (console.HasColors() && text.Length < console.Profile.Width) console.Write(new Text(SafeText.Escape(text) + "\n", new Style(decoration: Decoration.Bold)));
        else console.Line(SafeText.Escape(text));
        console.Line(new string('-', text.Length));
    }

    /// <summary>Makes a table without rows.</summary>
    /// <param name="columns">Heading and kind of each column.</param>
    /// <returns>The table.</returns>
    public static Table Table(params (string Name, ColumnKind Kind)[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (name, kind) in columns)
        {
            var column = new TableColumn(new Text(SafeText.Escape(name)));
            if (kind == ColumnKind.Figure) column.RightAligned();
            if (kind != ColumnKind.Words) column.NoWrap();
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">Text of each cell.</param>
    public static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(c => new Text(SafeText.Escape(c))));

    /// <summary>A number as it is, without separators: years and small counts.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Its digits.</returns>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Prints a table at the width that its figures need, because a broken figure reads as another one.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="table">The table.</param>
    public static void WriteWhole(this IAnsiConsole console, Table table)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(table);
        var width = console.Profile.Width;
        var needed = ((IRenderable)table).Measure(new RenderOptions(console.Profile.Capabilities, new Size(int.MaxValue / 2, int.MaxValue / 2)), int.MaxValue / 2).Max;
        console.Profile.Width = Math.Max(width, needed);
        console.Write(table);
        console.Profile.Width = width;
    }
}
