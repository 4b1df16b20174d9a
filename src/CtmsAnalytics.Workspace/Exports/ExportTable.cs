namespace CtmsAnalytics.Workspace.Exports;

/// <summary>A table of a run as it is exported: one row for each fact, so that any tool can filter and add up.</summary>
/// <param name="Name">Lower-case name, also that of its file.</param>
/// <param name="Description">What a row is, one sentence.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows: text, a <see cref="long"/> for whole numbers and cents, a <see cref="double"/>, or null for an empty cell.</param>
public sealed record ExportTable(string Name, string Description, IReadOnlyList<ExportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
