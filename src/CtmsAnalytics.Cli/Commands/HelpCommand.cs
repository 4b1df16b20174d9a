using System.CommandLine;
using CtmsAnalytics.Cli.Diagnostics;
using CtmsAnalytics.Cli.Help;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms help [COMMAND]</c>, <c>ctms help exit-codes</c> and <c>ctms help json</c>.</summary>
internal static class HelpCommand
{
    private const string ExitCodes = "exit-codes";
    private const string Json = "json";
    private static readonly string[] Examples = ["help compare", "help scenario check", "help exit-codes", "help json"];

    /// <summary>Creates the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var topic = new Argument<string[]>("topic") { Description = "A command, exit-codes or json; nothing for an overview.", Arity = ArgumentArity.ZeroOrMore };
        topic.CompletionSources.Add(context => [ExitCodes, Json, .. context.ParseResult.RootCommandResult.Command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)]);
        var command = new CommandWithExamples("help", "Shows help: of everything, of one command, of the exit codes, of JSON.", Examples) { topic };
        command.Validators.Add(result =>
        {
            var words = result.GetValue(topic) ?? [];
            if (words is [ExitCodes] or [Json]) return;
            var found = result.Parent is System.CommandLine.Parsing.CommandResult root ? root.Command : command;
            foreach (var word in words)
            {
                if (found.Subcommands.FirstOrDefault(c => c.Name == word) is { } next) found = next;
                else
                {
                    result.AddError($"There is no help on '{string.Join(' ', words)}'.{UsageError.Suggestion(word, [.. found.Subcommands.Select(c => c.Name), ExitCodes, Json])}");
                    return;
                }
            }
        });
        command.SetAction(parsed => parsed.GetValue(topic) switch
        {
            [ExitCodes] => Page(parsed, StartPage.WriteExitCodes),
            [Json] => Page(parsed, JsonPage.Write),
            var words => parsed.RootCommandResult.Command.Parse([.. words ?? [], "--help"]).Invoke(parsed.InvocationConfiguration),
        });
        return command;
    }

    private static int Page(ParseResult parsed, Action<TextWriter> write)
    {
        write(parsed.InvocationConfiguration.Output);
        return ExitCode.Success;
    }
}
