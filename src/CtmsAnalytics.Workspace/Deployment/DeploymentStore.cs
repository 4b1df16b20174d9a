using System.Globalization;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Records;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Deployment;

/// <summary>Stores assignments and hours inside the caller's transaction.</summary>
internal sealed class DeploymentStore(DuckDBConnection connection, int batch)
{
    private const string Kind = "roster";

    /// <summary>The list that is used: the one that was imported last.</summary>
    public const string CurrentList = "SELECT max(list_id) FROM assignment_list";

    private const string Same = "o.person_id = s.person_id AND o.period_start = s.period_start";

    private const string Differs = """
        (o.worked, o.leave_hours, o.paid_time_off, o.recognition_time_off, o.other_time_off, o.non_pay, o.unexpected)
        IS DISTINCT FROM (s.worked, s.leave_hours, s.paid_time_off, s.recognition_time_off, s.other_time_off, s.non_pay, s.unexpected)
        """;

    /// <summary>Stores a list of assignments as the current one, and continues the records of those who hold them.</summary>
    public ImportReport Store(AssignmentFile table, FileContent file, int roster, string options, DateTime time)
    {
        BatchStore.Write(connection, batch, Kind, file, options, time, table.RowsRead, table.Rows.Count, table.RowsSetAside);
        BatchStore.WriteQuarantine(connection, batch, table.Quarantined);
        var list = Convert.ToInt32(connection.Scalar("SELECT coalesce(max(list_id), 0) + 1 FROM assignment_list"), CultureInfo.InvariantCulture);
        List<AssignmentRow> assignments = [.. table.Rows.DistinctBy(r => r.AssignmentId, StringComparer.Ordinal)];
        List<AssignmentRow> holdings = [.. table.Rows.Where(r => r.PersonId.Length > 0)];
        connection.Execute("INSERT INTO assignment_list VALUES (?, ?, ?, ?)", list, batch, assignments.Count, holdings.Count);
        using (var rows = connection.CreateAppender("assignment"))
        {
            foreach (var a in assignments)
            {
                rows.CreateRow().AppendValue(list).AppendValue(a.AssignmentId).AppendValue(a.Statement).AppendValue(a.Starts).AppendValue(a.Ends).AppendValue(a.Organisation).AppendValue(a.Security)
                    .AppendValue(a.WorksiteFips).AppendValue(a.Schedule).AppendValue(a.Hours).AppendValue(a.Performance).AppendValue(a.WorkLevel).AppendValue(a.Qualifications).AppendValue(a.MissionNeed)
                    .AppendValue(a.StrategicPriority).AppendValue(a.IndividualInput).AppendValue(a.OrganisationInput).AppendValue(a.RowNumber).EndRow();
            }

            rows.Close();
        }

        if (holdings.Count > 0)
        {
            using var rows = connection.CreateAppender("assignment_holding");
            foreach (var h in holdings)
                rows.CreateRow().AppendValue(list).AppendValue(h.AssignmentId).AppendValue(h.PersonId).AppendValue(h.HeldFrom).AppendValue(h.HeldTo).AppendValue(h.IsInitial).AppendValue(h.RowNumber).EndRow();
            rows.Close();
        }

        var (recorded, contradicted) = AssignmentRecords.Store(connection, batch, roster, holdings, Path.GetFileName(file.Name), DateOnly.FromDateTime(time));
        ImportCount[] counts = [new("assignments", assignments.Count), new("holdings", holdings.Count), new("rows added to records", recorded)];
        return new ImportReport(file.Name, false, batch, table.RowsRead, table.Rows.Count, table.RowsSetAside, [.. counts.Where(c => c.Rows > 0)], QuarantineReason.Summarise(table.Quarantined),
            [.. table.Notes, string.Create(CultureInfo.InvariantCulture, $"List {list} of assignments, now the current one."), .. contradicted is null ? [] : new[] { contradicted }]);
    }

    /// <summary>Adds hours; those of a person and work period that are there with other figures are set aside, or replaced.</summary>
    public ImportReport Store(HoursFile table, FileContent file, string options, bool replace, DateTime time, CancellationToken cancellation)
    {
        connection.Execute("CREATE TEMP TABLE stage_hours AS SELECT * FROM hours_worked LIMIT 0");
        using (var rows = connection.CreateAppender("temp", "main", "stage_hours"))
        {
            foreach (var row in table.Rows)
            {
                if ((row.RowNumber & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
                var cells = rows.CreateRow().AppendValue(row.PersonId).AppendValue(row.PeriodStart).AppendValue(row.Worked);
                foreach (var hours in row.TimeOff) cells = cells.AppendValue(hours);
                cells.AppendValue(row.NonPay).AppendValue(row.Unexpected).AppendValue(batch).AppendValue(row.RowNumber).EndRow();
            }

            rows.Close();
        }

        List<QuarantineEntry> conflicts = replace ? [] : connection.Query(
            $"SELECT s.row_number, s.person_id FROM stage_hours s JOIN hours_worked o ON {Same} WHERE {Differs} ORDER BY s.row_number",
            r => QuarantineEntry.Create(r.GetInt64(0), "person_id", r.GetString(1), "other hours are there already", "The workspace has other hours of the person for the work period. Import with --replace to let these take their place.", "158.705(d)(5)"));
        List<QuarantineEntry> quarantined = [.. table.Quarantined.Concat(conflicts).OrderBy(q => q.Row)];
        var (kept, setAside) = (table.Rows.Count - conflicts.Count, table.RowsSetAside + conflicts.Count);
        BatchStore.Write(connection, batch, Kind, file, options, time, table.RowsRead, kept, setAside);
        BatchStore.WriteQuarantine(connection, batch, quarantined);
        var replaced = replace ? connection.Execute($"DELETE FROM hours_worked o USING stage_hours s WHERE {Same} AND {Differs}") : 0;
        var added = connection.Execute($"INSERT INTO hours_worked SELECT * FROM stage_hours s WHERE NOT EXISTS (SELECT 1 FROM hours_worked o WHERE {Same})");
        connection.Execute("DROP TABLE stage_hours");
        ImportCount[] counts = [new("new", added - replaced), new("already there, figures replaced", replaced), new("already there, identical", table.Rows.Count - conflicts.Count - added)];
        return new ImportReport(file.Name, false, batch, table.RowsRead, kept, setAside, [.. counts.Where(c => c.Rows > 0)], QuarantineReason.Summarise(quarantined), table.Notes);
    }
}
