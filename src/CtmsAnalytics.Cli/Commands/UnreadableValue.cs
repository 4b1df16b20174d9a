using System.CommandLine;
using System.CommandLine.Parsing;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>A value that is no number, date or name of a kind is one error of the command line, also where a further check wants to read it.</summary>
internal static class UnreadableValue
{
    /// <summary>Makes every further check of a command and of the commands under it step aside where it meets such a value.</summary>
    /// <param name="command">The command, complete with its options.</param>
    public static void StepAsideIn(Command command)
    {
        Guard(command.Validators);
        foreach (var option in command.Options) Guard(option.Validators);
        foreach (var argument in command.Arguments) Guard(argument.Validators);
        foreach (var under in command.Subcommands) StepAsideIn(under);
    }

    private static void Guard<TResult>(List<Action<TResult>> checks)
        where TResult : SymbolResult
    {
        for (var i = 0; i < checks.Count; i++)
        {
            var check = checks[i];
            checks[i] = result => Try(check, result);
        }
    }

    /// <remarks>Reading such a value throws, and only reading it tells that it is one; the error that says what would be right is there by then.</remarks>
    private static void Try<TResult>(Action<TResult> check, TResult result)
        where TResult : SymbolResult
    {
        try
        {
            check(result);
        }
        catch (InvalidOperationException) when (HasError(result))
        {
        }
    }

    private static bool HasError(SymbolResult result) => result.Errors.Any() || (result is CommandResult command && command.Children.Any(HasError));
}
