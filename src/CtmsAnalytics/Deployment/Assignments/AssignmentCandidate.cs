using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>Somebody who may be matched with an assignment (158.703(b)): an employee, or an individual who is newly appointed.</summary>
/// <param name="PersonId">Identifier.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="WorksiteFips">Five-digit county code of the official worksite.</param>
/// <param name="Security">The highest personnel security requirement that the person satisfies.</param>
/// <param name="Qualifications">CTMS qualifications; who has none of them recorded holds an empty list.</param>
/// <param name="LastRating">Last mission impact rating, 0 to 3; null where there is none yet.</param>
/// <param name="IsInitial">Whether the match is for the initial assignment (158.703(c)); otherwise for a subsequent one (158.703(d)).</param>
public sealed record AssignmentCandidate(
    string PersonId, string WorkLevel, string WorksiteFips, PersonnelSecurity Security, PersonQualifications Qualifications, int? LastRating, bool IsInitial);
