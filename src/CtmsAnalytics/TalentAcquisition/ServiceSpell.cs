using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>A stretch of service in the DHS-CS under one appointment and schedule.</summary>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day; null while it lasts.</param>
/// <param name="Appointment">Type of appointment.</param>
public sealed record ServiceSpell(DateOnly FirstDay, DateOnly? LastDay, AppointmentType Appointment)
{
    /// <summary>Whether the person is a reemployed annuitant (158.523(a)(1)).</summary>
    /// <value>Default false.</value>
    public bool IsAnnuitant { get; init; }

    /// <summary>Whether the service is uncompensated (158.523(a)(2)).</summary>
    /// <value>Default false.</value>
    public bool IsUncompensated { get; init; }

    /// <summary>Hours of the schedule as a share of full-time hours, above 0 and at most 1 (158.705).</summary>
    /// <value>Default 1.</value>
    public double ShareOfFullTime { get; init; } = 1;

    /// <summary>Workdays of absence in a nonpay status, 0 or more. Absence for uniformed service or a compensable injury is none of them: who is restored is treated as if always there (158.523(e); 5 CFR 353.107).</summary>
    /// <value>Default 0.</value>
    public int NonpayWorkdays { get; init; }
}
