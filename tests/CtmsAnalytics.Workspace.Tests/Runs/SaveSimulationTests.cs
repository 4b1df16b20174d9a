using CtmsAnalytics.Projection;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Workspace.Tests.Runs;

public sealed class SaveSimulationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public SaveSimulationTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void SaveSimulation_SameRun_IsKeptOnceForEachNumberOfDrawsAndGetsTheBreakdownThatItLacks()
    {
        _workspace.ImportRoster(RepositoryFiles.SampleRoster);
        _workspace.ImportMarket(RepositoryFiles.Market("oews_national_cyber_2024.csv"));
        var data = Path.Combine(RepositoryFiles.Root, "data");
        var scenario = ScenarioFiles.Load(Path.Combine(data, "scenarios", "baseline.yaml"), ScenarioRulesFiles.Load(data), null);
        var input = new ProjectionInput(_workspace.LoadRoster(), _workspace.LoadParameters(), _workspace.LoadWages(), _workspace.LoadMarkets());
        var manifest = RunManifest.Create([.. _workspace.Inputs(), AnalystWorkspace.SeedInput(1)], "simulation");
        var header = new ShardHeader(manifest, 1, scenario.Scenario.Horizon, input.Roster.Count, 6, 1, 1, 0, 6, false, null);
        SimulationTally Tally(RandomSources held, int draws) => new Simulator([scenario.Scenario], input, new SimulationOptions { Held = held }).Run(0, draws);
        var six = Tally(RandomSources.None, 6);

        Assert.True(_workspace.SaveSimulation(SimulatedRun.Create(header, [six])));
        var rows = _workspace.RowCounts();
        Assert.False(_workspace.SaveSimulation(SimulatedRun.Create(header, [six])));
        Assert.Equal(rows, _workspace.RowCounts());
        Assert.Equal((1, 6, 0), (rows["simulation"], rows["simulation_year"], rows["simulation_risk"]));
        Assert.Equal(0, rows["simulation_draw_component"] % 6);

        var withBreakdown = SimulatedRun.Create(header with { HasBreakdown = true }, [six, .. SimulatedRun.Sources.Select(s => Tally(s, 6))]);
        Assert.True(_workspace.SaveSimulation(withBreakdown));
        Assert.False(_workspace.SaveSimulation(withBreakdown));
        Assert.Equal((1, SimulatedRun.Sources.Count), (_workspace.RowCounts()["simulation"], _workspace.RowCounts()["simulation_risk"]));

        Assert.True(_workspace.SaveSimulation(SimulatedRun.Create(header with { TotalDraws = 3, Draws = 3 }, [Tally(RandomSources.None, 3)])));
        Assert.Equal(2, _workspace.RowCounts()["simulation"]);
    }

    [Fact]
    public void Digest_OfAScenario_DependsOnItsValuesAndNotOnTheFileThatSetsThem()
    {
        var data = Path.Combine(RepositoryFiles.Root, "data");
        var baseline = Path.Combine(data, "scenarios", "baseline.yaml");
        Directory.CreateDirectory(_folder["scenarios"]);
        foreach (var file in Directory.GetFiles(Path.Combine(data, "scenarios"), "*.yaml")) File.Copy(file, Path.Combine(_folder["scenarios"], Path.GetFileName(file)));
        string Digest(string text)
        {
            File.WriteAllText(Path.Combine(_folder["scenarios"], "other.yaml"), text);
            return ScenarioFiles.Load(Path.Combine(_folder["scenarios"], "other.yaml"), ScenarioRulesFiles.Load(data), null).Sha256;
        }

        var original = ScenarioFiles.Load(baseline, ScenarioRulesFiles.Load(data), null);
        var label = $"name: {original.Scenario.Name}\ndescription: {original.Scenario.Description}\n";
        Assert.Equal(original.Sha256, Digest($"extends: baseline.yaml # a comment\n{label}"));
        Assert.NotEqual(original.Sha256, Digest($"extends: baseline.yaml\n{label}supplements: {{ SF: 0.21 }}\n"));
    }
}
