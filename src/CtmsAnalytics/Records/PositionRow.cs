namespace CtmsAnalytics.Records;

/// <summary>
/// One row of the history of a qualified position (158.706): what an item is from a day on, and since when that is on record. A change is a new row; no row is ever updated or deleted.
/// </summary>
/// <param name="PersonId">Whose position it is.</param>
/// <param name="Item">Code of the documentation item (<see cref="RecordItems"/>).</param>
/// <param name="Value">What holds from <paramref name="Effective"/> on, until a row with a later day; null where nothing does any more.</param>
/// <param name="Effective">First day on which it holds.</param>
/// <param name="Recorded">Day on which it was recorded.</param>
/// <param name="Reason">Why it changed.</param>
public sealed record PositionRow(string PersonId, string Item, string? Value, DateOnly Effective, DateOnly Recorded, string Reason)
{
    /// <summary>Paragraph that asks for the item.</summary>
    /// <value>Default empty.</value>
    public string Paragraph { get; init; } = "";

    /// <summary>Where the row comes from, for example the name of a file.</summary>
    /// <value>Default empty.</value>
    public string Source { get; init; } = "";

    /// <summary>Number of the import. Of two rows of an item with the same days the later import holds.</summary>
    /// <value>Default 0.</value>
    public int Sequence { get; init; }

    /// <summary>Which of two rows of one item holds on a day that both have reached: the later effective day, then the later recording, then the later import. The value decides last, so that no order of rows does.</summary>
    /// <value>Puts the row that holds after the other.</value>
    public static IComparer<PositionRow> ByPrecedence { get; } = Comparer<PositionRow>.Create(Compare);

    private static int Compare(PositionRow one, PositionRow other)
    {
        var order = one.Effective.CompareTo(other.Effective);
        if (order == 0) order = one.Recorded.CompareTo(other.Recorded);
        if (order == 0) order = one.Sequence.CompareTo(other.Sequence);
        return order != 0 ? order : string.CompareOrdinal(one.Value, other.Value);
    }
}
