using System.Globalization;

namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>A sheet under construction: rows from the top.</summary>
/// <param name="name">Name of the sheet: letters and spaces, at most 31.</param>
internal sealed class Sheet(string name)
{
    private readonly List<IReadOnlyList<SheetCell>> _rows = [];
    private readonly List<(string Name, string Range)> _names = [];

    public string Name => name;

    public IReadOnlyList<IReadOnlyList<SheetCell>> Rows => _rows;

    /// <summary>Names that cells of the sheet have in formulas.</summary>
    public IReadOnlyList<(string Name, string Range)> Names => _names;

    /// <summary>Row of the headings, from 1; what stands above stays in sight and is printed on every page. 0 for none.</summary>
    public int HeaderRow { get; private set; }

    /// <summary>Columns on the left that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Whether the headings have filters.</summary>
    public bool HasFilter { get; init; }

    /// <summary>Last row with data below the headings, from 1; 0 for none.</summary>
    public int LastDataRow { get; set; }

    /// <summary>Place of the next row, from 1.</summary>
    public int NextRow => _rows.Count + 1;

    public void Add(params IReadOnlyList<SheetCell> cells) => _rows.Add(cells);

    /// <summary>Adds the row of headings.</summary>
    public void AddHeader(params IReadOnlyList<SheetCell> cells)
    {
        HeaderRow = NextRow;
        Add(cells);
    }

    /// <summary>Gives the data of a column a name.</summary>
    /// <param name="rangeName">The name.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="first">First row, from 1.</param>
    /// <param name="last">Last row; a column without data gets its first row.</param>
    public void NameColumn(string rangeName, int column, int first, int last)
    {
        var letters = Column(column);
        _names.Add((rangeName, string.Create(CultureInfo.InvariantCulture, $"'{name}'!${letters}${first}:${letters}${Math.Max(first, last)}")));
    }

    /// <summary>Gives a cell a name.</summary>
    public void NameCell(string cellName, int column, int row) => _names.Add((cellName, string.Create(CultureInfo.InvariantCulture, $"'{name}'!${Column(column)}${row}")));

    /// <summary>Place of a cell, for example <c>B7</c>.</summary>
    public static string At(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Letters of a column, from 0.</summary>
    public static string Column(int column)
    {
        const int Letters = 'Z' - 'A' + 1;
        var text = "";
        for (var c = column + 1; c > 0; c = (c - 1) / Letters) text = (char)('A' + ((c - 1) % Letters)) + text;
        return text;
    }
}
