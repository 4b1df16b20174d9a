using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Commands;

namespace CtmsAnalytics.Cli.Help;

/// <summary>The page for who starts <c>ctms</c> and does not know yet what it can do.</summary>
internal static class StartPage
{
    private static readonly (string Command, string Meaning)[] FirstSteps =
    [
        ("ctms demo", "two pay proposals compared on real market data, and a report"),
        ("ctms init work", "a workspace for your own roster and market data"),
        ("ctms help compare", "examples and options of a command"),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(RootCommand root, TextWriter output)
    {
        output.WriteLine(CtmsRoot.Description);
        output.WriteLine();
        WriteFirstSteps(output);
        WriteCommands(root, output);
        output.WriteLine();
        output.WriteLine("Exit codes: " + string.Join(", ", ExitCodeList.All.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Code} {c.Name.Replace('_', ' ')}"))) + ".");
        output.WriteLine("Help: ctms --help, ctms COMMAND --help, ctms help exit-codes, ctms help json.");
    }

    /// <summary>Writes the three commands to begin with.</summary>
    /// <param name="output">Where they go.</param>
    public static void WriteFirstSteps(TextWriter output)
    {
        output.WriteLine("Start here:");
        foreach (var (command, meaning) in FirstSteps) output.WriteRow(command, FirstSteps.Max(s => s.Command.Length), meaning);
        output.WriteLine();
    }

    /// <summary>Writes the commands in groups.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="output">Where they go.</param>
    public static void WriteCommands(RootCommand root, TextWriter output)
    {
        output.WriteLine("Commands:");
        var column = root.Subcommands.Max(c => c.Name.Length) + 2;
        foreach (var (title, commands) in CommandGroups.Of(root))
        {
            output.WriteLine("  " + title);
            foreach (var command in commands) output.WriteRow("  " + command.Name, column, command.Description ?? "");
        }
    }

    /// <summary>Writes the exit codes with their meaning.</summary>
    /// <param name="output">Where they go.</param>
    public static void WriteExitCodes(TextWriter output)
    {
        output.WriteLine("Exit codes:");
        foreach (var code in ExitCodeList.All) output.WriteRow(code.Code.ToString(CultureInfo.InvariantCulture).PadLeft(3), 3, code.Meaning);
    }
}
