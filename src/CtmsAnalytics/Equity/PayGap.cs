namespace CtmsAnalytics.Equity;

/// <summary>Difference in pay between a group and the reference: of the outcome's logarithm where that is explained, of pay otherwise.</summary>
/// <param name="Group">Value of the class.</param>
/// <param name="Estimate">Group less reference; null where it follows from the factors or cannot be estimated.</param>
/// <param name="StandardError">Standard error; null where there is none.</param>
/// <param name="Lower">Lower end of the interval; null where there is none.</param>
/// <param name="Upper">Upper end of the interval; null where there is none.</param>
/// <param name="PValue">Two-sided p-value, 0 to 1; null where there is none.</param>
public sealed record PayGap(string Group, double? Estimate, double? StandardError, double? Lower, double? Upper, double? PValue);

/// <summary>A group beside the reference.</summary>
/// <param name="Group">Value of the class.</param>
/// <param name="People">Number of people.</param>
/// <param name="Raw">Difference without regard to the factors.</param>
/// <param name="ClassIn">Difference that a model with the class leaves with the factors held equal.</param>
/// <param name="ClassOut">Difference between the mean residuals of the group and the reference in a model without the class, with Welch's standard error, which takes the model's coefficients as known.</param>
public sealed record GroupGaps(string Group, int People, PayGap Raw, PayGap ClassIn, PayGap ClassOut);

/// <summary>Gaps inside one pay analysis group.</summary>
/// <param name="Unit">Value of the column of pay analysis groups.</param>
/// <param name="People">Number of people.</param>
/// <param name="ReferencePeople">People of the reference among them.</param>
/// <param name="Groups">One entry for each class value that is there beside the reference; empty where only one class is there.</param>
/// <param name="Correlation">Correlation of pay with belonging to the reference (0) or not (1), -1 to 1; null without variance.</param>
/// <param name="Reason">Why nothing is estimated; null where something is.</param>
public sealed record UnitGaps(string Unit, int People, int ReferencePeople, IReadOnlyList<UnitGap> Groups, double? Correlation, string? Reason);

/// <summary>A class inside a pay analysis group.</summary>
/// <param name="People">Number of people.</param>
/// <param name="Raw">Difference without regard to the factors.</param>
/// <param name="Adjusted">Difference with the factors held equal, in a model of this pay analysis group alone.</param>
public sealed record UnitGap(int People, PayGap Raw, PayGap Adjusted);
