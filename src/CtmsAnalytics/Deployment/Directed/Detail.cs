using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment.Directed;

/// <summary>Where somebody is detailed to (158.707).</summary>
public enum DetailDestination
{
    /// <summary>A position in the excepted service in another agency (158.707(a)(1)).</summary>
    Excepted,

    /// <summary>A position in the SES in another agency (158.707(a)(2)).</summary>
    SeniorExecutive,

    /// <summary>A position in the competitive service in another agency, with approval of the Director of OPM (158.707(a)(3)).</summary>
    Competitive,

    /// <summary>Certain offices of the White House (158.707(a)(4)).</summary>
    WhiteHouse,

    /// <summary>The Congress (158.707(a)(5)).</summary>
    Congress,

    /// <summary>An international organization (158.707(a)(6)).</summary>
    International,

    /// <summary>Another detail under other law (158.707(a)(7)).</summary>
    Other,

    /// <summary>A non-Federal organization under the Intergovernmental Personnel Act (158.707(c)).</summary>
    Intergovernmental,
}

/// <summary>A detail or assignment outside the Department (158.707).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Destination">Where to.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="ReimbursedShare">Share of pay and benefits that the other side reimburses, 0 to 1.</param>
public sealed record Detail(string PersonId, DetailDestination Destination, DateOnly From, DateOnly To, double ReimbursedShare)
{
    /// <summary>Whether the Director of the Office of Personnel Management has approved, which a position in the competitive service needs (158.707(a)(3)).</summary>
    /// <value>Default false.</value>
    public bool IsApproved { get; init; }
}

/// <summary>Who may be detailed (158.707).</summary>
public static class DetailRules
{
    /// <summary>Details are open to renewable and continuing appointments.</summary>
    public static readonly RuleReference Appointment = new("details need a renewable or continuing appointment", "158.707(a)", "refused");

    /// <summary>A detail to the competitive service needs approval.</summary>
    public static readonly RuleReference Approval = new("a detail to the competitive service needs approval of the Director of OPM", "158.707(a)(3)", "refused");

    /// <summary>Assignments under the Intergovernmental Personnel Act are open to continuing appointments only.</summary>
    public static readonly RuleReference Intergovernmental = new("Intergovernmental Personnel Act assignments need a continuing appointment", "158.707(c)", "refused");

    /// <summary>The rule that a detail breaks (158.707(a), (c)).</summary>
    /// <param name="appointment">Type of appointment.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="isApproved">Whether the Director of OPM has approved.</param>
    /// <returns>The rule; null where the detail may be made.</returns>
    public static RuleReference? Excludes(AppointmentType appointment, DetailDestination destination, bool isApproved) => (appointment, destination) switch
    {
        (not AppointmentType.Continuing, DetailDestination.Intergovernmental) => Intergovernmental,
        (AppointmentType.Advisory, _) => Appointment,
        (_, DetailDestination.Competitive) when !isApproved => Approval,
        _ => null,
    };
}
