namespace CtmsAnalytics.Workspace.Imports;

/// <summary>The rows that one import has set aside.</summary>
/// <param name="BatchId">Number of the import.</param>
/// <param name="Kind"><c>market</c> or <c>roster</c>.</param>
/// <param name="FileName">Name of the file, without its folder.</param>
/// <param name="ImportedAt">Time of the import, UTC.</param>
/// <param name="Rows">Number of rows set aside; a row can have several entries.</param>
/// <param name="Entries">The entries, in the order of the file.</param>
public sealed record QuarantineListing(int BatchId, string Kind, string FileName, DateTime ImportedAt, long Rows, IReadOnlyList<QuarantineEntry> Entries);
