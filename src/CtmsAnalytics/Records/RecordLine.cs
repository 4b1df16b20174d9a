namespace CtmsAnalytics.Records;

/// <summary>One documentation item of a record.</summary>
/// <param name="Item">The item.</param>
/// <param name="Row">The row that holds; null where nothing is recorded.</param>
public sealed record RecordLine(RecordItem Item, PositionRow? Row)
{
    /// <summary>The item whose row stands here in the place of an own one.</summary>
    /// <value>Default null: the row is the item's own.</value>
    public RecordItem? From { get; init; }

    /// <summary>Why nothing need be recorded, where nothing is.</summary>
    /// <value>Default null: it is to be recorded.</value>
    public string? Exemption { get; init; }
}
