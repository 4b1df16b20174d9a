using System.Globalization;
using CtmsAnalytics.Workspace.Exports;
using static CtmsAnalytics.Cli.Output.CsvLine;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Exported tables as CSV files (RFC 4180): text that cannot become a formula, amounts in US dollars.</summary>
public static class ExportCsv
{
    /// <summary>Writes one file for each table, <c>cube.csv</c> and so on, and <c>README.txt</c>, which says first that they hold personal data.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="folder">Folder of the files; it exists.</param>
    public static void Write(IReadOnlyList<ExportTable> tables, string folder)
    {
        ArgumentNullException.ThrowIfNull(tables);
        foreach (var table in tables)
        {
            using var writer = new StreamWriter(Path.Combine(folder, table.Name + ".csv"));
            Line(writer, [.. table.Columns.Select(c => c.Name)]);
            foreach (var row in table.Rows) Line(writer, [.. row.Select((cell, i) => Cell(cell, table.Columns[i].Type))]);
        }

        WriteAbout(tables, folder, ".csv");
    }

    /// <summary>Writes what the files are.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="folder">Folder of the files; it exists.</param>
    /// <param name="extension">Extension of their files.</param>
    public static void WriteAbout(IReadOnlyList<ExportTable> tables, string folder, string extension)
    {
        ArgumentNullException.ThrowIfNull(tables);
        using var writer = new StreamWriter(Path.Combine(folder, "README.txt"));
        writer.Write(RunExport.PersonalData + "\n\nAmounts are US dollars. What the run was computed from is in the tables run and inputs.\n\n");
        foreach (var table in tables) writer.Write($"{table.Name}{extension}: {table.Description}\n");
    }

    private static string Cell(object? cell, ExportType type) => cell switch
    {
        null => "",
        string text => Text(text),
        long cents when type == ExportType.Money => Money(cents),
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell holds a {cell.GetType().Name}.", nameof(cell)),
    };
}
