using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Workspace.Loading;

namespace CtmsAnalytics.Workspace.Equity;

/// <summary>A roster as a table for a pay equity analysis, with the protected classes of a file joined by person.</summary>
public static class RosterEquity
{
    /// <summary>Column that joins people.</summary>
    public const string PersonId = "person_id";

    /// <summary>Columns that a roster gives; the service counts in years from the entry on duty to the roster's date.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        PersonId, "component", "organisation", "pay_plan", "track", "work_level", "worksite_fips", "market", "appointment_type", "schedule", "service_years", "structure_salary", "salary", "last_rating",
    ];

    /// <summary>Joins a roster and a file of classes.</summary>
    /// <param name="people">The roster.</param>
    /// <param name="roster">Which one it is.</param>
    /// <param name="classes">File with a column <c>person_id</c> and one column or more.</param>
    /// <returns>The people who are in both, and sentences about those who are not.</returns>
    /// <exception cref="InputException">The file has no column person_id, a person twice, a column of the roster's, or nobody of the roster.</exception>
    public static (EquityTable Table, IReadOnlyList<string> Notes) Join(IReadOnlyList<RosterPerson> people, RosterInfo roster, EquityTable classes)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(classes);
        var columns = classes.Columns.ToList();
        var key = columns.IndexOf(PersonId);
        if (key < 0) throw new InputException($"{classes.Name}: There is no column {PersonId}, which joins the classes to the roster. Its columns are {string.Join(", ", columns)}.");
        if (columns.Find(c => c != PersonId && Columns.Contains(c)) is { } both) throw new InputException($"{classes.Name}: The column {both} is the roster's. Rename or remove it.");
        var byPerson = new Dictionary<string, EquityRecord>(StringComparer.Ordinal);
        foreach (var row in classes.Rows)
        {
            if (!byPerson.TryAdd(row.Cells[key], row))
                throw new InputException(Invariant($"{classes.Name}: {PersonId} {row.Cells[key]} stands in row {byPerson[row.Cells[key]].Number} and again in row {row.Number}. Keep one of them."));
        }

        var further = Enumerable.Range(0, columns.Count).Where(i => i != key).ToList();
        var joined = people.Select((p, i) => (Person: p, Number: i + 1L)).Where(p => byPerson.ContainsKey(p.Person.PersonId)).ToList();
        if (joined.Count == 0) throw new InputException($"{classes.Name}: Nobody of roster {roster.Name} is in it. Are the identifiers the same?");
        var rows = joined.Select(j => new EquityRecord(j.Number, [.. Cells(j.Person, roster.AsOf), .. further.Select(i => byPerson[j.Person.PersonId].Cells[i])])).ToList();
        var notes = new List<string>();
        if (people.Count > joined.Count) notes.Add(Invariant($"{people.Count - joined.Count:N0} of the roster's {people.Count:N0} people are not in {classes.Name} and take no part."));
        if (classes.Rows.Count > joined.Count) notes.Add(Invariant($"{classes.Rows.Count - joined.Count:N0} rows of {classes.Name} are of nobody in the roster and take no part."));
        return (new EquityTable(roster.Name, [.. Columns, .. further.Select(i => columns[i])], rows), notes);
    }

    private static string[] Cells(RosterPerson p, DateOnly asOf) =>
    [
        p.PersonId,
        p.Agency,
        p.Organisation,
        p.PayPlan,
        p.Track,
        p.WorkLevel,
        p.WorksiteFips,
        p.Market,
        p.Appointment.ToString().ToLowerInvariant(),
        p.Schedule.ToString().ToLowerInvariant(),
        ((asOf.DayNumber - p.EntryOnDuty.DayNumber) / MeanYear.Days).ToString("R", CultureInfo.InvariantCulture),
        p.StructureSalary.ToString(CultureInfo.InvariantCulture),
        p.Salary.ToString(CultureInfo.InvariantCulture),
        p.LastRating?.ToString(CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
