using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Workspace.Tests.Runs;

public sealed class LoadRunTests : IDisposable
{
    private const int Draws = 6;
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public LoadRunTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void LoadRun_StoredSimulation_SaysWhatTheDrawsSaid()
    {
        var (run, facts) = Simulated();
        _workspace.SaveSimulation(run);

        var loaded = _workspace.LoadRun(run.Header.Manifest.RunId[..6]);

        Assert.Equal(run.Header.Manifest.Inputs, loaded.Manifest.Inputs);
        Assert.Equal((facts.RosterPeople, facts.PeopleYear), (loaded.Facts.RosterPeople, loaded.Facts.PeopleYear));
        var drawn = loaded.Drawn!;
        Assert.Equal((1u, Draws), (drawn.Seed, drawn.Draws));
        for (var s = 0; s < 2; s++)
        {
            foreach (var year in run.Result.Layout.FiscalYears.Select(y => (int?)y).Append(null))
            {
                var margin = new CostMargin { FiscalYear = year };
                Assert.Equal(run.Result.CostByDraw(s, margin), drawn.CostByDraw(s, year));
                Assert.Equal(run.Result.Cost(s, margin), drawn.Cost(s, year));
                Assert.Equal(run.Result.Difference(s, margin), drawn.Difference(s, year));
            }

            // A mean is a whole sum over draws, so that it comes back exactly.
            Assert.Equal(run.Result.MeanCosts(s), drawn.Scenarios[s].MeanCosts);
            Assert.Equal(run.Result.ServiceHeadcount(s).Select(h => h.End.Mean), drawn.Scenarios[s].Headcount.Select(h => h.End));
            Assert.Equal(facts.Scenarios[s].Projection.Costs.Cells, loaded.Facts.Scenarios[s].Projection.Costs.Cells);
            Assert.Equal(facts.Scenarios[s].Projection.Headcount, loaded.Facts.Scenarios[s].Projection.Headcount);
            Assert.Equal(facts.Scenarios[s].Projection.UsedParameters, loaded.Facts.Scenarios[s].Projection.UsedParameters);
        }

        var comparison = loaded.ComparisonOf(1);
        Assert.Equal(comparison.Proposal.Costs.Total - comparison.Baseline.Costs.Total, comparison.Drivers.Sum(d => d.Total));
    }

    [Fact]
    public void LoadRun_UnknownOrEarlierRun_SaysWhatToDo()
    {
        var none = Assert.Throws<InputException>(() => _workspace.LoadRun("latest"));
        Assert.Contains("ctms compare", none.Message, StringComparison.Ordinal);

        var (run, _) = Simulated();
        _workspace.SaveSimulation(run with { Header = run.Header with { Facts = null } });
        Assert.Contains("no run 'zzz'", Assert.Throws<InputException>(() => _workspace.LoadRun("zzz")).Message, StringComparison.Ordinal);
        Assert.Contains("earlier version", Assert.Throws<InputException>(() => _workspace.LoadRun("latest")).Message, StringComparison.Ordinal);
        Assert.False(Assert.Single(_workspace.Runs()).HasFacts);

        // The same command again completes the run.
        Assert.True(_workspace.SaveSimulation(run));
        Assert.True(Assert.Single(_workspace.Runs()).HasFacts);
        Assert.Equal(Draws, _workspace.LoadRun("latest").Drawn!.Draws);
    }

    [Fact]
    public void SaveSimulation_RunOfAnEarlierVersion_GetsWhatIsProposed()
    {
        var (run, facts) = Simulated();
        _workspace.SaveSimulation(run);
        _workspace.Dispose();
        using (var connection = new DuckDBConnection($"Data Source={Path.Combine(_folder["ws"], AnalystWorkspace.FileName)}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """UPDATE run_facts SET facts = replace(facts::VARCHAR, '"changes":[],', '')""";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        using var reopened = AnalystWorkspace.Open(_folder["ws"]);
        Assert.Empty(reopened.LoadRun("latest").Facts.Scenarios[1].Changes);
        var change = new ProposedChange("supplements.SF", "Supplement", "fraction of salary", null, "0.18", "0.2", "158.612");
        RunFacts now = facts with { Scenarios = [facts.Scenarios[0], facts.Scenarios[1] with { Changes = [change] }] };

        Assert.True(reopened.SaveSimulation(run with { Header = run.Header with { Facts = now } }));
        Assert.Equal([change], reopened.LoadRun("latest").Facts.Scenarios[1].Changes);
        Assert.False(reopened.SaveSimulation(run with { Header = run.Header with { Facts = now } }));
    }

    private (SimulatedRun Run, RunFacts Facts) Simulated()
    {
        _workspace.ImportRoster(RepositoryFiles.SampleRoster);
        _workspace.ImportMarket(RepositoryFiles.Market("oews_national_cyber_2024.csv"));
        var data = Path.Combine(RepositoryFiles.Root, "data");
        var rules = ScenarioRulesFiles.Load(data);
        Scenario[] scenarios = [.. new[] { "baseline.yaml", "targeted-talent.yaml" }.Select(f => ScenarioFiles.Load(Path.Combine(data, "scenarios", f), rules).Scenario)];
        var input = new ProjectionInput(_workspace.LoadRoster(), _workspace.LoadParameters(), _workspace.LoadWages(), _workspace.LoadMarkets());
        var facts = RunAnalysis.Of(scenarios, input, new RunAnalysisOptions(People: false, Sensitivities: false, Raises: false));
        var header = new ShardHeader(
            RunManifest.Create([.. _workspace.Inputs(), AnalystWorkspace.SeedInput(1)], "simulation"), 1, scenarios[0].Horizon, input.Roster.Count, Draws, 1, 1, 0, Draws, false, facts);
        return (SimulatedRun.Create(header, [new Simulator(scenarios, input, new SimulationOptions()).Run(0, Draws)]), facts);
    }
}
