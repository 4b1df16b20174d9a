using System.Globalization;
using CtmsAnalytics.Workspace.Imports;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints what an import did: one line of counts, then what a person should know, then why rows were set aside.</summary>
public static class ImportReportPrinter
{
    /// <summary>Prints a report.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="report">The report.</param>
    /// <param name="workspace">The workspace's folder, for the command that shows the rows set aside.</param>
    public static void Print(IAnsiConsole console, ImportReport report, string workspace)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(report);
        var culture = CultureInfo.InvariantCulture;
        var file = SafeText.Escape(report.File);
        console.Line(report.AlreadyImported
            ? string.Create(culture, $"{file}: nothing changed.")
            : string.Create(culture, $"{file}: {report.RowsRead:N0} rows read, {report.RowsKept:N0} kept, {report.RowsQuarantined:N0} set aside (import {report.BatchId})."));
        foreach (var count in report.Counts) console.Remark(string.Create(culture, $"  {count.Rows,9:N0}  {count.What}"));
        foreach (var note in report.Notes) console.Remark($"  {SafeText.Escape(note)}");
        if (report.Reasons.Count > 0) console.Write(Reasons(report));
        if (report.RowsQuarantined > 0)
            console.Remark(string.Create(culture, $"  Rows set aside: ctms quarantine --import {report.BatchId} -w {SafeText.Escape(workspace)}"));
    }

    private static Table Reasons(ImportReport report)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("reason");
        table.AddColumn(new TableColumn("rows").RightAligned());
        foreach (var name in new[] { "first rows", "what would be right", "paragraph" }) table.AddColumn(name);
        foreach (var reason in report.Reasons)
        {
            var first = string.Join(", ", reason.FirstRows.Select(r => r.ToString("N0", CultureInfo.InvariantCulture)));
            table.AddRow(
                new Text(reason.Code),
                new Text(reason.Rows.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(reason.Rows > reason.FirstRows.Count ? $"{first}, ..." : first),
                new Text(SafeText.Escape(reason.Example)),
                new Text(reason.Paragraph));
        }

        return table;
    }
}
