using System.CommandLine;
using System.CommandLine.Parsing;
using CtmsAnalytics.Cli.Diagnostics;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>A misspelled option is not taken for the name of a file.</summary>
internal static class UnknownOption
{
    /// <summary>Refuses what looks like an option in every argument of a command and of the commands under it.</summary>
    /// <param name="command">The command.</param>
    public static void RefuseIn(Command command)
    {
        foreach (var argument in command.Arguments) argument.Validators.Add(Refuse);
        foreach (var under in command.Subcommands) RefuseIn(under);
    }

    /// <summary>Names of the options that a command takes, its own and those of every command.</summary>
    /// <param name="result">The command.</param>
    /// <returns>The long names.</returns>
    public static IEnumerable<string> NamesOf(CommandResult result)
    {
        for (var at = result; at is not null; at = at.Parent as CommandResult)
        {
            foreach (var option in at.Command.Options.Where(o => !o.Hidden && (at == result || o.Recursive))) yield return option.Name;
        }
    }

    private static void Refuse(ArgumentResult result)
    {
        foreach (var option in result.Tokens.Where(t => t.Value.StartsWith('-')))
            result.AddError($"There is no option '{option.Value}'.{(result.Parent is CommandResult command ? UsageError.Suggestion(option.Value, NamesOf(command)) : "")}");
    }
}
