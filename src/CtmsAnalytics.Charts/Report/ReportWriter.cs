using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Studies;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Charts.Report;

/// <summary>
/// Writes a run as one HTML file that opens offline and reads from the top down: the decision, what is proposed, one picture, the scenarios, drivers, risk, people, market, budget, method. No network; a content
/// security policy that allows its own style sheet and script alone. Complete without the script and on paper. The same run and options give the same bytes.
/// </summary>
public static class ReportWriter
{
    private const int MostRenderers = 2;

    /// <summary>Writes the report.</summary>
    /// <param name="run">The run.</param>
    /// <param name="output">Where the HTML goes; write it as UTF-8. Nothing is written when an exception is thrown by the charts.</param>
    /// <param name="options">What to show; null for the defaults.</param>
    /// <param name="renderer">Renderer to draw the charts with; null to start renderers for this report.</param>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">A chart cannot be drawn.</exception>
    /// <exception cref="ArgumentException">The run contradicts itself: different years, no staircase, or drivers that do not add up to the difference.</exception>
    public static void Write(RunRecord run, TextWriter output, ReportOptions? options = null, SvgRenderer? renderer = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(output);
        options ??= new ReportOptions();
        foreach (var scenario in ReportPage.ProposalsOf(run)) _ = new Totals(run.ComparisonOf(scenario));
        SvgRenderer[] own = renderer is null ? [.. Enumerable.Range(0, Math.Min(MostRenderers, Environment.ProcessorCount)).Select(_ => new SvgRenderer())] : [];
        ReportCharts charts;
        List<DrawnStudy> studies;
        try
        {
            charts = ReportCharts.Draw(run, options, renderer is null ? own : [renderer]);
            studies = [.. options.Studies.Select((s, i) => DrawnStudy.Draw(StudyDocuments.Of(s, options.ShowIndividuals), i, renderer ?? own[0]))];
        }
        catch (AggregateException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
            throw;
        }
        finally
        {
            foreach (var each in own) each.Dispose();
        }

        var html = new HtmlWriter(output);
        Write(new ReportPage(run, options, new Exhibits(html), charts), studies);
    }

    private static void Write(ReportPage page, List<DrawnStudy> studies)
    {
        var html = page.Html;
        html.Own("<!DOCTYPE html>");
        using var root = html.Open("html", ("lang", "en-US"));
        PageHead.Write(html, Title(page), $"CtmsAnalytics {page.Run.Manifest.LibraryVersion}", hasScript: true);
        using var body = html.Open("body");
        html.Text("p", PrivacyLine.Of(page), ("class", "privacy"));
        using (html.Open("main"))
        {
            Opening.Write(page);
            var isShort = ChangeTable.IsShort(page);
            if (isShort) ChangeTable.Write(page);
            Picture(page);
            if (!isShort) ChangeTable.Write(page);
            using (page.Exhibits.Section("The scenarios side by side")) ScenarioTable.Write(page);
            if (page.HasProposal || page.Run.Facts.Scenarios[0].Sensitivities.Count > 0) Drivers(page);
            if (page.Run.Drawn is not null) Risk(page);
            People(page);
            Market(page);
            foreach (var (study, drawn) in page.Options.Studies.Zip(studies)) Tell(page, study, drawn);
            Budget(page);
            using (page.Exhibits.Section("Rules that took effect")) page.ForEachProposal(s => RuleTable.Write(page.Exhibits, page.Run.ComparisonOf(s), page.Years, page.Options.ShowIndividuals));
            using (page.Exhibits.Section("Method and notes")) Method(page);
            using (page.Exhibits.Section("Assumptions that these numbers rest on"))
            {
                page.ForEachProposal(s => WeightTable.Write(page, s));
                page.ForEachProposal(s => ParameterTable.Write(page.Exhibits, page.Run.ComparisonOf(s)));
            }

            using (page.Exhibits.Section("Where these numbers come from")) ManifestTable.Write(page.Exhibits, page.Run.Manifest);
        }

        html.Own($"<script>{PageScript.Text}</script>");
    }

    private static void Picture(ReportPage page)
    {
        using var section = page.Exhibits.Section("Cost by fiscal year");
        page.ForEachProposal(s =>
        {
            if (page.Run.Drawn is null) page.Figure(ReportChart.CostLines, s, "Cost by fiscal year", "Hollow circles and dashes: baseline. Squares and a solid line: proposal.");
            else page.Figure(ReportChart.Fan, s, "Cost by fiscal year", "The darker the band, the nearer to the median of the draws.");
        });
    }

    private static void Drivers(ReportPage page)
    {
        using var section = page.Exhibits.Section(page.HasProposal ? "What drives the difference" : "What the cost hangs on");
        page.ForEachProposal(s =>
        {
            page.Figure(ReportChart.Bridge, s, "Budget bridge", "Every step is the change in total cost when one part of the policy is exchanged, in the order shown; the steps add up to the difference exactly." + BesideTheMean(page, s));
            page.Figure(ReportChart.Tornado, s, "What assumed figures weigh", "Each assumed figure is moved to both sides while the others stay; the longest bar is the assumption to defend first.");
        });
    }

    /// <summary>Why the bridge ends at another figure than the headline.</summary>
    private static string BesideTheMean(ReportPage page, int scenario) => page.Run.Drawn is { } drawn
        ? $" They are of the expected path, where the difference is {Display.BriefSigned(page.TotalsOf(scenario).Difference)}; the mean of the draws is {DrawnFinding.Signed(drawn.Difference(scenario, null).Mean)}."
        : "";

    private static void Risk(ReportPage page)
    {
        using var section = page.Exhibits.Section("Risk");
        page.ForEachProposal(s =>
        {
            page.Figure(ReportChart.Difference, s, "Difference draw by draw", "Both scenarios meet the same luck in a draw, so that the difference is the proposal\u2019s doing.");
            page.Figure(ReportChart.Exceedance, s, "Probability of exceeding a budget", "The height of the curve is the share of draws that cost more than the amount below it.");
            RiskTable.Write(page, s);
            if (page.Charts[ReportChart.Variance, s] is null) page.Html.Text("p", "Which source of chance carries the risk is not known of this run: ctms simulate --breakdown tells it.");
            else page.Figure(ReportChart.Variance, s, "Sources of the risk", "The share of the variance that disappears when one source of chance is held still on the same draws. Whiskers: one standard error.");
        });
    }

    private static void People(ReportPage page)
    {
        using var section = page.Exhibits.Section("People");
        page.ForEachProposal(s =>
        {
            MovesTable.Write(page, s);
            page.Figure(ReportChart.Headcount, s, "Headcount flow", "People at the start and at the end of each fiscal year, and what lies between.");
            page.Figure(ReportChart.Caps, s, "Nearness to the salary limitation", "Salary with the supplement as a share of the salary limitation of the subrange (158.611(d), 158.614).");
            page.Figure(ReportChart.CompaRatios, s, "Compa-ratios", "Structure salary over the midpoint of the subrange.");
            page.Figure(ReportChart.CompaRatioMap, s, "Compa-ratio by organisation and work level", "Median of each group; a group of fewer than five people is blank in a report without single people.");
            page.Figure(ReportChart.Penetration, s, "Range penetration", "0% is the minimum of the subrange, 100% its maximum.");
            HeadcountTable.Write(page.Exhibits, page.Run.ComparisonOf(s), page.Years);
            CapacityTable.Write(page.Exhibits, page.Run.ComparisonOf(s), page.Years);
        });
        if (page.Run.Facts.Scenarios[0].People.Count == 0) page.Html.Text("p", "Where people stand was not computed in this run: --analysis all does.");
    }

    private static void Market(ReportPage page)
    {
        using var section = page.Exhibits.Section("Salary structure and talent market");
        page.ForEachProposal(s =>
        {
            page.Figure(ReportChart.Staircase, s, "Salary structure", MarketSource(page.Run.ComparisonOf(s)), open: true);
            page.Figure(ReportChart.MarketGap, s, "Salaries against the local market", "Median salary with the supplement against the median wage of the matched occupations in the same local market.");
        });
    }

    private static void Tell(ReportPage page, Study study, DrawnStudy drawn)
    {
        using var section = page.Exhibits.Section(drawn.Title);
        drawn.Write(page.Exhibits, "h3");
        page.Html.Text("p", $"Study {study.Manifest.RunId}. {study.Manifest.Method}");
        StudyEnd.Notes(page.Exhibits, study, page.Options.ShowIndividuals);
    }

    private static void Budget(ReportPage page)
    {
        using var section = page.Exhibits.Section("Budget on the expected path");
        page.ForEachProposal(s =>
        {
            var comparison = page.Run.ComparisonOf(s);
            CostTables.Summary(page.Exhibits, comparison, page.TotalsOf(s));
            CostTables.Components(page.Exhibits, comparison, page.TotalsOf(s), page.Options.ShowIndividuals ? new HashSet<Component>() : SmallComponents.Of(page.Run));
        });
    }

    private static string Title(ReportPage page)
    {
        var years = Display.FiscalYears(page.Years);
        return page.HasProposal ? $"{string.Join(", ", page.Proposals.Select(page.Name))} against {page.Name(0)}: cost comparison {years}" : $"{page.Name(0)}: cost {years}";
    }

    private static string MarketSource(Comparison comparison)
    {
        var sources = comparison.Staircase
            .GroupBy(s => (s.Market.SurveyYear, s.Market.Occupations))
            .Select(g => $"{string.Join(", ", g.Select(s => s.WorkLevel))}: {g.Key.Occupations} ({g.Key.SurveyYear.ToString(CultureInfo.InvariantCulture)})");
        return $"Market: Bureau of Labor Statistics, Occupational Employment and Wage Statistics, national, aged to {Display.Date(comparison.Baseline.Scenario.Horizon.Start)}. "
            + "Matched occupations by work level: " + string.Join("; ", sources) + ".";
    }

    private static void Method(ReportPage page)
    {
        page.Html.Text("p", page.Run.Manifest.Method);
        if (page.Run.Drawn is { } drawn)
        {
            page.Html.Text("p", string.Create(
                CultureInfo.InvariantCulture,
                $"{drawn.Draws:N0} draws, seed {drawn.Seed}. Drivers, budget tables, rules and people are of the expected path, a point estimate that is not the mean of the draws: ratings persist, rates move against fixed ceilings and pools bind draw by draw."));
        }

        page.Html.Text("p", "Money is computed in whole cents and shown in whole dollars, so that a shown row may differ from the sum of its parts by a dollar. Amounts are nominal. A fiscal year runs from October 1 to September 30.");
        var scenarios = page.Run.Facts.Scenarios.Select(s => (s.Projection.Scenario.Name, Notes: page.Options.ShowIndividuals ? s.Projection.Notes : s.Projection.ShareableNotes())).ToList();
        var common = scenarios.Skip(1).Aggregate(scenarios[0].Notes.AsEnumerable(), (notes, s) => notes.Intersect(s.Notes, StringComparer.Ordinal)).ToList();
        var all = common.Concat(scenarios.SelectMany(s => s.Notes.Except(common, StringComparer.Ordinal).Select(n => $"{s.Name}: {n}"))).ToList();
        if (all.Count == 0) return;
        using var list = page.Html.Open("ul");
        foreach (var note in all) page.Html.Text("li", note);
    }
}
