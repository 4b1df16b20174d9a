using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Cli.Tests;

public sealed class EmittedScenarioTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emitted").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_TextThatTheCheckTakes_StandsInTheFile()
    {
        var file = Path.Combine(_folder, "proposal.yaml");

        EmittedScenario.Write(file, "name: one\n", partial => Assert.Equal("name: one\n", File.ReadAllText(partial)));

        Assert.Equal([file], Directory.GetFiles(_folder));
        Assert.Equal("name: one\n", File.ReadAllText(file));
    }

    [Fact]
    public void Write_TextThatTheCheckRefuses_LeavesTheFormerFile()
    {
        var file = Path.Combine(_folder, "proposal.yaml");
        File.WriteAllText(file, "former");

        Assert.Throws<InputException>(() => EmittedScenario.Write(file, "name: two\n", _ => throw new InputException("Not this.")));

        Assert.Equal([file], Directory.GetFiles(_folder));
        Assert.Equal("former", File.ReadAllText(file));
    }

    [Fact]
    public void Extends_BaselineInAnotherFolder_IsThePathFromTheFile() =>
        Assert.Equal("data/base.yaml", EmittedScenario.Extends(Path.Combine(_folder, "p.yaml"), Path.Combine(_folder, "data", "base.yaml")));

    [Fact]
    public void Extends_BaselineOutsideTheFoldersThatAreRead_IsRefused() =>
        Assert.Contains("start from a folder that holds both", Assert.Throws<InputException>(() => EmittedScenario.Extends(Path.Combine(_folder, "work", "p.yaml"), Path.Combine(_folder, "data", "base.yaml"))).Message, StringComparison.Ordinal);
}
