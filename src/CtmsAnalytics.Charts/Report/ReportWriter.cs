using System.Globalization;
using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>
/// Writes a comparison as one HTML file that opens offline: no script, no network, a content security policy that allows its own style sheet alone.
/// The same comparison and options give the same bytes.
/// </summary>
public static class ReportWriter
{
    /// <summary>Writes the report.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Where the HTML goes; write it as UTF-8. Nothing is written when an exception is thrown by the charts.</param>
    /// <param name="options">What to show; null for the defaults.</param>
    /// <param name="renderer">Renderer to draw the charts with; null to start one for this report.</param>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">A chart cannot be drawn.</exception>
    /// <exception cref="ArgumentException">The comparison contradicts itself: different years, no staircase, or drivers that do not add up to the difference.</exception>
    public static void Write(Comparison comparison, TextWriter output, ReportOptions? options = null, SvgRenderer? renderer = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        options ??= new ReportOptions();
        var totals = new Totals(comparison);
        using var own = renderer is null ? new SvgRenderer() : null;
        var charts = ReportCharts.Draw(comparison, options, renderer ?? own!);
        var html = new HtmlWriter(output);
        html.Own("<!DOCTYPE html>");
        using var page = html.Open("html", ("lang", "en-US"));
        Head(html, comparison);
        using var body = html.Open("body");
        html.Text("p", Privacy(comparison, options), ("class", "privacy"));
        using var main = html.Open("main");
        Opening(html, comparison, totals, options);
        var exhibits = new Exhibits(html);
        using (exhibits.Section("What drives the difference"))
            exhibits.Figure(charts.Bridge, "Budget bridge", "Every step is the change in total cost when one part of the policy is exchanged, in the order shown; the steps add up to the difference exactly.");
        using (exhibits.Section("Cost by fiscal year"))
        {
            CostTables.Summary(exhibits, comparison, totals);
            exhibits.Figure(charts.CostLines, "Cost by fiscal year", "Hollow circles and dashes: baseline. Squares and a solid line: proposal.");
            CostTables.Components(exhibits, comparison, totals);
        }

        using (exhibits.Section("Salary structure and talent market"))
            exhibits.Figure(charts.Staircase, "Salary structure", MarketSource(comparison), open: true);
        using (exhibits.Section("Rules that took effect")) RuleTable.Write(exhibits, comparison, totals.Years);
        using (exhibits.Section("Headcount"))
        {
            HeadcountTable.Write(exhibits, comparison, totals.Years);
            CapacityTable.Write(exhibits, comparison, totals.Years);
        }

        using (exhibits.Section("Assumptions that these numbers rest on")) ParameterTable.Write(exhibits, comparison);
        using (exhibits.Section("Method and notes")) Method(html, comparison);
        using (exhibits.Section("Where these numbers come from")) ManifestTable.Write(exhibits, comparison.Manifest);
    }

    private static void Head(HtmlWriter html, Comparison comparison)
    {
        using var head = html.Open("head");
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{StyleSheet.Hash}'; img-src data:; base-uri 'none'; form-action 'none'"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "generator"), ("content", $"CtmsAnalytics {comparison.Manifest.LibraryVersion}"));
        html.Text("title", $"{comparison.Proposal.Scenario.Name} against {comparison.Baseline.Scenario.Name}: cost comparison {Display.FiscalYears(comparison.Baseline.FiscalYears)}");
        html.Own($"<style>{StyleSheet.Text}</style>");
    }

    private static string Privacy(Comparison comparison, ReportOptions options)
    {
        var people = Display.Count(comparison.Staircase.Sum(s => s.Incumbents.Count));
        var first = options.ShowIndividuals
            ? $"Analyst output: holds the individual salaries of {people} people of the roster. Handle as personal data."
            : "Holds no individual salary of the roster.";
        return options.RosterNote is { Length: > 0 } note ? $"{first} {note}" : first;
    }

    private static void Opening(HtmlWriter html, Comparison comparison, Totals totals, ReportOptions options)
    {
        using var header = html.Open("header");
        html.Text("p", $"DHS Cybersecurity Service \u00b7 6 CFR part 158 \u00b7 {Display.FiscalYears(totals.Years)}" + (options.PreparedOn is { } date ? " \u00b7 prepared " + Display.Date(date) : ""), ("class", "kicker"));
        html.Text("h1", "Compensation cost comparison");
        html.Text("p", Finding.Decision(totals), ("class", "finding"));
        html.Text("p", "Point estimate on the expected path, without an uncertainty interval: ctms simulate tells it.", ("class", "estimate"));
        using (html.Open("dl", ("class", "facts")))
        {
            Fact(html, $"{Span(totals)} difference", Display.BriefSigned(totals.Difference), $"{Display.Change(totals.Baseline, totals.Proposal)} of {Display.Brief(totals.Baseline)}");
            Fact(html, "Baseline", Display.Brief(totals.Baseline), Detail("Baseline", comparison.Baseline, totals));
            Fact(html, "Proposal", Display.Brief(totals.Proposal), Detail("Proposal", comparison.Proposal, totals));
            var last = totals.Years[^1];
            var fte = HeadcountTable.Fte(comparison.Proposal, last) - HeadcountTable.Fte(comparison.Baseline, last);
            Fact(html, $"FTE difference, {Display.FiscalYear(last)}", Display.PeopleSigned((decimal)fte), $"{Display.People((decimal)HeadcountTable.Fte(comparison.Proposal, last))} in the proposal");
        }

        using var scenarios = html.Open("dl", ("class", "scenarios"));
        html.Text("dt", Finding.Named("Baseline", comparison.Baseline));
        html.Text("dd", comparison.Baseline.Scenario.Description);
        html.Text("dt", Finding.Named("Proposal", comparison.Proposal));
        html.Text("dd", comparison.Proposal.Scenario.Description);
    }

    private static void Fact(HtmlWriter html, string name, string value, string detail)
    {
        using var fact = html.Open("div");
        html.Text("dt", name);
        html.Text("dd", value, ("class", "value"));
        html.Text("dd", detail, ("class", "detail"));
    }

    /// <summary>The scenario's own name, or the years where the name says no more than its part.</summary>
    private static string Detail(string part, ProjectionResult result, Totals totals) =>
        Finding.Named(part, result) == part ? Display.FiscalYears(totals.Years) + " total" : result.Scenario.Name;

    private static string Span(Totals totals)
    {
        var word = Display.Word(totals.Years.Count);
        return char.ToUpperInvariant(word[0]) + word[1..] + "-year";
    }

    private static string MarketSource(Comparison comparison)
    {
        var sources = comparison.Staircase
            .GroupBy(s => (s.Market.SurveyYear, s.Market.Occupations))
            .Select(g => $"{string.Join(", ", g.Select(s => s.WorkLevel))}: {g.Key.Occupations} ({g.Key.SurveyYear.ToString(CultureInfo.InvariantCulture)})");
        return $"Market: Bureau of Labor Statistics, Occupational Employment and Wage Statistics, national, aged to {Display.Date(comparison.Baseline.Scenario.Horizon.Start)}. "
            + "Matched occupations by work level: " + string.Join("; ", sources) + ".";
    }

    private static void Method(HtmlWriter html, Comparison comparison)
    {
        html.Text("p", comparison.Manifest.Method);
        html.Text("p", "Money is computed in whole cents and shown in whole dollars, so that a shown row may differ from the sum of its parts by a dollar. Amounts are nominal. A fiscal year runs from October 1 to September 30.");
        var (baseline, proposal) = (comparison.Baseline.Notes, comparison.Proposal.Notes);
        var notes = baseline.Intersect(proposal, StringComparer.Ordinal)
            .Concat(baseline.Except(proposal, StringComparer.Ordinal).Select(n => "Baseline: " + n))
            .Concat(proposal.Except(baseline, StringComparer.Ordinal).Select(n => "Proposal: " + n))
            .ToList();
        if (notes.Count == 0) return;
        using var list = html.Open("ul");
        foreach (var note in notes) html.Text("li", note);
    }
}
