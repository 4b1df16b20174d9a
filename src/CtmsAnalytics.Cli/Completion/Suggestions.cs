using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CtmsAnalytics.Cli.Completion;

/// <summary>
/// Answers a shell that asks how a command line could go on: <c>ctms [suggest:POSITION] "LINE"</c> prints one word on each line. Where a file or a folder is to be named it prints nothing, and the shell
/// completes names of files as it always does.
/// </summary>
internal sealed class Suggestions : SynchronousCommandLineAction
{
    private readonly RootCommand _root;
    private readonly SuggestDirective _directive;

    private Suggestions(RootCommand root, SuggestDirective directive) => (_root, _directive) = (root, directive);

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Takes the place of the usual answer of a root, which offers every name that holds the word anywhere, aliases included.</summary>
    /// <param name="root">The commands.</param>
    public static void AnswerIn(RootCommand root)
    {
        foreach (var directive in root.Directives.OfType<SuggestDirective>()) directive.Action = new Suggestions(root, directive);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.LastOrDefault(t => t.Type != TokenType.Directive)?.Value ?? "";
        var text = parseResult.GetResult(_directive)?.Values is [var position, ..] && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end < line.Length ? line[..end] : line;
        foreach (var word in Of(text)) parseResult.InvocationConfiguration.Output.WriteLine(word);
        return ExitCode.Success;
    }

    /// <summary>How a command line could go on.</summary>
    /// <param name="line">The line to the cursor, with the name of the program.</param>
    /// <returns>Words in the place of the last one.</returns>
    public IReadOnlyList<string> Of(string line)
    {
        var name = line.IndexOf(' ', StringComparison.Ordinal);
        if (name < 0) return [];
        var rest = line[(name + 1)..];
        var word = rest[(rest.LastIndexOf(' ') + 1)..];
        var parsed = _root.Parse(rest);
        var all = parsed.GetCompletions(rest.Length).Select(c => c.InsertText ?? c.Label).Where(w => w.StartsWith(word, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var options = all.Where(w => w.StartsWith("--", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (word.StartsWith('-')) return options;
        var values = all.Where(w => !w.StartsWith('-') && !w.StartsWith("/?", StringComparison.Ordinal) && w != "/h").ToList();
        return values.Count > 0 || word.Length > 0 || TakesMore(parsed.CommandResult) || WaitsForValue(parsed) ? values : options;
    }

    private static bool TakesMore(CommandResult command) =>
        command.Command.Arguments.Any(a => (command.GetResult(a)?.Tokens.Count ?? 0) < a.Arity.MaximumNumberOfValues);

    private static bool WaitsForValue(ParseResult parsed) => parsed.Tokens is [.., { Type: TokenType.Option, Value: var last }]
        && parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Name == last || o.Aliases.Contains(last)) is { Arity.MaximumNumberOfValues: > 0 } option
        && option.ValueType != typeof(bool);
}
