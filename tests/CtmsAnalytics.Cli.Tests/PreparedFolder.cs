namespace CtmsAnalytics.Cli.Tests;

/// <summary>A folder with the shipped data and a workspace <c>ws</c>, shared by the tests of a class.</summary>
public sealed class PreparedFolder : IDisposable
{
    public PreparedFolder() => Folder.MakeWorkspace();

    public ShippedFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();
}
