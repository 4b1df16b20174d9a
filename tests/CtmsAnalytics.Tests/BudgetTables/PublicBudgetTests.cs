using CtmsAnalytics.Budget;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.BudgetTables;

public sealed class PublicBudgetTests
{
    private static readonly BudgetPolicy Policy = new(
        [.. Enum.GetValues<Component>().Select(c => new ObjectClassRule(c, null, 2021, new ObjectClass("11.1", "Pay"), ParameterMark.Assumed, "test"))],
        [new FundRule(null, null, 2021, new Fund("F", "Fund"), ParameterMark.Assumed, "test")]);

    [Fact]
    public void Tables_SmallOrganisation_IsHiddenAndNoTotalGivesItBack()
    {
        var tables = Leadership(("AAA", 3), ("BBB", 6), ("CCC", 20)).Tables(1).ToDictionary(t => t.Name);
        var rows = tables["budget"].Rows.ToDictionary(r => r.Keys[0], r => r.Amounts);

        Assert.All(rows["CISA AAA"], Assert.Null);
        Assert.All(rows["CISA BBB"], Assert.Null);
        Assert.All(rows["CISA CCC"], a => Assert.NotNull((object?)a));
        Assert.All(tables["budget"].Totals!, a => Assert.NotNull((object?)a));
        Assert.All(tables["program-change-by-organisation"].Rows, r => Assert.Equal(r.Keys[1] != "CISA CCC", r.Amounts.All(a => a is null)));
        Assert.DoesNotContain("Organisation", tables["quarters"].Keys);
    }

    [Fact]
    public void Staffing_SmallOrganisation_HasNoRow() =>
        Assert.Equal(["CCC"], Leadership(("AAA", 3), ("BBB", 6), ("CCC", 20)).Staffing().Rows.Select(r => r.Organisation).Distinct());

    [Fact]
    public void Tables_LargeOrganisations_AreAllShown()
    {
        var budget = Leadership(("AAA", 5), ("BBB", 6));

        Assert.False(budget.HidesAny);
        Assert.All(budget.Tables(1), t => Assert.All(t.Rows, r => Assert.All(r.Amounts, a => Assert.NotNull((object?)a))));
    }

    private static PublicBudget Leadership(params (string Organisation, int People)[] organisations)
    {
        var roster = organisations.SelectMany(o => Enumerable.Range(0, o.People).Select(i => TestWorld.Person($"{o.Organisation}{i}") with { Organisation = o.Organisation })).ToArray();
        var result = PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(roster));
        var facts = new RunFacts([], roster.Length, 2027, [new ScenarioFacts(result, [], [], [], []), new ScenarioFacts(result, [], [], [], [])]);
        return new PublicBudget(BudgetBook.Of(new RunRecord(RunManifest.Create([], "test"), result.FiscalYears, facts, null), 1, BudgetBasis.Point, Policy));
    }

    [Fact]
    public void Policy_ComponentsThatMayNotStandAlone_ShareOneObjectClass()
    {
        ObjectClassRule Rule(Component component, string code) => new(component, null, 2021, new ObjectClass(code, "class " + code), ParameterMark.Assumed, "test");
        var policy = new BudgetPolicy([Rule(Component.Salary, "11.1"), Rule(Component.RecognitionPayment, "11.5"), Rule(Component.SpecialWorkingConditions, "11.5"), Rule(Component.NonforeignAllowance, "12.1"), Rule(Component.Retirement, "12.1")], []);

        var together = policy.Together(new HashSet<Component> { Component.SpecialWorkingConditions, Component.NonforeignAllowance });

        string Code(Component component) => together.ObjectClassOf(component, Employment.FullTimePermanent, 2028).ObjectClass.Code;
        Assert.Equal("11.1", Code(Component.Salary));
        Assert.All(new[] { Component.RecognitionPayment, Component.SpecialWorkingConditions, Component.NonforeignAllowance, Component.Retirement }, c => Assert.Equal("11.5 + 12.1", Code(c)));
        Assert.Same(policy, policy.Together(new HashSet<Component>()));
    }
}
