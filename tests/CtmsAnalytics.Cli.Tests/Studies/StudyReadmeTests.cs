using System.Text.RegularExpressions;

namespace CtmsAnalytics.Cli.Tests.Studies;

/// <summary>Every study that the command line's README shows is made, in its order, and a report then tells them.</summary>
public sealed partial class StudyReadmeTests(StudyFolder study) : IClassFixture<StudyFolder>
{
    [Fact]
    public void Readme_EveryStudy_IsMadeStoredAndToldInTheReport()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "CtmsAnalytics.Cli", "README.md"));
        var commands = StudyCommand().Matches(readme).Select(m => m.Groups[1].Value.Split('#')[0].Trim()).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var (code, output, error) = study.Folder.Ctms(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.True(code == 0, $"ctms {command}\n{output}\n{error}");
        }

        Assert.Equal(0, study.Folder.Ctms("compare", "data/scenarios/baseline.yaml", "data/scenarios/supplements-only.yaml", "-w", "work", "--analysis", "none").ExitCode);
        var (_, report, _) = study.Folder.Ctms("report", "latest", "-w", "work", "--out", "told.html");
        var kinds = commands.Select(c => c.Split(' ')[0]).Distinct().ToList();
        Assert.Equal(kinds.Count, report.Split("With study").Length - 1);
        Assert.Contains("<h2>Pay equity by class", File.ReadAllText(study.Folder.File("told.html")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^ctms ((?:market|structure|supplement|equity) .*)$", RegexOptions.Multiline)]
    private static partial Regex StudyCommand();
}
