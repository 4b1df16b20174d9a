namespace CtmsAnalytics.Workspace.Tests;

/// <summary>New workspaces for tests: made once, then copied.</summary>
public static class FreshWorkspace
{
    private static readonly Lazy<byte[]> Made = new(Make);

    public static AnalystWorkspace Open(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, AnalystWorkspace.FileName), Made.Value);
        return AnalystWorkspace.Open(folder);
    }

    private static byte[] Make()
    {
        using var folder = new TemporaryFolder();
        AnalystWorkspace.Create(folder["ws"]).Dispose();
        return File.ReadAllBytes(Path.Combine(folder["ws"], AnalystWorkspace.FileName));
    }
}
