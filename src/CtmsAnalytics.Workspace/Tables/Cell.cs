using System.Globalization;

namespace CtmsAnalytics.Workspace.Tables;

/// <summary>What a cell of a file holds, before anyone decides what it means.</summary>
internal enum CellKind
{
    Empty,
    Text,
    Number,
    Date,
    Boolean,
}

/// <summary>One cell. <see cref="Text"/> is what a person would see, in the invariant culture; it is empty only for an empty cell.</summary>
internal readonly record struct Cell(CellKind Kind, string Text, double Number)
{
    public static readonly Cell Empty = new(CellKind.Empty, "", double.NaN);

    public bool IsEmpty => Kind == CellKind.Empty;

    public static Cell FromText(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty) return Empty;
        return new Cell(CellKind.Text, trimmed.Length == text.Length ? text : trimmed.ToString(), double.NaN);
    }

    public static Cell FromNumber(double number) => new(CellKind.Number, number.ToString("R", CultureInfo.InvariantCulture), number);

    public static Cell FromDate(DateTime date) =>
        new(CellKind.Date, date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), double.NaN);
}
