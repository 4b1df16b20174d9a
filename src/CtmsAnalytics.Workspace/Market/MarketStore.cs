using System.Globalization;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>
/// Merges a file of the survey into the workspace, inside the caller's transaction: new rows and figures are added, identical ones passed over, and
/// a row with a figure that differs from the one in the workspace is set aside, or takes its place.
/// </summary>
internal sealed class MarketStore(DuckDBConnection connection, int batch, bool replace)
{
    private const string Stage = """
        CREATE TEMP TABLE stage_row (
            row_number BIGINT, survey_year SMALLINT, area VARCHAR, industry VARCHAR, industry_group VARCHAR, ownership VARCHAR, occupation VARCHAR,
            occupation_group VARCHAR, area_title VARCHAR, area_type VARCHAR, primary_state VARCHAR, industry_title VARCHAR, occupation_title VARCHAR,
            annual_only BOOLEAN, hourly_only BOOLEAN);
        CREATE TEMP TABLE stage_figure (row_number BIGINT, measure VARCHAR, status VARCHAR, value DOUBLE, reason VARCHAR);
        """;

    private const string Resolve = """
        CREATE TEMP TABLE resolved_row AS
        SELECT s.*, r.market_row_id AS known_id,
            coalesce(r.market_row_id, (SELECT coalesce(max(market_row_id), 0) FROM market_row) + row_number() OVER (PARTITION BY r.market_row_id IS NULL ORDER BY s.row_number))::INTEGER AS id
        FROM stage_row s
        LEFT JOIN market_row r ON r.survey_year = s.survey_year AND r.area = s.area AND r.industry = s.industry AND r.industry_group = s.industry_group
            AND r.ownership = s.ownership AND r.occupation = s.occupation AND r.occupation_group = s.occupation_group::occupation_group;
        CREATE TEMP TABLE resolved_figure AS
        SELECT s.row_number, s.id, f.measure::measure AS measure, f.status::figure_status AS status, f.value, f.reason,
            CASE WHEN f.status <> 'censored' THEN NULL WHEN f.measure LIKE 'h\_%' ESCAPE '\' THEN y.top_code_hourly ELSE y.top_code_annual_usd END AS lower_bound,
            o.market_row_id IS NOT NULL AS is_known,
            o.market_row_id IS NOT NULL AND (o.status <> f.status::figure_status OR o.value IS DISTINCT FROM f.value) AS differs,
            o.status AS old_status, o.value AS old_value, o.batch_id AS old_batch
        FROM stage_figure f
        JOIN resolved_row s ON s.row_number = f.row_number
        LEFT JOIN oews_survey_years y ON y.effective_year = s.survey_year
        LEFT JOIN market_figure o ON o.market_row_id = s.known_id AND o.measure = f.measure::measure;
        """;

    private const string Drop = """
        DROP TABLE resolved_figure;
        DROP TABLE resolved_row;
        DROP TABLE stage_figure;
        DROP TABLE stage_row;
        """;

    public ImportReport Store(OewsTable table, FileContent file, string options, DateTime time, CancellationToken cancellation)
    {
        connection.Execute(Stage);
        Fill(table, cancellation);
        connection.Execute(Resolve);
        cancellation.ThrowIfCancellationRequested();

        var conflicts = replace ? [] : Conflicts();
        var conflictRows = conflicts.Select(c => c.Row).Distinct().Count();
        var quarantined = table.Quarantined.Concat(conflicts).ToList();
        var kept = table.Rows.Count - conflictRows;
        var setAside = table.RowsSetAside + conflictRows;
        BatchStore.Write(connection, batch, "market", file, options, time, table.RowsRead, kept, setAside);
        BatchStore.WriteQuarantine(connection, batch, quarantined);
        if (!replace) connection.Execute("DELETE FROM resolved_row WHERE row_number IN (SELECT row_number FROM resolved_figure WHERE differs)");

        var added = Count("SELECT count(*) FROM resolved_row WHERE known_id IS NULL");
        var replaced = replace ? Count("SELECT count(DISTINCT row_number) FROM resolved_figure WHERE differs") : 0;
        var extended = Count("""
            SELECT count(DISTINCT f.row_number) FROM resolved_figure f JOIN resolved_row r USING (row_number)
            WHERE r.known_id IS NOT NULL AND NOT f.is_known AND f.row_number NOT IN (SELECT row_number FROM resolved_figure WHERE differs)
            """);
        Merge();
        connection.Execute(Drop);

        ImportCount[] counts =
        [
            new("new", added),
            new("already there, figures added", extended),
            new("already there, figures replaced", replaced),
            new("already there, identical", kept - added - extended - replaced),
            new("identical duplicates in the file", table.Duplicates),
        ];
        return new ImportReport(file.Name, false, batch, table.RowsRead, kept, setAside, [.. counts.Where(c => c.Rows > 0)],
            QuarantineReason.Summarise(quarantined), [.. table.Notes, .. UnknownYears(table)]);
    }

    private void Fill(OewsTable table, CancellationToken cancellation)
    {
        using var rows = connection.CreateAppender("temp", "main", "stage_row");
        using var figures = connection.CreateAppender("temp", "main", "stage_figure");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if ((i & 0x3FF) == 0) cancellation.ThrowIfCancellationRequested();
            var row = table.Rows[i];
            rows.CreateRow().AppendValue(row.RowNumber).AppendValue((short)row.Key.Year).AppendValue(row.Key.Area).AppendValue(row.Key.Industry)
                .AppendValue(row.Key.IndustryGroup).AppendValue(row.Key.Ownership).AppendValue(row.Key.Occupation).AppendValue(row.Key.OccupationGroup)
                .AppendValue(row.AreaTitle).AppendValue(row.AreaType).AppendValue(row.PrimaryState).AppendValue(row.IndustryTitle).AppendValue(row.OccupationTitle)
                .AppendValue(row.AnnualOnly).AppendValue(row.HourlyOnly).EndRow();
            for (var m = 0; m < row.Figures.Length; m++)
            {
                var figure = row.Figures[m];
                if (figure.Status == FigureStatus.Absent) continue;
                var published = figure.Status == FigureStatus.Published;
                figures.CreateRow().AppendValue(row.RowNumber).AppendValue(Measures.Names[m])
                    .AppendValue(published ? "published" : figure.Status == FigureStatus.Censored ? "censored" : "suppressed")
                    .AppendValue(published ? figure.Value : (double?)null).AppendValue(figure.Reason).EndRow();
            }
        }

        rows.Close();
        figures.Close();
    }

    private List<QuarantineEntry> Conflicts() => connection.Query(
        """
        SELECT f.row_number, upper(f.measure::VARCHAR), coalesce(f.value::VARCHAR, f.reason), coalesce(f.old_value::VARCHAR, f.old_status::VARCHAR), b.file_name
        FROM resolved_figure f LEFT JOIN import_batch b ON b.batch_id = f.old_batch
        WHERE f.differs ORDER BY f.row_number, f.measure
        """,
        r => QuarantineEntry.Create(r.GetInt64(0), r.GetString(1), r.GetString(2), "differs from the workspace",
            $"The workspace has {r.GetString(3)} here, from {r.TextOrNull(4) ?? "an earlier import"}. Nothing of the row was taken; --replace takes the new figures."));

    private void Merge()
    {
        connection.Execute("""
            INSERT INTO market_row
            SELECT s.id, s.survey_year, s.area, s.industry, s.industry_group, s.ownership, s.occupation, s.occupation_group::occupation_group, s.area_title, s.area_type::area_type,
                s.primary_state, s.industry_title, s.occupation_title, s.annual_only, s.hourly_only, coalesce(y.soc_vintage, 'unknown'), coalesce(y.metro_delineation, 'unknown'),
                ?, s.row_number
            FROM resolved_row s LEFT JOIN oews_survey_years y ON y.effective_year = s.survey_year
            WHERE s.known_id IS NULL ORDER BY s.id
            """, batch);
        if (replace)
        {
            connection.Execute("""
                UPDATE market_figure AS o SET status = f.status, value = f.value, lower_bound = f.lower_bound, reason = f.reason, batch_id = ?
                FROM resolved_figure f WHERE f.differs AND o.market_row_id = f.id AND o.measure = f.measure
                """, batch);
        }

        connection.Execute("""
            INSERT INTO market_figure
            SELECT f.id, f.measure, f.status, f.value, f.lower_bound, f.reason, ?
            FROM resolved_figure f JOIN resolved_row r USING (row_number)
            WHERE NOT f.is_known ORDER BY f.id, f.measure
            """, batch);
    }

    private IEnumerable<string> UnknownYears(OewsTable table)
    {
        var known = connection.Query("SELECT effective_year FROM oews_survey_years", r => (int)r.GetInt16(0)).ToHashSet();
        return table.Rows.Select(r => r.Key.Year).Distinct().Where(y => !known.Contains(y)).Order()
            .Select(y => string.Create(CultureInfo.InvariantCulture, $"The reference tables have no survey year {y}: its top code, occupation codes' vintage and metropolitan delineation are recorded as unknown."));
    }

    private long Count(string sql) => (long)connection.Scalar(sql)!;
}
