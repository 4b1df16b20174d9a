using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Lines that are not broken at the width of a terminal: what is piped into another program stays one line.</summary>
public static class PlainLine
{
    /// <summary>Prints a line as it is, without markup.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="text">The line; text from files goes through <see cref="SafeText.Escape"/> first.</param>
    public static void Line(this IAnsiConsole console, string text)
    {
        ArgumentNullException.ThrowIfNull(console);
        console.Profile.Out.Writer.WriteLine(text);
    }
}
