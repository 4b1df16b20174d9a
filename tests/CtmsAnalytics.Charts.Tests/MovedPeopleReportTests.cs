using System.Xml;
using System.Xml.Linq;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Charts.Runs;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>A difference that few people carry is theirs by name: the leadership report withholds it, or says that it cannot.</summary>
[Collection(SharedChartTools.Name)]
public sealed class MovedPeopleReportTests(ChartTools tools)
{
    private const string Dash = "\u2013";
    private const string Few = "T1";
    private const string Larger = "T2";
    private const string Smaller = "T3";
    private const string None = "Holds no individual salary of the roster, and no group of fewer than five people.";

    [Fact]
    public void Leadership_OnePersonMovedInAll_SaysSoFirstAndWithholdsEveryDifferenceByLevel()
    {
        var run = Moving((_, i) => i == 0, Few);

        var page = Page(run, showIndividuals: false);

        Assert.StartsWith("This proposal changes the pay of fewer than five people of the roster: its cost is about single people. Give this page only to those who may see their pay.", Banner(page), StringComparison.Ordinal);
        Assert.DoesNotContain(None, page.Root!.Value, StringComparison.Ordinal);
        Assert.All(Rows(page), r => Assert.Equal([Dash, Dash], r.Cells.TakeLast(2)));
        Assert.Equal("204", Rows(page).Last().Cells[0]);
    }

    [Fact]
    public void Leadership_OnePersonOfALevelBesideManyOfOthers_WithholdsThatLevelAndOneMore()
    {
        var page = Page(Moving((level, i) => level == Few ? i == 0 : level is Larger or Smaller), showIndividuals: false);

        Assert.StartsWith(None, Banner(page), StringComparison.Ordinal);
        var rows = Rows(page).ToDictionary(r => r.Name, r => r.Cells);
        Assert.Equal(Dash, rows[Few][^1]);
        // Of two other levels that move, the smaller one hides the person; the total stands.
        Assert.Equal((Dash, true), (rows[Smaller][^1], rows[Larger][^1].StartsWith("+$", StringComparison.Ordinal)));
        Assert.Equal("$0", rows["T4"][^1]);
        Assert.StartsWith("+$", rows["Total"][^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Leadership_OnePersonRaisedWhileASharedPoolMovesEverybodyByADollar_CountsOnePerson()
    {
        var run = Moving((level, i) => level == Few && i == 0, everybody: 100);

        Assert.StartsWith("This proposal changes the pay of fewer than five people", Banner(Page(run, showIndividuals: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Leadership_EverybodyMovedByADollar_HidesNothing()
    {
        var page = Page(Moving((_, _) => false, everybody: 100), showIndividuals: false);

        Assert.StartsWith(None, Banner(page), StringComparison.Ordinal);
        Assert.Equal(["+$1", "+$33"], Rows(page).Single(r => r.Name == Smaller).Cells.Skip(1));
    }

    [Fact]
    public void Analyst_OnePersonMoved_IsShownWithTheAmount()
    {
        var page = Page(Moving((level, i) => level == Few && i == 0), showIndividuals: true);

        Assert.Equal("+$14,624", Rows(page).Single(r => r.Name == Few).Cells[^1]);
        Assert.StartsWith("Analyst output", Banner(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Leadership_PeopleNotKnown_ClaimsNothingOfWhomTheProposalMoves()
    {
        var run = SampleRun.Of(SampleComparison.Create());

        Assert.Contains("Whether a proposal changes the pay of fewer than five people was not computed in this run (--analysis all does)", Banner(Page(run, showIndividuals: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Leadership_TwoProposalsThatDifferByOnePerson_SaysSo()
    {
        var (one, other) = (Moving((level, _) => level == Larger), Moving((level, i) => level == Larger || (level == Few && i == 0)));
        var run = one with { Facts = one.Facts with { Scenarios = [.. one.Facts.Scenarios, other.Facts.Scenarios[1]] }, Drawn = null };

        Assert.StartsWith("Two of these proposals differ in the pay of fewer than five people of the roster", Banner(Page(run, showIndividuals: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Leadership_NotesThatCountFewPeople_AreReplaced()
    {
        var run = Moving((level, _) => level == Larger);
        RunRecord With(IReadOnlyList<string>? shareable) => run with
        {
            Facts = run.Facts with
            {
                Scenarios = [.. run.Facts.Scenarios.Select(s => s with { Projection = s.Projection with { Notes = ["Aged.", "For 1 of 204 people +11,351 dollars."], Warnings = ["For 1 of 204 people +11,351 dollars."], PublicNotes = shareable } })],
            },
        };

        var told = Page(With(["Aged.", "For fewer than five people."]), showIndividuals: false).Root!.Value;
        Assert.Contains("For fewer than five people.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("11,351", told, StringComparison.Ordinal);
        Assert.Contains("11,351", Page(With(["Aged."]), showIndividuals: true).Root!.Value, StringComparison.Ordinal);

        // A run stored earlier does not say which notes count few people.
        Assert.DoesNotContain("11,351", Page(With(null), showIndividuals: false).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void CompaRatios_OnePersonInAnotherColumn_WithholdsTheProposalsNumbersOfBothColumns()
    {
        var run = Moving((level, i) => level == Few && i == 0, salary: 40_000);

        var rows = RunCharts.CompaRatios(run, 1, showIndividuals: false).Table.Rows;

        Assert.Equal(2, rows.Count(r => r[1] != "withheld" && r[2] == "withheld"));
        Assert.DoesNotContain(RunCharts.CompaRatios(run, 1, showIndividuals: true).Table.Rows, r => r.Contains("withheld"));
    }

    [Fact]
    public void SmallComponents_ComponentThatFewAreMovedIn_StandsWithOneThatManyAreMovedIn()
    {
        var run = Moving((level, _) => level == Larger);
        var facts = run.Facts with { Recipients = new Dictionary<Component, int>(), Moved = new Dictionary<Component, int> { [Component.Supplement] = 1, [Component.Salary] = 47 } };

        Assert.Equal([Component.Salary, Component.Supplement], SmallComponents.Of(run with { Facts = facts }).Order());
    }

    /// <summary>The sample run with a proposal that raises some people by $14,624 and everybody by a few cents, and the ranges of the baseline.</summary>
    private static RunRecord Moving(Func<string, int, bool> moved, string? only = null, long everybody = 0, long salary = 0)
    {
        var run = SampleRun.Whole();
        var before = run.Facts.Scenarios[0].People;
        var places = before.Select((p, i) => before.Take(i).Count(o => o.WorkLevel == p.WorkLevel)).ToList();
        List<PersonPosition> after =
        [
            .. before.Select((p, i) => moved(p.WorkLevel, places[i]) && (only is null || p.WorkLevel == only)
                ? p with { CostCents = p.CostCents + 14_624_00, StructureSalary = p.StructureSalary + salary }
                : p with { CostCents = p.CostCents + everybody }),
        ];
        return run with { Facts = run.Facts with { Scenarios = [run.Facts.Scenarios[0], run.Facts.Scenarios[1] with { People = after }] } };
    }

    private static string Banner(XDocument page) => page.Descendants("p").Single(p => (string?)p.Attribute("class") == "privacy").Value;

    private static List<(string Name, List<string> Cells)> Rows(XDocument page) =>
    [
        .. page.Descendants("table").Single(t => t.Element("caption")!.Value.Contains("People of the roster by work level", StringComparison.Ordinal))
            .Element("tbody")!.Elements("tr").Select(r => (r.Element("th")!.Value.Trim(), r.Elements("td").Select(d => d.Value).ToList())),
    ];

    private XDocument Page(RunRecord run, bool showIndividuals)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ReportWriter.Write(run, output, new ReportOptions { ShowIndividuals = showIndividuals }, tools.Renderer);
        using var reader = XmlReader.Create(new StringReader(output.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
