using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Explanations;
using CtmsAnalytics.PayHistory;

namespace CtmsAnalytics.Charts.Tests;

public sealed class ExplanationPageTests
{
    private static readonly ExplanationOptions Given = new() { Given = [SampleExplanation.Decided], RosterNotes = ["The people are synthetic."] };

    [Fact]
    public void Page_Whole_IsOneFileWithoutScriptOrNetwork()
    {
        var page = Page(SampleExplanation.Create());

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "iframe" or "object" or "link" or "img" or "form");
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "href" or "src" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Assert.Single(page.Descendants("style")).Value)));
        Assert.Contains($"style-src 'sha256-{hash}'", (string)page.Descendants("meta").Single(m => (string?)m.Attribute("http-equiv") is not null).Attribute("content")!, StringComparison.Ordinal);
        Assert.StartsWith("Analyst output: holds the pay of one person.", page.Descendants("body").Elements().First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Opening_NamesThePersonLevelScenarioAndYearAndTheTotalInItsParts()
    {
        var header = Page(SampleExplanation.Create()).Descendants("header").Single();

        Assert.Equal("Pay of S0071, work level TEC, Baseline, FY2028", header.Element("h1")!.Value);
        Assert.Equal(
            "The Department pays $184,670.56 for S0071 in FY2028: $125,593.20 salary, $38,502.60 additional compensation and $20,574.76 beside compensation.",
            header.Elements("p").Single(p => (string?)p.Attribute("class") == "finding").Value);
        Assert.Contains("The people are synthetic.", header.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Structure_HasOneHeadingPerSectionCaptionsAndScopes()
    {
        var page = Page(SampleExplanation.Create());

        Assert.Single(page.Descendants("h1"));
        Assert.All(page.Descendants("section"), s => Assert.Equal("h2", s.Elements().First().Name.LocalName));
        Assert.All(page.Descendants("table"), t => Assert.NotEmpty(t.Elements("caption").Single().Value.Trim()));
        Assert.All(page.Descendants("th"), th => Assert.Contains((string?)th.Attribute("scope"), new[] { "col", "row", "rowgroup" }));
        Assert.All(page.Descendants("table"), t => Assert.All(t.Descendants("tr").Where(r => (string?)r.Attribute("class") != "group"), r => Assert.Equal(t.Descendants("thead").Single().Descendants("th").Count(), r.Elements().Count())));
    }

    [Fact]
    public void Page_Totals_AddUpToTheTotalInSight()
    {
        var rows = Table(Page(SampleExplanation.Create()), "Totals of FY2028").Descendants("tbody").Elements("tr").Select(r => r.Elements().Select(c => c.Value).ToList()).ToList();

        Assert.Equal(["Salary", "Recognition payments", "Health and life insurance", "Total"], rows.Select(r => r[0]));
        Assert.Equal(Dollars(rows[^1][^1]), rows.SkipLast(1).Sum(r => Dollars(r[^1])));
        Assert.Equal(184_670.56m, Dollars(rows[^1][^1]));
    }

    [Fact]
    public void Page_WorkPeriodsThatAreAlike_AreOneRow()
    {
        var rows = Rows(Page(SampleExplanation.Create()), "Amounts by component");

        Assert.Equal(
            [
                "2027-09-19, 1 of 10 weekdays|$481.20", "26 work periods 2027-10-03 to 2028-09-17|$4,812.00", "2028-02-06|$19,251.30", "2028-04-30|$19,251.30",
                "2027-09-19, 1 of 10 weekdays|$76.11", "7 work periods 2027-10-03 to 2027-12-26|$761.13", "19 work periods 2028-01-09 to 2028-09-17|$798.46",
            ],
            rows.Where(r => r.Count > 1).Select(r => $"{r[0]}|{r[1]}"));
        Assert.Equal(184_670.56m, rows.Where(r => r.Count > 1).Sum(r => Dollars(r[2])));
    }

    [Fact]
    public void Page_Findings_StandInOrderWithParagraphBeforeAndAfter()
    {
        var rows = Rows(Page(SampleExplanation.Create()), "Findings in order");

        Assert.Equal(["2028-01-09", "Recognition payment limit: cut", "158.632(a)", "$24,000.00", "$19,251.30", "A payment is at most 20 % of salary."], rows[0]);
        Assert.Equal(["2 work periods 2028-01-23 to 2028-02-06", "Eligibility: cut", "158.642(e)(2)", "$900.00", "$0.00", "Salary 205,000."], rows[1]);
        Assert.Equal(["2028-03-05", "Honorary recognition: granted", "158.634", "", "", "Medal"], rows[2]);
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public void Page_Limits_ShowTheYearsAcrossAndLeaveOutWhatIsZeroInAll()
    {
        var rows = Rows(Page(SampleExplanation.Create()), "Position by calendar year");

        Assert.Equal(["Limit", "Salary paid", "Additional compensation paid", "Deferred in this year", "Left under the limit at the end"], rows.Select(r => r[0]));
        Assert.Equal(["Left under the limit at the end", "$172,988.00", "$135,673.40"], rows[^1]);
    }

    [Fact]
    public void Page_ActionsThatWereNotGiven_AreMarkedAssumed()
    {
        Assert.Equal(["decided", "assumed"], Rows(Page(SampleExplanation.Create()), "Personnel actions").Select(r => r[2]));
        Assert.Equal(["", ""], Rows(Page(SampleExplanation.Create(), null), "Personnel actions").Select(r => r[2]));
    }

    [Fact]
    public void Page_Parameters_AreThoseInForceInTheYear()
    {
        var rows = Rows(Page(SampleExplanation.Create()), "Parameters by where they come from").Where(r => r.Count > 1).ToList();

        Assert.Equal("2027:\u00a0298,100; 2028:\u00a0304,100", rows.Single(r => r[0].StartsWith("VP", StringComparison.Ordinal))[1]);
        Assert.Equal("2026:\u00a0197,200", rows.Single(r => r[0].StartsWith("EX-IV", StringComparison.Ordinal))[1]);
    }

    [Fact]
    public void Page_HostileTexts_AreOnlyText()
    {
        const string Hostile = "<script>alert(1)</script>\"'&\u0007<b onclick=x>";
        var page = Page(SampleExplanation.Create(Hostile));

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "b");
        Assert.Contains("<script>alert(1)</script>\"'&\ufffd<b onclick=x>", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NothingHappens_SaysSoInsteadOfAnEmptyTable()
    {
        var nothing = SampleExplanation.Create() with { Lines = [], Findings = [], Limits = [], Hours = [], Actions = [], Assumptions = [], Parameters = [] };
        var page = Page(nothing);

        Assert.Contains("The Department pays nothing for S0071 in FY2028.", page.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants("tbody"), b => !b.HasElements);
        Assert.Contains("No rule cut, moved, granted or raised anything in the year.", page.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragment_OfAPage_IsAnArticleWhoseHeadingsBeginBelowThePage()
    {
        var html = new ExplanationPage(SampleExplanation.Create(), Given).ToHtml();
        var article = XElement.Parse(html);

        Assert.Equal("article", article.Name.LocalName);
        Assert.Single(article.Descendants("h2"));
        Assert.Empty(article.Descendants("h1"));
        Assert.NotEmpty(article.Descendants("h3"));
        Assert.Equal(html, new ExplanationPage(SampleExplanation.Create(), Given).ToHtml());
    }

    [Fact]
    public void Title_CalendarYearAndAnotherLevelAtTheEnd_SaysBoth()
    {
        var sample = SampleExplanation.Create();
        var moved = sample with { Basis = YearBasis.Calendar, Salary = [sample.Salary[0], sample.Salary[1] with { WorkLevel = "ADV" }] };

        Assert.Equal("S0071, work level TEC, then ADV, Baseline, calendar year 2028", ExplanationSentences.Title(moved));
    }

    private static XElement Table(XDocument page, string caption) => page.Descendants("table").Single(t => t.Element("caption")!.Value.Contains(caption, StringComparison.Ordinal));

    private static List<List<string>> Rows(XDocument page, string caption) =>
        [.. Table(page, caption).Descendants("tbody").Elements("tr").Select(r => r.Elements().Select(c => c.Value).ToList())];

    private static decimal Dollars(string text) => decimal.Parse(text.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static XDocument Page(PersonExplanation explanation) => Page(explanation, Given);

    private static XDocument Page(PersonExplanation explanation, ExplanationOptions? options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new ExplanationPage(explanation, options).Write(output);
        using var reader = XmlReader.Create(new StringReader(output.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
