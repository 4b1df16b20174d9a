using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Market;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Tables;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Qualifications;

/// <summary>A row of determined qualifications.</summary>
internal sealed record QualificationRow(long RowNumber, string PersonId, string Item, bool IsWork, double Proficiency, DateOnly Determined);

/// <summary>Determined qualifications as a file holds them.</summary>
internal sealed record QualificationTable(IReadOnlyList<QualificationRow> Rows, IReadOnlyList<QuarantineEntry> Quarantined, long RowsRead, long RowsSetAside, IReadOnlyList<string> Notes);

/// <summary>Reads what was determined about people: <c>person_id,qualification,proficiency,determined</c>, or <c>person_id,work_factor,rating,determined</c> for the work that they do.</summary>
internal static class QualificationReader
{
    private static readonly string[][] Known =
    [
        ["person_id", "employeeid", "empid", "id"],
        ["qualification", "workfactor", "qualificationid", "item"],
        ["proficiency", "rating", "level"],
        ["determined", "date", "assessed", "determinedon"],
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="map">Known column by the name that the file gives it.</param>
    /// <param name="library">The library in force.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file is not a table, or a column is missing.</exception>
    public static QualificationTable Read(FileContent file, IReadOnlyDictionary<string, string> map, QualificationLibrary library, CancellationToken cancellation)
    {
        using var source = file.Open();
        var columns = FileColumns.Read(source, file.Name, Known, [.. Enumerable.Range(0, Known.Length)], map);
        var (rows, quarantined, seen) = (new List<QualificationRow>(), new List<QuarantineEntry>(), new HashSet<(string, string, DateOnly)>());
        var qualifications = library.Qualifications.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        var items = library.Items;
        var setAside = new HashSet<long>();
        var read = source.EachRow(ReadRow, cancellation);
        return new QualificationTable(rows, quarantined, read, setAside.Count, source.Notes);

        void ReadRow()
        {
            var row = source.RowNumber;
            void SetAside(int column, string code, string reason, string paragraph = "")
            {
                setAside.Add(row);
                quarantined.Add(QuarantineEntry.Create(row, columns.HeaderOf(column), columns.Text(source, column), code, reason, paragraph));
            }

            var (person, item) = (columns.Text(source, 0), columns.Text(source, 1));
            if (person.Length == 0) SetAside(0, "no person", "The row names no person. Right would be an identifier of the roster.");
            if (!items.Contains(item))
                SetAside(1, "unknown qualification", $"The library has no qualification or work factor '{item}'.{(NearestName.Find(item, items) is { } nearest ? $" Nearest is {nearest}." : "")} It has {string.Join(", ", items)}.", "158.402(c)");
            var proficient = OewsFigure.TryParseNumber(columns.Text(source, 2), out var proficiency);
            if (!proficient || proficiency < 0 || proficiency > library.Maximum)
                SetAside(2, "not on the scale", string.Create(CultureInfo.InvariantCulture, $"This is not on the scale of proficiency. Right would be a number from 0 to {library.Maximum}."), "158.404(b)(1)");
            if (!RosterDate.TryParse(columns.Cell(source, 3), out var date, out var reason)) SetAside(3, "not a date", reason);
            if (setAside.Contains(row)) return;
            if (!seen.Add((person, item, date)))
            {
                SetAside(1, "row stands twice", $"The file has {item} of {person} determined on {date:yyyy-MM-dd} more than once. Right would be one row.");
                return;
            }

            rows.Add(new QualificationRow(row, person, item, !qualifications.Contains(item), proficiency, date));
        }
    }
}
