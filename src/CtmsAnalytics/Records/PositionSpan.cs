namespace CtmsAnalytics.Records;

/// <summary>How long a row of a history holds, as known on a day.</summary>
/// <param name="Row">The row.</param>
/// <param name="Until">First day on which another row of the item holds; null while none does. The row's own effective day where a later recording has taken its place.</param>
/// <param name="IsReplaced">Whether a row with the same effective day that was recorded later has taken its place.</param>
public sealed record PositionSpan(PositionRow Row, DateOnly? Until, bool IsReplaced);
