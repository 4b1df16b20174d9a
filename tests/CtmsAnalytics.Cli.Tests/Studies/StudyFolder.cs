namespace CtmsAnalytics.Cli.Tests.Studies;

/// <summary>A folder with the shipped data and a workspace <c>work</c> that the studies of all tests go into.</summary>
public sealed class StudyFolder : IDisposable
{
    public StudyFolder()
    {
        Assert.Equal(0, Folder.Ctms("init", "work").ExitCode);
        Assert.Equal(0, Folder.Ctms("import", "market", "data/market/oews_national_cyber_2024.csv", "data/market/oews_metro_cyber.csv", "data/market/oews_national_cyber_2022_2023.csv", "-w", "work").ExitCode);
        Assert.Equal(0, Folder.Ctms("import", "roster", "data/sample/roster.csv", "-w", "work").ExitCode);
    }

    public ShippedFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();
}
