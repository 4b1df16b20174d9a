using System.Text.Json;
using CtmsAnalytics.Cli.Output;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class ParametersCommandTests
{
    [Fact]
    public void Readme_OfTheLibrary_HoldsTheParametersOfTheData()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "src", "CtmsAnalytics", "README.md"));
        var (code, output, error) = CtmsProcess.RunIn(Root(), "parameters", "--markdown");

        Assert.True(code == 0, error);
        Assert.True(
            MarkedSection.Replace("README.md", readme, output) == readme,
            "src/CtmsAnalytics/README.md is older than the data. Renew it: ./ctms parameters --into src/CtmsAnalytics/README.md");
    }

    [Fact]
    public void Parameters_Into_RenewsWhatStandsBetweenTheMarkers()
    {
        using var folder = new ShippedFolder();
        File.WriteAllText(folder.File("page.md"), $"before\n{MarkedSection.Begin}\nold\n{MarkedSection.End}\nafter\n");
        var (code, _, error) = folder.Ctms("parameters", "--into", "page.md", "--mark", "assumed");

        Assert.True(code == 0, error);
        var page = File.ReadAllText(folder.File("page.md"));
        Assert.StartsWith($"before\n{MarkedSection.Begin}\n", page, StringComparison.Ordinal);
        Assert.EndsWith($"{MarkedSection.End}\nafter\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("old\n", page, StringComparison.Ordinal);
        Assert.Contains("| `payday_lag_days` | 12 | days | 2021 | **assumed** | 158.622 |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hourly_divisor", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_IntoAFileWithoutMarkers_SaysSoAndLeavesIt()
    {
        using var folder = new ShippedFolder();
        File.WriteAllText(folder.File("page.md"), "text\n");
        var (code, _, error) = folder.Ctms("parameters", "--into", "page.md");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("page.md: The markers of the generated part are missing.", error, StringComparison.Ordinal);
        Assert.Equal("text\n", File.ReadAllText(folder.File("page.md")));
    }

    [Fact]
    public void Parameters_Json_HoldsEveryRowOfTheFile()
    {
        using var folder = new ShippedFolder();
        var (code, output, error) = folder.Ctms("parameters", "--json");

        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(File.ReadAllLines(folder.File("data", "policy", "parameters.csv")).Length - 1, json.RootElement.GetProperty("parameters").GetArrayLength());
        var divisor = json.RootElement.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "hourly_divisor");
        Assert.Equal((2087, "regulation"), (divisor.GetProperty("value").GetDouble(), divisor.GetProperty("mark").GetString()));
    }

    [Fact]
    public void Parameters_Plain_MarksWhatIsAssumed()
    {
        using var folder = new ShippedFolder();
        var (code, output, error) = folder.Ctms("parameters");

        Assert.True(code == 0, error);
        Assert.Contains("\n! payday_lag_days = 12 (days) from 2021  [assumed]  158.622\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  swc_percent_maximum = 0.25 (fraction of work-period salary) from 2021  [regulation]  158.642(c)\n", output, StringComparison.Ordinal);
        Assert.Contains("published 2021, 2023, 2024; assumed 2022, 2025, 2026", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_Html_IsAWholePage()
    {
        using var folder = new ShippedFolder();
        var (code, output, error) = folder.Ctms("parameters", "--html");

        Assert.True(code == 0, error);
        Assert.StartsWith("<!DOCTYPE html>", output, StringComparison.Ordinal);
        Assert.Contains("<h2>158.642 Special working conditions payment program</h2>", output, StringComparison.Ordinal);
        Assert.EndsWith("</html>", output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_UsedByAScenario_AreThoseThatItsProjectionReads()
    {
        using var folder = new ShippedFolder();
        folder.MakeWorkspace();
        var (code, output, error) = folder.Ctms("parameters", "-w", "ws", "--used-by", "data/scenarios/baseline.yaml", "--json");

        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        var names = json.RootElement.GetProperty("parameters").EnumerateArray().Concat(json.RootElement.GetProperty("series").EnumerateArray()).Select(p => p.GetProperty("name").GetString()).ToList();
        Assert.Contains("hourly_divisor", names);
        Assert.Contains("VP", names);
        Assert.DoesNotContain("initial_service_period", names);
        Assert.DoesNotContain("gs_base", names);
    }

    [Theory]
    [InlineData("--json", "--html", "Choose one of")]
    [InlineData("--used-by", "a.yaml", "--used-by needs a workspace")]
    [InlineData("--mark", "guessed", "--mark guessed: write one of regulation, ")]
    public void Parameters_WrongOptions_AreRefused(string first, string second, string message)
    {
        var (code, _, error) = CtmsProcess.Run("parameters", first, second);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CtmsAnalytics.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
