using System.Globalization;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>Checks changes against one another and against the records that they continue. What part 158 forbids is set aside, the changes of the file alone, until what is left fits together.</summary>
internal sealed class RecordChecker
{
    private readonly RecordRulesInput _rules;
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly Dictionary<PositionRow, RecordRow> _new = new(ReferenceEqualityComparer.Instance);

    private RecordChecker(RecordRulesInput rules) => _rules = rules;

    /// <summary>Checks the changes of a file.</summary>
    /// <param name="rows">The changes.</param>
    /// <param name="known">What is on record of these people already, and of everybody's assignments.</param>
    /// <param name="rules">What they are checked against.</param>
    /// <returns>The changes that may be recorded in the order of the file, how many are on record already, and what was set aside.</returns>
    public static (IReadOnlyList<RecordRow> Kept, int Identical, IReadOnlyList<QuarantineEntry> Quarantined) Check(IReadOnlyList<RecordRow> rows, IReadOnlyList<PositionRow> known, RecordRulesInput rules)
    {
        var checker = new RecordChecker(rules);
        var identical = checker.Contradictions(rows, known);
        checker.States(known);
        checker.Assignments(known);
        return ([.. checker._new.Values.OrderBy(r => r.RowNumber)], identical, [.. checker._quarantined.OrderBy(q => q.Row)]);
    }

    /// <summary>Rows of one item with the same days: one of those that agree is kept, and none of those that do not.</summary>
    private int Contradictions(IReadOnlyList<RecordRow> rows, IReadOnlyList<PositionRow> known)
    {
        var identical = 0;
        var stored = known.ToLookup(Key);
        foreach (var same in rows.GroupBy(r => Key(r.Row)))
        {
            var values = same.Select(r => r.Row.Value).Distinct(StringComparer.Ordinal).ToList();
            if (values.Count > 1)
            {
                var where = string.Join(", ", same.Take(5).Select(r => r.RowNumber.ToString("N0", CultureInfo.InvariantCulture)));
                foreach (var row in same)
                {
                    if (row.Row.Item == RecordItems.Assignment) SetAside(row, "two assignments at one time", $"Rows {where} give {row.Row.PersonId} different assignments from the same day. A person has one assignment at a time: keep one, or give the next one its own day.", AssignmentRules.OneAtATime.Paragraph);
                    else SetAside(row, "contradicting rows", $"Rows {where} say different things of {row.Row.Item} from the same day; which one is right is not known. Keep one.", RecordRules.WithReason.Paragraph);
                }

                continue;
            }

            identical += same.Count() - 1;
            var first = same.First();
            var former = stored[same.Key].OrderBy(r => r.Sequence).LastOrDefault();
            if (former is not null && former.Value == first.Row.Value) identical++;
            else if (former is not null && first.Row.Recorded < _rules.Today)
                SetAside(first, "contradicts the record", $"The record has '{former.Value}' from this day, recorded the same day ({former.Source}). What was known then does not change: leave recorded out, or give the day of the correction.", RecordRules.WithReason.Paragraph);
            else _new.Add(first.Row, first);
        }

        return identical;
    }

    /// <summary>What would hold of each person from each day on, as it would be known after the import.</summary>
    private void States(IReadOnlyList<PositionRow> known)
    {
        var stored = known.ToLookup(r => r.PersonId, StringComparer.Ordinal);
        foreach (var person in _new.Keys.GroupBy(r => r.PersonId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList())
        {
            while (FirstForbidden([.. stored[person.Key], .. person.Where(_new.ContainsKey)]) is { } found)
            {
                foreach (var row in found.Rows) SetAside(_new[row], found.Problem.Rule.Name, found.Problem.Text, found.Problem.Rule.Paragraph);
            }
        }
    }

    private (RecordProblem Problem, IReadOnlyList<PositionRow> Rows)? FirstForbidden(List<PositionRow> rows)
    {
        foreach (var day in rows.Select(r => r.Effective).Distinct().Order())
        {
            var state = PositionState.Of(rows, day, DateOnly.MaxValue);
            foreach (var problem in RecordRules.Problems(state, _rules.RenewableYears, _rules.FullTimeHours))
            {
                var mine = problem.Items.Select(state.Rows.GetValueOrDefault).OfType<PositionRow>().Where(_new.ContainsKey).ToList();
                if (mine.Count > 0) return (problem, mine);
            }
        }

        return null;
    }

    /// <summary>Assignments that two people would hold at the same time: every row of the file that takes part is set aside, until none does.</summary>
    private void Assignments(IReadOnlyList<PositionRow> known)
    {
        while (true)
        {
            var mine = AssignmentConflict.Find(known.Concat(_new.Keys), DateOnly.MaxValue).SelectMany(c => new[] { (Row: c.First, Other: c.Second), (Row: c.Second, Other: c.First) })
                .Where(c => _new.ContainsKey(c.Row)).DistinctBy(c => c.Row, ReferenceEqualityComparer.Instance).ToList();
            if (mine.Count == 0) return;
            foreach (var (row, other) in mine)
            {
                SetAside(_new[row], "assignment held by two people",
                    string.Create(CultureInfo.InvariantCulture, $"{other.PersonId} holds {row.Value} from {other.Effective:yyyy-MM-dd} ({(_new.ContainsKey(other) ? "another row of the file" : other.Source)}). End that assignment with an empty value first, or give {row.PersonId} another one."),
                    AssignmentRules.OneHolder.Paragraph);
            }
        }
    }

    private static (string, string, DateOnly, DateOnly) Key(PositionRow row) => (row.PersonId, row.Item, row.Effective, row.Recorded);

    private void SetAside(RecordRow row, string code, string reason, string paragraph)
    {
        _new.Remove(row.Row);
        _quarantined.Add(QuarantineEntry.Create(row.RowNumber, row.Row.Item, row.Row.Value ?? "", code, reason, paragraph));
    }
}
