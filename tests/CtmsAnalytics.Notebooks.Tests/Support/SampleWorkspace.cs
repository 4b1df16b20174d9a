using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Notebooks.Tests.Support;

/// <summary>A workspace with the shipped sample, made once for all tests; they only read it.</summary>
public sealed class SampleWorkspace : IDisposable
{
    public SampleWorkspace()
    {
        Folder = Directory.CreateTempSubdirectory("notebook-sample-").FullName;
        Workspace = Path.Combine(Folder, "sample");
        Workbench.OpenOrCreateSample(Workspace);
    }

    public string Folder { get; }

    public string Workspace { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>Tests that share the sample workspace.</summary>
[CollectionDefinition(Name)]
public sealed class SampleWorkspaceTests : ICollectionFixture<SampleWorkspace>
{
    public const string Name = "sample workspace";
}
