namespace CtmsAnalytics.Records;

/// <summary>Resolves bitemporal histories of qualified positions (158.706(c)): what held on a day, as it was known on a day.</summary>
public static class PositionHistory
{
    /// <summary>What holds on a day, as known on another: of each item of a person the row with the latest effective day that has come, and of those with the same day the one that was recorded last.</summary>
    /// <param name="rows">Rows of any people, in any order.</param>
    /// <param name="day">The day on which it holds.</param>
    /// <param name="known">Rows that were recorded after this day are not known.</param>
    /// <returns>One row for each person and item that has any, by person and item in ordinal order; its value is null where the item has ended.</returns>
    public static IReadOnlyList<PositionRow> AsOf(IEnumerable<PositionRow> rows, DateOnly day, DateOnly known)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var holding = new Dictionary<(string, string), PositionRow>();
        foreach (var row in rows)
        {
            if (row.Effective > day || row.Recorded > known) continue;
            var key = (row.PersonId, row.Item);
            if (!holding.TryGetValue(key, out var other) || PositionRow.ByPrecedence.Compare(row, other) > 0) holding[key] = row;
        }

        return [.. holding.Values.OrderBy(r => r.PersonId, StringComparer.Ordinal).ThenBy(r => r.Item, StringComparer.Ordinal)];
    }

    /// <summary>How long each row holds, as known on a day.</summary>
    /// <param name="rows">Rows of any people, in any order.</param>
    /// <param name="known">Rows that were recorded after this day are not known and left out.</param>
    /// <returns>One span for each known row, by person, item, effective day, recording and import.</returns>
    public static IReadOnlyList<PositionSpan> Spans(IEnumerable<PositionRow> rows, DateOnly known)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var spans = new List<PositionSpan>();
        foreach (var item in rows.Where(r => r.Recorded <= known).GroupBy(r => (r.PersonId, r.Item)).OrderBy(g => g.Key.PersonId, StringComparer.Ordinal).ThenBy(g => g.Key.Item, StringComparer.Ordinal))
        {
            var ordered = item.Order(PositionRow.ByPrecedence).ToList();
            for (var i = 0; i < ordered.Count; i++)
            {
                var until = i + 1 < ordered.Count ? ordered[i + 1].Effective : (DateOnly?)null;
                spans.Add(new PositionSpan(ordered[i], until, until == ordered[i].Effective));
            }
        }

        return spans;
    }
}
