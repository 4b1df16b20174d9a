using System.Text.Json;
using System.Text.RegularExpressions;
using CtmsAnalytics.DuckDb;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class SimulateCommandTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private const string Baseline = "data/scenarios/baseline.yaml";
    private const string Proposal = "data/scenarios/targeted-talent.yaml";
    private readonly ShippedFolder _folder = prepared.Folder;

    [Fact]
    public void Simulate_TwoScenarios_SaysWhatItCostsWithItsUncertaintyAndStoresEveryDraw()
    {
        File.WriteAllText(_folder.File("budget.yaml"), "2028: 46M\ntotal: $300,000,000\n");
        var (code, output, error) = Simulate(Baseline, Proposal, "--draws", "130", "--seed", "11", "--breakdown", "--budget", "budget.yaml", "--csv", "tables");
        Assert.True(code == 0, error);
        Assert.StartsWith("Targeted talent costs $", output, StringComparison.Ordinal);
        var told = string.Join(' ', output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("more than Baseline over FY2027–31 on average (95% interval of that mean +$", told, StringComparison.Ordinal);
        Assert.Contains("in eight of ten of 130 draws the difference lies between +$", told, StringComparison.Ordinal);
        foreach (var text in new[] { "+- s.e.", "Probability of costs above the budget", "All years", "$300,000,000", "What carries the risk", "Separations", "People of Targeted talent", "workforce.backfill", "130 draws with seed 11", "person-year-draws/s", "stored in the workspace" })
            Assert.Contains(text, output, StringComparison.Ordinal);
        if (Regex.IsMatch(output, @"(?m)^ .* -[0-9.]+% ")) Assert.Contains("a share below zero or smaller than its own standard error is noise of the draws", told, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal(1 + (2 * 5 * 130), File.ReadAllLines(_folder.File("tables", "draws.csv")).Length);

        using var connection = new DuckDBConnection($"Data Source={_folder.File("ws", "workspace.duckdb")};access_mode=read_only");
        connection.Open();
        Assert.Equal(2L * 5 * 130, Scalar<long>(connection, "SELECT count(*) FROM simulation_draw JOIN simulation USING (simulation_id) WHERE seed = 11"));
        // The tables agree with one another: components with organisations in every draw, draws with the mean, cells with the year.
        Assert.Equal(0L, Scalar<long>(connection, "SELECT count(*) FROM (FROM simulation_draw EXCEPT SELECT simulation_id, scenario, fiscal_year, draw, sum(cents)::BIGINT FROM simulation_draw_organisation GROUP BY ALL)"));
        Assert.True(Scalar<bool>(connection, "SELECT bool_and(abs(mean_cents - m) < 1) FROM simulation_year JOIN (SELECT simulation_id, scenario, fiscal_year, avg(cents) AS m FROM simulation_draw GROUP BY ALL) USING (simulation_id, scenario, fiscal_year)"));
        Assert.True(Scalar<bool>(connection, "SELECT bool_and(abs(mean_cents - m) < 1) FROM simulation_year JOIN (SELECT simulation_id, scenario, fiscal_year, sum(mean_cents) AS m FROM simulation_cell GROUP BY ALL) USING (simulation_id, scenario, fiscal_year)"));
        Assert.Equal(15L, Scalar<long>(connection, "SELECT count(*) FROM simulation_risk JOIN simulation USING (simulation_id) WHERE seed = 11"));
    }

    [Fact]
    public void Simulate_ScenarioAgainstItselfUnderAHostileName_DiffersByExactlyZeroInEveryDraw()
    {
        File.WriteAllText(_folder.File("hostile.yaml"), "extends: data/scenarios/baseline.yaml\nname: '''); DROP TABLE simulation; --[red]'\n");
        var (code, output, error) = Simulate(Baseline, "hostile.yaml", "--draws", "64", "--json");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        foreach (var row in json.RootElement.GetProperty("scenarios")[1].GetProperty("differences").EnumerateArray())
        {
            Assert.Equal(0, row.GetProperty("mean").GetDouble());
            Assert.Equal(0, row.GetProperty("shareHigher").GetDouble());
        }
    }

    [Fact]
    public void Simulate_UntilError_StopsAtTheSameDrawsOnAnyNumberOfThreads()
    {
        var (one, first, _) = Simulate(Baseline, "--draws", "64", "--until-error", "0.05%", "--max-draws", "5000", "--threads", "1", "--out", "until1");
        var (two, second, _) = Simulate(Baseline, "--draws", "64", "--until-error", "0.05%", "--max-draws", "5000", "--threads", "2", "--out", "until2");
        Assert.Equal((0, 0), (one, two));
        Assert.Contains("A standard error below 0.05% of", first, StringComparison.Ordinal);
        Assert.Equal(Line(first, "Run "), Line(second, "Run "));
        Assert.Equal(Only("until1"), Only("until2"));
    }

    [Fact]
    public void Simulate_ExpectedPath_IsTheComparisonsPointEstimate()
    {
        var (code, output, _) = Simulate(Baseline, Proposal, "--expected-path", "--json");
        var (_, comparison, _) = _folder.Ctms("compare", Baseline, Proposal, "-w", "ws", "--analysis", "none", "--json");
        Assert.Equal(0, code);
        using var simulated = JsonDocument.Parse(output);
        using var compared = JsonDocument.Parse(comparison);
        var difference = simulated.RootElement.GetProperty("scenarios")[1].GetProperty("differences").EnumerateArray().Last();
        Assert.Equal(compared.RootElement.GetProperty("differenceCents").GetInt64(), difference.GetProperty("mean").GetDouble());
        Assert.Equal(JsonValueKind.Null, difference.GetProperty("interval").ValueKind);
    }

    [Fact]
    public void Merge_Shards_AreTheUnshardedRunToTheByteAndWhatIsWrongWithThemIsNamed()
    {
        Assert.Equal(0, Simulate(Baseline, Proposal, "--draws", "200", "--out", "whole").ExitCode);
        foreach (var shard in new[] { "1/3", "2/3", "3/3" })
            Assert.Equal(0, Simulate(Baseline, Proposal, "--draws", "200", "--shard", shard, "--out", "parts", "--threads", shard == "2/3" ? "1" : "2").ExitCode);
        var before = File.GetLastWriteTimeUtc(Part(2));
        Assert.Contains("complete already", Simulate(Baseline, Proposal, "--draws", "200", "--shard", "2/3", "--out", "parts", "--resume").Output, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Part(2)));
        var (code, merged, error) = Merge("--out", "merged");
        Assert.True(code == 0, error);
        Assert.Equal(Only("whole"), Only("merged"));
        Assert.Contains("was in the workspace already", merged, StringComparison.Ordinal);

        Assert.Equal(0, Simulate(Baseline, Proposal, "--draws", "200", "--seed", "2", "--shard", "3/3", "--out", "foreign").ExitCode);
        var foreign = Directory.GetFiles(_folder.File("foreign"))[0];
        // The first file by name says which run is merged, and names begin with a digest.
        File.Copy(foreign, _folder.File("parts", "z" + Path.GetFileName(foreign)));
        File.Copy(Part(1), _folder.File("parts", "copy.ctms"));
        var bytes = File.ReadAllBytes(Part(2));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Part(2), bytes);
        File.Delete(Part(3));
        (code, _, error) = Merge();
        Assert.Equal(1, code);
        Assert.Equal(4, error.TrimEnd().Split('\n').Length);
        Assert.Contains($"{Path.GetFileName(foreign)}: The file is of run", error, StringComparison.Ordinal);
        Assert.Contains("other inputs (seed '1')", error, StringComparison.Ordinal);
        Assert.Contains("This is shard 1 of 3 once more", error, StringComparison.Ordinal);
        Assert.Contains("-shard-2-of-3.ctms: The file was cut short or altered", error, StringComparison.Ordinal);
        Assert.Contains("Shard 3 of 3 (draws 133 to 199) is missing", error, StringComparison.Ordinal);
        File.WriteAllBytes(Part(2), bytes[..^200]);
        Assert.Contains("-shard-2-of-3.ctms: The file was cut short or altered", Merge().Error, StringComparison.Ordinal);

        string Part(int shard) => Directory.GetFiles(_folder.File("parts"), $"*-shard-{shard}-of-3.ctms").First(f => Path.GetFileName(f) != Path.GetFileName(Directory.Exists(_folder.File("foreign")) ? Directory.GetFiles(_folder.File("foreign"))[0] : ""));
        (int ExitCode, string Output, string Error) Merge(params string[] more) => _folder.Ctms(["merge", "parts", "-w", "ws", .. more]);
    }

    [SignalFact]
    public void Simulate_KilledAndInterrupted_ResumesToTheSameBytes()
    {
        // So many on one thread that the interrupt comes long before the end.
        const string Draws = "5000";
        Assert.Equal(0, Simulate(Baseline, "--draws", Draws, "--seed", "5", "--out", "through").ExitCode);
        string[] arguments = ["simulate", Baseline, "-w", "ws", "--analysis", "none", "--draws", Draws, "--seed", "5", "--out", "stopped", "--checkpoint", "0", "--resume"];
        using (var killed = CtmsProcess.StartIn(_folder.Path, [.. arguments, "--threads", "1"]))
        {
            WaitForCheckpoint(killed, null);
            killed.Kill();
        }

        var left = Assert.Single(Directory.GetFiles(_folder.File("stopped"), "*.checkpoint"));
        using (var interrupted = CtmsProcess.StartIn(_folder.Path, [.. arguments, "--threads", "1"]))
        {
            WaitForCheckpoint(interrupted, File.GetLastWriteTimeUtc(left));
            interrupted.Interrupt();
            var (stopped, _, message) = interrupted.WaitForEnd();
            Assert.Equal(130, stopped);
            Assert.Contains("of 5,000 draws are kept in", message, StringComparison.Ordinal);
            Assert.Contains("--resume", message, StringComparison.Ordinal);
        }

        var (other, _, refused) = Simulate(Baseline, "--draws", Draws, "--seed", "6", "--out", "stopped", "--resume");
        Assert.Equal(1, other);
        Assert.Contains($"{Path.GetFileName(left)}: This checkpoint cannot be continued.", refused, StringComparison.Ordinal);
        Assert.Contains("seed '6'", refused, StringComparison.Ordinal);

        var (code, _, error) = _folder.Ctms(arguments);
        Assert.True(code == 0, error);
        Assert.Equal(Only("through"), Only("stopped"));
    }

    [Theory]
    [InlineData(2, "--draws is a number of draws", "--draws", "0")]
    [InlineData(2, "--seed -1", "--seed", "-1")]
    [InlineData(2, "--shard 0/4", "--shard", "0/4", "--out", "bad")]
    [InlineData(2, "--shard 5/4", "--shard", "5/4", "--out", "bad")]
    [InlineData(2, "--until-error 0", "--until-error", "0")]
    [InlineData(1, "There is no fiscal year 2040", "--budget", "2040=3M")]
    [InlineData(1, "'2028=much' is not a budget", "--budget", "2028=much")]
    [InlineData(1, "This is a file", "--out", "data/README.md")]
    [InlineData(1, "The folder cannot be made", "--out", "data/README.md/below")]
    [InlineData(1, "These inputs are run", "--run", "000000000000")]
    public void Simulate_BadInput_SaysWhatIsWrongAndWritesNothing(int expected, string message, params string[] arguments)
    {
        var (code, output, error) = Simulate([Baseline, .. arguments]);
        Assert.Equal(expected, code);
        Assert.Contains(message, output + error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("bad")));
        Assert.False(Directory.Exists(_folder.File("ws", "checkpoints")));
    }

    /// <summary>Simulates without what a report shows beside costs, which other tests look at.</summary>
    private (int ExitCode, string Output, string Error) Simulate(params string[] arguments) => _folder.Ctms(["simulate", .. arguments, "-w", "ws", "--analysis", "none"]);

    private byte[] Only(string folder) => File.ReadAllBytes(Assert.Single(Directory.GetFiles(_folder.File(folder))));

    private static string Line(string output, string start) => output.Split('\n').Single(l => l.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Waits until the process has written a checkpoint that is newer than one that was there.</summary>
    private void WaitForCheckpoint(CtmsProcess process, DateTime? after)
    {
        while (!process.HasEnded)
        {
            var files = Directory.Exists(_folder.File("stopped")) ? Directory.GetFiles(_folder.File("stopped"), "*.checkpoint") : [];
            if (files.Length > 0 && (after is null || File.GetLastWriteTimeUtc(files[0]) > after)) return;
            Thread.Sleep(1);
        }

        Assert.Fail("The run was at its end before it could be stopped.");
    }

    private static T Scalar<T>(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }
}
