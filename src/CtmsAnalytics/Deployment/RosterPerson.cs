namespace CtmsAnalytics.Deployment;

/// <summary>One DHS-CS employee as the roster states: the opening position of a projection.</summary>
/// <param name="PersonId">Identifier, unique in the roster.</param>
/// <param name="Agency">Component of the Department, for example <c>CISA</c>.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="PayPlan">Pay plan, <c>DC</c> or <c>DL</c>.</param>
/// <param name="Track">Career track, for example <c>Technical</c>.</param>
/// <param name="WorkLevel">Code of the work level (158.404(c)).</param>
/// <param name="WorksiteFips">Five-digit county code of the official worksite (158.704).</param>
/// <param name="Market">Code of the local cybersecurity talent market that the worksite lies in (158.612).</param>
/// <param name="Appointment">Type of appointment (158.522).</param>
/// <param name="Schedule">Work schedule (158.705).</param>
/// <param name="HoursPerWorkPeriod">Regular hours in a work period of 14 days: the full-time hours, or the fixed part-time hours, or the planned contingent hours.</param>
/// <param name="EntryOnDuty">Date of entry on duty.</param>
/// <param name="StructureSalary">Annual rate under the structure, whole US dollars, without the local supplement.</param>
/// <param name="Salary">Annual rate with the local supplement, whole US dollars, as the roster states it.</param>
/// <param name="HealthPlan">Health enrolment.</param>
/// <param name="LastRating">Last mission impact rating, 0 to 3; null where there is none yet.</param>
public sealed record RosterPerson(
    string PersonId,
    string Agency,
    string Organisation,
    string PayPlan,
    string Track,
    string WorkLevel,
    string WorksiteFips,
    string Market,
    AppointmentType Appointment,
    WorkSchedule Schedule,
    int HoursPerWorkPeriod,
    DateOnly EntryOnDuty,
    long StructureSalary,
    long Salary,
    HealthPlan HealthPlan,
    int? LastRating)
{
    /// <summary>Allowance area of the official worksite (5 CFR 591.207), for the nonforeign allowance (158.643).</summary>
    /// <value>Default null: no such area.</value>
    public string? NonforeignArea { get; init; }

    /// <summary>Whether the service is uncompensated (158.523(a)(2)); the salary is then the one that the person would otherwise be eligible for.</summary>
    /// <value>Default false.</value>
    public bool IsUncompensated { get; init; }

    /// <summary>Annuity of a reemployed annuitant (158.523(a)(1)), whole US dollars a year.</summary>
    /// <value>Default null: no annuitant.</value>
    public long? AnnuityPerYear { get; init; }

    /// <summary>Most hours that a contingent appointment allows in all (158.705(c)(1)). The roster does not say how many were worked before its date, so that all of them count as left.</summary>
    /// <value>Default null: none is recorded.</value>
    public int? AppointmentMaximumHours { get; init; }
}
