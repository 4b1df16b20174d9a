using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class InitCommandTests : IDisposable
{
    private readonly ShippedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("init", "ws")]
    [InlineData("rosters", "-w", "ws")]
    public void Command_OnAWorkspaceOfAnOlderVersion_RaisesItKeepsABackupAndSaysSo(params string[] arguments)
    {
        AnalystWorkspace.Create(_folder.File("ws"), null, null, version: 2).Dispose();
        var before = File.ReadAllBytes(_folder.File("ws", AnalystWorkspace.FileName));

        var (code, _, error) = _folder.Ctms(arguments);

        Assert.Equal((0, $"note: ws/workspace.duckdb is raised from schema version 2 to {AnalystWorkspace.SchemaVersion}; the former file is kept as ws/workspace.duckdb.v2.bak.\n"), (code, error));
        Assert.Equal(before, File.ReadAllBytes(_folder.File("ws", AnalystWorkspace.FileName + ".v2.bak")));
        Assert.Equal((0, "ws holds a workspace already. Nothing was changed.\n", ""), _folder.Ctms("init", "ws"));
    }
}
