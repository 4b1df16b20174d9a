using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>What a file of the wage survey holds.</summary>
internal sealed record OewsTable(
    IReadOnlyList<OewsRow> Rows,
    IReadOnlyList<QuarantineEntry> Quarantined,
    long RowsRead,
    long RowsSetAside,
    long Duplicates,
    IReadOnlyList<string> Notes);
