using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Cli.Output;

namespace CtmsAnalytics.Cli.Tests.Commands;

/// <summary>JSON of the commands around a workspace: it parses, and its figures are those of the text. Results of runs are tested with their commands.</summary>
public sealed class JsonTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private static readonly string[] WithoutResult = ["help", "completion"];
    private readonly ShippedFolder _folder = prepared.Folder;

    [Fact]
    public void Json_EveryCommandThatPrintsAResult_HasIt()
    {
        var root = new CtmsRoot(CommandConsole.Into(TextWriter.Null, TextWriter.Null)).Command;

        Assert.All(Leaves(root).Where(c => !c.Hidden && !WithoutResult.Contains(c.Name)), c => Assert.Contains(c.Options, o => o.Name == "--json"));
    }

    [Fact]
    public void Init_Json_HasTheRowsOfTheText()
    {
        var text = _folder.Ctms("init", "text").Output;

        var made = Json("init", "json");

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{made.GetProperty("tables").GetArrayLength()} reference tables, {made.GetProperty("tables").EnumerateArray().Sum(t => t.GetProperty("rows").GetInt64()):N0} rows"), text, StringComparison.Ordinal);
        Assert.True(made.GetProperty("created").GetBoolean());
        var again = Json("init", "json");
        Assert.False(again.GetProperty("created").GetBoolean());
        Assert.Equal(again.GetProperty("schemaVersion").GetInt32(), again.GetProperty("schemaVersionBefore").GetInt32());
    }

    [Fact]
    public void ImportQuarantineAndRosters_Json_HaveTheCountsOfTheText()
    {
        Assert.Equal(0, _folder.Ctms("init", "counts").ExitCode);
        var rows = File.ReadAllLines(_folder.File("data", "sample", "roster.csv"));
        File.WriteAllLines(_folder.File("odd.csv"), [.. rows[..20], rows[20].Replace(",full-time,", ",fulltme,", StringComparison.Ordinal)]);

        var report = Json("import", "roster", "odd.csv", "-w", "counts").GetProperty("imports")[0];
        Assert.Equal((20, 19, 1), (report.GetProperty("rowsRead").GetInt32(), report.GetProperty("rowsKept").GetInt32(), report.GetProperty("rowsQuarantined").GetInt32()));

        var import = Json("quarantine", "-w", "counts").GetProperty("import");
        var listed = _folder.Ctms("quarantine", "-w", "counts").Output;
        Assert.Equal((1, "fulltme"), (import.GetProperty("rows").GetInt32(), import.GetProperty("entries")[0].GetProperty("value").GetString()));
        Assert.Contains("1 rows set aside", listed, StringComparison.Ordinal);
        Assert.Contains("fulltme", listed, StringComparison.Ordinal);

        var roster = Json("rosters", "-w", "counts").GetProperty("rosters")[0];
        Assert.Equal((1, 19, 1, true), (roster.GetProperty("rosterId").GetInt32(), roster.GetProperty("people").GetInt32(), roster.GetProperty("rowsSetAside").GetInt32(), roster.GetProperty("current").GetBoolean()));
        Assert.Contains("19 people", _folder.Ctms("rosters", "-w", "counts").Output, StringComparison.Ordinal);

        Assert.Equal(3, _folder.Ctms("import", "roster", "odd.csv", "-w", "counts", "--as-of", "2025-03-31", "--strict", "--json").ExitCode);
    }

    [Fact]
    public void Sample_Json_HasTheNumberOfPeopleOfTheFile()
    {
        var made = Json("sample", "--out", "made.csv");

        Assert.Equal(File.ReadAllLines(_folder.File("made.csv")).Length - 1, made.GetProperty("people").GetInt32());
    }

    [Fact]
    public void Error_Json_IsOneLineWithThePlaceOfEveryProblem()
    {
        File.WriteAllText(_folder.File("bad.yaml"), "extends: data/scenarios/baseline.yaml\nname: Bad\neconomy:\n  market_grwth: 0.1\n");
        var (code, _, text) = _folder.Ctms("compare", "data/scenarios/baseline.yaml", "bad.yaml", "-w", "ws", "--out", "never.html");
        Assert.Equal(1, code);

        var error = Error(1, "compare", "data/scenarios/baseline.yaml", "bad.yaml", "-w", "ws", "--out", "never.html");

        var problem = error.GetProperty("problems")[0];
        Assert.Equal(("bad_input", "bad.yaml", 4, 3), (error.GetProperty("kind").GetString(), problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.Equal($"error: bad.yaml:4:3: {problem.GetProperty("message").GetString()} {problem.GetProperty("hint").GetString()}\n", text);
        Assert.False(File.Exists(_folder.File("never.html")));
    }

    [Fact]
    public void Error_JsonOfASentenceWithoutAPlace_HasNullsThere()
    {
        var problem = Error(1, "quarantine", "--import", "99", "-w", "ws").GetProperty("problems")[0];

        Assert.Equal(JsonValueKind.Null, problem.GetProperty("file").ValueKind);
        Assert.StartsWith("There is no import 99.", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_JsonOfSeveralFiles_HasTheReportsAndTheProblems()
    {
        var (code, output, error) = _folder.Ctms("import", "market", "data/market/oews_metro_cyber.csv", "nowhere.csv", "-w", "ws", "--json");

        using var reports = JsonDocument.Parse(output);
        using var problems = JsonDocument.Parse(error);
        Assert.Equal((1, 1), (code, reports.RootElement.GetProperty("imports").GetArrayLength()));
        Assert.Equal("nowhere.csv", problems.RootElement.GetProperty("error").GetProperty("problems")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void QuietAndVerbose_TheResultIsTheSameAndOnlyWhatStandsBesideItDiffers()
    {
        var usual = _folder.Ctms("scenario", "check", "data/scenarios/baseline.yaml", "-w", "ws");
        var verbose = _folder.Ctms("scenario", "check", "data/scenarios/baseline.yaml", "-w", "ws", "--verbose");

        Assert.Equal((0, usual.Output), (verbose.ExitCode, verbose.Output));
        Assert.Equal("", usual.Error);
        Assert.Contains("read data/scenarios/baseline.yaml", verbose.Error, StringComparison.Ordinal);
        Assert.Contains("for reading, schema version ", verbose.Error, StringComparison.Ordinal);
        Assert.EndsWith(" s  in all\n", verbose.Error, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), _folder.Ctms("init", "ws", "--quiet"));
    }

    private JsonElement Json(params string[] arguments)
    {
        var (code, output, error) = _folder.Ctms([.. arguments, "--json"]);
        Assert.True(code == 0, error);
        Assert.Equal("", error);
        return JsonDocument.Parse(output).RootElement;
    }

    private JsonElement Error(int expected, params string[] arguments)
    {
        var (code, output, error) = _folder.Ctms([.. arguments, "--json"]);
        Assert.Equal((expected, "", '\n', 1), (code, output, error[^1], error.Count(c => c == '\n')));
        var json = JsonDocument.Parse(error).RootElement;
        Assert.Equal(expected, json.GetProperty("exit_code").GetInt32());
        return json.GetProperty("error");
    }

    private static IEnumerable<Command> Leaves(Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);
}
