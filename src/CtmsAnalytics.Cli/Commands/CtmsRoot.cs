using System.CommandLine;
using CtmsAnalytics.Cli.Completion;
using CtmsAnalytics.Cli.Help;
using CtmsAnalytics.Cli.Output;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms</c> itself: every command, the options that all of them have, and the page for who starts it without any.</summary>
internal sealed class CtmsRoot
{
    /// <summary>What the program is, one sentence.</summary>
    public const string Description = "CtmsAnalytics models the pay system of the DHS Cybersecurity Service (6 CFR part 158).";

    private readonly GlobalOptions _options = new();

    /// <summary>Creates the commands.</summary>
    /// <param name="console">Where they print.</param>
    public CtmsRoot(CommandConsole console)
    {
        Command = new RootCommand(Description);
        foreach (var command in CommandList.Create(console)) Command.Subcommands.Add(command);
        Command.Subcommands.Add(HelpCommand.Create());
        Command.Subcommands.Add(CompletionCommand.Create());
        _options.AddTo(Command);
        Command.SetAction(parsed => StartPage.Write(Command, parsed.InvocationConfiguration.Output));
        UnknownOption.RefuseIn(Command);
        UnreadableValue.StepAsideIn(Command);
        ValueSources.AddTo(Command);
        Suggestions.AnswerIn(Command);
        TeachingHelp.ShowIn(Command);
    }

    /// <summary>The command line.</summary>
    public RootCommand Command { get; }

    /// <summary>Reads how much is to be said.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The verbosity.</returns>
    public Verbosity VerbosityOf(ParseResult parsed) => _options.Read(parsed);
}
