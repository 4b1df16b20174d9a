using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Budgets;

namespace CtmsAnalytics.Workspace.Tests.Budgets;

public sealed class YearBudgetTests
{
    [Fact]
    public void Budgets_of_years_are_read_from_one_text()
    {
        var years = YearBudget.ParseYears(" 2027=44.5M  FY2028=$46,000,000\n2029=1.2B ");

        Assert.Equal([(2027, 44_500_000_00L), (2028, 46_000_000_00L), (2029, 1_200_000_000_00L)], years.OrderBy(y => y.Key).Select(y => (y.Key, y.Value)));
        Assert.Empty(YearBudget.ParseYears(""));
    }

    [Theory]
    [InlineData("2027=44M 2027=45M", "two budgets")]
    [InlineData("total=240M", "all years together")]
    [InlineData("2027=44M 46M", "'46M' is not a budget")]
    [InlineData("2027=44", "44M for millions")]
    public void What_is_no_budget_of_a_year_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => YearBudget.ParseYears(text)).Message, StringComparison.Ordinal);
}
