using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Budgets;

namespace CtmsAnalytics.Workspace.Tests.Budgets;

public sealed class BudgetFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2027=235M", 2027, 23_500_000_000)]
    [InlineData("2027=$235,400,000.55", 2027, 23_540_000_055)]
    [InlineData("total=1.2B", null, 120_000_000_000)]
    [InlineData(" 2028 = 640k ", 2028, 64_000_000)]
    public void Parse_YearAndAmount_IsInCents(string text, int? year, long cents) => Assert.Equal(new YearBudget(year, cents), YearBudget.Parse(text));

    [Theory]
    [InlineData("2027")]
    [InlineData("27=1M")]
    [InlineData("2027=")]
    [InlineData("2027=M")]
    [InlineData("2027=0")]
    [InlineData("2027=-5M")]
    [InlineData("2027=1e9")]
    [InlineData("2027=99999999999999B")]
    public void Parse_AnythingElse_SaysWhatWouldBeRight(string text) =>
        Assert.Contains("2027=235M", Assert.Throws<InputException>(() => YearBudget.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2028=47", "2028=47M", "2028=47K", "'2028=$47'")]
    [InlineData("total = 235,400", "total=235,400M", "total=235,400K", "'total=$235,400'")]
    public void Parse_NumberTooSmallForDollars_AsksForItsUnit(string text, params string[] proposed)
    {
        var message = Assert.Throws<InputException>(() => YearBudget.Parse(text)).Message;
        Assert.StartsWith($"'{text}' does not say of what.", message, StringComparison.Ordinal);
        Assert.All(proposed, p => Assert.Contains(p, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2028=1000000", 100_000_000)]
    [InlineData("2028=$47", 4_700)]
    [InlineData("2028=47K", 4_700_000)]
    public void Parse_AmountWithUnitOrAMillion_IsTaken(string text, long cents) => Assert.Equal(new YearBudget(2028, cents), YearBudget.Parse(text));

    [Fact]
    public void Load_YamlAndTable_GiveTheSameBudgets()
    {
        File.WriteAllText(_folder["b.yaml"], "2027: 235M\ntotal: '1,200,000,000'\n");
        File.WriteAllText(_folder["b.csv"], "budget,fiscal_year\n235000000,2027\n1.2B,total\n");
        Assert.Equal([new YearBudget(2027, 23_500_000_000), new YearBudget(null, 120_000_000_000)], BudgetFile.Load(_folder["b.yaml"]));
        Assert.Equal(BudgetFile.Load(_folder["b.yaml"]), BudgetFile.Load(_folder["b.csv"]));
    }

    [Fact]
    public void Load_WrongLines_AreAllNamedWithTheirPlace()
    {
        File.WriteAllText(_folder["b.csv"], "fiscal_year,budget\n2027,1M\n2027,2M\n20xx,1M\n2028,47\n");
        var message = Assert.Throws<InputException>(() => BudgetFile.Load(_folder["b.csv"])).Message;
        Assert.Contains("b.csv:3:1: There are two budgets for '2027'.", message, StringComparison.Ordinal);
        Assert.Contains("b.csv:5:1: The budget '47' of '2028' does not say of what. Write 47M for millions", message, StringComparison.Ordinal);
        Assert.Contains("b.csv:4:1: '20xx' with '1M' is not a budget.", message, StringComparison.Ordinal);
    }
}
