using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Equity;

/// <summary>A file of people for a pay equity analysis (.csv, .xlsx): a header and one row for each person, any columns.</summary>
/// <param name="Table">Its rows.</param>
/// <param name="Input">The file with its digest, for a manifest.</param>
/// <param name="Notes">What a reader must know of how it was read.</param>
public sealed record EquityFile(EquityTable Table, ManifestInput Input, IReadOnlyList<string> Notes)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InputException">It is not a table, a column has no name or a name twice, a row is longer than the header, or there is no row.</exception>
    public static EquityFile Read(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = FileContent.Read(path, cancellation);
        using var source = file.Open();
        if (!source.NextSheet() || !ReadFilled(source)) throw FileContent.Unusable(path, "The file has no row.", "Give a header and one row for each person.");
        var columns = Header(source, path);
        var rows = new List<EquityRecord>();
        while (source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (source.IsBlank()) continue;
            for (var i = columns.Count; i < source.Count; i++)
            {
                if (!source[i].IsEmpty)
                    throw new InputException([new InputProblem(path, (int)Math.Min(source.RowNumber, int.MaxValue), null, Invariant($"The row has more cells than the header's {columns.Count}."), "A text with a comma stands in quotation marks.")]);
            }

            rows.Add(new EquityRecord(source.RowNumber, [.. Enumerable.Range(0, columns.Count).Select(i => i < source.Count ? source[i].Text : "")]));
        }

        if (rows.Count == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Give one row for each person.");
        var name = Path.GetFileName(path);
        return new EquityFile(new EquityTable(name, columns, rows), new ManifestInput("people", name, file.Sha256), source.Notes);
    }

    private static bool ReadFilled(TableSource source)
    {
        while (source.Read())
        {
            if (!source.IsBlank()) return true;
        }

        return false;
    }

    private static List<string> Header(TableSource source, string path)
    {
        var columns = new List<string>();
        for (var i = 0; i < source.Count; i++) columns.Add(source[i].Text);
        while (columns.Count > 0 && columns[^1].Length == 0) columns.RemoveAt(columns.Count - 1);
        var row = (int)source.RowNumber;
        var nameless = columns.FindIndex(c => c.Length == 0);
        if (nameless >= 0) throw new InputException([new InputProblem(path, row, nameless + 1, "The column has no name.", "Give every column a name in the first row.")]);
        if (columns.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputException([new InputProblem(path, row, columns.LastIndexOf(twice.Key) + 1, $"The column {twice.Key} stands twice.", "Rename or remove one of them.")]);
        return columns;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
