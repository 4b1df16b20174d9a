using System.Globalization;
using System.Text;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A row of a table that the project ships: comma-separated, one header line, quotes by RFC 4180.</summary>
internal sealed class ShippedTable
{
    private readonly string _path;
    private readonly int _line;
    private readonly Dictionary<string, string> _fields;

    private ShippedTable(string path, int line, Dictionary<string, string> fields)
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
        var records = Records(File.ReadAllText(path)).ToList();
        var header = records.Count > 0 ? records[0].Fields : [];
        var rows = new List<ShippedTable>();
        foreach (var (line, fields) in records.Skip(1))
        {
            if (fields.Count != header.Count) throw new InputException([new InputProblem(path, line, null, $"The row has {fields.Count} fields.", $"The header has {header.Count}.")]);
            rows.Add(new ShippedTable(path, line, header.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)));
        }

        return rows;
    }

    /// <summary>A field as it stands.</summary>
    public string Text(string column) => _fields.TryGetValue(column, out var text) ? text : throw Bad(column, "is missing", "Restore the column.");

    /// <summary>The field <c>effective_year</c>.</summary>
    public int Year() => int.TryParse(Text("effective_year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : throw Bad("effective_year", "is no year", "Write four digits.");

    /// <summary>A number.</summary>
    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(column, "is no number", "Write it without separators.");

    /// <summary>The field <c>mark</c>.</summary>
    public ParameterMark Mark() => Text("mark") switch
    {
        "regulation" => ParameterMark.Regulation,
        "published" => ParameterMark.Published,
        "derived" => ParameterMark.Derived,
        "low_confidence" => ParameterMark.LowConfidence,
        "assumed" => ParameterMark.Assumed,
        _ => throw Bad("mark", "is none of the marks", "Write regulation, published, derived, low_confidence or assumed."),
    };

    private static IEnumerable<(int Line, List<string> Fields)> Records(string text)
    {
        var (line, first, quoted) = (1, 1, false);
        var fields = new List<string>();
        var field = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (c == '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
                else quoted = !quoted;
            }
            else if (!quoted && c is (',' or '\n'))
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == ',') continue;
                yield return (first, fields);
                fields = [];
                first = line;
            }
            else
            {
                field.Append(c);
            }
        }

        if (fields.Count == 0 && field.Length == 0) yield break;
        fields.Add(field.ToString());
        yield return (first, fields);
    }

    private InputException Bad(string column, string what, string right) => new([new InputProblem(_path, _line, null, $"Column '{column}' {what}.", right)]);
}
