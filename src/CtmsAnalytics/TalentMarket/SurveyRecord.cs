namespace CtmsAnalytics.TalentMarket;

/// <summary>One answer of a salary survey.</summary>
/// <param name="Year">Survey year.</param>
/// <param name="Job">Job title.</param>
/// <param name="Experience">Experience level as the survey codes it, for example <c>SE</c>; empty where it has none.</param>
/// <param name="EmploymentType">Type of employment as the survey codes it, for example <c>FT</c>; empty where it has none.</param>
/// <param name="Country">Country of the job as the survey codes it, for example <c>US</c>; empty where it has none.</param>
/// <param name="CompanySize">Size of the employer as the survey codes it; empty where it has none.</param>
/// <param name="Salary">Annual salary, US dollars, above 0.</param>
/// <param name="Weight">Weight, 0 or more; 1 in a survey without weights.</param>
public sealed record SurveyRecord(int Year, string Job, string Experience, string EmploymentType, string Country, string CompanySize, double Salary, double Weight);

/// <summary>A match of a survey's job to an occupation.</summary>
/// <param name="Job">Job as the survey names it; compared without regard to case.</param>
/// <param name="Occupation">SOC code.</param>
/// <param name="Weight">Weight, 0 or more.</param>
public sealed record JobMatch(string Job, string Occupation, double Weight);
