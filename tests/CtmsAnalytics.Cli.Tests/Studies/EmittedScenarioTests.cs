namespace CtmsAnalytics.Cli.Tests.Studies;

/// <summary>Studies and scenarios in a folder of the user's own, away from the shipped data.</summary>
public sealed class EmittedScenarioTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>, IDisposable
{
    private readonly string _own = Directory.CreateTempSubdirectory("ctms-own-").FullName;

    private string Workspace => prepared.Folder.File("ws");

    public void Dispose() => Directory.Delete(_own, recursive: true);

    [Fact]
    public void Valuation_EmitAwayFromTheShippedData_WritesAScenarioThatCheckAccepts()
    {
        Assert.Equal(0, prepared.Folder.Ctms("import", "qualifications", "data/sample/qualifications.csv", "data/sample/work.csv", "-w", "ws").ExitCode);

        Emits("valuation", "-w", Workspace, "--cut", "ADV=540");
    }

    [Fact]
    public void Supplement_EmitAwayFromTheShippedData_WritesAScenarioThatCheckAccepts() => Emits("supplement", "-w", Workspace, "--draws", "100");

    [Fact]
    public void Emit_OfWhatCannotExtendTheBaseline_FailsBeforeAnythingIsComputed()
    {
        File.WriteAllText(Path.Combine(_own, "baseline.yaml"), "name: Another\n");

        // There is no such workspace: it would be the first thing that the study reads.
        var (code, _, error) = Ctms("supplement", "-w", "nowhere", "--emit", "proposal.yaml");

        Assert.Equal(1, code);
        Assert.Contains("--emit proposal.yaml: A scenario there cannot extend", error, StringComparison.Ordinal);
        Assert.Contains("start from a folder that holds both", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenario_WithACountyThatIsNone_IsRefusedByCheckAndCompareWithItsPlace()
    {
        File.WriteAllText(Path.Combine(_own, "a.yaml"), "extends: baseline.yaml\nname: A\ndeployment:\n  worksites: [{ organisations: [CSD], from: DCB, to: \"00000\", share: 0.5 }]\n");

        foreach (var command in new string[][] { ["scenario", "check", "a.yaml"], ["scenario", "check", "a.yaml", "-w", Workspace], ["compare", "a.yaml", "a.yaml", "-w", Workspace] })
        {
            var (code, output, error) = Ctms(command);
            Assert.Equal(1, code);
            Assert.Contains("a.yaml:4:54: '00000' is no county that a worksite can lie in (158.704).", output + error, StringComparison.Ordinal);
        }
    }

    private void Emits(params string[] command)
    {
        var (code, _, error) = Ctms([.. command, "--emit", "proposal.yaml"]);
        Assert.True(code == 0, error);
        Assert.Contains("extends: \"baseline.yaml\"\n", File.ReadAllText(Path.Combine(_own, "proposal.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("OK proposal.yaml", Ctms("scenario", "check", "proposal.yaml", "-w", Workspace).Output, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Error) Ctms(params string[] arguments) => CtmsProcess.RunIn(_own, arguments);
}
