using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>A command whose help begins with examples.</summary>
/// <param name="name">Name of the command.</param>
/// <param name="description">What it does, one sentence.</param>
/// <param name="examples">Command lines without the name of the program.</param>
internal sealed class CommandWithExamples(string name, string description, IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Command lines without the name of the program.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Lets the help of every command of a root show its examples first.</summary>
    /// <param name="root">The root.</param>
    public static void ShowIn(RootCommand root)
    {
        ArgumentNullException.ThrowIfNull(root);
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is SynchronousCommandLineAction usual) help.Action = new ExamplesFirst(usual);
        }
    }

    private sealed class ExamplesFirst(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            if (parseResult.CommandResult.Command is CommandWithExamples command)
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in command.Examples) output.WriteLine("  ctms " + example);
                output.WriteLine();
            }

            return usual.Invoke(parseResult);
        }
    }
}
