namespace CtmsAnalytics.Records;

/// <summary>What holds of one qualified position on a day, by item (158.706(b)).</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">The row that holds, by code of the item; an item that has ended is not in it.</param>
public sealed record PositionState(DateOnly Day, IReadOnlyDictionary<string, PositionRow> Rows)
{
    /// <summary>Resolves the state of one person.</summary>
    /// <param name="rows">Rows of one person, in any order.</param>
    /// <param name="day">The day on which it holds.</param>
    /// <param name="known">Rows that were recorded after this day are not known.</param>
    /// <returns>The state.</returns>
    public static PositionState Of(IEnumerable<PositionRow> rows, DateOnly day, DateOnly known) =>
        new(day, PositionHistory.AsOf(rows, day, known).Where(r => r.Value is not null).ToDictionary(r => r.Item, StringComparer.Ordinal));

    /// <summary>The value of an item.</summary>
    /// <param name="item">Its code.</param>
    /// <returns>The value; null where nothing is recorded.</returns>
    public string? this[string item] => Rows.GetValueOrDefault(item)?.Value;
}
