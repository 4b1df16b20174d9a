using CtmsAnalytics.Budget;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Runs;

public sealed class SaveRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public SaveRunTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void SaveRun_Comparison_KeepsEveryCentAndPerson()
    {
        var comparison = Example("run-1");

        Assert.True(_workspace.SaveRun(comparison));

        Assert.Equal(comparison.Baseline.Costs.Total, Scalar<long>("SELECT sum(cents)::BIGINT FROM run_cost WHERE scenario = 'baseline'"));
        Assert.Equal(comparison.Proposal.Costs.Total, Scalar<long>("SELECT sum(cents)::BIGINT FROM run_cost WHERE scenario = 'proposal'"));
        Assert.Equal(Enum.GetValues<Component>().Length, Scalar<long>("SELECT count(DISTINCT component) FROM run_cost"));
        Assert.Equal(12.3456789m, Scalar<decimal>("SELECT people_end FROM run_headcount WHERE scenario = 'proposal'"));
        Assert.True(Scalar<bool>("SELECT bool_and(people_start + hires - separations = people_end) FROM run_headcount"));
        Assert.Equal(300, Scalar<long>("SELECT sum(cents)::BIGINT FROM run_driver"));
        Assert.Equal("Baseline|Proposal", Scalar<string>("SELECT string_agg(name, '|' ORDER BY scenario) FROM run_scenario"));
        Assert.Equal("roster", Scalar<string>("SELECT role FROM run_input"));
        Assert.Equal("assumed", Scalar<string>("SELECT DISTINCT mark::VARCHAR FROM run_assumption"));
        Assert.Equal(2, Scalar<long>("SELECT count(*) FROM run_rule"));
        Assert.Equal("a note", Scalar<string>("SELECT DISTINCT note FROM run_note"));
    }

    [Fact]
    public void SaveRun_SameIdentifierAgain_ChangesNothing()
    {
        _workspace.SaveRun(Example("run-1"));
        var before = _workspace.RowCounts();

        Assert.False(_workspace.SaveRun(Example("run-1")));
        Assert.Equal(before, _workspace.RowCounts());
        Assert.True(_workspace.SaveRun(Example("run-2")));
    }

    [Fact]
    public void SaveRun_FailingHalfWay_StoresNothing()
    {
        var example = Example("run-1");
        var twice = example with { Proposal = example.Proposal with { Headcount = [.. example.Proposal.Headcount, .. example.Proposal.Headcount] } };
        var before = _workspace.RowCounts();

        Assert.Throws<DuckDBException>(() => _workspace.SaveRun(twice));

        Assert.Equal(before, _workspace.RowCounts());
    }

    private static Comparison Example(string id) => new(
        Result("Baseline", 100, 10m),
        Result("Proposal", long.MaxValue / 16, 12.3456789m),
        [new CostDriver("structure", "Structure", new Dictionary<int, long> { [2026] = 100, [2027] = 200 })],
        [],
        new RunManifest(id, "0.1.0", [new ManifestInput("roster", "r.csv", new string('a', 64))], "point estimate"));

    private static ProjectionResult Result(string name, long cents, decimal people)
    {
        var costs = new CostCube();
        foreach (var component in Enum.GetValues<Component>()) costs.Add(new CostKey(2026, "CISA", "CSD", "T2", "DCB", component), cents);
        var policy = new PayPolicy(new SalaryStructure("s", new Dictionary<int, double>(), []), new Dictionary<string, double>(), new RecognitionPolicy(10, [], [], 0, [], [], 0, false), []);
        var scenario = new Scenario(
            name,
            "an example",
            new Horizon(new DateOnly(2025, 10, 5), 5),
            new EconomyPath(new Dictionary<int, double>(), 0, 0, 0),
            new WorkforceAssumptions(new Dictionary<string, double>(), [], 0, 1, 0, 0, 0, 0, new Dictionary<string, LevelProgression>()),
            new EmployerCostPolicy("fers_frae", 0),
            new AggregateLimitPolicy("VP", ExcessTreatment.Deferred),
            [new DatedPolicy(new DateOnly(2025, 10, 5), policy)]);
        return new ProjectionResult(
            scenario.Label,
            [2026],
            costs,
            [new HeadcountFlow(2026, "CISA", "CSD", people, 0.1m, 0.1m, people, 9.5)],
            [new RuleEffect(2026, "aggregate limit", "158.604", 1.5, 12345, "deferred")],
            [new Parameter("VP", 2026, 292300, "USD/year", ParameterMark.Assumed, "158.613(b)", "assumed", "Vice President")],
            ["a note"]);
    }

    private T Scalar<T>(string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={Path.Combine(_folder["ws"], AnalystWorkspace.FileName)};access_mode=read_write");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }
}
