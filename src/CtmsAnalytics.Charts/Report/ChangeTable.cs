using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Report;

/// <summary>What a proposal changes: today's value and the proposed one, from which day, and the paragraph that the value rests on.</summary>
internal static class ChangeTable
{
    private const int MostRows = 20;
    private const int FewRows = 6;
    private const string None = "none stated";

    /// <summary>Whether so little is proposed that the reader still sees the picture below it.</summary>
    public static bool IsShort(ReportPage page) => page.Proposals.Sum(s => page.Run.Facts.Scenarios[s].Changes.Count) <= FewRows;

    public static void Write(ReportPage page)
    {
        if (!page.HasProposal) return;
        using var section = page.Exhibits.Section("What is proposed");
        page.ForEachProposal(s => Write(page, s));
    }

    private static void Write(ReportPage page, int scenario)
    {
        var changes = page.Run.Facts.Scenarios[scenario].Changes;
        if (changes.Count == 0)
        {
            page.Html.Text("p", page.TotalsOf(scenario).Difference == 0
                ? $"{page.Name(scenario)} states the same values as {page.Name(0)}."
                : "What the proposal changes was not stored with this run: the same compare or simulate command, given again, adds it.");
            return;
        }

        List<ProposedChange> named = [.. changes.Where(c => page.Options.ShowIndividuals || !c.NamesPerson)];
        using (var table = page.Exhibits.Table($"What {page.Name(scenario)} states otherwise than {page.Name(0)}", "Value", "~From", "Today", "Proposed", "~Paragraph of part 158"))
        {
            table.Group("", named.Take(MostRows).Select(c => new Table.Row(
                c.Title,
                [c.Effective is { } date ? Display.Date(date) : "throughout", Shown(c.Baseline, c.Unit), c.Baseline == c.Proposed ? "as in the baseline again" : Shown(c.Proposed, c.Unit), c.Paragraph],
                Explanation: c.Path)));
        }

        if (named.Count > MostRows) page.Html.Text("p", $"{Display.Count(named.Count - MostRows)} more {(named.Count - MostRows == 1 ? "value is" : "values are")} not shown here: ctms scenario diff lists them all.");
        if (named.Count < changes.Count) page.Html.Text("p", "It also states otherwise what is approved for single people, which is not shown here.");
    }

    /// <summary>A value in the reader's words: shares in percent, amounts in dollars.</summary>
    private static string Shown(string? text, string unit)
    {
        if (text is null) return None;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return text;
        if (unit.StartsWith("fraction", StringComparison.Ordinal) || unit.StartsWith("probability", StringComparison.Ordinal)) return $"{Display.Value(Math.Round(number * 100, 4))}%";
        return unit.Contains("USD", StringComparison.Ordinal) ? Display.Rate(number) : Display.Value(number);
    }
}
