using CtmsAnalytics.Budget;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Exports;

namespace CtmsAnalytics.Workspace.Tests.Exports;

/// <summary>A small run with draws whose names a spreadsheet could take for something else.</summary>
internal static class ExampleExport
{
    public const string Formula = "=HYPERLINK(\"http://example.invalid\";\"x\")";

    private static readonly string[] Organisations = ["CSD", "csd", "CS*", "@SUM(A1)", "-1+1", "bell\u0007", "_x0041_", ">5"];

    public static readonly BudgetPolicy Policy = new(
        [.. Enum.GetValues<Component>().Select(c => new ObjectClassRule(c, null, 2021, new ObjectClass(c < Component.RecognitionPayment ? "11.1" : "12.1", "Pay & more"), ParameterMark.Assumed, "test"))],
        [new FundRule(null, null, 2021, new Fund("F", "Fund"), ParameterMark.Assumed, "test")]);

    public static RunExport Create(bool areNasty = true)
    {
        string[] organisations = areNasty ? Organisations : ["CSD", "IOD"];
        ProjectionResult[] results = [Projection(areNasty ? Formula : "Baseline", organisations, 1), Projection(areNasty ? Formula : "Proposal", organisations, 3)];
        var drawn = new DrawnRun(7, [.. results.Select(r => new DrawnScenario(
            r.FiscalYears.ToDictionary(y => y, y => (IReadOnlyList<long>)[.. new[] { -100, 0, 401 }.Select(d => d + r.Costs.Sum(k => k.FiscalYear == y))]),
            r.Costs.Cells.ToDictionary(c => c.Key, c => c.Value + (1 / 3m)),
            [],
            null,
            null))]);
        long Cost(int scenario, int year) => results[scenario].Costs.Sum(k => k.FiscalYear == year);
        var driver = new CostDriver("structure", "Salary structure", results[0].FiscalYears.ToDictionary(y => y, y => Cost(1, y) - Cost(0, y)));
        var facts = new RunFacts([], 12, 2027, [.. results.Select((r, s) => new ScenarioFacts(r, s == 0 ? [] : [driver], [], [], []))]);
        var manifest = RunManifest.Create([new ManifestInput("roster", Formula, new string('a', 64))], "test");
        return RunExport.Of(new RunRecord(manifest, results[0].FiscalYears, facts, drawn), BudgetBasis.Mean, Policy, [new ManifestInput("funds", "funds.csv", new string('b', 64))]);
    }

    private static ProjectionResult Projection(string name, string[] organisations, int factor)
    {
        var costs = new CostCube();
        var cents = 1_234_501L;
        foreach (var year in new[] { 2027, 2028 })
        {
            foreach (var organisation in organisations)
            {
                foreach (var component in Enum.GetValues<Component>()) costs.Add(new CostKey(year, "CISA", organisation, "T2", "DCB", component), factor * (cents += 98_761));
            }
        }

        return new ProjectionResult(
            new ScenarioLabel(name, "an example", new Horizon(new DateOnly(2026, 9, 20), 2)),
            [2027, 2028],
            costs,
            [.. from year in new[] { 2027, 2028 } from o in organisations select new HeadcountFlow(year, "CISA", o, 6, 1.25m, 0.5m, 6.75m, 6.123)],
            [],
            [new Parameter("VP", 2026, 292300, "USD/year", ParameterMark.Assumed, "158.613(b)", Formula, "Vice President")],
            ["a note"])
        {
            Capacity = [.. from year in new[] { 2027, 2028 } from o in organisations select new CapacityHours(year, "CISA", o, 12_734.4m, 500, 600, 700, 0, 0)],
        };
    }
}
