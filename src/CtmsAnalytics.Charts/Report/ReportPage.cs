using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Report;

/// <summary>A report that is being written: the run, what is shown of it, and where it goes.</summary>
/// <param name="Run">The run.</param>
/// <param name="Options">What is shown.</param>
/// <param name="Exhibits">The page's exhibits.</param>
/// <param name="Charts">The charts, drawn before a byte is written.</param>
internal sealed record ReportPage(RunRecord Run, ReportOptions Options, Exhibits Exhibits, ReportCharts Charts)
{
    public HtmlWriter Html => Exhibits.Html;

    public IReadOnlyList<int> Years => Run.FiscalYears;

    /// <summary>The proposals beside the baseline; the baseline itself where there is no other scenario.</summary>
    public IReadOnlyList<int> Proposals => ProposalsOf(Run);

    /// <summary>Whether there is a proposal beside the baseline.</summary>
    public bool HasProposal => Run.Facts.Scenarios.Count > 1;

    public static IReadOnlyList<int> ProposalsOf(RunRecord run) => run.Facts.Scenarios.Count == 1 ? [0] : [.. Enumerable.Range(1, run.Facts.Scenarios.Count - 1)];

    public ProjectionResult Projection(int scenario) => Run.Facts.Scenarios[scenario].Projection;

    public string Name(int scenario) => Projection(scenario).Scenario.Name;

    public Totals TotalsOf(int scenario) => new(Run.ComparisonOf(scenario));

    /// <summary>The part of a section that is about one proposal; where there are several, under a heading of its own, so that a reader can leave it out.</summary>
    public void ForEachProposal(Action<int> write)
    {
        foreach (var scenario in Proposals)
        {
            if (Proposals.Count == 1)
            {
                write(scenario);
                continue;
            }

            using var part = Html.Open("div", ("class", "proposal"), ("data-scenario", Scenario(scenario)));
            Html.Text("h3", Name(scenario));
            write(scenario);
        }
    }

    /// <summary>A chart of a proposal, where the run has what it takes.</summary>
    public void Figure(string chart, int scenario, string name, string reading, bool open = false)
    {
        if (Charts[chart, scenario] is { } drawn) Exhibits.Figure(drawn, name, reading, open);
    }

    /// <summary>A scenario's number in the page's attributes.</summary>
    public static string Scenario(int scenario) => scenario.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
