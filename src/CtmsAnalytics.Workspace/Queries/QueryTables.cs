using System.Collections;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Display;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Queries;

/// <summary>Puts sequences of a program beside the tables of a workspace for the time of one query.</summary>
internal static class QueryTables
{
    private const string DecimalType = "DECIMAL(38,10)";

    /// <summary>Makes a temporary table.</summary>
    /// <param name="connection">Connection of the query.</param>
    /// <param name="name">Name of the table.</param>
    /// <param name="rows">A sequence of records, tuples or plain values, or the result of another query.</param>
    /// <exception cref="InputException">The sequence has no columns, or is a result that does not hold all of its rows.</exception>
    public static void Create(DuckDBConnection connection, string name, object rows)
    {
        var columns = rows is ResultTable table ? Of(name, table) : Of(name, (IEnumerable)rows);
        connection.Execute($"CREATE TEMP TABLE {Quoted(name)} ({string.Join(", ", columns.Select(c => $"{Quoted(c.Name)} {c.Type}"))})");
        using var appender = connection.CreateAppender("temp", "main", name);
        for (var i = 0; i < columns[0].Values.Count; i++)
        {
            var row = appender.CreateRow();
            foreach (var column in columns) Append(ref row, column.Values[i]);
            row.EndRow();
        }

        appender.Close();
    }

    private static List<Column> Of(string name, ResultTable table)
    {
        if (!table.IsComplete) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"'{name}' holds the first {table.Rows.Count:N0} of {table.RowCount:N0} rows only. Ask for all of them with a larger number of rows, or repeat its query here."));
        return table.Columns.Count > 0 ? [.. table.Columns.Select(c => new Column(c.Name, c.TypeName, c.Values))] : throw Empty(name);
    }

    private static List<Column> Of(string name, IEnumerable sequence)
    {
        var rows = sequence.Cast<object?>().ToList();
        var properties = DisplayTable.PropertiesOf(ItemType(sequence, rows));
        return properties.Count > 0
            ? [.. properties.Select(p => ColumnOf(p.Name, p.Type, [.. rows.Select(r => r is null ? null : p.Read(r))]))]
            : rows.Count > 0 || ItemType(sequence, rows) is not null ? [ColumnOf("value", ItemType(sequence, rows) ?? typeof(string), rows)] : throw Empty(name);
    }

    /// <summary>The type of the items: of the sequence where it has one, so that an empty one keeps its columns, and otherwise of the first item.</summary>
    private static Type? ItemType(IEnumerable sequence, List<object?> rows)
    {
        var declared = sequence.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        return declared is null || declared == typeof(object) ? rows.Find(r => r is not null)?.GetType() : declared;
    }

    private static Column ColumnOf(string name, Type type, IReadOnlyList<object?> values)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var sql = plain switch
        {
            _ when plain == typeof(bool) => "BOOLEAN",
            _ when plain == typeof(byte) || plain == typeof(short) || plain == typeof(int) => "INTEGER",
            _ when plain == typeof(uint) || plain == typeof(long) => "BIGINT",
            _ when plain == typeof(float) || plain == typeof(double) => "DOUBLE",
            _ when plain == typeof(decimal) => DecimalType,
            _ when plain == typeof(DateOnly) => "DATE",
            _ when plain == typeof(DateTime) => "TIMESTAMP",
            _ => "VARCHAR",
        };
        return new Column(name, sql, sql == "VARCHAR" ? [.. values.Select(v => (object?)DisplayTable.Text(v))] : values);
    }

    private static void Append(ref DuckDBAppenderRow row, object? value)
    {
        _ = value switch
        {
            null => row.AppendNullValue(),
            bool v => row.AppendValue(v),
            byte v => row.AppendValue((int)v),
            short v => row.AppendValue((int)v),
            int v => row.AppendValue(v),
            uint v => row.AppendValue((long)v),
            long v => row.AppendValue(v),
            float v => row.AppendValue((double)v),
            double v => row.AppendValue(v),
            decimal v => row.AppendValue(v),
            DateOnly v => row.AppendValue(v),
            DateTime v => row.AppendValue(v),
            System.Numerics.BigInteger v => row.AppendValue(v),
            _ => row.AppendValue(DisplayTable.Text(value)!),
        };
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static InputException Empty(string name) => new($"'{name}' has no columns: it is an empty sequence of unknown type.");

    private sealed record Column(string Name, string Type, IReadOnlyList<object?> Values);
}
