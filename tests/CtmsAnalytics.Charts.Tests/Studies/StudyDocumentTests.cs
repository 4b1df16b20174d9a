using System.Xml.Linq;
using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Studies;

namespace CtmsAnalytics.Charts.Tests.Studies;

[Collection(SharedChartTools.Name)]
public sealed class StudyDocumentTests(ChartTools tools)
{
    private static readonly ChartTable Costs = new("Cost by year, dollars", ["Year", "~Why", "Cost"], [["FY2027", "raises", "$1,200"], ["FY2028", "", "$900"], ["Total", "", "$2,100"]]);
    private static readonly ChartTable People = new("People by year", ["Year", "People"], [["FY2027", "12"]]);

    private static readonly StudyDocument Account = new("A study", "It costs <b>$2,100</b>.",
    [
        new StudyParagraph("How it was made."),
        new StudyTable(Costs),
        new StudyHeading("Who is meant"),
        new StudyTable(People),
        new StudyChart("The bridge", "Bars are differences.", size => BridgeChart.Build(ExampleComparison.Of([100_000_00], [], ("Raises", [5_000_00])), size)),
        new StudyHeading("What it rests on"),
        new StudyParagraph("Much is assumed."),
    ])
    { Notes = ["Rows were set aside."] };

    [Fact]
    public void Table_PartOfTheCaptionInAnyCase_IsFound()
    {
        Assert.Same(Costs, Account.Table("cost by"));
        Assert.Same(People, Account.Table("People"));
    }

    [Theory]
    [InlineData("by year", "Several tables")]
    [InlineData("by month", "Cost by year, dollars; People by year")]
    public void Table_WordsOfNoOrOfSeveralCaptions_SaysWhichThereAre(string words, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Account.Table(words)).Message, StringComparison.Ordinal);

    [Fact]
    public void Table_WholeCaptionThatIsPartOfAnother_IsThatTable()
    {
        var longer = People with { Caption = "People by year and level" };

        Assert.Same(People, (Account with { Blocks = [new StudyTable(longer), new StudyTable(People)] }).Table("People by year"));
    }

    [Fact]
    public void Chart_UnknownName_NamesThoseThatThereAre()
    {
        Assert.Equal(BridgeChart.Name, Account.Chart("the bridge").Name);
        Assert.Contains("The bridge", Assert.Throws<ArgumentException>(() => Account.Chart("The fan")).Message, StringComparison.Ordinal);
        Assert.Contains("has none", Assert.Throws<ArgumentException>(() => Account.Summary.Chart("The fan")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Section_Heading_EndsBeforeTheNextHeading()
    {
        var section = Account.Section("who is");

        Assert.Equal("Who is meant", section.Title);
        Assert.Equal(Account.Blocks.Skip(3).Take(2), section.Blocks);
        Assert.Contains("Who is meant; What it rests on", Assert.Throws<ArgumentException>(() => Account.Section("Costs")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_Account_HoldsEveryPartAsTextAndNoScript()
    {
        var html = Account.ToHtml(tools.Renderer);
        var page = XElement.Parse(html);

        Assert.Equal("It costs <b>$2,100</b>.", page.Elements("p").First(p => (string?)p.Attribute("class") == "finding").Value);
        Assert.Equal(["Who is meant", "What it rests on"], page.Elements("h4").Select(h => h.Value));
        Assert.Contains(page.Descendants(), e => e.Name.LocalName == "svg");
        Assert.Contains("Rows were set aside.", page.Elements("details").Single().Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("tr"), r => (string?)r.Attribute("class") == "total" && r.Value.Contains("$2,100", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("~", page.Descendants("th").Select(h => h.Value));
    }

    [Fact]
    public void Summary_Account_IsTitleAndFinding()
    {
        Assert.Equal("A study\nIt costs <b>$2,100</b>.", Account.ToString());
        Assert.Empty(Account.Summary.Blocks);
        Assert.Equal(Account.Finding, Account.Summary.Finding);
    }

    [Fact]
    public void ToString_Table_AlignsWordsLeftAndFiguresRight() =>
        Assert.Equal(
            """
            Cost by year, dollars
            Year    Why       Cost
            FY2027  raises  $1,200
            FY2028            $900
            Total           $2,100
            """.ReplaceLineEndings("\n"),
            Costs.ToString());

    [Fact]
    public void Head_LongTable_SaysHowManyRowsThereAre()
    {
        Assert.Same(Costs, Costs.Head(3));
        Assert.Equal("Cost by year, dollars; the first 1 of 3", Costs.Head(1).Caption);
        Assert.Equal(Costs.Rows.Take(1), Costs.Head(1).Rows);
    }
}
