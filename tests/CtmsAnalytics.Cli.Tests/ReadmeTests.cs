using System.Text.RegularExpressions;

namespace CtmsAnalytics.Cli.Tests;

/// <summary>The README is run: every command that it shows, in its order.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = Repository.Root;

    [Fact]
    public void Readme_EveryCtmsCommand_DoesWhatItSays()
    {
        var commands = Commands();
        Assert.Equal("./ctms demo", commands[0]);
        Assert.Equal("tests/run", commands[1]);
        using var folder = new ShippedFolder();
        foreach (var command in commands.Where(c => c.StartsWith("./ctms ", StringComparison.Ordinal)))
        {
            // The first command is started as a user starts it; the others need not load the program again.
            var (code, output, error) = command == commands[0] ? CtmsProcess.RunAlone(folder.Path, command.Split(' ')[1..]) : folder.Ctms(command.Split(' ')[1..]);
            Assert.True(code == 0, $"{command}\n{output}\n{error}");
        }

        Assert.Contains("<h1", File.ReadAllText(folder.File("demo", "report.html")), StringComparison.Ordinal);
        Assert.Contains("<h1", File.ReadAllText(folder.File("work", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_EveryLinkIntoTheRepository_LeadsSomewhere() =>
        Assert.All(Link().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))), m =>
            Assert.True(Path.Exists(Path.Combine(Root, m.Groups[1].Value)), m.Value));

    [Fact]
    public void Scripts_OfTheTwoCommands_CanBeStarted()
    {
        foreach (var script in new[] { "ctms", "tests/run", ".ci/run" })
        {
            var path = Path.Combine(Root, script);
            Assert.StartsWith("#!/usr/bin/env bash", File.ReadAllText(path), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows()) Assert.True((File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0, script);
        }
    }

    private static List<string> Commands() =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))).SelectMany(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Link();
}
