using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>What a roster file holds.</summary>
internal sealed record RosterTable(
    IReadOnlyList<RosterRow> Rows,
    IReadOnlyList<QuarantineEntry> Quarantined,
    long RowsRead,
    long RowsSetAside,
    DateOnly? AsOf,
    IReadOnlyList<string> Notes);
