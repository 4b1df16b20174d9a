namespace CtmsAnalytics.Cli.Tests.Commands;

/// <summary>A prepared folder in which the shipped proposal was compared with the baseline once: what the command said, and the report it wrote.</summary>
public sealed class ComparedFolder : IDisposable
{
    private readonly PreparedFolder _prepared = new();

    public ComparedFolder()
    {
        Said = Folder.Ctms("compare", "data/scenarios/baseline.yaml", "data/scenarios/targeted-talent.yaml", "-w", "ws", "--analysis", "none");
        Report = File.ReadAllText(Folder.File("report.html"));
    }

    public ShippedFolder Folder => _prepared.Folder;

    public (int ExitCode, string Output, string Error) Said { get; }

    public string Report { get; }

    public void Dispose() => _prepared.Dispose();
}
