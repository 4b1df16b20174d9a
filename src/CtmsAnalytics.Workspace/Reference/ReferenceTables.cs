using System.Text;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Loads the shipped figures into the tables of the same name. The schema's constraints check every row.</summary>
internal static class ReferenceTables
{
    /// <summary>File by table, the referenced tables first.</summary>
    public static readonly (string Table, string File)[] Files =
    [
        ("parameters", PolicyParameters.File),
        ("executive_schedule", "reference/executive_schedule.csv"),
        ("vice_president", "reference/vice_president.csv"),
        ("gs_base", "reference/gs_base.csv"),
        ("locality_pay", "reference/locality_pay.csv"),
        ("nonforeign_cola", "reference/nonforeign_cola.csv"),
        ("nonforeign_areas", "reference/nonforeign_areas.csv"),
        ("benefit_rates", "reference/benefit_rates.csv"),
        ("pay_raises", "reference/pay_raises.csv"),
        ("pay_periods", "reference/pay_periods.csv"),
        ("local_markets", "reference/local_markets.csv"),
        ("worksites", "reference/worksites.csv"),
        ("census_divisions", "reference/census_divisions.csv"),
        ("dhscs_cells", "reference/dhscs_cells.csv"),
        ("dhscs_posted_salaries", "reference/dhscs_posted_salaries.csv"),
        ("oews_survey_years", "reference/oews_survey_years.csv"),
        ("market_indices", "reference/market_indices.csv"),
        ("survey_jobs", "reference/survey_jobs.csv"),
    ];

    /// <summary>Loads every table, the policy parameters after every row of them has passed its check.</summary>
    /// <param name="connection">A connection inside a transaction.</param>
    /// <param name="dataDirectory">Folder with <c>policy</c> and <c>reference</c>.</param>
    /// <returns>Rows by table.</returns>
    public static IReadOnlyDictionary<string, long> Load(DuckDBConnection connection, string dataDirectory)
    {
        PolicyParameters.Read(dataDirectory);
        var counts = new Dictionary<string, long>();
        foreach (var (table, file) in Files.Where(f => Exists(connection, f.Table))) counts.Add(table, Load(connection, table, PathOf(dataDirectory, file), ""));
        return counts;
    }

    /// <summary>Adds the shipped rows that a workspace of an older version lacks: the tables that are new to it, and parameters that rules ask for now. Rows that it has stay as they are.</summary>
    /// <param name="connection">A connection inside a transaction.</param>
    /// <param name="dataDirectory">Folder with <c>policy</c> and <c>reference</c>.</param>
    public static void Complete(DuckDBConnection connection, string dataDirectory)
    {
        foreach (var (table, file) in Files.Where(f => f.Table is "parameters" or "nonforeign_areas" or "market_indices" or "survey_jobs" or "census_divisions")) Load(connection, table, PathOf(dataDirectory, file), "OR IGNORE ");
    }

    private static string PathOf(string dataDirectory, string file) => Path.Combine(dataDirectory, file.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Whether the schema has a table: one of an older version lacks those that were added since.</summary>
    private static bool Exists(DuckDBConnection connection, string table) =>
        (long)connection.Scalar("SELECT count(*) FROM duckdb_tables() WHERE table_name = ? AND NOT temporary", table)! > 0;

    private static long Load(DuckDBConnection connection, string table, string path, string conflict)
    {
        var columns = connection.Query(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? AND NOT internal ORDER BY column_index",
            r => (Name: r.GetString(0), Type: r.GetString(1)), table);
        var stage = $"stage_{table}";
        connection.Execute($"CREATE TEMP TABLE {stage} ({string.Join(", ", columns.Select(c => $"{c.Name} VARCHAR"))})");
        using (var source = FileContent.Read(path).Open())
        {
            source.NextSheet();
            source.Read();
            var positions = Positions(source, columns.Select(c => c.Name), path);
            using var appender = connection.CreateAppender("temp", "main", stage);
            while (source.Read())
            {
                if (source.IsBlank()) continue;
                var row = appender.CreateRow();
                foreach (var position in positions)
                {
                    if (source[position].IsEmpty) row.AppendNullValue();
                    else row.AppendValue(source[position].Text);
                }

                row.EndRow();
            }

            appender.Close();
        }

        var casts = new StringBuilder();
        foreach (var (name, type) in columns) casts.Append(casts.Length == 0 ? "" : ", ").Append("CAST(").Append(name).Append(" AS ").Append(type).Append(')');
        try
        {
            var rows = connection.Execute($"INSERT {conflict}INTO {table} SELECT {casts} FROM {stage}");
            connection.Execute($"DROP TABLE {stage}");
            return rows;
        }
        catch (DuckDBException exception) when (exception.ErrorType is DuckDBErrorType.Conversion or DuckDBErrorType.Constraint)
        {
            throw new InputException(new InputProblem(path, null, null, $"The file does not fit the table {table}: {exception.DuckDBMessage}", "Correct the row.").ToString(), exception);
        }
    }

    private static int[] Positions(TableSource source, IEnumerable<string> columns, string path)
    {
        var header = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < source.Count; i++) header.TryAdd(source[i].Text, i);
        return [.. columns.Select(c => header.TryGetValue(c, out var position)
            ? position
            : throw FileContent.Unusable(path, $"There is no column {c}.", "The file belongs to another version of the program; install it again."))];
    }
}
