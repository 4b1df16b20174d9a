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
        // What the project's README shows as well is run by the test of that one.
        var shown = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        commands.RemoveAll(c => c.StartsWith("structure optimise", StringComparison.Ordinal) && shown.Contains("./ctms structure optimise", StringComparison.Ordinal));
        File.WriteAllLines(study.Folder.File("infosec_salaries.csv"), Answers());
        foreach (var command in commands)
        {
            var (code, output, error) = study.Folder.Ctms(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.True(code == 0, $"ctms {command}\n{output}\n{error}");
        }

        Assert.Equal(0, study.Folder.Ctms("compare", "data/scenarios/baseline.yaml", "data/scenarios/hiring-funnel.yaml", "-w", "work", "--analysis", "none").ExitCode);
        var (_, report, _) = study.Folder.Ctms("report", "latest", "-w", "work", "--out", "told.html");
        // The report tells the latest study of each kind, and of deployment the latest of each topic.
        var kinds = commands.Select(c => c.Split(' ')).Where(w => w[0] != "import").Select(w => w[0] == "deployment" ? $"{w[0]} {w[1]}" : w[0]).Distinct().Order().ToList();
        Assert.Equal(
            [
                "deployment designate", "deployment details", "deployment directed", "deployment hours", "deployment match",
                "equity", "funnel", "internal-equity", "market", "structure", "supplement", "valuation",
            ],
            kinds);
        // A structure that no scenario of the run has is a what-if, and so is a valuation with other figures; the valuation of today is told.
        Assert.Equal(kinds.Count - 1, report.Split("With study").Length - 1);
        var leftOut = LeftOut().Match(report);
        Assert.True(leftOut.Success, report);
        var (_, added, _) = study.Folder.Ctms("report", "latest", "-w", "work", "--out", "added.html", "--study", leftOut.Groups[1].Value);
        Assert.Contains($"With study {leftOut.Groups[1].Value}", added, StringComparison.Ordinal);
        Assert.Contains("<h2>Pay equity by class", File.ReadAllText(study.Folder.File("told.html")), StringComparison.Ordinal);
    }

    /// <summary>Made answers of two jobs, three levels of experience and three years.</summary>
    private static IEnumerable<string> Answers() =>
    [
        "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,employee_residence,remote_ratio,company_location,company_size",
        .. from year in Enumerable.Range(2023, 3)
           from level in new[] { ("EN", 90_000), ("MI", 120_000), ("SE", 160_000) }
           from job in new[] { "Security Analyst", "Security Engineer" }
           from n in Enumerable.Range(0, 6)
           let pay = level.Item2 + (1_000 * (n + year - 2023))
           select FormattableString.Invariant($"{year},{level.Item1},FT,{job},{pay},USD,{pay},US,0,US,M"),
    ];

    [GeneratedRegex(@"Left out, because no scenario of the run states it: what-if ([0-9a-f]+), .*structure", RegexOptions.Singleline)]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"^ctms ((?:market|structure|supplement|equity|valuation|import survey|import qualifications|funnel|deployment|import assignments|import hours|internal-equity) .*)$", RegexOptions.Multiline)]
    private static partial Regex StudyCommand();
}
