using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>What a command says beside its result.</summary>
public static class Messages
{
    /// <summary>Prints a line after the result: where it is kept, what to do next. <c>--quiet</c> leaves it out.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="text">The line; text from files goes through <see cref="SafeText.Escape"/> first.</param>
    public static void Remark(this IAnsiConsole console, string text)
    {
        if (!IsQuiet(console)) console.Line(text);
    }

    /// <summary>Prints a sentence after the result, broken at spaces. <c>--quiet</c> leaves it out.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="text">The sentence; it is escaped first.</param>
    public static void RemarkWrapped(this IAnsiConsole console, string text)
    {
        if (!IsQuiet(console)) console.Wrapped(text);
    }

    /// <summary>Tells on standard error what a person should know about the way. <c>--quiet</c> leaves it out, and so does JSON, where standard error holds nothing but an error.</summary>
    /// <param name="console">The console.</param>
    /// <param name="text">The sentence; text from files goes through <see cref="SafeText.Escape"/> first.</param>
    public static void Note(this IAnsiConsole console, string text)
    {
        if (IsQuiet(console) || console is CommandConsole { IsJson: true }) return;
        ErrorOf(console).Line($"note: {text}");
    }

    /// <summary>Prints an error on standard error, its first word in red on a terminal.</summary>
    /// <param name="console">The console.</param>
    /// <param name="text">What happened; control characters are escaped.</param>
    public static void Error(this IAnsiConsole console, string text)
    {
        var error = ErrorOf(console);
        error.Write(new Text("error:", new Style(Color.Red, decoration: error.HasColors() ? Decoration.Bold : Decoration.None)));
        error.Line(" " + SafeText.Escape(text));
    }

    /// <summary>Whether a console shows colours and bold type.</summary>
    /// <param name="console">The console.</param>
    /// <returns>False for files, pipes, plain terminals and where NO_COLOR is set.</returns>
    public static bool HasColors(this IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        return console.Profile.Capabilities.Ansi && console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
    }

    private static bool IsQuiet(IAnsiConsole console) => console is CommandConsole { Verbosity: Verbosity.Quiet };

    private static IAnsiConsole ErrorOf(IAnsiConsole console) => console is CommandConsole both ? both.Error : console;
}
