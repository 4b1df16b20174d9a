using System.Text.RegularExpressions;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Notebooks.Sessions.Assistance;

/// <summary>Completion and inspection of SQL cells: tables, views and columns of the workspace, keywords of the database, and C# variables as parameters.</summary>
/// <param name="sql">The SQL cells.</param>
/// <param name="csharp">The C# cells, whose variables may be parameters.</param>
internal sealed partial class SqlAssistance(SqlCells sql, CSharpCells csharp)
{
    private const string Columns = """
        SELECT c.table_name, c.column_name, c.data_type, coalesce(v.view_name IS NOT NULL, false) AS is_view
        FROM duckdb_columns() c LEFT JOIN duckdb_views() v ON v.view_name = c.table_name AND NOT v.internal
        WHERE NOT c.internal ORDER BY c.table_name, c.column_index
        """;

    private const string Keywords = "SELECT upper(keyword_name) AS keyword FROM duckdb_keywords() WHERE keyword_category <> 'unreserved' OR keyword_name IN ('by', 'first', 'last', 'nulls', 'over', 'partition', 'rows', 'values') ORDER BY 1";

    /// <summary>What may stand at a place.</summary>
    public Completion Complete(string code, int position)
    {
        var start = WordAt.Start(code, position);
        var word = code[start..position];
        var before = start == 0 ? ' ' : code[start - 1];
        var found = before switch
        {
            '$' => csharp.Variables.Select(v => new CompletionItem(v.Name, "variable")).OrderBy(v => v.Text, StringComparer.OrdinalIgnoreCase),
            '.' => ColumnsOf(Table(code, code[WordAt.Start(code, start - 1)..(start - 1)])),
            _ => Names(code),
        };
        return new Completion(start, position, [.. found.Where(i => i.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)).DistinctBy(i => i.Text)]);
    }

    /// <summary>The table or column at a place.</summary>
    public Inspection? Inspect(string code, int position)
    {
        var start = WordAt.Start(code, position);
        var word = code[start..WordAt.End(code, position)];
        if (word.Length == 0) return null;
        var schema = Schema();
        if (schema.Where(c => c.Table.Equals(word, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } table)
            return new Inspection($"{(table[0].IsView ? "view" : "table")} {table[0].Table}", string.Join('\n', table.Select(c => $"{c.Name} {c.Type}")), null);
        var used = Used(code);
        var columns = schema.Where(c => c.Name.Equals(word, StringComparison.OrdinalIgnoreCase)).OrderByDescending(c => used.Contains(c.Table)).ToList();
        return columns.Count == 0 ? null : new Inspection($"{columns[0].Table}.{columns[0].Name} {columns[0].Type}", columns.Count == 1 ? "" : $"Also in {string.Join(", ", columns.Skip(1).Select(c => c.Table))}.", null);
    }

    /// <summary>Columns of the tables that the statement names come first, then tables, keywords and all other columns.</summary>
    private IEnumerable<CompletionItem> Names(string code)
    {
        var schema = Schema();
        var used = Used(code);
        var tables = schema.DistinctBy(c => c.Table).Select(c => new CompletionItem(c.Table, c.IsView ? "view" : "table"));
        var keywords = Query(Keywords)?.Columns[0].As<string>().Select(k => new CompletionItem(k, "keyword")) ?? [];
        return [.. schema.Where(c => used.Contains(c.Table)).Select(Item), .. tables, .. keywords, .. schema.Where(c => !used.Contains(c.Table)).Select(Item)];
    }

    private IEnumerable<CompletionItem> ColumnsOf(string table) => Schema().Where(c => c.Table.Equals(table, StringComparison.OrdinalIgnoreCase)).Select(Item);

    private static CompletionItem Item(Column column) => new(column.Name, "column");

    /// <summary>The table that a name or its alias means.</summary>
    private static string Table(string code, string name) =>
        Sources().Matches(code).FirstOrDefault(m => m.Groups["alias"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))?.Groups["table"].Value ?? name;

    private static HashSet<string> Used(string code) => Sources().Matches(code).Select(m => m.Groups["table"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private List<Column> Schema() => Query(Columns) is { } table
        ? [.. table.Rows.Select(row => new Column((string)row["table_name"]!, (string)row["column_name"]!, (string)row["data_type"]!, (bool)row["is_view"]!))]
        : [];

    private ResultTable? Query(string statement)
    {
        try
        {
            return sql.Schema(statement);
        }
        catch (Exception exception) when (exception is Diagnostics.InputException or System.Data.Common.DbException or IOException)
        {
            // Without a workspace that can be opened nothing is known of it; the cell itself says why when it is run.
            return null;
        }
    }

    [GeneratedRegex(@"\b(?:from|join)\s+(?<table>[A-Za-z_]\w*)(?:\s+(?:as\s+)?(?<alias>(?!on\b|where\b|join\b|group\b|order\b|left\b|using\b)[A-Za-z_]\w*))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sources();

    private sealed record Column(string Table, string Name, string Type, bool IsView);
}
