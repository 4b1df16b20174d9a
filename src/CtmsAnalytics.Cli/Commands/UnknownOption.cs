using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>A misspelled option is not taken for the name of a file.</summary>
public static class UnknownOption
{
    /// <summary>Refuses what looks like an option in the place of an argument.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="command">Name of the command, for the message.</param>
    public static void RefuseOptions(this Argument argument, string command)
    {
        ArgumentNullException.ThrowIfNull(argument);
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith('-')) is { } option) result.AddError($"There is no option '{option.Value}'. See ctms {command} --help.");
        });
    }
}
