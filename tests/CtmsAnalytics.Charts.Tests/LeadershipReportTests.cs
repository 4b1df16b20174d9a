using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed partial class LeadershipReportTests(ChartTools tools)
{
    [Fact]
    public void Leadership_Report_ShowsNoGroupOfFewerThanFive()
    {
        var run = SampleRun.Whole();

        var page = Page(Write(run, showIndividuals: false));

        // Every count of people that a chart or its table shows, in whichever of the ways they are written.
        var text = page.Root!.Value;
        var counts = Counts().Matches(text).Select(m => int.Parse(m.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        Assert.True(counts.Count > 20);
        Assert.All(counts, n => Assert.True(n is 0 or >= SmallCells.Least, $"a group of {n} is shown"));
        Assert.Contains(Counts().Matches(Page(Write(run, showIndividuals: true)).Root!.Value).Select(m => m.Groups[1].Value), n => n is "1" or "2" or "3" or "4");
    }

    [Fact]
    public void Leadership_ComponentOfThreePeople_IsAddedUpWithAnother()
    {
        var page = Page(Write(SampleRun.Whole(), showIndividuals: false));

        var rows = page.Descendants("tr").Select(r => r.Element("th")?.Value.Trim() ?? "").ToList();
        Assert.DoesNotContain("Special working conditions payments", rows);
        Assert.Contains(rows, r => r.StartsWith("Together, because one of them is of fewer than five people", StringComparison.Ordinal));
        Assert.DoesNotContain(Page(Write(SampleRun.Whole(), showIndividuals: true)).Descendants("tr"), r => r.Value.Contains("Together, because", StringComparison.Ordinal));
    }

    [Fact]
    public void Leadership_RuleThatTouchesThreePeople_ShowsNoDollars()
    {
        var run = SampleRun.Whole();
        var few = run.Facts.Scenarios[1].Projection.Rules.Select(r => r with { People = 3 }).ToList();
        var hidden = run with { Facts = run.Facts with { Scenarios = [run.Facts.Scenarios[0], run.Facts.Scenarios[1] with { Projection = run.Facts.Scenarios[1].Projection with { Rules = few } }] } };
        IEnumerable<XElement> Rows(bool showIndividuals) => Page(Write(hidden, showIndividuals)).Descendants("tr").Where(r => r.Element("th")?.Value == "Proposal" && r.Elements("td").LastOrDefault()?.Value is "fewer than five" or "3.0");
        Assert.All(Rows(showIndividuals: false), r => Assert.All(r.Elements("td").SkipLast(1), d => Assert.Equal("\u2013", d.Value)));
        Assert.Equal(Rows(showIndividuals: true).Count(), Rows(showIndividuals: false).Count());
        Assert.NotEmpty(Rows(showIndividuals: false));
    }

    [Fact]
    public void Drawn_Report_SaysTheDifferenceWithItsIntervalAndTheChanceOfExceedingTheBudget()
    {
        var run = SampleRun.Whole();
        var chance = run.Drawn!.ExceedanceProbability(1, 2028, 45_000_000_00).Share;

        var header = Page(Write(run, showIndividuals: false)).Descendants("header").Single().Value;

        Assert.Matches(@"critical-skills-2027 costs \$[\d.]+M \([\d.]+%\) more than carry-forward-2027 over five years, FY2027–31, on average \(± \$[\d.]+[MK], 95% interval\); in eight of ten of 200 draws .* It exceeds the budget of \$45\.0M for FY2028 in \d+% of the draws; carry-forward-2027 exceeds it in \d+%\.", header);
        var before = run.Drawn.ExceedanceProbability(0, 2028, 45_000_000_00).Share;
        Assert.Contains((chance * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%probability of costing more than $45.0M; the baseline " + (before * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%", Words(header), StringComparison.Ordinal);
    }

    [Fact]
    public void Drawn_ReportOfTwoProposals_SetsTheBaselinesRiskBesideEach()
    {
        var header = Words(Page(Write(SampleRun.Whole(2), showIndividuals: false)).Descendants("header").Single().Value);

        Assert.Equal(2, Regex.Count(header, @"over the budget, FY2028: [\d.]+%, the baseline [\d.]+%"));
    }

    [Fact]
    public void Drawn_ReportTwice_GivesTheSameBytes() => Assert.Equal(Write(SampleRun.Whole(2), showIndividuals: true), Write(SampleRun.Whole(2), showIndividuals: true));

    [GeneratedRegex(@"\bn ?= ?([\d,]+)\b(?! people| draws)")]
    private static partial Regex Counts();

    private string Write(RunRecord run, bool showIndividuals)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ReportWriter.Write(run, output, new ReportOptions { ShowIndividuals = showIndividuals, Budgets = new Dictionary<int, long> { [2028] = 45_000_000_00 } }, tools.Renderer);
        return output.ToString();
    }

    private static string Words(string text) => Regex.Replace(text, @"\s*\n\s*", "");

    private static XDocument Page(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
