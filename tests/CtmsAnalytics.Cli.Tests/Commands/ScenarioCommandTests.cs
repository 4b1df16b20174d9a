using System.CommandLine;
using System.Text.Json;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Reference;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class ScenarioCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ctms-scenario-command-");
    private readonly string _baseline;
    private readonly string _proposal;

    public ScenarioCommandTests()
    {
        _baseline = Copy("baseline.yaml");
        _proposal = Copy("targeted-talent.yaml");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Check_GoodFiles_SaysOkWithASummaryOfEach()
    {
        var (code, output) = Run("check", _baseline, _proposal);

        Assert.Equal(ExitCode.Success, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"OK {_baseline}: Baseline, 5 fiscal years from 2026-09-20, 8 work levels, 6 supplements, 1 special working conditions program, no dated change", lines[0]);
        Assert.EndsWith($"changes on 2027-10-03; extends {_baseline}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OneBadFileAmongGoodOnes_NamesEveryProblemOnALineOfItsOwnAndFails()
    {
        var bad = Write("bad.yaml", "extends: baseline.yaml\nname: Bad\nsupplements: { SFO: 0.1, NY: 14% }\n");

        var (code, output) = Run("check", bad, _baseline);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"error: {bad}:3:16: There is no local market 'SFO' (158.612(b)(1)). Did you mean 'SF'?\n", output, StringComparison.Ordinal);
        Assert.Contains($"error: {bad}:3:30: 'supplements.NY': '14%' is not a fraction. Rates are fractions, never '5 for 5 %': write 0.14.\n", output, StringComparison.Ordinal);
        Assert.Contains($"{bad}: 2 problems\nOK {_baseline}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Json_HasProblemsAsFields()
    {
        var bad = Write("bad.yaml", "extends: baseline.yaml\nname: Bad\nsupplements: { SFO: 0.1 }\n");

        var (code, output) = Run("check", "--json", bad);

        Assert.Equal(ExitCode.BadInput, code);
        var check = JsonDocument.Parse(output).RootElement[0];
        Assert.False(check.GetProperty("ok").GetBoolean());
        var problem = check.GetProperty("problems")[0];
        Assert.Equal((bad, 3, 16), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
    }

    [Fact]
    public void Check_TextThatLooksLikeMarkupOrSteersATerminal_IsPrintedAsText()
    {
        var odd = Write("odd.yaml", "extends: baseline.yaml\nname: '[red]Odd[/] [link=x]'\n");
        var steering = Write("steering.yaml", "extends: baseline.yaml\nname: A\n\"a\\e[2Jb\": 1\n");

        var (code, output) = Run("check", odd, steering);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("[red]Odd[/] [link=x]", output, StringComparison.Ordinal);
        Assert.Contains("'a\\u001b[2Jb' is not a key of a scenario.", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Diff_BaselineAndProposal_ListsValuesWithPlacesAndTheDifference()
    {
        var (code, output) = Run("diff", _baseline, _proposal);

        Assert.Equal(ExitCode.Success, code);
        Assert.Matches(@"(?m)^2027-10-03  supplements\.SF +0\.18 +0\.22 +\+4 points +baseline\.yaml:[0-9]+ -> targeted-talent\.yaml:[0-9]+$", output);
        Assert.Contains("19 differences between Baseline and Targeted talent.", output, StringComparison.Ordinal);
        var pay = Write("pay.yaml", "extends: baseline.yaml\nname: Pay\nsupplements: { SF: 0.175 }\n");
        Assert.Matches(@"(?m)  supplements\.SF +0\.18 +0\.175 +-0\.5 points +", Run("diff", _baseline, pay).Output);
    }

    [Fact]
    public void Diff_SameFile_SaysThatNothingDiffers()
    {
        Assert.Equal("Baseline and Baseline hold the same values.\n", Run("diff", _baseline, _baseline).Output);
    }

    [Fact]
    public void Explain_Path_SaysWhereItWasSetAndWhatItMeansOnEachDate()
    {
        var (code, output) = Run("explain", _proposal, "special_working_conditions.incident-response.percent");

        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("Holds from 2026-09-20\nspecial_working_conditions.incident-response.percent = 0.15 (fraction of the salary for the work period)  [baseline.yaml:", output, StringComparison.Ordinal);
        Assert.Contains("\n    Payment to a person who works under the condition; with a lowest or highest payment, the other end of the range, whose middle is paid where nobody determines a percentage; range 0 to 0.25; 158.642(c); decision\n", output, StringComparison.Ordinal);
        Assert.Contains("Holds from 2027-10-03 (what changes)\nspecial_working_conditions.incident-response.percent = 0.2 (fraction of the salary for the work period)  [targeted-talent.yaml:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_UnknownPath_NamesTheNearest()
    {
        var error = Assert.Throws<InputException>(() => Run("explain", _baseline, "recogniton.payment_pool"));

        Assert.Equal("The scenario has no value recogniton.payment_pool. Did you mean recognition.payment_pool?", error.Message);
    }

    [Fact]
    public void Explain_Json_HasEveryAssumedValueMarked()
    {
        var values = JsonDocument.Parse(Run("explain", "--json", _baseline).Output).RootElement.GetProperty("values").EnumerateArray().ToList();

        var marks = values.ToDictionary(v => v.GetProperty("path").GetString()!, v => v.GetProperty("mark").GetString());
        Assert.Equal("assumed", marks["economy.market_growth"]);
        Assert.Equal("decision", marks["supplements.SF"]);
        Assert.All(marks.Where(m => m.Key.StartsWith("workforce.", StringComparison.Ordinal)), m => Assert.Equal("assumed", m.Value));
    }

    private static (int Code, string Output) Run(params string[] args)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        var root = new RootCommand { ScenarioCommand.Create(console) };
        var code = root.Parse(["scenario", .. args]).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return (code, writer.ToString().ReplaceLineEndings("\n"));
    }

    private string Copy(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.Copy(Path.Combine(ShippedData.Folder, "scenarios", name), path);
        return path;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
