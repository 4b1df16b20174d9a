namespace CtmsAnalytics.Records;

/// <summary>A documentation item of a qualified position (158.706).</summary>
/// <param name="Code">Name in files and tables, for example <c>work_level</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Paragraph">Paragraph that asks for it.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Kind">How its value is written.</param>
public sealed record RecordItem(string Code, string Name, string Paragraph, RecordGroup Group, RecordKind Kind)
{
    /// <summary>Item that stands for this one where it has no row of its own: 158.706(e)(5) and (6) name the official worksite and the work schedule as such information.</summary>
    /// <value>Default null: none.</value>
    public string? StandsFor { get; init; }
}
