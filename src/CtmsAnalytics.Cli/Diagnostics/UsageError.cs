using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli.Diagnostics;

/// <summary>A command line that cannot be run: what is wrong, what was probably meant, and where help is. Never the whole help.</summary>
internal static class UsageError
{
    private const string NotParsed = "Cannot parse argument";
    private const string NoSuchCommand = "There is no command";
    private const string NoCommand = "Required command was not provided.";
    private const string NotAmong = "Must be one of:";
    private const string NoOption = "There is no option";
    private const string TooMany = "is one argument too many.";

    /// <summary>Prints the errors of a command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="console">The console.</param>
    /// <returns><see cref="ExitCode.Usage"/>.</returns>
    public static int Print(ParseResult parsed, CommandConsole console)
    {
        var messages = parsed.Errors.Select(e => MessageOf(e, parsed)).Distinct(StringComparer.Ordinal).ToList();

        // What follows an option that does not exist was meant as its value.
        if (messages.Exists(m => m.StartsWith(NoOption, StringComparison.Ordinal))) messages.RemoveAll(m => m.EndsWith(TooMany, StringComparison.Ordinal));
        if (messages.Count > 1) messages.Remove(NoCommand);
        if (messages.Find(m => m.StartsWith(NoSuchCommand, StringComparison.Ordinal)) is { } unknown) messages = [unknown];
        var hint = $"{PathOf(parsed.CommandResult)} --help";
        new CommandError(ExitCode.Usage, string.Join('\n', messages), [.. messages.Select(m => new InputProblem("", null, null, m, hint))]).Print(console);
        if (!console.IsJson) console.Error.Line($"hint: {hint}");
        return ExitCode.Usage;
    }

    /// <summary>A question that names what was probably meant.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    /// <returns>The question after a space; empty where nothing is near.</returns>
    public static string Suggestion(string written, IEnumerable<string> known) => NearestName.Find(written, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static string MessageOf(ParseError error, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.FirstOrDefault(t => error.Message.Contains($"'{t}'", StringComparison.Ordinal)) is { } unknown)
        {
            return unknown.StartsWith('-')
                ? $"{NoOption} '{unknown}'.{Suggestion(unknown, UnknownOption.NamesOf(parsed.CommandResult))}"
                : command.Subcommands.Count > 0 ? $"{NoSuchCommand} '{unknown}'.{Suggestion(unknown, command.Subcommands.Select(c => c.Name))}" : $"'{unknown}' {TooMany}";
        }

        if (error.Message == NoCommand && parsed.UnmatchedTokens.Count == 0) return $"ctms {command.Name} needs one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}.";
        if (error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument: var missing } && error.SymbolResult.Parent is CommandResult)
            return $"{missing.Name} is missing: {missing.Description}";
        if (command.Options.FirstOrDefault(o => error.Message == $"Option '{o.Name}' is required.") is { } required) return $"{required.Name} is missing: {required.Description}";
        if (error.SymbolResult is OptionResult { Tokens.Count: 0 } empty && error.Message.StartsWith("Required argument", StringComparison.Ordinal))
            return $"{empty.Option.Name} needs a value: {empty.Option.Description}";
        if (error.SymbolResult is { Tokens: [.., var token] } symbol)
        {
            if (error.Message.StartsWith(NotParsed, StringComparison.Ordinal)) return $"{NameOf(symbol)} {token.Value}: write {TypeOf(symbol)}.";
            if (error.Message.IndexOf(NotAmong, StringComparison.Ordinal) is > 0 and var at)
            {
                var known = error.Message[(at + NotAmong.Length)..].Split('\'', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return $"{NameOf(symbol)} {token.Value}: write one of {string.Join(", ", known)}.{Suggestion(token.Value, known)}";
            }
        }

        return string.Join(' ', error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static string NameOf(SymbolResult symbol) => symbol switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult { Parent: OptionResult option } => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => "",
    };

    private static string TypeOf(SymbolResult symbol)
    {
        var type = symbol switch
        {
            OptionResult option => option.Option.ValueType,
            ArgumentResult argument => argument.Argument.ValueType,
            _ => typeof(string),
        };
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(int) || type == typeof(long) || type == typeof(uint)) return "a whole number";
        return type == typeof(double) || type == typeof(decimal) ? "a number" : string.Create(CultureInfo.InvariantCulture, $"a {type.Name.ToLowerInvariant()}");
    }

    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "ctms";
}
