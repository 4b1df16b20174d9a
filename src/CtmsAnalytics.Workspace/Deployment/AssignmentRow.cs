using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Deployment;

/// <summary>One row of a file of assignments, every value checked: an assignment, and where it is held who holds it.</summary>
internal sealed record AssignmentRow(
    long RowNumber, string AssignmentId, string Statement, DateOnly Starts, DateOnly? Ends, string Organisation, string Security, string WorksiteFips, string Schedule, int Hours,
    string Performance, string WorkLevel, string Qualifications, double MissionNeed, double StrategicPriority, string IndividualInput, string OrganisationInput,
    string PersonId, DateOnly? HeldFrom, DateOnly? HeldTo, string Kind)
{
    /// <summary>Whether it is known to be the initial assignment; a row may leave its kind open.</summary>
    public bool IsInitial => Kind == "initial";

    /// <summary>The assignment without its holder: rows of one assignment say the same of it.</summary>
    public AssignmentRow Information => this with { RowNumber = 0, PersonId = "", HeldFrom = null, HeldTo = null, Kind = "" };
}

/// <summary>What a file of assignments holds.</summary>
internal sealed record AssignmentFile(IReadOnlyList<AssignmentRow> Rows, IReadOnlyList<QuarantineEntry> Quarantined, long RowsRead, long RowsSetAside, IReadOnlyList<string> Notes);
