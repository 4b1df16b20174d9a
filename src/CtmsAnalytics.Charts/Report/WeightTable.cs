using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;

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
            $"What assumed figures weigh: change of the {Display.FiscalYears(page.Years)} {of} in US dollars when one figure is moved and the others stay, on the expected path",
            "Assumed figure", "~Lower", "Change", "~Higher", "Change");
        table.Group("", weights.Select(w => new Table.Row(w.Title, [w.LowChange, Display.DollarsSigned(w.LowCents), w.HighChange, Display.DollarsSigned(w.HighCents)], Explanation: w.Name)));
    }
}
