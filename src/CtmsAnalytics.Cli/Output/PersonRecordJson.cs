using CtmsAnalytics.Records;

namespace CtmsAnalytics.Cli.Output;

/// <summary>The record of a qualified position as JSON.</summary>
internal static class PersonRecordJson
{
    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="known">Day that the knowledge is of; null for everything.</param>
    /// <param name="history">Every row with its span; null where it is not asked for.</param>
    /// <param name="service">Where the holder stands in the initial service period; null where the record does not tell it.</param>
    /// <returns>JSON text.</returns>
    public static string Write(PositionRecord record, DateOnly? known, IReadOnlyList<PositionSpan>? history, RecordedService? service) => JsonText.Write(new
    {
        Notice = PersonalData.OfPeople,
        record.PersonId,
        AsOf = record.Day,
        Known = known,
        record.Begins,
        InitialServicePeriod = service is null ? null : new { service.LastDay, service.Rule.Paragraph },
        Items = record.Lines.Select(l => new
        {
            Item = l.Item.Code,
            l.Item.Name,
            l.Item.Group,
            l.Item.Paragraph,
            l.Row?.Value,
            IsRecorded = l.Row is not null,
            l.Exemption,
            From = l.From?.Code,
            EffectiveFrom = l.Row?.Effective,
            l.Row?.Recorded,
            l.Row?.Reason,
            l.Row?.Source,
        }),
        History = history?.Select(s => new { s.Row.Item, s.Row.Value, EffectiveFrom = s.Row.Effective, EffectiveUntil = s.Until, s.IsReplaced, s.Row.Recorded, s.Row.Reason, s.Row.Paragraph, s.Row.Source }),
    });
}
