using CtmsAnalytics.Calendar;

namespace CtmsAnalytics.PayHistory;

/// <summary>Hours of one kind in one work period of one person: accrual and use of time-off count beside the dollars, never as dollars.</summary>
/// <param name="Period">The work period.</param>
/// <param name="Kind">What the hours are, in words.</param>
/// <param name="Hours">The hours.</param>
/// <param name="Paragraph">Paragraph that they rest on.</param>
public sealed record HoursLine(WorkPeriod Period, string Kind, double Hours, string Paragraph);
