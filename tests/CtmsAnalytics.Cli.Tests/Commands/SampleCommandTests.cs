namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class SampleCommandTests
{
    [Fact]
    public void Sample_ShippedInputs_GivesTheShippedRosterByteForByteAndOverwritesNothing()
    {
        using var folder = new ShippedFolder();
        Assert.Equal(0, folder.Ctms("sample", "--out", "mine.csv").ExitCode);
        var bytes = File.ReadAllBytes(folder.File("mine.csv"));
        Assert.Equal(File.ReadAllBytes(folder.File("data", "sample", "roster.csv")), bytes);
        var (code, _, error) = folder.Ctms("sample", "--out", "mine.csv");
        Assert.Equal(1, code);
        Assert.Contains("exists already", error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(folder.File("mine.csv")));
    }
}
