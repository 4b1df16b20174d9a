using System.Globalization;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Records;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Writes a roster, inside the caller's transaction.</summary>
internal sealed class RosterStore(DuckDBConnection connection, int batch)
{
    public ImportReport Store(RosterTable table, FileContent file, string options, DateTime time, CancellationToken cancellation)
    {
        BatchStore.Write(connection, batch, "roster", file, options, time, table.RowsRead, table.Rows.Count, table.RowsSetAside);
        BatchStore.WriteQuarantine(connection, batch, table.Quarantined);
        var roster = Convert.ToInt32(connection.Scalar("SELECT coalesce(max(roster_id), 0) + 1 FROM roster"), CultureInfo.InvariantCulture);
        connection.Execute("INSERT INTO roster VALUES (?, ?, ?, ?)", roster, batch, table.AsOf, table.Rows.Count);
        using (var appender = connection.CreateAppender("roster_person"))
        {
            foreach (var row in table.Rows)
            {
                if ((row.RowNumber & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
                appender.CreateRow().AppendValue(roster).AppendValue(row.PersonId).AppendValue(row.Component).AppendValue(row.Organisation).AppendValue(row.PayPlan)
                    .AppendValue(row.Track).AppendValue(row.WorkLevel).AppendValue(row.WorksiteFips).AppendValue(row.AppointmentType).AppendValue(row.Schedule)
                    .AppendValue(row.HoursPerWorkPeriod).AppendValue(row.EntryOnDuty).AppendValue(row.StructureSalary).AppendValue(row.Salary)
                    .AppendValue(row.HealthPlan).AppendValue((sbyte?)row.LastRating).AppendValue(row.RowNumber).EndRow();
            }

            appender.Close();
        }

        foreach (var row in table.Rows.Where(r => r.IsUncompensated || r.AnnuityPerYear is not null || r.AppointmentMaximumHours is not null))
        {
            connection.Execute("INSERT INTO roster_appointment VALUES (?, ?, ?, ?, ?)",
                roster, row.PersonId, row.IsUncompensated, row.AnnuityPerYear, row.AppointmentMaximumHours);
        }

        var absent = RosterRecords.Store(connection, roster, table.AsOf!.Value);
        var current = Convert.ToInt32(connection.Scalar(CurrentRoster), CultureInfo.InvariantCulture);
        var notes = table.Notes.ToList();
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"Roster {roster} of {table.AsOf:yyyy-MM-dd}{(current == roster ? ", now the current one." : $"; the current one is still roster {current}, of a later date.")}"));
        if (absent is not null) notes.Add(absent);
        return new ImportReport(file.Name, false, batch, table.RowsRead, table.Rows.Count, table.RowsSetAside, [], QuarantineReason.Summarise(table.Quarantined), notes);
    }

    /// <summary>The roster that is used where none is named: the one of the latest day, and of those the last imported.</summary>
    public const string CurrentRoster = "SELECT roster_id FROM roster ORDER BY as_of DESC, roster_id DESC LIMIT 1";
}
