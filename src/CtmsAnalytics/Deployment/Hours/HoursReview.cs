using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment.Hours;

/// <summary>Hours of a workforce against the rules of 158.705, and what they are evidence for.</summary>
/// <param name="First">First day of the first work period.</param>
/// <param name="Last">First day of the last work period.</param>
/// <param name="People">People with hours.</param>
/// <param name="Records">Records, one for a person and work period.</param>
/// <param name="Totals">Hours by organisation.</param>
/// <param name="Shortfalls">Records that do not keep a rule, by person and period.</param>
/// <param name="Signals">People whose schedule is to be considered anew, by person.</param>
/// <param name="Evidence">Special working conditions by organisation and work period.</param>
public sealed record HoursReview(
    DateOnly First,
    DateOnly Last,
    int People,
    int Records,
    IReadOnlyList<OrganisationHours> Totals,
    IReadOnlyList<HoursShortfall> Shortfalls,
    IReadOnlyList<ScheduleSignal> Signals,
    IReadOnlyList<SwcEvidence> Evidence);

/// <summary>Hours of an organisation.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="People">People with hours.</param>
/// <param name="Minimum">Minimum hours of their records (158.705(b)(2)); contingent people have none.</param>
/// <param name="Worked">Hours worked.</param>
/// <param name="TimeOff">Hours of time-off.</param>
/// <param name="NonPay">Hours in a non-pay status.</param>
/// <param name="Missing">Minimum hours not accounted for (158.705(d)(6)).</param>
/// <param name="Beyond">Hours worked beyond the minimum, without pay (158.705(d)(1)).</param>
/// <param name="Unexpected">Hours worked at unexpected times.</param>
public sealed record OrganisationHours(
    string Organisation, int People, double Minimum, double Worked, double TimeOff, double NonPay, double Missing, double Beyond, double Unexpected);

/// <summary>A record that does not keep a rule.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="PeriodStart">First day of the work period.</param>
/// <param name="Hours">Hours that are missing, or too many.</param>
/// <param name="Rule">The rule.</param>
public sealed record HoursShortfall(string PersonId, DateOnly PeriodStart, double Hours, RuleReference Rule);

/// <summary>A work schedule that is to be considered anew.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Schedule">Present schedule.</param>
/// <param name="Hours">Present hours of a work period.</param>
/// <param name="Proposed">Schedule to be considered.</param>
/// <param name="ProposedHours">Its hours of a work period.</param>
/// <param name="Periods">Work periods that were looked at.</param>
/// <param name="Share">Share of them in which the part-time hours were exceeded, or contingent work was done.</param>
/// <param name="MeanHours">Mean hours worked in them.</param>
/// <param name="AnnualCents">What the change adds to salary in a year at the present rate, cents: against the hours that are paid now.</param>
/// <param name="Rule">The paragraph that asks for it.</param>
public sealed record ScheduleSignal(
    string PersonId, WorkSchedule Schedule, int Hours, WorkSchedule Proposed, int ProposedHours, int Periods, double Share, double MeanHours, long AnnualCents, RuleReference Rule);

/// <summary>Evidence for a special working conditions payment program (158.642(d)(1)).</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="PeriodStart">First day of the work period.</param>
/// <param name="People">People with hours.</param>
/// <param name="Called">People under special working conditions by their hours.</param>
/// <param name="Eligible">Of these, who may be paid (158.642(e)).</param>
/// <param name="Beyond">Hours worked beyond the minimum by those called.</param>
/// <param name="Unexpected">Hours at unexpected times by those called.</param>
/// <param name="Cents">What the program would have paid, before the aggregate limit (158.642(g)).</param>
public sealed record SwcEvidence(string Organisation, DateOnly PeriodStart, int People, int Called, int Eligible, double Beyond, double Unexpected, long Cents);
