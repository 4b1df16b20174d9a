using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;

namespace CtmsAnalytics.Charts.Report;

/// <summary>The top of the report: the decision in one sentence for each proposal, the figures that carry it, and what the scenarios are.</summary>
internal static class Opening
{
    public static void Write(ReportPage page)
    {
        var html = page.Html;
        using var header = html.Open("header");
        var prepared = page.Options.PreparedOn is { } date ? " \u00b7 prepared " + Display.Date(date) : "";
        html.Text("p", $"DHS Cybersecurity Service \u00b7 6 CFR part 158 \u00b7 {Display.FiscalYears(page.Years)}{prepared}", ("class", "kicker"));
        html.Text("h1", page.HasProposal ? "Compensation cost comparison" : "Compensation cost");
        foreach (var scenario in page.Proposals) html.Text("p", Decision(page, scenario), ("class", "finding"));
        html.Text("p", Estimate(page), ("class", "estimate"));
        var first = page.Proposals[0];
        using (html.Open("dl", ("class", "facts")))
        {
            if (page.Proposals.Count > 1) Several(page);
            else if (page.HasProposal) Difference(page, first);
            if (page.Proposals.Count == 1) Single(page, first);
        }

        var described = Enumerable.Range(0, page.Run.Facts.Scenarios.Count).Where(s => page.Projection(s).Scenario.Description.Length > 0).ToList();
        if (described.Count > 0)
        {
            using var list = html.Open("dl", ("class", "scenarios"));
            foreach (var scenario in described)
            {
                html.Text("dt", Named(page, scenario));
                html.Text("dd", page.Projection(scenario).Scenario.Description);
            }
        }

        if (page.Proposals.Count < 2) return;
        var names = page.Proposals.ToDictionary(ReportPage.Scenario, page.Name);
        using var choice = html.Open("div", ("data-names", System.Text.Json.JsonSerializer.Serialize(names)));
    }

    /// <summary>A scenario by its part and its own name, once where they are the same word.</summary>
    private static string Named(ReportPage page, int scenario)
    {
        var part = scenario == 0 ? "Baseline" : "Proposal";
        return string.Equals(part, page.Name(scenario), StringComparison.OrdinalIgnoreCase) ? part : $"{part}: {page.Name(scenario)}";
    }

    private static void Single(ReportPage page, int scenario)
    {
        Cost(page, 0);
        if (page.HasProposal) Cost(page, scenario);
        if (Budget(page, scenario) is var (title, value, detail)) Fact(page.Html, title, value, detail);
        else Fte(page, scenario);
    }

    /// <summary>The baseline, and each proposal by its name, so that no figure is taken for another proposal's.</summary>
    private static void Several(ReportPage page)
    {
        Cost(page, 0);
        foreach (var scenario in page.Proposals)
        {
            var over = WorstBudget(page, scenario) is var (worst, chance) ? $"; over the budget, {worst.Name}: {Display.Percent(chance)}, the baseline {Display.Percent(Chance(page, 0, worst))}" : "";
            if (page.Run.Drawn is { } drawn)
            {
                var difference = drawn.Difference(scenario, null);
                Fact(page.Html, page.Name(scenario), DrawnFinding.Signed(difference.Mean), $"{DrawnFinding.Cents(drawn.Cost(scenario, null).Mean)} in all{over}");
            }
            else
            {
                var totals = page.TotalsOf(scenario);
                Fact(page.Html, page.Name(scenario), Display.BriefSigned(totals.Difference), $"{Display.Brief(totals.Proposal)} in all");
            }
        }
    }

    private static string Decision(ReportPage page, int scenario) =>
        page.Run.Drawn is not null ? DrawnFinding.Decision(page.Run, scenario) + AgainstBudget(page, scenario) : page.HasProposal ? Finding.Decision(page.TotalsOf(scenario)) : Alone(page);

    /// <summary>The budget most at risk, in a sentence of its own. The baseline stands beside it: its risk is not the proposal's doing.</summary>
    private static string AgainstBudget(ReportPage page, int scenario)
    {
        if (WorstBudget(page, scenario) is not var (budget, chance)) return "";
        var before = scenario == 0 ? "" : $"; {page.Name(0)} exceeds it in {Display.Probability(Chance(page, 0, budget))}";
        return $" It exceeds the budget of {Display.Brief(budget.Cents)} for {budget.Name} in {Display.Probability(chance)} of the draws{before}.";
    }

    private static string Alone(ReportPage page) => $"{page.Name(0)} costs {Display.Brief(page.TotalsOf(0).Baseline)}, {Display.FiscalYears(page.Years)}.";

    private static string Estimate(ReportPage page) => page.Run.Drawn is { } drawn
        ? $"Simulated: {Display.Count(drawn.Draws)} {(drawn.Draws == 1 ? "draw" : "draws")} with the same luck in every scenario. The draws vary chance, not the assumptions below."
        : "Point estimate on the expected path, without an uncertainty interval: ctms simulate tells it.";

    private static void Difference(ReportPage page, int scenario)
    {
        var word = Display.Word(page.Years.Count);
        var title = $"{char.ToUpperInvariant(word[0])}{word[1..]}-year difference";
        if (page.Run.Drawn is { } drawn)
        {
            var difference = drawn.Difference(scenario, null);
            Fact(page.Html, title, DrawnFinding.Signed(difference.Mean), difference.Interval is { } i ? $"\u00b1 {DrawnFinding.Cents((i.Upper - i.Lower) / 2)} (95% interval of the mean)" : "one draw, no interval");
            return;
        }

        var totals = page.TotalsOf(scenario);
        Fact(page.Html, title, Display.BriefSigned(totals.Difference), $"{Display.ChangeInWords(totals.Baseline, totals.Proposal)} of {Display.Brief(totals.Baseline)}");
    }

    private static void Cost(ReportPage page, int scenario)
    {
        var title = scenario == 0 ? "Baseline" : "Proposal";
        if (page.Run.Drawn is { } drawn)
        {
            var cost = drawn.Cost(scenario, null);
            Fact(page.Html, title, DrawnFinding.Cents(cost.Mean), drawn.Draws == 1 ? page.Name(scenario) : $"eight of ten draws {DrawnFinding.Cents(cost.Quantiles.P10)} to {DrawnFinding.Cents(cost.Quantiles.P90)}");
            return;
        }

        var name = page.Name(scenario);
        Fact(
            page.Html,
            title,
            Display.Brief(page.Projection(scenario).Costs.Total),
            string.Equals(name, title, StringComparison.OrdinalIgnoreCase) ? Display.FiscalYears(page.Years) + " total" : name);
    }

    /// <summary>The probability of going over the budget that is most at risk.</summary>
    private static (string Title, string Value, string Detail)? Budget(ReportPage page, int scenario)
    {
        if (WorstBudget(page, scenario) is not var (worst, chance)) return null;
        return ($"Over the budget, {worst.Name}", Display.Percent(chance), $"probability of costing more than {Display.Brief(worst.Cents)}{(scenario == 0 ? "" : $"; the baseline {Display.Percent(Chance(page, 0, worst))}")}");
    }

    private static (BudgetLine Budget, double Chance)? WorstBudget(ReportPage page, int scenario)
    {
        if (page.Run.Drawn is null || BudgetLine.All(page.Options).ToList() is not { Count: > 0 } budgets) return null;
        return budgets.Select(b => (b, Chance(page, scenario, b))).MaxBy(b => b.Item2);
    }

    private static double Chance(ReportPage page, int scenario, BudgetLine budget) => page.Run.Drawn!.ExceedanceProbability(scenario, budget.Year, budget.Cents).Share;

    private static void Fte(ReportPage page, int scenario)
    {
        var last = page.Years[^1];
        var (proposal, baseline) = ((decimal)HeadcountTable.Fte(page.Projection(scenario), last), (decimal)HeadcountTable.Fte(page.Projection(0), last));
        if (page.HasProposal) Fact(page.Html, $"FTE difference, {Display.FiscalYear(last)}", Display.PeopleSigned(proposal - baseline), $"{Display.People(proposal)} in the proposal");
        else Fact(page.Html, $"FTE, {Display.FiscalYear(last)}", Display.People(baseline), "on the expected path");
    }

    private static void Fact(HtmlWriter html, string name, string value, string detail)
    {
        using var fact = html.Open("div");
        html.Text("dt", name);
        html.Text("dd", value, ("class", "value"));
        html.Text("dd", detail, ("class", "detail"));
    }
}
