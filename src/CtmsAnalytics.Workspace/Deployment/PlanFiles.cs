using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Directed;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Tables;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Deployment;

/// <summary>Reads the short files that a study of deployment is asked about. A wrong row stops the study: a plan is not usable in part.</summary>
internal static class PlanFiles
{
    private static readonly string[][] DirectedColumns = [["person_id"], ["worksite_fips", "worksite"], ["effective"], ["expected_last"], ["consultation"], ["notice"], ["consents", "consent"]];
    private static readonly string[][] DetailColumns = [["person_id"], ["destination"], ["from", "starts"], ["to", "ends"], ["reimbursed_share", "reimbursed"], ["approved"]];
    private static readonly string[][] QualificationColumns = [["person_id"], ["qualification"], ["proficiency"]];
    private static readonly string[] Destinations = ["excepted", "ses", "competitive", "white_house", "congress", "international", "other", "ipa"];

    /// <summary>Directed assignments (158.708).</summary>
    public static List<DirectedAssignment> Directed(FileContent file, IReadOnlyList<RosterPerson> people, IReadOnlyDictionary<string, string> worksites)
    {
        var known = people.Select(p => p.PersonId).ToHashSet(StringComparer.Ordinal);
        return Read(file, DirectedColumns, [0, 1, 2], row =>
        {
            var person = row.Person(0, known);
            var fips = row.Text(1);
            if (!worksites.ContainsKey(fips)) row.Problem(1, "No county has this code.", "Write five digits, for example 12033 (158.704).");
            var effective = row.Date(2, needed: true);
            var last = row.Date(3, needed: false);
            if (last < effective) row.Problem(3, "The assignment ends before it begins.", "Give a last day on or after the effective date (158.708).");
            return new DirectedAssignment(person, fips, effective ?? default, last) { Consultation = row.Date(4, needed: false), Notice = row.Date(5, needed: false), Consents = row.Flag(6) };
        });
    }

    /// <summary>Details (158.707).</summary>
    public static List<Detail> Details(FileContent file, IReadOnlyList<RosterPerson> people)
    {
        var known = people.Select(p => p.PersonId).ToHashSet(StringComparer.Ordinal);
        return Read(file, DetailColumns, [0, 1, 2, 3], row =>
        {
            var person = row.Person(0, known);
            var destination = Array.IndexOf(Destinations, row.Text(1));
            if (destination < 0) row.Problem(1, "This is no destination of a detail.", $"Write one of {string.Join(", ", Destinations)} (158.707(a), (c)).");
            var (from, to) = (row.Date(2, needed: true), row.Date(3, needed: true));
            if (to < from) row.Problem(3, "The detail ends before it begins.", "Give a last day on or after the first one.");
            var share = row.Text(4).Length == 0 ? 1 : row.Number(4, 0, 1);
            return new Detail(person, (DetailDestination)Math.Max(0, destination), from ?? default, to ?? default, share) { IsApproved = row.Flag(5) };
        });
    }

    /// <summary>Qualifications of people (158.520).</summary>
    public static List<PersonQualifications> Qualifications(FileContent file)
    {
        var rows = Read(file, QualificationColumns, [0, 1, 2], row => (Person: row.Text(0), Qualification: row.Text(1), Proficiency: row.Number(2, 0, double.MaxValue)));
        return [.. rows.GroupBy(r => r.Person, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new PersonQualifications(g.Key, g.GroupBy(r => r.Qualification, StringComparer.Ordinal).ToDictionary(q => q.Key, q => q.Last().Proficiency, StringComparer.Ordinal)))];
    }

    private static List<T> Read<T>(FileContent file, string[][] columns, int[] needed, Func<Row, T> read)
    {
        using var source = file.Open();
        var header = FileColumns.Read(source, file.Name, columns, needed, new Dictionary<string, string>());
        var problems = new List<InputProblem>();
        var rows = new List<T>();
        while (source.Read())
        {
            if (!source.IsBlank()) rows.Add(read(new Row(source, header, file.Name, problems)));
        }

        if (rows.Count == 0) throw FileContent.Unusable(file.Name, "The file has a header and no rows.", "Give one row for each person.");
        return problems.Count > 0 ? throw new InputException(problems) : rows;
    }

    private sealed class Row(TableSource source, FileColumns columns, string file, List<InputProblem> problems)
    {
        public string Text(int column) => columns.Text(source, column);

        public void Problem(int column, string what, string right) =>
            problems.Add(new InputProblem(file, (int)source.RowNumber, null, $"{columns.HeaderOf(column)} '{Text(column)}': {what}", right));

        public string Person(int column, HashSet<string> known)
        {
            if (!known.Contains(Text(column))) Problem(column, "The roster has nobody of this identifier.", "Name a person of the roster.");
            return Text(column);
        }

        public DateOnly? Date(int column, bool needed)
        {
            var cell = columns.Cell(source, column);
            if (cell.IsEmpty && !needed) return null;
            if (RosterDate.TryParse(cell, out var date, out var reason)) return date;
            Problem(column, "This is no date.", reason);
            return null;
        }

        public bool Flag(int column) => Text(column).ToUpperInvariant() is "YES" or "TRUE";

        public double Number(int column, double least, double most)
        {
            if (double.TryParse(Text(column), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            Problem(column, "This is no such number.", most == 1 ? "Write a number from 0 to 1." : "Write a number of 0 or more.");
            return 0;
        }
    }
}
