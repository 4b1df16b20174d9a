namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>
/// An assignment: a combination of CTMS qualifications and DHS-CS cybersecurity work (158.703(a)), with the seven items of information that its documentation holds (158.706(e)).
/// </summary>
/// <param name="AssignmentId">Identifier, unique among the assignments.</param>
/// <param name="Statement">Statement of cybersecurity work activities (158.706(e)(1)).</param>
/// <param name="From">First day of the timeframe (158.706(e)(2)).</param>
/// <param name="To">Last day that is anticipated; null where no end is in sight (158.706(e)(2)).</param>
/// <param name="Organisation">Primary DHS organization (158.706(e)(3)).</param>
/// <param name="Security">Personnel security requirement (158.706(e)(4)).</param>
/// <param name="WorksiteFips">Five-digit county code of the location (158.706(e)(5), 158.704).</param>
/// <param name="Schedule">Work schedule (158.706(e)(6), 158.705).</param>
/// <param name="HoursPerWorkPeriod">Hours of a work period under the schedule: the full-time hours, the specified part-time hours, or the expected contingent hours.</param>
/// <param name="Performance">Information related to the performance management program (158.706(e)(7)).</param>
/// <param name="WorkLevel">Code of the work level of the work (158.404(c)).</param>
/// <param name="Requirements">Qualifications that the work needs, each once.</param>
public sealed record Assignment(
    string AssignmentId,
    string Statement,
    DateOnly From,
    DateOnly? To,
    string Organisation,
    PersonnelSecurity Security,
    string WorksiteFips,
    WorkSchedule Schedule,
    int HoursPerWorkPeriod,
    string Performance,
    string WorkLevel,
    IReadOnlyList<RequiredQualification> Requirements)
{
    /// <summary>How much mission-related requirements press to staff the assignment well (158.703(c)(3), (d)(1)(iv)), 0 to 1.</summary>
    /// <value>Default 0: no more than any other.</value>
    public double MissionNeed { get; init; }

    /// <summary>How much the assignment serves strategic talent priorities (158.703(c)(4), (d)(1)(v)), 0 to 1.</summary>
    /// <value>Default 0: no more than any other.</value>
    public double StrategicPriority { get; init; }

    /// <summary>Input of individuals by person (158.703(c)(1), (d)(1)(i)), from -1 (would rather not) to 1 (asks for it).</summary>
    /// <value>Default empty: nobody has said anything.</value>
    public IReadOnlyDictionary<string, double> IndividualInput { get; init; } = new Dictionary<string, double>();

    /// <summary>Input of DHS organizations by person (158.703(c)(2), (d)(1)(ii)), from -1 (advises against) to 1 (asks for the person).</summary>
    /// <value>Default empty: no organization has said anything.</value>
    public IReadOnlyDictionary<string, double> OrganisationInput { get; init; } = new Dictionary<string, double>();
}
