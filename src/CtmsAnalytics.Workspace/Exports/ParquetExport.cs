using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Exports;

/// <summary>Writes tables as Parquet files, with DuckDB's own writer.</summary>
public static class ParquetExport
{
    private const decimal CentsPerDollar = 100;

    /// <summary>Writes one file for each table: <c>cube.parquet</c> and so on. Amounts are decimals in US dollars.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="folder">Folder of the files; it exists.</param>
    /// <exception cref="IOException">A file could not be written.</exception>
    public static void Write(IReadOnlyList<ExportTable> tables, string folder)
    {
        ArgumentNullException.ThrowIfNull(tables);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        try
        {
            foreach (var table in tables)
            {
                // Names of tables and columns are the program's own; what users named goes in as values.
                connection.Execute($"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\" {SqlType(c.Type)}"))})");
                Append(connection, table);
                connection.Execute($"COPY {table.Name} TO {Literal(Path.Combine(folder, table.Name + ".parquet"))} (FORMAT parquet)");
            }
        }
        catch (DuckDBException exception)
        {
            throw new IOException($"{folder}: The Parquet files could not be written ({exception.Message}).", exception);
        }
    }

    /// <summary>A text as a literal of SQL, in which a quote is doubled and nothing else has a meaning.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Append(DuckDBConnection connection, ExportTable table)
    {
        using var appender = connection.CreateAppender(table.Name);
        foreach (var cells in table.Rows)
        {
            var row = appender.CreateRow();
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i] is null) row.AppendNullValue();
                else if (table.Columns[i].Type == ExportType.Money) row.AppendValue((long)cells[i]! / CentsPerDollar);
                else row.AppendValue(cells[i]);
            }

            row.EndRow();
        }

        appender.Close();
    }

    private static string SqlType(ExportType type) => type switch
    {
        ExportType.Whole => "BIGINT",
        ExportType.Money => "DECIMAL(18, 2)",
        ExportType.Number => "DOUBLE",
        _ => "VARCHAR",
    };
}
