using System.Xml;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>The report says what is proposed before it says what it costs.</summary>
[Collection(SharedChartTools.Name)]
public sealed class ChangeTableTests(ChartTools tools)
{
    private static readonly ProposedChange Supplement = new("supplements.KC", "Supplement in the market: Kansas City", "fraction of structure salary", new DateOnly(2026, 9, 20), null, "0.05", "158.612");
    private static readonly ProposedChange Minimum = new("structure.levels.ADV.minimum", "Lowest salary of the subrange: ADV", "USD a year", new DateOnly(2027, 10, 3), "122000", "138000", "158.611");

    [Fact]
    public void Report_Changes_StandUnderTheTilesWithBothValuesDateAndParagraph()
    {
        var page = Page(With(Supplement, Minimum, Minimum with { Effective = new DateOnly(2029, 10, 7), Proposed = "122000" }));

        var section = page.Descendants("section").First();
        Assert.Equal("What is proposed", section.Element("h2")!.Value);
        Assert.Equal(
            [
                "Supplement in the market: Kansas Citysupplements.KC|September 20, 2026|none stated|5%|158.612",
                "Lowest salary of the subrange: ADVstructure.levels.ADV.minimum|October 3, 2027|$122,000|$138,000|158.611",
                "Lowest salary of the subrange: ADVstructure.levels.ADV.minimum|October 7, 2029|$122,000|as in the baseline again|158.611",
            ],
            section.Descendants("tbody").Elements("tr").Select(r => string.Join('|', r.Elements().Select(c => c.Value.Trim()))));
    }

    [Fact]
    public void Report_ManyChanges_StandBelowThePictureTwentyOfThem()
    {
        var sections = Page(With([.. Enumerable.Range(0, 23).Select(i => Supplement with { Path = $"supplements.M{i}" })])).Descendants("section").Take(2).ToList();
        Assert.Equal(["Cost by fiscal year", "What is proposed"], sections.Select(s => s.Element("h2")!.Value));
        var section = sections[1];

        Assert.Equal(20, section.Descendants("tbody").Elements("tr").Count());
        Assert.Contains("3 more values are not shown here: ctms scenario diff lists them all.", section.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ChangeThatNamesAPerson_IsForAnalystsAlone()
    {
        var run = With(Supplement, new ProposedChange("extended_range.approvals.S0071.effective", "Approval: S0071", "date", null, null, "2027-10-10", "158.613(c)") { NamesPerson = true });

        Assert.Contains("S0071", Page(run, showIndividuals: true).Root!.Value, StringComparison.Ordinal);
        var page = Page(run).Root!.Value;
        Assert.DoesNotContain("S0071", page, StringComparison.Ordinal);
        Assert.Contains("approved for single people, which is not shown here", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_RunStoredEarlier_SaysHowToGetTheChanges() =>
        Assert.Contains("the same compare or simulate command, given again, adds it", Page(With()).Root!.Value, StringComparison.Ordinal);

    [Fact]
    public void Report_ScenarioWithoutADescription_IsNotDescribed()
    {
        var run = With(Supplement);
        var proposal = run.Facts.Scenarios[1];
        var silent = run with { Facts = run.Facts with { Scenarios = [run.Facts.Scenarios[0], proposal with { Projection = proposal.Projection with { Scenario = proposal.Projection.Scenario with { Description = "" } } }] } };

        Assert.Equal(2, Described(run).Count);
        Assert.Equal("Baseline: carry-forward-2027", Assert.Single(Described(silent)));

        List<string> Described(RunRecord shown) => [.. Page(shown).Descendants("dl").Single(d => (string?)d.Attribute("class") == "scenarios").Elements("dt").Select(d => d.Value)];
    }

    private static RunRecord With(params IReadOnlyList<ProposedChange> changes)
    {
        var run = SampleRun.Of(SampleComparison.Create());
        return run with { Facts = run.Facts with { Scenarios = [run.Facts.Scenarios[0], run.Facts.Scenarios[1] with { Changes = changes }] } };
    }

    private XDocument Page(RunRecord run, bool showIndividuals = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ReportWriter.Write(run, output, new ReportOptions { ShowIndividuals = showIndividuals }, tools.Renderer);
        using var reader = XmlReader.Create(new StringReader(output.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
