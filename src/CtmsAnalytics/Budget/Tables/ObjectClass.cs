namespace CtmsAnalytics.Budget.Tables;

/// <summary>Budget object class of OMB Circular A-11 section 83.</summary>
/// <param name="Code">Code, for example <c>11.1</c>.</param>
/// <param name="Title">Title, for example <c>Full-time permanent</c>.</param>
public sealed record ObjectClass(string Code, string Title);
