namespace CtmsAnalytics.Cli.Tests;

/// <summary>A folder of its own with the shipped <c>data</c> in it, as a fresh clone has.</summary>
public sealed class ShippedFolder : IDisposable
{
    private static readonly Lazy<ShippedFolder> Template = new(MakeTemplate);

    public ShippedFolder()
    {
        Path = Directory.CreateTempSubdirectory("ctms-shipped-").FullName;
        var shipped = System.IO.Path.Combine(AppContext.BaseDirectory, "data");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = File("data", System.IO.Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }

    public string Path { get; }

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public (int ExitCode, string Output, string Error) Ctms(params string[] arguments) => CtmsProcess.RunIn(Path, arguments);

    /// <summary>A workspace <c>ws</c> with the shipped market data and roster: a copy of one that is made once for all tests.</summary>
    public void MakeWorkspace()
    {
        Directory.CreateDirectory(File("ws"));
        foreach (var file in Directory.EnumerateFiles(Template.Value.File("ws"))) System.IO.File.Copy(file, File("ws", System.IO.Path.GetFileName(file)));
    }

    private static ShippedFolder MakeTemplate()
    {
        var folder = new ShippedFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        Assert.Equal(0, folder.Ctms("init", "ws").ExitCode);
        Assert.Equal(0, folder.Ctms("import", "market", "data/market/oews_national_cyber_2024.csv", "data/market/oews_metro_cyber.csv", "-w", "ws").ExitCode);
        Assert.Equal(0, folder.Ctms("import", "roster", "data/sample/roster.csv", "-w", "ws").ExitCode);
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
