namespace CtmsAnalytics.Runs;

/// <summary>A value in which a scenario differs from the baseline, as the file format writes it.</summary>
/// <param name="Path">Path of the value, for example <c>supplements.SF</c>.</param>
/// <param name="Title">The value in words, for example <c>Supplement of the local market: San Francisco</c>.</param>
/// <param name="Unit">Unit of the value as the reference of the format states it, for example <c>fraction of salary</c>.</param>
/// <param name="Effective">Date from which the two values stand against each other; null for a value that holds throughout.</param>
/// <param name="Baseline">The baseline's value; null where it has none.</param>
/// <param name="Proposed">The scenario's value; null where it has none, and the baseline's where an earlier difference ends.</param>
/// <param name="Paragraph">Paragraph of part 158 that the value or its range rests on; empty without one.</param>
public sealed record ProposedChange(string Path, string Title, string Unit, DateOnly? Effective, string? Baseline, string? Proposed, string Paragraph)
{
    /// <summary>Whether the path names a person of the roster.</summary>
    /// <value>Default false.</value>
    public bool NamesPerson { get; init; }
}
