namespace CtmsAnalytics.Records;

/// <summary>Two people who hold one assignment at the same time (158.703(b)).</summary>
/// <param name="First">The row that gives it to the one who has it first.</param>
/// <param name="Second">The row that gives it to the other.</param>
public sealed record AssignmentConflict(PositionRow First, PositionRow Second)
{
    /// <summary>Finds people who hold one assignment at the same time.</summary>
    /// <param name="rows">Rows of everybody, in any order; only those of assignments are looked at.</param>
    /// <param name="known">Rows that were recorded after this day are not known.</param>
    /// <returns>The conflicts, by assignment and day; each row that comes into an assignment that somebody else still holds is the second of one.</returns>
    public static IReadOnlyList<AssignmentConflict> Find(IEnumerable<PositionRow> rows, DateOnly known)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var conflicts = new List<AssignmentConflict>();
        var held = PositionHistory.Spans(rows.Where(r => r.Item == RecordItems.Assignment), known).Where(s => !s.IsReplaced && s.Row.Value is not null);
        foreach (var assignment in held.GroupBy(s => s.Row.Value!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            PositionSpan? holder = null;
            foreach (var span in assignment.OrderBy(s => s.Row.Effective).ThenBy(s => s.Row.Recorded).ThenBy(s => s.Row.Sequence).ThenBy(s => s.Row.PersonId, StringComparer.Ordinal))
            {
                if (holder is not null && holder.Row.PersonId != span.Row.PersonId && (holder.Until is null || holder.Until > span.Row.Effective)) conflicts.Add(new AssignmentConflict(holder.Row, span.Row));
                if (holder is null || holder.Until is not null && (span.Until is null || span.Until > holder.Until)) holder = span;
            }
        }

        return conflicts;
    }
}
