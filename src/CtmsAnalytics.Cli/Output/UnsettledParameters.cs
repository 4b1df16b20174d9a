using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Parameters;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>The parameters that numbers rest on and that no published text settles, one line for each series.</summary>
public static class UnsettledParameters
{
    /// <summary>Heading above the list.</summary>
    public const string Title = "Parameters that these numbers rest on and that no published text settles";

    /// <summary>Whether a parameter is assumed, derived or of low confidence.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>False for what stands in the regulation or in a published table.</returns>
    public static bool Has(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Mark is not (ParameterMark.Regulation or ParameterMark.Published);
    }

    /// <summary>Prints the list.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="parameters">Parameters; those that are settled are left out.</param>
    public static void Print(IAnsiConsole console, IEnumerable<Parameter> parameters)
    {
        foreach (var series in parameters.Where(Has).GroupBy(p => (p.Name, p.Unit, p.Mark, p.Paragraph)))
        {
            var values = string.Join("; ", series.Select(p => $"{TextPage.Number(p.EffectiveYear)}: {Display.Value(p.Value)}"));
            console.Wrapped($"{series.Key.Name}  {values} {series.Key.Unit} [{Display.Mark(series.Key.Mark)}{(series.Key.Paragraph.Length > 0 ? ", " + series.Key.Paragraph : "")}]", hanging: 2);
        }
    }
}
