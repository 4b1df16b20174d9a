using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Commands;

/// <summary>Budget tables and exports of a stored run, as a user asks for them.</summary>
public sealed class BudgetCommandTests(BudgetCommandTests.Stored stored) : IClassFixture<BudgetCommandTests.Stored>
{
    private readonly ShippedFolder _folder = stored.Folder;

    [Fact]
    public void Budget_LatestRun_TiesInEveryTableAndFitsHundredColumns()
    {
        var (code, output, error) = _folder.Ctms("budget", "latest", "-w", "ws", "--basis", "mean", "--csv", "tables");

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("For analysts", output, StringComparison.Ordinal);
        Assert.True(output.Split("Ties to the cost cube in every year: yes").Length > 6, output);
        Assert.DoesNotContain(" NO, ", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 100, line));
        Assert.Contains("The run does not hold what its raises cost", output, StringComparison.Ordinal);
        Assert.Equal("year,object_class,organisation,current_services,request,program_change", File.ReadLines(_folder.File("tables", "program-change.csv")).First());
    }

    [Fact]
    public void Budget_ByObjectClassAlone_PrintsThatTableOnce()
    {
        var (code, output, _) = _folder.Ctms("budget", "latest", "-w", "ws", "--by", "object-class");

        Assert.Equal(0, code);
        var headings = output.Split('\n').Zip(output.Split('\n').Skip(1)).Where(l => l.Second.StartsWith("---", StringComparison.Ordinal)).Select(l => l.First).ToList();
        var cut = headings.FindIndex(h => h.StartsWith("Budget of ", StringComparison.Ordinal));
        Assert.Single(headings, headings[cut]);
        Assert.StartsWith("FTE", headings[cut + 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_Json_TotalsAreTheSumsOfTheRows()
    {
        var (code, output, _) = _folder.Ctms("budget", "latest", "-w", "ws", "--by", "agency,component", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        foreach (var table in json.RootElement.GetProperty("tables").EnumerateArray().Where(t => t.GetProperty("totals").ValueKind == JsonValueKind.Array))
        {
            var rows = table.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("amounts").EnumerateArray().Select(a => a.GetInt64()).ToList()).ToList();
            Assert.Equal(table.GetProperty("totals").EnumerateArray().Select(t => t.GetInt64()), Enumerable.Range(0, table.GetProperty("columns").GetArrayLength()).Select(c => rows.Sum(r => r[c])));
            Assert.True(table.GetProperty("reconciliation").GetProperty("ties").GetBoolean());
        }
    }

    [Fact]
    public void Budget_Request_AddsUpInTextAndJsonAndSaysWhatAllYearsNeed()
    {
        var (code, output, _) = _folder.Ctms("budget", "latest", "-w", "ws", "--percentile", "75", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var request = json.RootElement.GetProperty("request");
        var steps = request.GetProperty("steps").EnumerateArray()
            .Select(s => (Kind: s.GetProperty("kind").GetString(), Name: s.GetProperty("name").GetString(), Cents: s.GetProperty("amounts").EnumerateArray().Select(a => a.GetInt64()).ToList()))
            .ToList();
        Assert.Equal("P75: not exceeded in 75 of 100 draws", steps[^1].Name);
        Assert.Equal(2, steps.Count(s => s.Kind == "sum"));
        for (var column = 0; column <= 5; column++) Assert.Equal(steps[^1].Cents[column], steps.Where(s => s.Kind != "sum").Sum(s => s.Cents[column]));
        // Of eight draws the sixth is the nearest rank of the 75th percentile, of the sums as of each year.
        var all = Dollars(steps[^1].Cents[^1]);
        Assert.Equal(steps[^1].Cents.SkipLast(1).Sum() - steps[^1].Cents[^1], request.GetProperty("yearsAboveAll").GetInt64());

        var text = _folder.Ctms("budget", "latest", "-w", "ws", "--percentile", "75", "--csv", "request-tables").Output;
        Assert.Contains($"All years is the percentile of their sum: {all}.", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.EndsWith(all.Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), File.ReadLines(_folder.File("request-tables", "request.csv")).Last(), StringComparison.Ordinal);

        static string Dollars(long cents) => (cents / 100m).ToString("$#,0.00", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("most")]
    public void Budget_WrongPercentile_IsAMistakeOfUse(string value)
    {
        var (code, _, error) = _folder.Ctms("budget", "latest", "-w", "ws", "--percentile", value);

        Assert.Equal(2, code);
        Assert.Contains("from 1 to 100", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_Public_HasNoWarningAndNoWorkLevels()
    {
        var (code, output, _) = _folder.Ctms("budget", "latest", "-w", "ws", "--public");

        Assert.Equal(0, code);
        Assert.DoesNotContain("For analysts", output, StringComparison.Ordinal);
        Assert.Contains("Budget of Supplements", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--by", "organization", "Name one or more of object-class")]
    [InlineData("--scenario", "5", "has 0 Baseline, 1 ")]
    [InlineData("--policy", "nowhere", "does not exist")]
    public void Budget_WrongOption_SaysWhatWouldBeRight(string option, string value, string message)
    {
        var (code, output, error) = _folder.Ctms("budget", "latest", "-w", "ws", option, value);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_EveryForm_IsCompleteAndTheSameTwice()
    {
        foreach (var name in new[] { "one", "two" })
            Assert.Equal(0, _folder.Ctms("export", "latest", "-w", "ws", "--basis", "p80", "--xlsx", name + ".xlsx", "--csv", name + "-csv", "--parquet", name + "-parquet").ExitCode);

        Assert.Equal(File.ReadAllBytes(_folder.File("one.xlsx")), File.ReadAllBytes(_folder.File("two.xlsx")));
        Assert.StartsWith("Holds personal data", File.ReadAllText(_folder.File("one-csv", "README.txt")), StringComparison.Ordinal);
        var lines = File.ReadAllLines(_folder.File("one-csv", "cube.csv"));
        Assert.StartsWith("scenario,fiscal_year,agency", lines[0], StringComparison.Ordinal);
        Assert.Equal(Names("one-csv", ".csv"), Names("one-parquet", ".parquet"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path, ".ctms*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path, "*.partial", SearchOption.AllDirectories));

        List<string> Names(string folder, string extension) => [.. Directory.GetFiles(_folder.File(folder), "*" + extension).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData(2, "Say what to write")]
    [InlineData(1, "does not exist", "--xlsx", "nowhere/run.xlsx")]
    [InlineData(1, "extension .xlsx", "--xlsx", "run.xls")]
    [InlineData(1, "Name a folder", "--csv", "data/policy/funds.csv")]
    public void Export_WhereItCannotGo_SaysSo(int exitCode, string message, params string[] options)
    {
        var (code, output, error) = _folder.Ctms(["export", "latest", "-w", "ws", .. options]);

        Assert.Equal(exitCode, code);
        Assert.Contains(message, error + output, StringComparison.Ordinal);
    }

    /// <summary>A workspace with one simulation.</summary>
    public sealed class Stored : IDisposable
    {
        public Stored()
        {
            Folder.MakeWorkspace();
            var (code, _, error) = Folder.Ctms("simulate", "data/scenarios/baseline.yaml", "data/scenarios/supplements-only.yaml", "-w", "ws", "--draws", "8", "--analysis", "none");
            Assert.True(code == 0, error);
        }

        public ShippedFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }
}
