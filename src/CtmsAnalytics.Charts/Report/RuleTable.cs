using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Dollars that each rule cut, moved or added, with its paragraph.</summary>
internal static class RuleTable
{
    public static void Write(Exhibits exhibits, Comparison comparison, IReadOnlyList<int> years, bool showIndividuals)
    {
        var rules = comparison.Baseline.Rules.Concat(comparison.Proposal.Rules)
            .Select(r => (r.Rule, r.Paragraph, r.Effect))
            .Distinct()
            .OrderBy(r => r.Paragraph, StringComparer.Ordinal)
            .ThenBy(r => r.Rule, StringComparer.Ordinal)
            .ThenBy(r => r.Effect, StringComparer.Ordinal)
            .ToList();
        if (rules.Count == 0)
        {
            exhibits.Html.Text("p", "No rule cut, moved or raised a payment in either scenario.");
            return;
        }

        using var table = exhibits.Table(
            "US dollars by rule and fiscal year; expected people touched at least once, in the fullest year",
            ["Scenario", .. years.Select(Display.FiscalYear), "All years", "People, most in a year"]);
        foreach (var rule in rules)
        {
            var paragraph = rule.Paragraph.Length == 0 ? "" : $", 6 CFR {rule.Paragraph}";
            table.Group($"{Capital(rule.Rule)}{paragraph}: {rule.Effect}", [Row("Baseline", comparison.Baseline, rule, years, showIndividuals), Row("Proposal", comparison.Proposal, rule, years, showIndividuals)]);
        }
    }

    private static string Capital(string rule) => rule.Length == 0 ? rule : char.ToUpperInvariant(rule[0]) + rule[1..];

    private static Table.Row Row(string name, ProjectionResult result, (string Rule, string Paragraph, string Effect) rule, IReadOnlyList<int> years, bool showIndividuals)
    {
        var effects = result.Rules.Where(r => (r.Rule, r.Paragraph, r.Effect) == rule).ToList();
        long In(int year) => effects.Where(e => e.FiscalYear == year).Sum(e => e.Cents);
        var people = effects.Count == 0 ? 0 : effects.GroupBy(e => e.FiscalYear).Max(g => g.Sum(e => e.People));
        // An amount of so few people is almost theirs by name.
        if (!showIndividuals && people is > 0 and < SmallCells.Least) return new Table.Row(name, [.. years.Select(_ => "\u2013"), "\u2013", "fewer than five"]);
        return new Table.Row(name, [.. years.Select(y => Display.Dollars(In(y))), Display.Dollars(effects.Sum(e => e.Cents)), Display.People((decimal)people)]);
    }
}
