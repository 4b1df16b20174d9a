using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>A column of a file of changes.</summary>
internal enum RecordColumn
{
    PersonId,
    Effective,
    Item,
    Value,
    Reason,
    Recorded,
}

/// <summary>Which column of a file is which column of changes.</summary>
internal sealed class RecordColumns
{
    // By column, normalised after the first, which is the name that messages use.
    private static readonly string[][] KnownNames =
    [
        ["person_id", "personid", "employeeid", "empid", "id"],
        ["effective", "effectivefrom", "effectivedate", "validfrom"],
        ["item", "field"],
        ["value", "newvalue"],
        ["reason", "remark", "natureofaction"],
        ["recorded", "recordedat", "recordedon", "processed"],
    ];

    private readonly int[] _positions;
    private readonly string[] _headers;

    private RecordColumns(int[] positions, string[] headers)
    {
        _positions = positions;
        _headers = headers;
    }

    /// <summary>Reads a row as a header.</summary>
    /// <param name="source">The file, on the row.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <exception cref="InputException">A column is missing.</exception>
    public static RecordColumns Read(TableSource source, string file)
    {
        var headers = Enumerable.Range(0, source.Count).Select(i => source[i].Text).ToArray();
        var normalised = Array.ConvertAll(headers, HeaderName.Normalise);
        var positions = Array.ConvertAll(KnownNames, names => Array.FindIndex(normalised, h => names.Contains(h) || h == HeaderName.Normalise(names[0])));
        var missing = KnownNames.Where((_, i) => positions[i] < 0 && i != (int)RecordColumn.Recorded).Select(n => n[0]).ToList();
        if (missing.Count > 0)
        {
            throw FileContent.Unusable(file, $"There is no column {string.Join(", ", missing)}; the file has {string.Join(", ", headers.Where(h => h.Length > 0))}.",
                $"Changes of records have the columns {string.Join(", ", KnownNames.Select(n => n[0]))}; the last may be absent.");
        }

        return new RecordColumns(positions, headers);
    }

    public bool Has(RecordColumn column) => _positions[(int)column] >= 0;

    public Cell Cell(TableSource source, RecordColumn column) => Has(column) ? source[_positions[(int)column]] : Tables.Cell.Empty;

    public string HeaderOf(RecordColumn column) => Has(column) ? _headers[_positions[(int)column]] : KnownNames[(int)column][0];
}
