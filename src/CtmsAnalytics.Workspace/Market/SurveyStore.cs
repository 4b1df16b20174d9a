using CtmsAnalytics.DuckDb;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>Stores a survey inside the caller's transaction. Published rows that are there already with other figures are set aside, or replaced; answers are added as they are.</summary>
internal sealed class SurveyStore(DuckDBConnection connection, int batch, bool replace)
{
    private const string Stage = "CREATE TEMP TABLE stage_survey AS SELECT * FROM survey_wage LIMIT 0";

    private const string Same = "o.survey = s.survey AND o.survey_year = s.survey_year AND o.area = s.area AND o.job = s.job";

    private const string Differs = """
        (o.employment, o.p10_status, o.p10, o.p25_status, o.p25, o.p50_status, o.p50, o.p75_status, o.p75, o.p90_status, o.p90, o.mean, o.mean_error)
        IS DISTINCT FROM (s.employment, s.p10_status, s.p10, s.p25_status, s.p25, s.p50_status, s.p50, s.p75_status, s.p75, s.p90_status, s.p90, s.mean, s.mean_error)
        """;

    public ImportReport Store(SurveyTable table, FileContent file, string options, DateTime time, CancellationToken cancellation)
    {
        connection.Execute(Stage);
        Fill(table, cancellation);
        var conflicts = replace ? [] : Conflicts();
        var quarantined = table.Quarantined.Concat(conflicts).ToList();
        var (kept, setAside) = (table.Kept - conflicts.Count, table.RowsSetAside + conflicts.Count);
        BatchStore.Write(connection, batch, "market", file, options, time, table.RowsRead, kept, setAside);
        BatchStore.WriteQuarantine(connection, batch, quarantined);
        FillRecords(table, cancellation);
        var replaced = replace ? connection.Execute($"DELETE FROM survey_wage o USING stage_survey s WHERE {Same} AND {Differs}") : 0;
        var added = connection.Execute($"INSERT INTO survey_wage SELECT * FROM stage_survey s WHERE NOT EXISTS (SELECT 1 FROM survey_wage o WHERE {Same})");
        connection.Execute("DROP TABLE stage_survey");
        ImportCount[] counts =
        [
            new("answers", table.Records.Count),
            new("new", added - replaced),
            new("already there, figures replaced", replaced),
            new("already there, identical", table.Wages.Count - conflicts.Count - added),
        ];
        return new ImportReport(file.Name, false, batch, table.RowsRead, kept, setAside, [.. counts.Where(c => c.Rows > 0)], QuarantineReason.Summarise(quarantined), [.. table.Notes, .. Unmatched(table)]);
    }

    private void Fill(SurveyTable table, CancellationToken cancellation)
    {
        if (table.Wages.Count == 0) return;
        using var rows = connection.CreateAppender("temp", "main", "stage_survey");
        foreach (var row in table.Wages)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = rows.CreateRow().AppendValue(row.Survey).AppendValue((short)row.Year).AppendValue(row.Area).AppendValue(row.Job).AppendValue(row.Title).AppendValue(row.Employment);
            foreach (var figure in row.Percentiles)
            {
                cells = cells.AppendValue(figure.Value).AppendValue(figure.Status switch
                {
                    FigureStatus.Published => "published",
                    FigureStatus.Censored => "censored",
                    FigureStatus.Suppressed => "suppressed",
                    _ => null,
                });
            }

            cells.AppendValue(row.Mean).AppendValue(row.Error).AppendValue(batch).AppendValue(row.RowNumber).EndRow();
        }

        rows.Close();
    }

    private void FillRecords(SurveyTable table, CancellationToken cancellation)
    {
        if (table.Records.Count == 0) return;
        using var rows = connection.CreateAppender("survey_record");
        for (var i = 0; i < table.Records.Count; i++)
        {
            if ((i & 0x3FF) == 0) cancellation.ThrowIfCancellationRequested();
            var row = table.Records[i];
            rows.CreateRow().AppendValue(row.Survey).AppendValue((short)row.Year).AppendValue(row.Job).AppendValue(row.Experience).AppendValue(row.EmploymentType).AppendValue(row.Country)
                .AppendValue(row.CompanySize).AppendValue(row.Currency).AppendValue(row.Salary).AppendValue(row.SalaryUsd).AppendValue(row.Weight).AppendValue(batch).AppendValue(row.RowNumber).EndRow();
        }

        rows.Close();
    }

    private List<QuarantineEntry> Conflicts()
    {
        var found = connection.Query(
            $"SELECT s.row_number, s.job, o.batch_id, s.survey, s.survey_year::INTEGER, s.area, s.job FROM stage_survey s JOIN survey_wage o ON {Same} WHERE {Differs} ORDER BY s.row_number",
            r => QuarantineEntry.Create(r.GetInt64(0), "job", r.GetString(1), "differs from the workspace", FormattableString.Invariant($"Import {r.GetInt32(2)} has other figures of this job, area and year. Nothing of the row was taken; --replace takes the new figures.")));
        if (found.Count > 0) connection.Execute($"DELETE FROM stage_survey s USING survey_wage o WHERE {Same} AND {Differs}");
        return found;
    }

    private IEnumerable<string> Unmatched(SurveyTable table)
    {
        foreach (var survey in table.Wages.Select(w => w.Survey).Concat(table.Records.Select(r => r.Survey)).Distinct())
        {
            var jobs = MarketQueries.Jobs(connection, survey).Select(j => j.Job.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var rows = table.Wages.Where(w => w.Survey == survey && !OccupationCode.IsValid(w.Job)).Select(w => w.Job).Concat(table.Records.Where(r => r.Survey == survey).Select(r => r.Job)).ToList();
            var unmatched = rows.Count(j => !jobs.Contains(j.Trim()));
            if (unmatched > 0)
                yield return FormattableString.Invariant($"{survey}: {unmatched:N0} of {rows.Count:N0} rows have a job that is matched to no occupation; they count in the survey's own tables and in no blend. ctms import jobs FILE matches more.");
        }
    }
}
