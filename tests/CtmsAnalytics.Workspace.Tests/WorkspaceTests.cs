
namespace CtmsAnalytics.Workspace.Tests;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_EmptyFolder_HoldsEveryShippedRow()
    {
        using var workspace = AnalystWorkspace.Create(_folder["ws"]);

        var counts = workspace.RowCounts();
        Assert.Equal(30, counts["executive_schedule"]);
        Assert.Equal(900, counts["gs_base"]);
        Assert.Equal(58, counts["local_markets"]);
        Assert.Equal(3230, counts["worksites"]);
        Assert.Equal(15, counts["oews_survey_years"]);
        Assert.Equal(File.ReadLines(Path.Combine(RepositoryFiles.Root, "data", "policy", "parameters.csv")).Count() - 1, counts["parameters"]);
        Assert.Equal([AnalystWorkspace.FileName], Directory.GetFiles(_folder["ws"]).Select(Path.GetFileName).Where(f => !f!.EndsWith(".wal", StringComparison.Ordinal)));
    }
}
