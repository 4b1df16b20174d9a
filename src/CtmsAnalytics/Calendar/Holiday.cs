namespace CtmsAnalytics.Calendar;

/// <summary>A legal public holiday as it is observed (158.650; 5 U.S.C. 6103).</summary>
/// <param name="Name">Name of the holiday.</param>
/// <param name="Legal">The day that the statute names.</param>
/// <param name="Observed">The day off for people who work Monday to Friday: the day before a holiday on a Saturday, the day after one on a Sunday.</param>
public readonly record struct Holiday(string Name, DateOnly Legal, DateOnly Observed);
