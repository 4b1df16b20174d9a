using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Cli.Help;
using CtmsAnalytics.Cli.Output;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed partial class HelpTests
{
    private static readonly CtmsRoot Ctms = new(CommandConsole.Into(TextWriter.Null, TextWriter.Null));

    public static TheoryData<string> EveryCommand => [.. Paths(Ctms.Command, "")];

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public void Help_OfEveryCommand_BeginsWithExamplesThatParseAndFitsHundredColumns(string path)
    {
        var words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var help = Help([.. words, "--help"]);

        Assert.StartsWith(words.Length == 0 ? "Start here:\n  ctms demo" : $"Examples:\n  ctms {path}", help, StringComparison.Ordinal);
        Assert.All(help.Split('\n'), line => Assert.True(line.TrimEnd().Length <= HelpText.Width, line));
        Assert.All(Example().Matches(help), example =>
        {
            var parsed = Ctms.Command.Parse([.. CommandLineParser.SplitCommandLine(example.Groups[1].Value["ctms ".Length..].Split(" >")[0].Split("  ")[0])]);
            Assert.True(parsed.Errors.Count == 0, $"{example.Value}: {string.Join(' ', parsed.Errors)}");
        });
        if (words.Length > 0) Assert.NotEmpty(Example().Matches(help));
        Assert.All(ShippedPath().Matches(help), shipped => Assert.True(Path.Exists(Path.Combine(Repository.Root, shipped.Value)), $"The help of ctms {path} names {shipped.Value}, which does not exist."));
    }

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public void Help_AsACommand_IsTheSameAsTheOption(string path)
    {
        var words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Help([.. words, "--help"]), Help(["help", .. words]));
    }

    [Fact]
    public void StartPage_WithoutACommand_NamesEveryCommandOnceAndFitsHundredColumns()
    {
        var (code, page, error) = CtmsProcess.Run();

        Assert.Equal((0, ""), (code, error));
        foreach (var command in Ctms.Command.Subcommands.Where(c => !c.Hidden))
            Assert.Single(page.Split('\n'), l => l.StartsWith($"    {command.Name} ", StringComparison.Ordinal));
        Assert.All(page.Split('\n'), line => Assert.True(line.Length <= HelpText.Width, line));
        Assert.Contains("ctms demo", page, StringComparison.Ordinal);
        Assert.Contains("Exit codes: 0 success, 1 bad input, 2 usage, 3 quarantined, 70 failure, 130 cancelled.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void CommandGroups_EveryCommand_IsInANamedGroup() =>
        Assert.DoesNotContain(CommandGroups.Of(Ctms.Command), g => g.Title == "Others");

    [Fact]
    public void ExitCodes_HelpAndReadmeAndNames_AreThoseOfTheProgram()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (int)f.GetRawConstantValue()!).Order().ToList();

        Assert.Equal(codes, ExitCodeList.All.Select(c => c.Code));
        Assert.Equal(codes, Codes(Help(["help", "exit-codes"]), @"(?m)^ +([0-9]+)  "));
        Assert.EndsWith(Help(["help", "exit-codes"]), Help(["--help"]), StringComparison.Ordinal);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "CtmsAnalytics.Cli", "README.md"));
        Assert.Equal(codes, Codes(readme, @"(?m)^\| ([0-9]+) \| `[a-z_]+` \|"));
        Assert.All(ExitCodeList.All, c => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {c.Code} | `{c.Name}` | {c.Meaning} |"), readme, StringComparison.Ordinal));
    }

    private static IEnumerable<int> Codes(string text, string pattern) => Regex.Matches(text, pattern).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    private static string Help(string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, Ctms.Command.Parse(words).Invoke(new InvocationConfiguration { Output = output }));
        return output.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Paths(Command command, string path) =>
        command.Subcommands.SelectMany(c => Paths(c, $"{path} {c.Name}".TrimStart())).Prepend(path);

    [GeneratedRegex(@"(?<![\w./-])(?:notebooks|data)/[\w./-]*[\w/]")]
    private static partial Regex ShippedPath();

    [GeneratedRegex("(?m)^  (ctms [^<\\[].*)$")]
    private static partial Regex Example();
}
