using System.Diagnostics;
using System.Globalization;
using System.Text;
using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Cli.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private const string Header = "person_id,component,organisation,pay_plan,track,work_level,worksite_fips,appointment_type,schedule,hours_per_work_period,entry_on_duty,structure_salary,salary,health_plan,last_rating,as_of\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("ctms-cli-").FullName;
    private readonly string _workspace;

    private string Database => Path.Combine(_workspace, "workspace.duckdb");

    public ImportCommandTests()
    {
        _workspace = Path.Combine(_folder, "ws");
        var (code, _, error) = CtmsProcess.Run("init", _workspace);
        Assert.True(code == 0, error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Init_Again_SaysSoAndChangesNothing()
    {
        var before = File.ReadAllBytes(Database);

        var (code, output, _) = CtmsProcess.Run("init", _workspace);

        Assert.Equal(0, code);
        Assert.Contains("already. Nothing was changed.", output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void Roster_WithFaultyRows_CountsThemAndShowsThemSafely()
    {
        var file = Write("r.csv", Header + Person("P1") + Person("P2").Replace("143000", "-5", StringComparison.Ordinal) + Person("P3").Replace("full-time", "[red]\u001b[2J", StringComparison.Ordinal));

        var (code, output, _) = CtmsProcess.Run("import", "roster", file, "-w", _workspace);
        var (strict, _, _) = CtmsProcess.Run("import", "roster", file, "-w", _workspace, "--strict");
        var (_, listing, _) = CtmsProcess.Run("quarantine", "-w", _workspace);

        Assert.Equal((0, 3), (code, strict));
        Assert.Contains("3 rows read, 1 kept, 2 set aside", output, StringComparison.Ordinal);
        Assert.Contains("negative", output, StringComparison.Ordinal);
        Assert.Contains("\\u001b[2J", listing, StringComparison.Ordinal);
        Assert.Contains("[red]", listing, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', listing);
    }

    [Fact]
    public void Market_OneBadFileAmongThree_TakesTheOthersAndEndsWithOne()
    {
        const string Columns = "YEAR,AREA,OCC_CODE,TOT_EMP,A_MEDIAN\n";
        var (code, output, error) = CtmsProcess.Run("import", "market",
            Write("a.csv", Columns + "2024,99,15-1212,1,2\n"), Write("b.xlsx", "<html>"), Write("c.csv", Columns + "2023,99,15-1212,1,2\n"), "-w", _workspace);

        Assert.Equal(1, code);
        Assert.Equal(2, output.Split("1 rows read, 1 kept").Length - 1);
        Assert.Contains("web page", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "roster", "no-such-file.csv")]
    [InlineData("import", "market", "no-such-file.xlsx")]
    public void Import_MissingFile_IsOneClearError(params string[] arguments)
    {
        var (code, _, error) = CtmsProcess.Run([.. arguments, "-w", _workspace]);

        Assert.Equal(1, code);
        Assert.Equal($"error: {arguments[2]}: There is no such file. Check the name and the folder.", error.Trim());
    }

    [Fact]
    public void Import_WorkspaceThatAnotherProcessHolds_SaysSo()
    {
        using var holder = AnalystWorkspace.Open(_workspace);

        var (code, _, error) = CtmsProcess.Run("import", "roster", Write("r.csv", Header + Person("P1")), "-w", _workspace);

        Assert.Equal(1, code);
        Assert.Contains("in use by another process", error, StringComparison.Ordinal);
        Assert.Empty(holder.Rosters());
    }

    [SignalFact]
    public void Import_KilledAtAnyMoment_LeavesTheWorkspaceAsItWas()
    {
        // So many that most of the time goes into rows and not into the start of the process.
        const int People = 15_000;
        CtmsProcess.Run("import", "roster", Write("small.csv", Header + Person("P1")), "-w", _workspace);
        File.Copy(Database, Path.Combine(_folder, "before.duckdb"));
        var large = LargeRoster(People);
        var watch = Stopwatch.StartNew();
        CtmsProcess.RunAlone(_folder, "import", "roster", large, "-w", _workspace);
        var whole = watch.Elapsed;

        var killed = 0;
        foreach (var share in new[] { 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.96 })
        {
            File.Copy(Path.Combine(_folder, "before.duckdb"), Database, overwrite: true);
            using (var process = CtmsProcess.Start("import", "roster", large, "-w", _workspace))
            {
                Thread.Sleep(whole * share);
                if (!process.HasEnded) killed++;
                process.Kill();
            }

            using var workspace = AnalystWorkspace.Open(_workspace);
            var rosters = workspace.Rosters();
            Assert.Equal(rosters.Count == 1 ? [1] : [People, 1], rosters.Select(r => r.People));
            Assert.Equal(rosters.Sum(r => r.People), workspace.RowCounts()["roster_person"]);
            Assert.Equal(rosters.Count, workspace.RowCounts()["import_batch"]);
        }

        Assert.True(killed > 0);
    }

    [SignalFact]
    public void Import_Interrupted_EndsWith130AndTheWorkspaceIsAsItWas()
    {
        // A roster that comes through a pipe and never ends: only the interrupt can end its import.
        var pipe = Path.Combine(_folder, "endless.csv");
        using (var made = Process.Start("mkfifo", [pipe])) made.WaitForExit();
        using var process = CtmsProcess.Start("import", "roster", pipe, "-w", _workspace);
        using (var roster = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            roster.Write(Encoding.UTF8.GetBytes(Header));
            process.Interrupt();
            try
            {
                while (!process.HasEnded) roster.Write(Encoding.UTF8.GetBytes(Person("P1")));
            }
            catch (IOException) when (process.WaitForEnd().ExitCode != 0)
            {
                // Nobody reads the pipe any more.
            }
        }

        var (code, _, error) = process.WaitForEnd();
        Assert.True(code == 130, $"{code}: {error}");
        Assert.Contains("Stopped", error, StringComparison.Ordinal);
        Assert.Contains("No import has set a row aside", CtmsProcess.Run("quarantine", "-w", _workspace).Output, StringComparison.Ordinal);
        Assert.Contains("(import 1)", CtmsProcess.Run("import", "roster", Write("r.csv", Header + Person("P1")), "-w", _workspace).Output, StringComparison.Ordinal);
    }

    private static string Person(string id) => $"{id},CISA,CSD,DC,Technical,T2,11001,continuing,full-time,80,2023-01-15,130000,143000,self_only,2,2025-03-31\n";

    private string LargeRoster(int rows)
    {
        var path = Path.Combine(_folder, "large.csv");
        if (File.Exists(path)) return path;
        var text = new StringBuilder(Header);
        for (var i = 0; i < rows; i++) text.Append(Person(i.ToString("'Q'0", CultureInfo.InvariantCulture)));
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
