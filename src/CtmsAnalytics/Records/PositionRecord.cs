namespace CtmsAnalytics.Records;

/// <summary>The documentation of one qualified position on a day, as known on a day (158.706(b) and (e)).</summary>
/// <param name="PersonId">Whose position it is.</param>
/// <param name="Day">The day on which it holds.</param>
/// <param name="Known">Rows that were recorded after this day are not in it.</param>
/// <param name="Lines">The items in the order of the regulation, those that are not recorded among them.</param>
public sealed record PositionRecord(string PersonId, DateOnly Day, DateOnly Known, IReadOnlyList<RecordLine> Lines)
{
    /// <summary>What is said of an item that is not recorded for a person of uncompensated service.</summary>
    public const string UncompensatedExemption = "need not be (158.523(a)(2))";

    /// <summary>First effective day that is known of the position; null where nothing is.</summary>
    /// <value>Default null.</value>
    public DateOnly? Begins { get; init; }

    /// <summary>Items that are to be recorded and are not.</summary>
    public IEnumerable<RecordItem> Missing => Lines.Where(l => l.Row is null && l.Exemption is null).Select(l => l.Item);

    /// <summary>Puts a record together.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="rows">Rows of the person, in any order.</param>
    /// <param name="day">The day on which it holds.</param>
    /// <param name="known">Rows that were recorded after this day are not known.</param>
    /// <returns>The record.</returns>
    public static PositionRecord Of(string personId, IReadOnlyCollection<PositionRow> rows, DateOnly day, DateOnly known)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var state = PositionState.Of(rows, day, known);
        var isUncompensated = state[RecordItems.Uncompensated] == "yes";
        return new PositionRecord(personId, day, known, [.. RecordItems.All.Where(i => IsShown(i, state)).Select(Line)])
        {
            Begins = rows.Where(r => r.Recorded <= known).Select(r => (DateOnly?)r.Effective).Min(),
        };

        RecordLine Line(RecordItem item)
        {
            if (state.Rows.TryGetValue(item.Code, out var row)) return new RecordLine(item, row);
            if (item.StandsFor is { } other && state.Rows.TryGetValue(other, out var stands)) return new RecordLine(item, stands) { From = RecordItems.Find(other) };
            return new RecordLine(item, null) { Exemption = isUncompensated ? UncompensatedExemption : null };
        }
    }

    /// <summary>Whether an item says anything of a person: hours follow the schedule, and an end the type of appointment.</summary>
    private static bool IsShown(RecordItem item, PositionState state) => item.Code switch
    {
        RecordItems.AppointmentUntil => state[RecordItems.AppointmentType] is null or "renewable",
        RecordItems.Annuity => state[RecordItems.Annuity] is not null && state[RecordItems.AppointmentType] is (null or "renewable"),
        RecordItems.MinimumHours => state[RecordItems.Schedule] != "contingent",
        RecordItems.PlannedHours or RecordItems.MaximumHours => state[RecordItems.Schedule] == "contingent",
        _ => true,
    };
}
