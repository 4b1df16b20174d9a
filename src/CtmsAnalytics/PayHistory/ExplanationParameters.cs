using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.PayHistory;

/// <summary>The parameters that an explanation's year rests on.</summary>
public static class ExplanationParameters
{
    /// <summary>Of every series that was read the values in force in the year: a path is computed over its whole horizon, and later years do not touch this one.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>By name and year; two values of a series where the fiscal year lies in two calendar years that differ.</returns>
    public static IReadOnlyList<Parameter> InForce(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var first = explanation.Basis == YearBasis.Fiscal ? explanation.Year - 1 : explanation.Year;
        return
        [
            .. explanation.Parameters.GroupBy(p => p.Name, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(series =>
            {
                var known = series.Where(p => p.EffectiveYear <= explanation.Year).OrderBy(p => p.EffectiveYear).ToList();
                var opening = known.FindLastIndex(p => p.EffectiveYear <= first);
                return known.Skip(Math.Max(0, opening));
            }),
        ];
    }
}
