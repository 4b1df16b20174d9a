using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class CompareCommandTests : IClassFixture<ComparedFolder>, IDisposable
{
    private const string Baseline = "data/scenarios/baseline.yaml";
    private const string Proposal = "data/scenarios/targeted-talent.yaml";
    private readonly ComparedFolder _compared;
    private readonly ShippedFolder _folder;

    public CompareCommandTests(ComparedFolder compared)
    {
        _compared = compared;
        _folder = compared.Folder;
    }

    [Fact]
    public void Compare_ShippedScenarios_PrintsYearsComponentsPeopleAndRules()
    {
        var (code, output, error) = _compared.Said;
        Assert.Equal((0, ""), (code, error));
        foreach (var text in new[] { "FY2027", "FY2031", "Five years", "Local market supplements", "Special working conditions payments", "Retirement contribution", "headcount at year end", "FTE", "158.642(e)(2)", "158.604", "assumed" })
            Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        // A broken figure reads as another one, and a broken path is none.
        Assert.All(output.Split('\n').Where(l => !l.Contains("  ", StringComparison.Ordinal) && !l.Contains('─') && !l.StartsWith("Report: ", StringComparison.Ordinal)), l => Assert.True(l.Length <= 100, l));
    }

    [Fact]
    public void Compare_ScenarioWithItself_DiffersByExactlyZero()
    {
        var (code, output, _) = Compare(Baseline, Baseline, "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, json.RootElement.GetProperty("differenceCents").GetInt64());
        Assert.Equal(0, json.RootElement.GetProperty("drivers").GetArrayLength());
    }

    [Fact]
    public void Compare_Json_CellsAddUpToTheTotalAndTheDriversToTheDifference()
    {
        var (_, output, _) = Compare(Baseline, Proposal, "--json");
        using var json = JsonDocument.Parse(output);
        var baseline = json.RootElement.GetProperty("baseline");
        var cells = baseline.GetProperty("costs").EnumerateArray().Sum(c => c.GetProperty("cents").GetInt64());
        Assert.Equal(baseline.GetProperty("totalCents").GetInt64(), cells);
        Assert.Equal(json.RootElement.GetProperty("differenceCents").GetInt64(), json.RootElement.GetProperty("drivers").EnumerateArray().Sum(d => d.GetProperty("total").GetInt64()));
    }

    [Fact]
    public void Compare_SameInputsTwice_IsTheSameRunAndTheSameReport()
    {
        var (_, output, _) = Compare(Baseline, Proposal);
        Assert.Contains("was in the workspace already", output, StringComparison.Ordinal);
        Assert.Equal(_compared.Report, File.ReadAllText(_folder.File("report.html")));
    }

    [Fact]
    public void Compare_TwoBadScenarios_NamesTheProblemsOfBothAndKeepsTheReport()
    {
        const string Before = "the report of the comparison before";
        File.WriteAllText(_folder.File("report.html"), Before);
        File.WriteAllText(_folder.File("one.yaml"), "extends: data/scenarios/baseline.yaml\nname: One\nsuplements: { SF: 0.2 }\n");
        File.WriteAllText(_folder.File("two.yaml"), "extends: data/scenarios/baseline.yaml\nname: Two\nspecial_working_conditions: { incident-response: { percent: 0.30 } }\n");
        var (code, _, error) = Compare("one.yaml", "two.yaml");
        Assert.Equal(1, code);
        Assert.Contains("one.yaml:3:1: ", error, StringComparison.Ordinal);
        Assert.Contains("supplements", error, StringComparison.Ordinal);
        Assert.Contains("two.yaml:3:", error, StringComparison.Ordinal);
        Assert.Contains("158.642(c)", error, StringComparison.Ordinal);
        Assert.Equal(Before, File.ReadAllText(_folder.File("report.html")));
    }

    [Fact]
    public void Compare_HostileScenarioName_IsOnlyTextInTheReport()
    {
        File.WriteAllText(_folder.File("hostile.yaml"), "extends: data/scenarios/baseline.yaml\nname: '<script>alert(1)</script>[red]'\nsupplements: { SF: 0.2 }\n");
        var (code, output, error) = Compare(Baseline, "hostile.yaml", "--out", "hostile.html");
        Assert.True(code == 0, error);
        Assert.Contains("[red]", output, StringComparison.Ordinal);
        // The report's own script is the only one.
        Assert.Equal(2, File.ReadAllText(_folder.File("hostile.html")).Split("<script").Length);
    }

    [Fact]
    public void Compare_NoIndividuals_LeavesSinglePeopleOut()
    {
        Compare(Baseline, Proposal, "--out", "without.html", "--no-individuals");
        var without = File.ReadAllText(_folder.File("without.html"));
        Assert.True(without.Length < _compared.Report.Length);
        Assert.Contains("Handle as personal data", _compared.Report, StringComparison.Ordinal);
        Assert.DoesNotContain("Handle as personal data", without, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_SampleRoster_IsCalledSyntheticWithItsDate()
    {
        var (_, output, _) = _compared.Said;
        Assert.Contains("204 people as of 2025-03-31, carried unchanged to the start on 2026-09-20", output, StringComparison.Ordinal);
        Assert.Contains("The people are synthetic", output, StringComparison.Ordinal);
        Assert.Contains("The people are synthetic", _compared.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_RosterOfAnotherOffice_IsComparedAndSaysWhatWasSetAsideAndWhatDoesNotFit()
    {
        using var folder = new ShippedFolder();
        var lines = File.ReadAllLines(folder.File("data", "sample", "roster.csv"));
        File.WriteAllLines(folder.File("mine.csv"), [lines[0], .. lines[1..4].Select(l => l.Replace(",OCIO,", ",ITS,", StringComparison.Ordinal)), lines[4].Replace(",80,", ",8o,", StringComparison.Ordinal)]);
        folder.Ctms("init", "ws");
        folder.Ctms("import", "market", "data/market/oews_national_cyber_2024.csv", "-w", "ws");
        Assert.Equal(0, folder.Ctms("import", "roster", "mine.csv", "-w", "ws").ExitCode);
        var (code, output, error) = folder.Ctms("compare", Baseline, Proposal, "-w", "ws");
        Assert.True(code == 0, error);
        Assert.Contains("1 of the roster's 4 rows were set aside", output, StringComparison.Ordinal);
        Assert.Contains("Program 'incident-response' names the organisation 'IOD'", output, StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic", output, StringComparison.Ordinal);
        Assert.Contains("4 rows were set aside", File.ReadAllText(folder.File("report.html")), StringComparison.Ordinal);
        Assert.Matches(@"   1  2025-03-31 +3 people +1 rows set aside  mine.csv  \(current\)", folder.Ctms("rosters", "-w", "ws").Output);
    }

    [Fact]
    public void Compare_MisspelledWorkLevelInTheRoster_NamesThePersonAndTheNearestLevel()
    {
        using var folder = new ShippedFolder();
        var lines = File.ReadAllLines(folder.File("data", "sample", "roster.csv"));
        File.WriteAllLines(folder.File("mine.csv"), [lines[0], lines[2].Replace(",TEC,", ",TECH,", StringComparison.Ordinal)]);
        folder.Ctms("init", "ws");
        folder.Ctms("import", "market", "data/market/oews_national_cyber_2024.csv", "-w", "ws");
        folder.Ctms("import", "roster", "mine.csv", "-w", "ws");
        var (code, _, error) = folder.Ctms("compare", Baseline, Proposal, "-w", "ws");
        Assert.Equal(1, code);
        Assert.Contains("S0002 has the work level 'TECH'", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'TEC'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WorkspaceWithoutMarket_SaysWhatToImport()
    {
        using var folder = new ShippedFolder();
        folder.Ctms("init", "ws");
        folder.Ctms("import", "roster", "data/sample/roster.csv", "-w", "ws");
        var (code, _, error) = folder.Ctms("compare", Baseline, Proposal, "-w", "ws");
        Assert.Equal(1, code);
        Assert.Contains("ctms import market", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Compare_MisspelledOption_IsAUsageError()
    {
        var (code, output, error) = _folder.Ctms("compare", "--werkspace", "x");
        Assert.Equal(2, code);
        Assert.Contains("--werkspace", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "report.html", "nowhere")]
    [InlineData("ws", "missing/report.html", "missing/report.html")]
    public void Compare_WrongPlace_SaysWhichAndWritesNothing(string workspace, string report, string named)
    {
        var (code, _, error) = _folder.Ctms("compare", Baseline, Proposal, "-w", workspace, "-o", report);
        Assert.Equal(1, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("nowhere")));
        Assert.False(Directory.Exists(_folder.File("missing")));
    }

    public void Dispose() => File.Delete(_folder.File("report.html"));

    private (int ExitCode, string Output, string Error) Compare(string baseline, string proposal, params string[] more) =>
        _folder.Ctms(["compare", baseline, proposal, "-w", "ws", "--analysis", "none", .. more]);
}
