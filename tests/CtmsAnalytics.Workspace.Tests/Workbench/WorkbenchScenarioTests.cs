using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>Scenarios by name and in a cell.</summary>
public sealed class WorkbenchScenarioTests(SampleBench sample) : IClassFixture<SampleBench>
{
    private readonly Workbench _bench = sample.Bench;

    [Fact]
    public void Scenario_ShippedNameOrPath_IsTheSame()
    {
        var shipped = _bench.Scenario("targeted-talent.yaml");

        Assert.Equal(shipped.Sha256, _bench.Scenario(Path.Combine(RepositoryFiles.Root, "data", "scenarios", "targeted-talent.yaml")).Sha256);
        Assert.NotEqual(shipped.Sha256, _bench.Scenario("baseline.yaml").Sha256);
    }

    [Theory]
    [InlineData("nothing.yaml")]
    [InlineData("../policy/parameters.csv")]
    public void Scenario_NotThere_NamesTheShippedOnes(string name) =>
        Assert.Contains("baseline.yaml, hiring-funnel.yaml", Assert.Throws<InputException>(() => _bench.Scenario(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void ScenarioText_SameTextAsAFile_IsTheSameScenario()
    {
        var file = Path.Combine(RepositoryFiles.Root, "data", "scenarios", "supplements-only.yaml");

        var text = _bench.ScenarioText(File.ReadAllText(file));

        Assert.Equal(_bench.Scenario(file).Sha256, text.Sha256);
        Assert.Equal(_bench.Scenario(file).Inputs.Select(i => i.Sha256), text.Inputs.Select(i => i.Sha256));
        Assert.Equal(["cell text", "baseline.yaml"], text.Inputs.Select(i => i.Name));
    }

    [Theory]
    [InlineData("name: x\nextends: baseline.yaml\nsuplements: {}\n", 3, 1, "Did you mean 'supplements'?")]
    [InlineData("name: x\nextends: baseline.yaml\nsupplements:\n  DCB: lots\n", 4, 8, "0.05")]
    [InlineData("name: x\nextends: baselin.yaml\n", 2, 10, "baseline.yaml")]
    [InlineData("name: x\n\tname: y\n", 2, 1, "spaces")]
    [InlineData("", 1, 1, "at least a name")]
    [InlineData("name: x\nextends: ../../../outside.yaml\n", 2, 10, "present folder")]
    [InlineData("name: x\nextends: /etc/passwd\n", 2, 10, "relative")]
    [InlineData("name: x\nextends: 'C:\\x.yaml'\n", 2, 10, "relative")]
    public void ScenarioText_Problem_HasItsPlaceInTheText(string yaml, int line, int column, string right)
    {
        var problem = Assert.Throws<InputException>(() => _bench.ScenarioText(yaml)).Problems[0];

        Assert.Equal(("cell text", line, column), (problem.File, problem.Line, problem.Column));
        Assert.Contains(right, problem.Right, StringComparison.Ordinal);
    }

    [Fact]
    public void ScenarioText_HalfACharacter_HasItsPlace()
    {
        var problem = Assert.Throws<InputException>(() => _bench.ScenarioText("name: x\ndescription: a\ud800\n")).Problems[0];

        Assert.Equal((2, 15), (problem.Line, problem.Column));
    }

    [Fact]
    public void ScenarioText_LinkOutOfThePresentFolder_IsRefused()
    {
        using var outside = new TemporaryFolder();
        outside.Write("base.yaml", "name: outside\n");
        const string Link = "linked-outside";
        Directory.CreateSymbolicLink(Link, outside.Path);
        try
        {
            var problem = Assert.Throws<InputException>(() => _bench.ScenarioText($"name: x\nextends: {Link}/base.yaml\n")).Problems[0];
            Assert.Contains("leads out of the folders", problem.What, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Link);
        }
    }
}
