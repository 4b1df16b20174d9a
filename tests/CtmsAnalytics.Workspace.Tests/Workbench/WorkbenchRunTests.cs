using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>Runs: those of the rules and the simulation, under the identifiers that the commands give them.</summary>
public sealed class WorkbenchRunTests(SampleBench sample) : IClassFixture<SampleBench>
{
    private readonly Workbench _bench = sample.Bench;

    [Fact]
    public void Compare_ShippedScenarios_IsThePointEstimateAndIsStored()
    {
        var (baseline, proposal) = (_bench.Scenario("baseline.yaml"), _bench.Scenario("supplements-only.yaml"));

        var run = _bench.Compare(baseline, proposal);

        sample.RequireNoLock();
        Assert.Equal(PointEstimate.Run(proposal.Scenario, _bench.Input).Costs.Total, run.ComparisonOf(1).Proposal.Costs.Total);
        Assert.Empty(run.Facts.Scenarios[1].People);
        Assert.Equal(Expected(("scenario (baseline)", baseline), ("scenario (proposal)", proposal)), run.Manifest.RunId);
        Assert.Equal(run.Manifest.RunId, _bench.LoadRun(run.Manifest.RunId).Manifest.RunId);
        Assert.Contains(_bench.Runs(), r => r.RunId == run.Manifest.RunId);
    }

    [Fact]
    public void Compare_AnalysedLater_KeepsWhatReportsShow()
    {
        var (baseline, mine) = (_bench.Scenario("baseline.yaml"), _bench.ScenarioText("name: Short\nextends: baseline.yaml\nhorizon: { fiscal_years: 5 }\nsupplements:\n  DCB: 0.29\n"));
        var id = _bench.Compare(baseline, mine).Manifest.RunId;
        Assert.Empty(_bench.LoadRun(id).Facts.Scenarios[1].People);

        _bench.Compare(baseline, mine, AnalysisLevel.Automatic);
        Assert.Equal(204, _bench.LoadRun(id).Facts.Scenarios[1].People.Count);

        _bench.Compare(baseline, mine);
        Assert.Equal(204, _bench.LoadRun(id).Facts.Scenarios[1].People.Count);
    }

    [Fact]
    public void CompareAndSimulate_StoredRun_SaysWhatIsProposed()
    {
        var (baseline, mine) = (_bench.Scenario("baseline.yaml"), _bench.ScenarioText("name: Dearer places\nextends: baseline.yaml\nsupplements: { KC: 0.05 }\nchanges:\n  - effective: 2027-10-10\n    supplements: { SF: 0.2 }\n"));

        var compared = _bench.LoadRun(_bench.Compare(baseline, mine).Manifest.RunId);
        var simulated = _bench.LoadRun(_bench.Simulate([baseline, mine], new DrawOptions { Draws = 4 }, store: true).Manifest.RunId);

        foreach (var run in new[] { compared, simulated })
        {
            Assert.Empty(run.Facts.Scenarios[0].Changes);
            Assert.Equal(
                [
                    new ProposedChange("supplements.KC", "Supplement in the market: Kansas City-Overland Park-Kansas City, MO-KS", "fraction of structure salary", new DateOnly(2026, 9, 20), null, "0.05", "158.612"),
                    new ProposedChange("supplements.SF", "Supplement in the market: San Jose-San Francisco-Oakland, CA", "fraction of structure salary", new DateOnly(2027, 10, 10), "0.18", "0.2", "158.612"),
                ],
                run.Facts.Scenarios[1].Changes);
        }
    }

    [Fact]
    public void Compare_ApprovalForAPerson_IsMarkedAsSuch()
    {
        var mine = _bench.ScenarioText("name: Approved\nextends: baseline.yaml\nextended_range: { approvals: { S0071: { from: 2027-10-10, determination: Scarce. } } }\n");

        var changes = _bench.Compare(_bench.Scenario("baseline.yaml"), mine, store: false).Facts.Scenarios[1].Changes;

        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.True(c.NamesPerson));
    }

    [Fact]
    public void Compare_NotStored_LeavesTheWorkspaceAlone()
    {
        var file = Path.Combine(sample.Folder, AnalystWorkspace.FileName);
        var mine = _bench.ScenarioText("name: Mine\nextends: baseline.yaml\nsupplements:\n  DCB: 0.31\n");
        var before = File.ReadAllBytes(file);

        var run = _bench.Compare(_bench.Scenario("baseline.yaml"), mine, AnalysisLevel.None, store: false);

        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.DoesNotContain(_bench.Runs(), r => r.RunId == run.Manifest.RunId);
    }

    [Fact]
    public void Simulate_SmallRun_IsTheSimulatorsAndRepeats()
    {
        var baseline = _bench.Scenario("baseline.yaml");
        var shares = new List<double>();

        var run = _bench.Simulate([baseline], new() { Draws = 6, Seed = 7, Threads = 1 }, store: true, new Told(shares));

        sample.RequireNoLock();
        var direct = new Simulator([baseline.Scenario], _bench.Input, new SimulationOptions { Seed = 7 }).Run(0, 6).Result();
        Assert.Equal(direct.Cost(0, CostMargin.Total).Mean, run.Drawn!.Cost(0, null).Mean);
        Assert.Equal((6, 7u), (run.Drawn.Draws, run.Drawn.Seed));
        Assert.Equal(run.Drawn.CostByDraw(0, null), _bench.LoadRun(run.Manifest.RunId).Drawn!.CostByDraw(0, null));
        Assert.InRange(shares[^1], 0.99, 1);
    }

    [Fact]
    public void Simulate_WithBreakdown_IsLoadedWithTheSameRiskAndItsErrors()
    {
        var run = _bench.Simulate([_bench.Scenario("baseline.yaml"), _bench.Scenario("supplements-only.yaml")], new DrawOptions { Draws = 40, Seed = 5, Breakdown = true }, store: true);

        var loaded = _bench.LoadRun(run.Manifest.RunId);

        Assert.NotNull(loaded.Drawn!.Scenarios[1].DifferenceRisk!.RemainderStandardError);
        Assert.Null(loaded.Drawn.Scenarios[0].DifferenceRisk);
        for (var s = 0; s < 2; s++)
        {
            foreach (var (computed, stored) in new[] { (run.Drawn!.Scenarios[s].CostRisk, loaded.Drawn.Scenarios[s].CostRisk), (run.Drawn.Scenarios[s].DifferenceRisk, loaded.Drawn.Scenarios[s].DifferenceRisk) })
            {
                Assert.Equal(computed?.StandardDeviation, stored?.StandardDeviation);
                Assert.Equal(computed?.Sources.ToHashSet(), stored?.Sources.ToHashSet());
                Assert.Equal(computed?.RemainderStandardError, stored?.RemainderStandardError);
            }
        }
    }

    [Fact]
    public void Simulate_UnsoundOptions_AreRefused()
    {
        var baseline = _bench.Scenario("baseline.yaml");

        Assert.Contains("Draws is 0", Assert.Throws<InputException>(() => _bench.Simulate([baseline], new DrawOptions { Draws = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("UntilError is 2", Assert.Throws<InputException>(() => _bench.Simulate([baseline], new DrawOptions { UntilError = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("no scenario", Assert.Throws<InputException>(() => _bench.Simulate([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_Stopped_StoresNothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var before = _bench.Runs().Count;

        Assert.ThrowsAny<OperationCanceledException>(() => _bench.Compare(_bench.Scenario("baseline.yaml"), _bench.Scenario("hiring-funnel.yaml"), cancellationToken: stop.Token));

        Assert.Equal(before, _bench.Runs().Count);
        sample.RequireNoLock();
    }

    [Fact]
    public void Roster_ImportedByAnotherProgram_IsReadAgain()
    {
        using var own = new SampleBench();
        var bench = own.Bench;
        var before = bench.Roster;
        Assert.Same(before, bench.Roster);
        using (var workspace = AnalystWorkspace.Open(own.Folder))
        {
            var rows = File.ReadAllLines(RepositoryFiles.SampleRoster);
            workspace.ImportRoster(WriteHalf(own.Folder, rows));
        }

        Assert.Equal(100, bench.Roster.Count);
        Assert.Equal(204, Workbench.Open(own.Folder, roster: 1).Roster.Count);
    }

    private static string WriteHalf(string folder, string[] rows)
    {
        var path = Path.Combine(folder, "half.csv");
        File.WriteAllLines(path, rows.Take(101));
        return path;
    }

    /// <summary>The identifier by the definition that a manifest states: every file of each scenario, and what the workspace holds.</summary>
    private string Expected(params (string Role, LoadedScenario Scenario)[] scenarios)
    {
        using var workspace = AnalystWorkspace.Open(sample.Folder, readOnly: true);
        var files = scenarios.SelectMany(s => s.Scenario.Sources.Select(f => new ManifestInput(s.Role, Path.GetFileName(f.File), f.Sha256)));
        return RunManifest.Create([.. files, .. workspace.Inputs()], PointEstimate.Method).RunId;
    }

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (shares) shares.Add(value);
        }
    }
}
