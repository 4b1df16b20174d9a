using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Charts;

/// <summary>Parameters that a result rests on, as a table for a notebook.</summary>
public static class AssumptionTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="parameters">The parameters, for example the assumed ones of a study or a projection.</param>
    /// <returns>A row for each series of years that differs in nothing but the value, by name.</returns>
    public static ChartTable Of(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var series = parameters.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.EffectiveYear).GroupBy(p => (p.Name, p.Unit, p.Paragraph, p.Mark, p.Source, p.Description));
        return new ChartTable(
            "Figures that no published text settles, and why they are what they are",
            ["Parameter", "~Meaning", "Value", "~Unit", "~Paragraph", "~Source or reason"],
            [.. series.Select(s => (IReadOnlyList<string>)[s.Key.Name, s.Key.Description, Values([.. s]), s.Key.Unit, s.Key.Paragraph, s.Key.Source])]);
    }

    private static string Values(IReadOnlyList<Parameter> years)
    {
        var (first, last) = (years[0], years[^1]);
        return years.Count == 1
            ? Display.Value(first.Value, first.Unit)
            : FormattableString.Invariant($"{Display.Value(first.Value, first.Unit)} ({first.EffectiveYear}) to {Display.Value(last.Value, last.Unit)} ({last.EffectiveYear})");
    }
}
