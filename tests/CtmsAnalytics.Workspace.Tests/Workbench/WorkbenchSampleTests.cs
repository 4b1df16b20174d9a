using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>The sample workspace: complete or not there.</summary>
public sealed class WorkbenchSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder["ws"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OpenOrCreateSample_NoWorkspace_HoldsWhatTheDemoImports()
    {
        var shares = new List<double>();
        var bench = Workbench.OpenOrCreateSample(Target, new Told(shares.Add));

        Assert.Equal((204, "roster.csv"), (bench.Roster.Count, bench.RosterInfo.Name));
        Assert.NotEmpty(bench.Input.Qualifications);
        var years = bench.Sql("SELECT DISTINCT survey_year FROM market_wage ORDER BY 1")["survey_year"].As<int>();
        Assert.Equal([2022, 2023, 2024], years);
        Assert.All(new[] { "assignment", "hours_worked" }, table => Assert.True((long)bench.Sql($"SELECT count(*) AS n FROM {table}").Rows[0]["n"]! > 0));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Equal(AnalystWorkspace.FileName, Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(Target))));
        Assert.Equal(1, shares[^1]);
    }

    [Fact]
    public void OpenOrCreateSample_LeftHalfByAKilledRun_MakesItAnewAndKeepsOtherFiles()
    {
        Directory.CreateDirectory(_folder["ws.partial"]);
        foreach (var left in new[] { "making", AnalystWorkspace.FileName, AnalystWorkspace.FileName + ".wal", AnalystWorkspace.FileName + ".partial" }) _folder.Write(Path.Combine("ws.partial", left), "half");
        Directory.CreateDirectory(Target);
        _folder.Write(Path.Combine("ws", "notes.txt"), "mine");

        Assert.Equal(204, Workbench.OpenOrCreateSample(Target).Roster.Count);

        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target, "notes.txt")));
    }

    [Fact]
    public void OpenOrCreateSample_Stopped_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Workbench.OpenOrCreateSample(Target, new Told(_ => stop.Cancel()), stop.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void OpenOrCreateSample_MadeByAnotherProcess_SaysSoAndLeavesItAlone()
    {
        Directory.CreateDirectory(_folder["ws.partial"]);
        using (new FileStream(_folder[Path.Combine("ws.partial", "making")], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var error = Assert.Throws<InputException>(() => Workbench.OpenOrCreateSample(Target));
            Assert.Contains("Another process is making this workspace", error.Message, StringComparison.Ordinal);
            Assert.True(File.Exists(_folder[Path.Combine("ws.partial", "making")]));
        }
    }

    [Fact]
    public void OpenOrCreateSample_FileInThePlace_IsRefused()
    {
        _folder.Write("ws", "a file");

        Assert.Contains("This is a file, not a folder.", Assert.Throws<InputException>(() => Workbench.OpenOrCreateSample(Target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoWorkspace_SaysHowToMakeOne()
    {
        var error = Assert.Throws<InputException>(() => Workbench.Open(Target));

        Assert.Contains($"Make one first: ctms init {Target}", error.Message, StringComparison.Ordinal);
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
