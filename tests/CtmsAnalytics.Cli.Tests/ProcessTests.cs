namespace CtmsAnalytics.Cli.Tests;

/// <summary>The command as a user starts it, in a process that ends with it: exit codes, both streams, and that it says what the other tests see in a process that has run others before.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ctms-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, "ctms demo", "")]
    [InlineData(0, "Usage:\n  ctms compare ", "", "compare", "--help")]
    [InlineData(0, "Workspace made in Zürich 東京", "", "init", "Zürich 東京")]
    [InlineData(1, "", "error: .: There is no workspace in this folder", "import", "roster", "no-such-file.csv")]
    [InlineData(1, "Zoë.yaml", "", "scenario", "check", "Zoë.yaml")]
    [InlineData(2, "", "hint: ctms compare --help", "compare", "--nonsense")]
    [InlineData(1, "", "{", "quarantine", "--json")]
    public void Ctms_InAProcessOfItsOwn_EndsAndSaysTheSameAsAmongOthers(int expected, string output, string error, params string[] arguments)
    {
        var warm = CtmsProcess.RunIn(_folder, arguments);
        foreach (var made in Directory.GetDirectories(_folder)) Directory.Delete(made, recursive: true);

        var alone = CtmsProcess.RunAlone(_folder, arguments);

        Assert.Equal(expected, alone.ExitCode);
        Assert.Contains(output, alone.Output, StringComparison.Ordinal);
        Assert.Contains(error, alone.Error, StringComparison.Ordinal);
        Assert.Equal(alone, warm);
    }
}
