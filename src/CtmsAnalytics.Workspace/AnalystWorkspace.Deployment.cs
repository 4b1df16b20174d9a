using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Deployment.Directed;
using CtmsAnalytics.Deployment.Hours;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Deployment;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace;

/// <content>Deployment: assignments and hours (158.703, 158.705, 158.706).</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>
    /// Imports a list of assignments (.csv, .xlsx), one row for each, or one for each holder. It becomes the current list, also where it was that before and another came after it. Rows that part 158 forbids are set aside with their paragraph:
    /// an assignment held by two people, a person with two assignments at one time, hours that do not fit the schedule. The records of those who hold assignments are continued where the list says
    /// something else than they do (158.706(e)).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">There is no roster, the file is no list of assignments, or no row can be used; nothing was written.</exception>
    public ImportReport ImportAssignments(string path, DeploymentImportOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new DeploymentImportOptions();
        var roster = FindRoster(options.Roster);
        var file = FileContent.Read(path, cancellation);
        const string Family = "assignments";
        var (known, text) = FindInForce(RosterKind, file, options.ToText(Family, roster.RosterId), Family);
        if (known is not null) return known;
        var table = AssignmentReader.Read(file, LoadRoster(roster.RosterId), LoadWorksites().Keys.ToHashSet(StringComparer.Ordinal), FullTimeHours(), options.Map, cancellation);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Give one row for each assignment.");
        if (table.Rows.Count == 0) throw NoRows(path, table.RowsRead, table.Quarantined);
        string[] remarks =
        [
            .. ImportRemarks.UnknownLevels(table.Rows.Select(r => (r.RowNumber, r.WorkLevel)), SchemeLevels()),
            .. ImportRemarks.LaterDays(table.Rows.Where(r => r.PersonId.Length > 0).Select(r => (r.RowNumber, r.HeldFrom!.Value)), "held_from", roster.AsOf),
        ];
        var report = Store(file, batch => new DeploymentStore(_connection, batch).Store(table, file, roster.RosterId, text, _time.GetUtcNow().UtcDateTime), cancellation);
        return report with { Notes = [.. report.Notes, .. remarks] };
    }

    /// <summary>
    /// Imports hours worked (.csv, .xlsx), one row for each person and work period. Rows that part 158 forbids are set aside with their paragraph: contingent hours past the full-time hours of
    /// a work period or past the maximum of the appointment.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">There is no roster, the file is no table of hours, or no row can be used; nothing was written.</exception>
    public ImportReport ImportHours(string path, DeploymentImportOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new DeploymentImportOptions();
        var roster = FindRoster(options.Roster);
        var file = FileContent.Read(path, cancellation);
        const string Family = "hours";
        var asked = options.ToText(Family, roster.RosterId);
        var (known, text) = options.Replace ? FindInForce(RosterKind, file, asked, Family) : (FindBatch(RosterKind, file, asked), asked);
        if (known is not null) return known;
        var table = HoursReader.Read(file, LoadRoster(roster.RosterId), Calendar(), FullTimeHours(), LoadHours().ToDictionary(h => (h.PersonId, h.PeriodStart), h => h.Worked), options.Map, cancellation);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Give one row for each person and work period.");
        if (table.Rows.Count == 0) throw NoRows(path, table.RowsRead, table.Quarantined);
        return Store(file, batch => new DeploymentStore(_connection, batch).Store(table, file, text, options.Replace, _time.GetUtcNow().UtcDateTime, cancellation), cancellation);
    }

    /// <summary>The assignments of the current list, by identifier in ordinal order.</summary>
    /// <returns>The assignments; none where no list was imported.</returns>
    public IReadOnlyList<Assignment> LoadAssignments() => _connection.Query(
        $"""
        SELECT assignment_id, statement, starts, ends, organisation, security::VARCHAR, worksite_fips, schedule::VARCHAR, hours_per_work_period, performance, work_level, qualifications,
            mission_need, strategic_priority, individual_input, organisation_input
        FROM assignment WHERE list_id = ({DeploymentStore.CurrentList}) ORDER BY encode(assignment_id)
        """,
        r => new Assignment(
            r.GetString(0), r.GetString(1), r.GetFieldValue<DateOnly>(2), r.IsDBNull(3) ? null : r.GetFieldValue<DateOnly>(3), r.GetString(4), DeploymentNames.Security(r.GetString(5)),
            r.GetString(6), RosterNames.Schedule(r.GetString(7)), r.GetInt32(8), r.GetString(9), r.GetString(10),
            [.. DeploymentNames.Pairs(r.GetString(11)).Select(q => new RequiredQualification(q.Key, q.Value))])
        {
            MissionNeed = r.GetDouble(12),
            StrategicPriority = r.GetDouble(13),
            IndividualInput = DeploymentNames.Pairs(r.GetString(14)),
            OrganisationInput = DeploymentNames.Pairs(r.GetString(15)),
        });

    /// <summary>Who holds the assignments of the current list, by assignment and first day.</summary>
    /// <returns>The holdings; none where no list was imported.</returns>
    public IReadOnlyList<AssignmentHolding> LoadHoldings() => _connection.Query(
        $"SELECT assignment_id, person_id, held_from, held_to, is_initial FROM assignment_holding WHERE list_id = ({DeploymentStore.CurrentList}) ORDER BY encode(assignment_id), held_from, encode(person_id)",
        r => new AssignmentHolding(r.GetString(0), r.GetString(1), r.GetFieldValue<DateOnly>(2), r.IsDBNull(3) ? null : r.GetFieldValue<DateOnly>(3), r.GetBoolean(4)));

    /// <summary>Hours worked, by person and work period.</summary>
    /// <returns>The hours; none where none were imported.</returns>
    public IReadOnlyList<HoursRecord> LoadHours() => _connection.Query(
        """
        SELECT person_id, period_start, worked, non_pay, unexpected, leave_hours, paid_time_off, recognition_time_off, other_time_off
        FROM hours_worked ORDER BY encode(person_id), period_start
        """,
        r => new HoursRecord(r.GetString(0), r.GetFieldValue<DateOnly>(1), r.GetDouble(2), r.GetDouble(3))
        {
            Unexpected = r.GetDouble(4),
            TimeOff = new Dictionary<TimeOffKind, double>
            {
                [TimeOffKind.Leave] = r.GetDouble(5),
                [TimeOffKind.PaidTimeOff] = r.GetDouble(6),
                [TimeOffKind.Recognition] = r.GetDouble(7),
                [TimeOffKind.Other] = r.GetDouble(8),
            },
        });

    /// <summary>The counties that an official worksite can lie in, with local market and allowance area (158.704).</summary>
    /// <returns>The counties, by code.</returns>
    public IReadOnlyList<Worksite> LoadCounties() => _connection.Query(
        "SELECT w.county_fips, w.local_market, n.area FROM worksites w LEFT JOIN nonforeign_areas n ON n.county_fips = w.county_fips ORDER BY w.county_fips",
        r => new Worksite(r.GetString(0), r.GetString(1), r.TextOrNull(2)));

    /// <summary>Reads directed assignments (158.708): person_id, worksite_fips, effective, expected_last, consultation, notice, consents.</summary>
    /// <param name="path">The file (.csv, .xlsx).</param>
    /// <param name="people">The roster.</param>
    /// <returns>The assignments and the file as an input of a study.</returns>
    /// <exception cref="InputException">A row is wrong; every problem of the file is named.</exception>
    public (IReadOnlyList<DirectedAssignment> Plan, ManifestInput Input) ReadDirected(string path, IReadOnlyList<RosterPerson> people)
    {
        var file = FileContent.Read(path);
        return (PlanFiles.Directed(file, people, LoadWorksites()), new ManifestInput("plan", Path.GetFileName(path), file.Sha256));
    }

    /// <summary>Reads details (158.707): person_id, destination, from, to, reimbursed_share, approved.</summary>
    /// <param name="path">The file (.csv, .xlsx).</param>
    /// <param name="people">The roster.</param>
    /// <returns>The details and the file as an input of a study.</returns>
    /// <exception cref="InputException">A row is wrong; every problem of the file is named.</exception>
    public static (IReadOnlyList<Detail> Plan, ManifestInput Input) ReadDetails(string path, IReadOnlyList<RosterPerson> people)
    {
        var file = FileContent.Read(path);
        return (PlanFiles.Details(file, people), new ManifestInput("plan", Path.GetFileName(path), file.Sha256));
    }

    /// <summary>Reads qualifications of people: person_id, qualification, proficiency.</summary>
    /// <param name="path">The file (.csv, .xlsx).</param>
    /// <returns>Qualifications by person, and the file as an input of a study.</returns>
    /// <exception cref="InputException">A row is wrong; every problem of the file is named.</exception>
    public static (IReadOnlyList<PersonQualifications> Qualifications, ManifestInput Input) ReadQualifications(string path)
    {
        var file = FileContent.Read(path);
        return (PlanFiles.Qualifications(file), new ManifestInput("qualifications", Path.GetFileName(path), file.Sha256));
    }

    /// <summary>Assignments, holdings and hours as inputs of a study.</summary>
    /// <param name="assignments">The assignments.</param>
    /// <param name="holdings">The holdings.</param>
    /// <returns>The input for a manifest.</returns>
    public static ManifestInput AssignmentInput(IReadOnlyList<Assignment> assignments, IReadOnlyList<AssignmentHolding> holdings)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        ArgumentNullException.ThrowIfNull(holdings);
        return new("assignments", Invariant($"{assignments.Count:N0} assignments, {holdings.Count:N0} holdings"), InputDigest.Of(assignments, holdings));
    }

    /// <summary>Hours as an input of a study.</summary>
    /// <param name="hours">The hours.</param>
    /// <returns>The input for a manifest.</returns>
    public static ManifestInput HoursInput(IReadOnlyList<HoursRecord> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return new("hours", Invariant($"{hours.Count:N0} work periods of people"), InputDigest.Of(hours));
    }

    private int FullTimeHours() => (int)LoadParameters().Latest("full_time_hours").Value;

    private PayCalendar Calendar() => new(new ParameterReader(LoadParameters(), new EconomyPath(new Dictionary<int, double>(), 0, 0, 0)));
}
