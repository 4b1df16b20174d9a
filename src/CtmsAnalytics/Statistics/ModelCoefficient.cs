namespace CtmsAnalytics.Statistics;

/// <summary>A coefficient of a regression with its error.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Estimate">The coefficient, in units of the outcome for one unit of the column; null where the column follows from earlier ones (perfect collinearity) and was left out.</param>
/// <param name="StandardError">Standard error; null where the column was left out, no degree of freedom remains, or a single row decides the coefficient and the errors are of a kind that cannot be had then.</param>
/// <param name="TValue">Estimate over standard error; null where there is none or it is 0.</param>
/// <param name="PValue">Two-sided p-value of Student's t with the model's degrees of freedom, 0 to 1; null where there is no t value.</param>
/// <param name="Lower">Lower end of the confidence interval; null where there is no standard error.</param>
/// <param name="Upper">Upper end of the confidence interval; null where there is no standard error.</param>
public sealed record ModelCoefficient(string Name, double? Estimate, double? StandardError, double? TValue, double? PValue, double? Lower, double? Upper)
{
    /// <summary>Whether the column was left out because it follows from earlier ones.</summary>
    public bool IsAliased => Estimate is null;
}
