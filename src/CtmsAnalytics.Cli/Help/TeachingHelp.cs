using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CtmsAnalytics.Cli.Commands;

namespace CtmsAnalytics.Cli.Help;

/// <summary>Help that begins with examples.</summary>
internal sealed class TeachingHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _usual;

    private TeachingHelp(HelpAction usual) => _usual = usual;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Takes the place of the usual help of a root and its commands.</summary>
    /// <param name="root">The root.</param>
    public static void ShowIn(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is not HelpAction usual) continue;
            usual.MaxWidth = HelpText.Width;
            help.Action = new TeachingHelp(usual);
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is RootCommand root)
        {
            WriteRoot(root, parseResult, output);
            return ExitCode.Success;
        }

        if (ExamplesOf(parseResult.CommandResult.Command) is { Count: > 0 } examples)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine("  ctms " + example);
            output.WriteLine();
        }

        return _usual.Invoke(parseResult);
    }

    /// <summary>The examples of a command; of a command that only holds others, theirs.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Command lines without the name of the program.</returns>
    public static IReadOnlyList<string> ExamplesOf(Command command) =>
        command is CommandWithExamples own ? own.Examples : [.. command.Subcommands.SelectMany(c => ExamplesOf(c).Take(1))];

    private void WriteRoot(RootCommand root, ParseResult parsed, TextWriter output)
    {
        StartPage.WriteFirstSteps(output);
        using var usual = new StringWriter { NewLine = "\n" };
        var invocation = parsed.InvocationConfiguration;
        invocation.Output = usual;
        try
        {
            _usual.Invoke(parsed);
        }
        finally
        {
            invocation.Output = output;
        }

        // The list of commands follows in groups instead.
        var text = usual.ToString();
        var commands = text.IndexOf("Commands:\n", StringComparison.Ordinal);
        output.WriteLine((commands < 0 ? text : text[..commands]).TrimEnd());
        output.WriteLine();
        StartPage.WriteCommands(root, output);
        output.WriteLine();
        StartPage.WriteExitCodes(output);
    }
}
