using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>A row of a table that the project ships.</summary>
internal sealed class ShippedTable
{
    private readonly string _path;
    private readonly int _line;
    private readonly Dictionary<string, (string Text, int Column)> _fields;

    private ShippedTable(string path, int line, Dictionary<string, (string Text, int Column)> fields)
    {
        _path = path;
        _line = line;
        _fields = fields;
    }

    /// <summary>Reads the rows of a table.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="InputException">The file does not exist, or a row has not as many fields as the header.</exception>
    public static IReadOnlyList<ShippedTable> Read(string path)
    {
        if (!File.Exists(path)) throw new InputException($"{path} does not exist. Name the folder 'data' of a checkout of this project.");
        using var activity = WorkspaceActivity.Reading(path);
        using var source = new DelimitedSource(path, File.ReadAllText(path), "");
        var header = new List<string>();
        var rows = new List<ShippedTable>();
        while (source.Read())
        {
            var fields = Enumerable.Range(0, source.Count).Select(i => (source[i].Text, Column: source.ColumnOf(i))).ToList();
            var line = (int)source.RowNumber;
            if (header.Count == 0) header = [.. fields.Select(f => f.Text)];
            else if (fields.Count != header.Count) throw new InputException([new InputProblem(path, line, null, $"The row has {fields.Count} fields.", $"The header has {header.Count}.")]);
            else rows.Add(new ShippedTable(path, line, header.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)));
        }

        return rows;
    }

    /// <summary>A field as it stands.</summary>
    public string Text(string column) => _fields.TryGetValue(column, out var field) ? field.Text : throw Bad(column, "is missing", "Restore the column.");

    /// <summary>The field <c>effective_year</c>.</summary>
    public int Year() => int.TryParse(Text("effective_year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : throw Bad("effective_year", "is no year", "Write four digits.");

    /// <summary>A number.</summary>
    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(column, "is no number", "Write it without separators.");

    /// <summary>The field <c>mark</c>.</summary>
    public ParameterMark Mark() => MarkNames.TryParse(Text("mark"), out var mark) ? mark : throw Bad("mark", $"'{Text("mark")}' is no mark", $"Write one of {MarkNames.List}.");

    /// <summary>Something wrong with a field of the row, with its place.</summary>
    public InputProblem Problem(string column, string what, string right) =>
        new(_path, _line, _fields.TryGetValue(column, out var field) ? field.Column : null, $"Column '{column}': {what}.", right);

    private InputException Bad(string column, string what, string right) => new([Problem(column, what, right)]);
}
