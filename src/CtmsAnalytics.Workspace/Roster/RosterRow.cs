namespace CtmsAnalytics.Workspace.Roster;

/// <summary>One person as read, every value checked.</summary>
internal sealed record RosterRow(
    long RowNumber,
    string PersonId,
    string Component,
    string Organisation,
    string PayPlan,
    string Track,
    string WorkLevel,
    string WorksiteFips,
    string AppointmentType,
    string Schedule,
    int HoursPerWorkPeriod,
    DateOnly EntryOnDuty,
    long StructureSalary,
    long Salary,
    string HealthPlan,
    int? LastRating,
    DateOnly AsOf)
{
    public bool IsUncompensated { get; init; }

    public long? AnnuityPerYear { get; init; }

    public int? AppointmentMaximumHours { get; init; }
}
