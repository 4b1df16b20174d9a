using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Cli.Tests.Studies;

/// <summary>What a command stores, a workbench computes under the same identifier.</summary>
public sealed class WorkbenchTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private readonly ShippedFolder _folder = prepared.Folder;

    [Fact]
    public void Workbench_SameInputsAndOptions_HasTheIdentifiersOfTheCommands()
    {
        Assert.Equal(0, _folder.Ctms("compare", "data/scenarios/baseline.yaml", "data/scenarios/supplements-only.yaml", "-w", "ws", "--analysis", "none").ExitCode);
        Assert.Equal(0, _folder.Ctms("market", "-w", "ws", "--index", "ECI", "--then", "3%").ExitCode);
        Assert.Equal(0, _folder.Ctms("supplement", "-w", "ws", "--ceiling", "0.2").ExitCode);
        var bench = Workbench.Open(_folder.File("ws"));
        var stored = bench.Runs().Select(r => r.RunId).Concat(bench.Studies().Select(s => s.StudyId)).Order(StringComparer.Ordinal).ToList();

        string[] computed =
        [
            bench.Compare(bench.Scenario("baseline.yaml"), bench.Scenario("supplements-only.yaml"), store: false).Manifest.RunId,
            bench.Market(new() { Index = "ECI", Then = 0.03 }).Manifest.RunId,
            bench.Supplements(change: o => o with { Policy = o.Policy with { Ceiling = 0.2 } }).Manifest.RunId,
        ];

        Assert.Equal(stored, computed.Order(StringComparer.Ordinal));
    }
}
