namespace CtmsAnalytics.Workspace.Tests;

/// <summary>A workbench on the shipped sample, made once for the tests of a class.</summary>
public sealed class SampleBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleBench() => Bench = Workbench.OpenOrCreateSample(Folder);

    public Workbench Bench { get; }

    public string Folder => _folder["ws"];

    public static string Sample(string file) => Path.Combine(RepositoryFiles.Root, "data", "sample", file);

    /// <summary>Opens the workspace for writing, which fails while anybody holds it otherwise.</summary>
    public void RequireNoLock()
    {
        using var workspace = AnalystWorkspace.Open(Folder);
        Assert.NotEmpty(workspace.Rosters());
    }

    public void Dispose() => _folder.Dispose();
}
