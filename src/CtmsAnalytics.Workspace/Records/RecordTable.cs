using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>What a file of changes holds.</summary>
internal sealed record RecordTable(IReadOnlyList<RecordRow> Rows, IReadOnlyList<QuarantineEntry> Quarantined, long RowsRead);
