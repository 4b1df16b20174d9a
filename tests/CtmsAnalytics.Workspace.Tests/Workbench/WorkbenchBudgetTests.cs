using System.Globalization;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Simulations;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>Budgets and workbooks of runs, as a notebook asks for them.</summary>
public sealed class WorkbenchBudgetTests(SampleBench sample) : IClassFixture<SampleBench>
{
    private readonly RunRecord _run = sample.Bench.Simulate([sample.Bench.Scenario("baseline.yaml"), sample.Bench.Scenario("supplements-only.yaml")], new DrawOptions { Draws = 25, Seed = 3 });

    [Theory]
    [InlineData(BudgetBasis.Point)]
    [InlineData(BudgetBasis.Mean)]
    [InlineData(BudgetBasis.P80)]
    public void Budget_ByObjectClass_AddsUpToTheCostOfEveryYearToTheCent(BudgetBasis basis)
    {
        var table = Workbench.Budget(_run, 1, basis).Cut(BudgetDimension.ObjectClass);

        for (var i = 0; i < _run.FiscalYears.Count; i++)
        {
            var (year, drawn) = (_run.FiscalYears[i], _run.Drawn!);
            var expected = basis switch
            {
                BudgetBasis.Point => _run.Facts.Scenarios[1].Projection.Costs.Sum(c => c.FiscalYear == year),
                BudgetBasis.Mean => (long)Math.Round(drawn.CostByDraw(1, year).Average(c => (decimal)c), MidpointRounding.AwayFromZero),
                // Of 25 draws the twentieth is the nearest rank.
                _ => drawn.CostByDraw(1, year).Order().ElementAt(19),
            };
            Assert.Equal(expected, table.Totals[i]);
        }
    }

    [Fact]
    public void PublicBudget_OrganisationOfThreePeople_HasAmountsInTheAnalystsBudgetOnly()
    {
        const string Small = "Small Office";
        using var own = new SampleBench();
        var file = Path.Combine(own.Folder, "roster.csv");
        var lines = File.ReadAllLines(RepositoryFiles.SampleRoster);
        for (var i = 1; i <= 3; i++) lines[i] = string.Join(',', lines[i].Split(',').Select((v, column) => column == 2 ? Small : v));
        File.WriteAllLines(file, lines);
        using (var workspace = AnalystWorkspace.Open(own.Folder)) workspace.ImportRoster(file);
        var run = own.Bench.Compare(own.Bench.Scenario("baseline.yaml"), own.Bench.Scenario("supplements-only.yaml"));

        var (analysts, shown) = (Workbench.Budget(run, 1), Workbench.PublicBudget(run, 1));

        bool IsSmall(IReadOnlyList<string> keys) => keys.Any(k => k.Contains(Small, StringComparison.Ordinal));
        Assert.Contains(analysts.Cut(BudgetDimension.Organisation).Rows.Where(r => IsSmall(r.Keys)), r => r.Amounts.All(a => a > 0));
        Assert.True(shown.HidesAny);
        var rows = shown.Tables(1).SelectMany(t => t.Rows).Where(r => IsSmall(r.Keys)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.All(r.Amounts, Assert.Null));
    }

    [Fact]
    public void PublicBudget_ProposalThatMovesFewerThanFive_HasNoProgramChange()
    {
        var few = sample.Bench.ScenarioText("name: San Francisco\nextends: baseline.yaml\nsupplements: { SF: 0.2 }\n");
        var run = sample.Bench.Compare(sample.Bench.Scenario("baseline.yaml"), few, AnalysisLevel.All);

        var shown = Workbench.PublicBudget(run, 1);

        Assert.True(shown.IsAboutFew);
        Assert.NotNull(Workbench.Budget(run, 1).ProgramChange(BudgetDimension.ObjectClass));
        Assert.DoesNotContain(shown.Tables(1), t => t.Name.StartsWith("program-change", StringComparison.Ordinal));
        Assert.False(Workbench.PublicBudget(run).IsAboutFew);
        var many = sample.Bench.Compare(sample.Bench.Scenario("baseline.yaml"), sample.Bench.Scenario("targeted-talent.yaml"), AnalysisLevel.All);
        Assert.Contains(Workbench.PublicBudget(many, 1).Tables(1), t => t.Name.StartsWith("program-change", StringComparison.Ordinal));
    }

    [Fact]
    public void ExportWorkbook_OtherExtensionOrNoFolder_IsRefusedAndWritesNothing()
    {
        Assert.Contains(".xlsx", Assert.Throws<InputException>(() => Workbench.ExportWorkbook(_run, Path.Combine(sample.Folder, "run.csv"))).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => Workbench.ExportWorkbook(_run, Path.Combine(sample.Folder, "nowhere", "run.xlsx")));
        Assert.False(File.Exists(Path.Combine(sample.Folder, "run.csv")));
        Assert.False(Directory.Exists(Path.Combine(sample.Folder, "nowhere")));
    }

    [Fact]
    public void ExportWorkbook_P80_HasACubeThatAddsUpToBothBudgets()
    {
        var file = Path.Combine(sample.Folder, "run.xlsx");

        Workbench.ExportWorkbook(_run, file, BudgetBasis.P80);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var book = document.WorkbookPart!;
        var cube = (WorksheetPart)book.GetPartById(book.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name == "Cube").Id!.Value!);
        var dollars = cube.Worksheet!.Descendants<Cell>()
            .Where(c => c.CellReference!.Value![0] == 'J' && c.CellValue is not null && c.DataType?.Value != CellValues.SharedString && c.DataType?.Value != CellValues.String)
            .Sum(c => decimal.Parse(c.CellValue!.Text, CultureInfo.InvariantCulture));
        var budgets = new[] { 0, 1 }.Sum(s => Workbench.Budget(_run, s, BudgetBasis.P80).Lines.Sum(l => l.Cents));
        Assert.Equal(budgets, dollars * 100);
    }
}
