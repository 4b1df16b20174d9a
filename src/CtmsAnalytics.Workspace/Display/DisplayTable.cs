using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using CtmsAnalytics.NotebookHosts;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Workspace.Display;

/// <summary>Rows as a notebook shows them: the head of them, their number, and cells as text. Other notebook hosts find <see cref="ToHtml"/> by its name.</summary>
/// <param name="Columns">Headings, with whether the column holds numbers.</param>
/// <param name="Rows">The head of the rows: as many cells as there are columns, formatted with the invariant culture; null for a missing value.</param>
/// <param name="RowCount">How many rows there are in all.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record DisplayTable(IReadOnlyList<DisplayColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, long RowCount)
{
    /// <summary>Most rows that are shown.</summary>
    public const int MostRows = 200;

    private const int MostTextRows = 20;
    private const int MostCellCharacters = 200;

    /// <summary>The table of a sequence or of one value with properties.</summary>
    /// <param name="value">A sequence of records, dictionaries or plain values, or one record.</param>
    /// <returns>The table; null for what is no table, such as a number or text.</returns>
    public static DisplayTable? Of(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value switch
        {
            string or IFormattable or bool or Type or Delegate => null,
            ResultTable result => Of(result),
            IEnumerable rows => OfRows(rows),
            _ when IsData(value.GetType()) => OfOne(value),
            _ => null,
        };
    }

    /// <summary>The table as HTML: it pages and sorts where scripts run, and is complete without them.</summary>
    /// <returns>HTML with every text escaped.</returns>
    public string ToHtml() => DisplayTableHtml.Write(this);

    /// <summary>The table as aligned text: the first rows, and how many there are.</summary>
    /// <returns>Lines without a line end at the close.</returns>
    public override string ToString()
    {
        var rows = Rows.Take(MostTextRows).ToList();
        var widths = Columns.Select((c, i) => Math.Max(c.Name.Length, rows.Select(r => Cell(r[i]).Length).DefaultIfEmpty(0).Max())).ToList();
        var text = new StringBuilder();
        Line([.. Columns.Select(c => c.Name)]);
        foreach (var row in rows) Line([.. row.Select(Cell)]);
        return text.Append(Size(rows.Count)).ToString();

        void Line(List<string> cells)
        {
            var line = string.Join("  ", cells.Select((c, i) => Columns[i].IsNumeric ? c.PadLeft(widths[i]) : c.PadRight(widths[i])));
            text.Append(line.TrimEnd()).Append('\n');
        }
    }

    /// <summary>How many rows there are and how many are shown.</summary>
    internal string Size(int shown) => shown < RowCount
        ? string.Create(CultureInfo.InvariantCulture, $"{RowCount:N0} rows, the first {shown:N0} are shown")
        : string.Create(CultureInfo.InvariantCulture, $"{RowCount:N0} {(RowCount == 1 ? "row" : "rows")}");

    internal static string Cell(string? text) => text is null ? "" : text.Length <= MostCellCharacters ? text : string.Concat(text.AsSpan(0, MostCellCharacters), "...");

    /// <summary>A value as text, with the invariant culture; null for a missing one.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string? Text(object? value) => value switch
    {
        null or DBNull => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i])))})",
        ICollection { Count: var count } and not Array => string.Create(CultureInfo.InvariantCulture, $"[{count:N0}]"),
        IEnumerable items => string.Join(", ", items.Cast<object?>().Take(MostTextRows).Select(Text)),
        _ => value.ToString(),
    };

    private static DisplayTable Of(ResultTable result) => Of(
        [.. result.Columns.Select(c => (c.Name, IsNumeric(c.Type)))],
        [.. result.Rows.Take(MostRows).Select(r => (IReadOnlyList<object?>)[.. Enumerable.Range(0, result.Columns.Count).Select(i => r[i])])],
        result.RowCount);

    /// <summary>The numbers of a column are shown alike, whatever their row.</summary>
    private static DisplayTable Of(IReadOnlyList<(string Name, bool IsNumeric)> columns, IReadOnlyList<IReadOnlyList<object?>> rows, long count)
    {
        string?[] formats = [.. columns.Select((c, i) => c.IsNumeric ? ColumnNumbers.Format(rows.Select(r => r[i])) : null)];
        return new DisplayTable(
            [.. columns.Select(c => new DisplayColumn(c.Name, c.IsNumeric))],
            [.. rows.Select(r => (IReadOnlyList<string?>)[.. r.Select((value, i) => formats[i] is { } format ? Number(value, format) : Text(value))])],
            count);
    }

    private static string? Number(object? value, string format) => value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : Text(value);

    private static bool IsNumeric(Type type) => type.IsPrimitive ? type != typeof(bool) && type != typeof(char) : type == typeof(decimal) || type == typeof(System.Numerics.BigInteger) || type == typeof(Int128);

    private static DisplayTable OfRows(IEnumerable rows)
    {
        var head = new List<object?>();
        long count = 0;
        foreach (var row in rows)
        {
            if (count++ < MostRows) head.Add(row);
        }

        var type = head.Find(r => r is not null)?.GetType();
        var properties = head.TrueForAll(r => r is null || r.GetType() == type) ? PropertiesOf(type) : [];
        return properties.Count == 0
            ? Of([("value", head.TrueForAll(ColumnNumbers.IsNumber))], [.. head.Select(r => (IReadOnlyList<object?>)[r])], count)
            : Of(
                [.. properties.Select(p => (p.Name, head.TrueForAll(r => r is null || ColumnNumbers.IsNumber(p.Read(r)) || p.Read(r) is null)))],
                [.. head.Select(r => (IReadOnlyList<object?>)[.. properties.Select(p => r is null ? null : p.Read(r))])],
                count);
    }

    private static DisplayTable? OfOne(object value)
    {
        var properties = Properties(value.GetType());
        return properties.Count == 0
            ? null
            : new DisplayTable([new DisplayColumn("name", false), new DisplayColumn("value", false)], [.. properties.Select(p => (IReadOnlyList<string?>)[p.Name, ColumnNumbers.Format([p.Read(value)]) is { } format ? Number(p.Read(value), format) : Text(p.Read(value))])], properties.Count);
    }

    /// <summary>The properties of a type that is its properties, such as a record; empty for other types.</summary>
    internal static IReadOnlyList<(string Name, Type Type, Func<object, object?> Read)> PropertiesOf(Type? type) => type is not null && IsData(type) ? Properties(type) : [];

    /// <summary>Records, tuples, anonymous types and pairs: types that are their properties.</summary>
    private static bool IsData(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || typeof(ITuple).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static List<(string Name, Type Type, Func<object, object?> Read)> Properties(Type type) => typeof(ITuple).IsAssignableFrom(type)
        ? [.. type.GetGenericArguments().Select((item, i) => (string.Create(CultureInfo.InvariantCulture, $"Item{i + 1}"), item, (Func<object, object?>)(row => ((ITuple)row)[i])))]
        :
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
                .Select(p => (p.Name, p.PropertyType, (Func<object, object?>)p.GetValue)),
        ];
}

/// <summary>A column of a shown table.</summary>
/// <param name="Name">Heading.</param>
/// <param name="IsNumeric">Whether it holds numbers, which stand to the right and sort by value.</param>
public sealed record DisplayColumn(string Name, bool IsNumeric);
