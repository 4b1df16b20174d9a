using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>A command whose help begins with examples.</summary>
/// <param name="name">Name of the command.</param>
/// <param name="description">What it does, one sentence.</param>
/// <param name="examples">Command lines without the name of the program.</param>
internal sealed class CommandWithExamples(string name, string description, IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Command lines without the name of the program.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
