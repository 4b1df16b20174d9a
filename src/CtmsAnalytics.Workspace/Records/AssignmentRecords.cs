using System.Globalization;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Deployment;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>Continues records with the assignments that people hold and the information of 158.706(e)(1)-(7), inside the caller's transaction.</summary>
internal sealed class AssignmentRecords
{
    // What ends with a holding. The organisation is the position's too and stays.
    private static readonly string[] OfHolding =
    [
        RecordItems.Assignment, RecordItems.AssignmentWork, RecordItems.AssignmentTimeframe, RecordItems.PersonnelSecurity, RecordItems.AssignmentLocation, RecordItems.AssignmentSchedule, RecordItems.Performance,
    ];

    private readonly IReadOnlyList<AssignmentRow> _holdings;
    private readonly string _file;
    private readonly int _batch;
    private readonly IReadOnlyDictionary<string, DateOnly> _entries;
    private readonly Dictionary<string, string> _components;
    private readonly Dictionary<string, string> _counties;
    private readonly HashSet<(string Person, DateOnly From)> _begin;

    private AssignmentRecords(DuckDBConnection connection, int batch, int roster, IReadOnlyList<AssignmentRow> holdings, string file)
    {
        (_holdings, _file, _batch) = (holdings, file, batch);
        _entries = RecordStore.Entries(connection);
        _begin = [.. holdings.Select(h => (h.PersonId, h.HeldFrom!.Value))];
        _components = connection.Query("SELECT organisation, min(component) FROM roster_person WHERE roster_id = ? GROUP BY organisation HAVING count(DISTINCT component) = 1", r => (r.GetString(0), r.GetString(1)), roster)
            .ToDictionary(o => o.Item1, o => o.Item2, StringComparer.Ordinal);
        _counties = connection.Query("SELECT county_fips, county_name, state FROM worksites", r => (Code: r.GetString(0), Name: $"{r.GetString(1)}, {r.GetString(2)}")).ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>Adds what a list of assignments changes.</summary>
    /// <param name="connection">The workspace, inside a transaction.</param>
    /// <param name="batch">Number of the import.</param>
    /// <param name="roster">The roster that the holders belong to.</param>
    /// <param name="holdings">The rows of the list that somebody holds.</param>
    /// <param name="file">Name of the list.</param>
    /// <param name="today">Day of the import.</param>
    /// <returns>How many rows were added, and a sentence about holdings that the records contradict; null where there are none.</returns>
    public static (int Added, string? Note) Store(DuckDBConnection connection, int batch, int roster, IReadOnlyList<AssignmentRow> holdings, string file, DateOnly today)
    {
        var records = new AssignmentRecords(connection, batch, roster, holdings, file);
        var known = RecordStore.LoadFor(connection, holdings.Select(h => h.PersonId));
        var byItem = RecordContinuation.ByItem(known);
        var contradicted = new Dictionary<AssignmentRow, PositionRow>();
        while (true)
        {
            var continuation = new RecordContinuation(byItem, records._entries, today);
            var begun = records.Say(continuation, contradicted);
            var conflicts = AssignmentConflict.Find(known.Concat(continuation.Added.Select(r => r.Row)), DateOnly.MaxValue).SelectMany(c => new[] { (Row: c.First, Other: c.Second), (Row: c.Second, Other: c.First) })
                .Where(c => begun.ContainsKey(c.Row)).ToList();
            foreach (var (row, other) in conflicts) contradicted.TryAdd(begun[row], other);
            if (conflicts.Count > 0) continue;
            RecordStore.Append(connection, batch, continuation.Added);
            return (continuation.Added.Count, Note(contradicted));
        }
    }

    /// <summary>Says every holding, and tells which row of an assignment begins which of them.</summary>
    private Dictionary<PositionRow, AssignmentRow> Say(RecordContinuation continuation, Dictionary<AssignmentRow, PositionRow> contradicted)
    {
        var begun = new Dictionary<PositionRow, AssignmentRow>(ReferenceEqualityComparer.Instance);
        foreach (var holding in _holdings.OrderBy(h => h.HeldFrom).ThenBy(h => h.RowNumber))
        {
            if (contradicted.ContainsKey(holding) || !_entries.TryGetValue(holding.PersonId, out var entry) || holding.HeldTo < entry) continue;
            var kind = holding.Kind.Length == 0 ? "" : $" ({holding.Kind})";
            var origin = new RecordOrigin(holding.PersonId, $"assignment staffed, {_file}{kind}", _file, _batch, holding.RowNumber);
            foreach (var (item, value) in Values(holding))
            {
                if (continuation.Say(item, value, holding.HeldFrom!.Value, origin) is { Item: RecordItems.Assignment } row) begun.Add(row, holding);
            }

            if (holding.HeldTo is not { } last || _begin.Contains((holding.PersonId, last.AddDays(1))) || continuation.On(holding.PersonId, RecordItems.Assignment, last.AddDays(1)) != holding.AssignmentId) continue;
            foreach (var item in OfHolding) continuation.Say(item, null, last.AddDays(1), origin with { Reason = $"assignment ended, {_file}" });
        }

        return begun;
    }

    private IEnumerable<(string Item, string Value)> Values(AssignmentRow holding)
    {
        yield return (RecordItems.Assignment, holding.AssignmentId);
        yield return (RecordItems.AssignmentWork, holding.Statement);
        yield return (RecordItems.AssignmentTimeframe, holding.Ends is { } end ? string.Create(CultureInfo.InvariantCulture, $"{holding.Starts:yyyy-MM-dd} to {end:yyyy-MM-dd}") : string.Create(CultureInfo.InvariantCulture, $"from {holding.Starts:yyyy-MM-dd}, no end in sight"));
        if (_components.TryGetValue(holding.Organisation, out var component)) yield return (RecordItems.Component, component);
        yield return (RecordItems.Organisation, holding.Organisation);
        yield return (RecordItems.PersonnelSecurity, DeploymentNames.SecurityText(holding.Security));
        yield return (RecordItems.AssignmentLocation, _counties.TryGetValue(holding.WorksiteFips, out var county) ? $"{holding.WorksiteFips} {county}" : holding.WorksiteFips);
        yield return (RecordItems.AssignmentSchedule, string.Create(CultureInfo.InvariantCulture, $"{holding.Schedule}, {holding.Hours} hours a work period"));
        yield return (RecordItems.Performance, holding.Performance);
    }

    private static string? Note(Dictionary<AssignmentRow, PositionRow> contradicted)
    {
        if (contradicted.Count == 0) return null;
        var examples = contradicted.OrderBy(c => c.Key.RowNumber).Take(3)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key.AssignmentId} of {c.Key.PersonId} (row {c.Key.RowNumber}; on record {c.Value.PersonId} has it from {c.Value.Effective:yyyy-MM-dd})"));
        return string.Create(CultureInfo.InvariantCulture, $"Records: {contradicted.Count:N0} holdings contradict the records and are in the list only: {string.Join(", ", examples)}. An assignment has one holder at a time (158.703(b)): ctms import records FILE says who has it.");
    }
}
