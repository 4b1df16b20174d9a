using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed class ReportWriterTests(ChartTools tools)
{
    [Fact]
    public void Report_Whole_IsOneFileWithoutNetwork()
    {
        var html = Write(SampleComparison.Create());
        var page = Page(html);

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "iframe" or "object" or "link" or "img" or "form");
        Assert.DoesNotContain(page.Descendants().Attributes(), a => !a.IsNamespaceDeclaration && (a.Name.LocalName is "href" or "src" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain("url(http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.True(html.Length < 3_000_000);
    }

    [Fact]
    public void Report_ContentSecurityPolicy_AllowsItsOwnStyleSheetAndScriptAlone()
    {
        var page = Page(Write(SampleComparison.Create()));

        var policy = (string)page.Descendants("meta").Single(m => (string?)m.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!;
        var style = Assert.Single(page.Descendants("style")).Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var script = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Assert.Single(page.Descendants("script")).Value)));
        Assert.Equal($"default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain('\r', style);
    }

    [Fact]
    public void Report_Opening_StatesTheDifferenceAndThatItIsAPointEstimate()
    {
        var body = Page(Write(SampleComparison.Create())).Descendants("body").Single();

        Assert.StartsWith("Analyst output: holds the individual salaries of 204 people of the roster.", body.Elements().First().Value, StringComparison.Ordinal);
        var header = body.Descendants("header").Single().Value;
        Assert.Contains("The proposal costs $12.2M (5.3%) more than the baseline over five years, FY2027\u201331: $240.5M against $228.3M.", header, StringComparison.Ordinal);
        Assert.Contains("without an uncertainty interval", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Capacity_SumsOrganisationsAndShowsTimeOffOnlyWhereThereIsSome()
    {
        var sample = SampleComparison.Create();
        var page = Page(Write(sample with
        {
            Baseline = sample.Baseline with { Capacity = [new CapacityHours(2027, "CISA", "CSD", 100_000, 4_230, 9_000.4m, 4_500, 0, 0), new CapacityHours(2027, "CISA", "IOD", 20_000, 800, 1_000.2m, 900, 0, 0)] },
            Proposal = sample.Proposal with { Capacity = [new CapacityHours(2027, "CISA", "CSD", 100_000, 4_230, 9_000, 4_500, 240, 1_650_050)] },
        }));

        var table = page.Descendants("table").Single(t => t.Element("caption")!.Value.Contains("holidays", StringComparison.Ordinal));
        var rows = table.Descendants("tr").Select(r => string.Join('|', r.Elements().Take(2).Select(c => c.Value))).ToList();
        Assert.Equal(["Regular hours paid|120,000", "Regular hours paid|100,000"], rows.Where(r => r.StartsWith("Regular", StringComparison.Ordinal)));
        Assert.Contains("Annual leave that accrues (158.651)|10,001", rows);
        Assert.Equal(["Recognition time-off granted (158.633)|240"], rows.Where(r => r.StartsWith("Recognition time-off", StringComparison.Ordinal)));
        Assert.Contains("Its worth at hourly rates|$16,501", rows);
    }

    [Fact]
    public void Report_Structure_HasOneHeadingPerSectionCaptionsAndScopes()
    {
        var page = Page(Write(SampleComparison.Create()));

        Assert.Single(page.Descendants("h1"));
        Assert.All(page.Descendants("section"), s => Assert.Equal("h2", s.Elements().First().Name.LocalName));
        Assert.Equal(4, page.Descendants("figure").Count());
        Assert.All(page.Descendants("figure"), f => Assert.Equal((1, 1, 2), (f.Elements("figcaption").Count(), f.Elements("details").Count(), f.Descendants().Count(e => e.Name.LocalName == "svg"))));
        Assert.All(page.Descendants("table"), t => Assert.NotEmpty(t.Elements("caption").Single().Value.Trim()));
        Assert.All(page.Descendants("th"), th => Assert.Contains((string?)th.Attribute("scope"), new[] { "col", "row", "rowgroup" }));
        Assert.All(page.Descendants("table"), t => Assert.All(t.Descendants("tr").Where(r => (string?)r.Attribute("class") != "group"), r => Assert.Equal(t.Descendants("thead").Single().Descendants("th").Count(), r.Elements().Count())));
        var exhibits = Regex.Matches(page.Root!.Value, @"Exhibit (\d+)\.").Select(m => m.Groups[1].Value);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], exhibits);
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public void Report_ComponentTable_AddsUpInEveryColumnAndAgreesWithTheCubes()
    {
        var comparison = SampleComparison.Create([41, -30, 12, -8]);
        var table = Page(Write(comparison)).Descendants("table").Single(t => t.Element("caption")!.Value.Contains("by component", StringComparison.Ordinal));
        var groups = table.Elements("tbody").ToList();

        Assert.Equal(4, groups.Count);
        foreach (var group in groups.Take(3))
        {
            var rows = group.Elements("tr").Skip(1).Select(r => r.Elements("td").Select(d => Amounts.Parse(d.Value)).ToList()).ToList();
            Assert.Equal(10, rows.Count);
            for (var column = 0; column < 6; column++) Assert.InRange(rows[^1][column] - rows.SkipLast(1).Sum(r => r[column]), -5, 5);
        }

        long Shown(int group, string name) => Amounts.Parse(groups[group].Elements("tr").Single(r => r.Element("th")!.Value.Trim() == name).Elements("td").Last().Value);
        Assert.Equal(Math.Round(comparison.Proposal.Costs.Total / 100m, MidpointRounding.AwayFromZero), Shown(1, "Total"));
        Assert.Equal(Math.Round(comparison.Baseline.Costs.Sum(k => k.Component == Component.Supplement) / 100m, MidpointRounding.AwayFromZero), Shown(0, "Local market supplements"));
        Assert.True(Shown(2, "Local market supplements") < 0);
    }

    [Fact]
    public void Report_Rules_ShowDollarsByParagraphForBothScenarios()
    {
        var table = Page(Write(SampleComparison.Create())).Descendants("table").Single(t => t.Element("caption")!.Value.Contains("by rule", StringComparison.Ordinal));

        var group = table.Elements("tbody").Single(b => b.Value.Contains("158.604", StringComparison.Ordinal)).Elements("tr").ToList();
        Assert.Equal("Aggregate limit, 6 CFR 158.604: deferred", group[0].Value.Trim());
        Assert.Equal(["$14,000", "$14,900", "$15,800", "$16,700", "$17,600", "$79,000", "7.2"], group[1].Elements("td").Select(d => d.Value));
        Assert.Equal("$164,000", group[2].Elements("td").ElementAt(5).Value);
    }

    [Fact]
    public void Report_AssumedParameters_StandWithValueUnitSourceAndMark()
    {
        var text = Page(Write(SampleComparison.Create())).Descendants("table").Single(t => t.Element("caption")!.Value.Contains("assumed", StringComparison.Ordinal)).Value;

        foreach (var words in new[] { "Assumed by the modeller", "aggregate_limit_rate", "228,000", "USD/year", "158.604", "Text of 158.604 not at hand", "Low confidence", "Derived", "0.045", "both" })
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ParameterThatOnlyOneScenarioReads_SaysWhich()
    {
        var comparison = SampleComparison.Create();
        var extra = new Parameter("only_here", 2027, 1, "fraction", ParameterMark.Assumed, "", "x", "y");
        comparison = comparison with { Proposal = comparison.Proposal with { AssumedParameters = [.. comparison.Proposal.AssumedParameters, extra] } };

        var row = Page(Write(comparison)).Descendants("tr").Single(r => r.Value.Contains("only_here", StringComparison.Ordinal));

        Assert.Equal("proposal", row.Elements("td").Last().Value);
    }

    [Fact]
    public void Report_ParametersOfTheRegulation_AreFoldedBelowTheAssumedOnes()
    {
        var comparison = SampleComparison.Create();
        var cap = new Parameter("swc_percent_maximum", 2021, 0.25, "fraction of work-period salary", ParameterMark.Regulation, "158.642(c)", "158.642(c)", "Highest special working conditions payment.");
        comparison = comparison with
        {
            Baseline = comparison.Baseline with { UsedParameters = [cap, .. comparison.Baseline.AssumedParameters] },
            Proposal = comparison.Proposal with { UsedParameters = [cap] },
        };

        var section = Page(Write(comparison)).Descendants("section").Single(s => s.Element("h2")!.Value.StartsWith("Assumptions", StringComparison.Ordinal));

        var details = section.Elements().Last();
        Assert.Equal("details", details.Name.LocalName);
        Assert.Null(details.Attribute("open"));
        Assert.Equal("1 parameter that stands in the regulation or in a published table", details.Element("summary")!.Value);
        Assert.Equal(["2021:\u00a00.25", "fraction of work-period salary", "158.642(c)", "158.642(c)", "both"], details.Descendants("td").Select(d => d.Value));
        Assert.Contains("aggregate_limit_rate", section.Elements().First(e => e.Name.LocalName == "div").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ParameterThatMovesByYear_IsOneRow()
    {
        var comparison = SampleComparison.Create();
        Parameter In(int year, double value) => new("EX-IV", year, value, "USD/year", ParameterMark.Assumed, "5 U.S.C. 5315", "2026 value moved by the pay raises", "Executive Schedule, level IV");
        comparison = comparison with { Baseline = comparison.Baseline with { AssumedParameters = [In(2028, 205_100), In(2027, 201_100)] } };

        var row = Page(Write(comparison)).Descendants("tr").Single(r => r.Value.Contains("EX-IV", StringComparison.Ordinal));

        Assert.Equal("2027:\u00a0201,100; 2028:\u00a0205,100", row.Elements("td").First().Value);
    }

    [Fact]
    public void Report_Manifest_NamesEveryInputWithItsHash()
    {
        var comparison = SampleComparison.Create();

        var text = Page(Write(comparison)).Root!.Value;

        Assert.Contains(comparison.Manifest.RunId, text, StringComparison.Ordinal);
        Assert.All(comparison.Manifest.Inputs, i => Assert.Contains(i.Sha256, text, StringComparison.Ordinal));
        Assert.All(comparison.Baseline.Notes, n => Assert.Contains(n, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Report_NoteOfOneScenario_SaysWhose()
    {
        var comparison = SampleComparison.Create();
        comparison = comparison with { Proposal = comparison.Proposal with { Notes = [comparison.Proposal.Notes[0], "Dollars are left over."] } };

        var notes = Page(Write(comparison)).Descendants("li").Select(n => n.Value);

        Assert.Equal([comparison.Baseline.Notes[0], "carry-forward-2027: " + comparison.Baseline.Notes[1], "critical-skills-2027: Dollars are left over."], notes);
    }

    [Fact]
    public void Report_HostileText_StaysText()
    {
        const string hostile = "</style></title><script>alert(1)</script>]]>\" onload=\"x";
        var comparison = SampleComparison.Create(baselineName: hostile, proposalName: hostile);
        comparison = comparison with
        {
            Baseline = comparison.Baseline with { Notes = [hostile], Rules = [new RuleEffect(2027, hostile, hostile, 1, 1, hostile)], AssumedParameters = [new Parameter(hostile, 2027, 1, hostile, ParameterMark.Assumed, hostile, hostile, hostile)] },
            Manifest = comparison.Manifest with { RunId = hostile, Method = hostile, LibraryVersion = hostile, Inputs = [new ManifestInput(hostile, hostile, hostile)] },
            Staircase = [.. comparison.Staircase.Select(s => s with { Title = hostile, WorkLevel = hostile, Market = s.Market with { Occupations = hostile } })],
        };

        var run = SampleRun.Of(comparison);
        var html = Write(run with { Facts = run.Facts with { RosterNote = hostile } });

        Assert.Single(Page(html).Descendants("script"));
        Assert.DoesNotContain(Page(html).Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Single(Page(html).Descendants("style"));
    }

    [Fact]
    public void Report_IndividualsLeftOut_HoldsNoSalaryOfAPerson()
    {
        var comparison = SampleComparison.Create();
        var one = comparison with { Staircase = [.. comparison.Staircase.Select(s => s with { Incumbents = [.. s.Incumbents.Select(i => i + 111)] })] };
        var options = new ReportOptions { ShowIndividuals = false };

        var html = Write(comparison, options);

        Assert.StartsWith("Holds no individual salary of the roster, and no group of fewer than five people.", Page(html).Descendants("body").Single().Elements().First().Value, StringComparison.Ordinal);
        Assert.Equal(html, Write(one, options));
    }

    [Fact]
    public void Report_SameComparison_GivesTheSameBytes() =>
        Assert.Equal(Write(SampleComparison.Create()), Write(SampleComparison.Create()));

    [Fact]
    public void Report_ScenarioAgainstItself_SaysThereIsNoDifference()
    {
        var comparison = SampleComparison.Create([0, 0, 0, 0]);

        var text = Page(Write(comparison)).Root!.Value;

        Assert.Contains("The proposal costs the same as the baseline over five years", text, StringComparison.Ordinal);
        Assert.Contains("Both cost the same in every year", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NothingAssumedAndNoRules_SaysSoInsteadOfAnEmptyTable()
    {
        var comparison = SampleComparison.Create();
        comparison = comparison with
        {
            Baseline = comparison.Baseline with { AssumedParameters = [], Rules = [], Notes = [] },
            Proposal = comparison.Proposal with { AssumedParameters = [], Rules = [], Notes = [] },
        };

        var page = Page(Write(comparison));

        Assert.Contains("No rule cut, moved or raised a payment in either scenario.", page.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants("tbody"), b => !b.HasElements);
    }

    [Fact]
    public void Report_NodeMissing_WritesNothing()
    {
        using var renderer = new SvgRenderer("no-such-node-program");
        using var output = new StringWriter();

        Assert.Throws<InputException>(() => ReportWriter.Write(SampleRun.Of(SampleComparison.Create()), output, renderer: renderer));

        Assert.Empty(output.ToString());
    }

    private string Write(Comparison comparison, ReportOptions? options = null) => Write(SampleRun.Of(comparison), options);

    private string Write(RunRecord run, ReportOptions? options = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ReportWriter.Write(run, output, options, tools.Renderer);
        return output.ToString();
    }

    private static XDocument Page(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
