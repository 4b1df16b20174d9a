using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Report;

/// <summary>What every assumed figure that can be moved weighs in the result.</summary>
internal static class WeightTable
{
    public static void Write(ReportPage page, int scenario)
    {
        var weights = page.Run.Facts.Scenarios[scenario].Sensitivities;
        if (weights.Count == 0)
        {
            page.Html.Text("p", "The assumed figures were not weighed in this run: --analysis all does.");
            return;
        }

        var of = scenario == 0 ? $"cost of {page.Name(0)}" : $"difference from {page.Name(0)}";
        using var table = page.Exhibits.Sortable(
            $"What assumed figures weigh: change of the {Display.FiscalYears(page.Years)} {of} in US dollars when one figure is moved and the others stay; means over {Display.Count(Sensitivities.Draws)} draws with the same luck",
            "Assumed figure", "~Lower", "Change", "~Higher", "Change", "\u00b1 s.e.");
        table.Group("", weights.Select(w => new Table.Row(w.Title, [w.LowChange, Display.DollarsSigned(w.LowCents), w.HighChange, Display.DollarsSigned(w.HighCents), Display.Dollars(w.StandardErrorCents)], Explanation: w.Name)));
    }
}
