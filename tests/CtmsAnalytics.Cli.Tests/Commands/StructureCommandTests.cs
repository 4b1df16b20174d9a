using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class StructureCommandTests : IClassFixture<PreparedFolder>
{
    private const string Baseline = "data/scenarios/baseline.yaml";
    private const string Draws = "8";
    private readonly ShippedFolder _folder;

    public StructureCommandTests(PreparedFolder prepared) => _folder = prepared.Folder;

    [Fact]
    public void Optimise_EmittedScenario_CostsTheSameToTheCentWhenItIsSimulated()
    {
        var (code, output, error) = Structure("optimise", "--market-ratio", "0.8", "--supplement-floor", "0", "--pool-floor", "0.025", "--emit", "proposal.yaml", "--json");
        Assert.Equal((0, ""), (code, error));
        using var study = JsonDocument.Parse(output);
        var stated = study.RootElement.GetProperty("alternatives").EnumerateArray().Select(a => a.GetProperty("cost").GetProperty("meanCents").GetDouble()).ToArray();

        Assert.Equal(stated, Simulated("proposal.yaml"));
        Assert.True(study.RootElement.GetProperty("optimum").GetProperty("goals").EnumerateArray().All(g => g.GetProperty("isMet").GetBoolean()));
        Assert.Equal(0, _folder.Ctms("compare", Baseline, "proposal.yaml", "-w", "ws", "--analysis", "none", "--json").ExitCode);
        Assert.Equal(0, _folder.Ctms("scenario", "check", "proposal.yaml").ExitCode);
    }

    [Theory]
    [InlineData("market")]
    [InlineData("ends")]
    public void Design_Emitted_CostsTheSameWhenItIsSimulated(string method)
    {
        var (code, output, error) = Structure("design", "--method", method, "--emit", $"{method}.yaml", "--json");
        Assert.Equal((0, ""), (code, error));
        using var study = JsonDocument.Parse(output);
        var stated = study.RootElement.GetProperty("alternatives").EnumerateArray().Select(a => a.GetProperty("cost").GetProperty("meanCents").GetDouble()).ToArray();

        Assert.Equal(stated, Simulated($"{method}.yaml"));
    }

    [Fact]
    public void Compare_ThreeAlternatives_PrintsThemSideBySideAndStoresTheStudy()
    {
        var (code, output, error) = Structure("compare", "-a", "market", "-a", "pay-line", "-a", "ends", "--pick", "ends", "--emit", "picked.yaml");

        Assert.Equal((0, ""), (code, error));
        foreach (var text in new[] { "A market", "B pay-line", "C ends", "Least squares", "Bisquare", "158.621(c)", "95% interval", "Study" }) Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.Contains("ends", File.ReadAllText(_folder.File("picked.yaml")), StringComparison.Ordinal);
        Assert.Contains("structure", _folder.Ctms("studies", "-w", "ws").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Optimise_GoalsThatContradict_SaysWhichAndWritesNothing()
    {
        var (code, _, error) = Structure("optimise", "--share", "1", "--progression-max", "0.15", "--emit", "none.yaml");

        Assert.NotEqual(0, code);
        Assert.Contains("contradict each other", error, StringComparison.Ordinal);
        Assert.Contains("a midpoint progression up to", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("none.yaml")));
    }

    [Fact]
    public void Optimise_BudgetBelowTheBase_SaysByHowMuchAndWritesNothing()
    {
        var (code, _, error) = Structure("optimise", "--budget", "200M", "--emit", "none.yaml");

        Assert.NotEqual(0, code);
        Assert.Contains("more than the budget of $200,000,000", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("none.yaml")));
    }

    [Theory]
    [InlineData("--share", "1.2", "fraction from 0 to 1")]
    [InlineData("--tolerance", "5", "for example 0.05")]
    [InlineData("--effective", "2020-01-01", "2026-09-20")]
    [InlineData("--draws", "0", "at least one draw")]
    [InlineData("--supplement-floor", "0", "market ratio")]
    [InlineData("--emit", "data/scenarios/baseline.yaml", "the baseline itself")]
    [InlineData("--emit", "nowhere/p.yaml", "does not exist")]
    public void Optimise_FigureThatMakesNoSense_SaysWhatWouldBeRight(string option, string value, string right)
    {
        var (code, _, error) = _folder.Ctms("structure", "optimise", Baseline, "-w", "ws", option, value);

        Assert.NotEqual(0, code);
        Assert.Contains(right, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Design_UnknownMethod_NamesTheMethods()
    {
        var (code, _, error) = Structure("design", "--method", "guess");

        Assert.NotEqual(0, code);
        Assert.Contains("quartiles", error, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Error) Structure(string verb, params string[] options) =>
        _folder.Ctms(["structure", verb, Baseline, "-w", "ws", "--draws", Draws, .. options]);

    /// <summary>Mean cents of the base and of a file over all years, as <c>ctms simulate</c> tells them; sums of eighths of a cent are exact.</summary>
    private double[] Simulated(string file)
    {
        var (code, output, error) = _folder.Ctms("simulate", Baseline, file, "-w", "ws", "--draws", Draws, "--analysis", "none", "--json");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("costs").EnumerateArray()
            .Where(c => c.GetProperty("fiscalYear").ValueKind == JsonValueKind.Number).Sum(c => c.GetProperty("mean").GetDouble()))];
    }
}
