using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;

namespace CtmsAnalytics.PayHistory;

/// <summary>One amount of one person and work period.</summary>
/// <param name="Period">The work period.</param>
/// <param name="Component">What the amount is paid for.</param>
/// <param name="Cents">The amount of the whole work period, cents.</param>
/// <param name="Paragraph">Paragraph that the amount rests on.</param>
/// <param name="How">How the amount came about, with its figures.</param>
public sealed record PayLine(WorkPeriod Period, Component Component, long Cents, string Paragraph, string How);
