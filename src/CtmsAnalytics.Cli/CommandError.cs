using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using Spectre.Console;

namespace CtmsAnalytics.Cli;

/// <summary>What went wrong, as text for a person or as one line of JSON for a script.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodeList"/>.</param>
/// <param name="Message">What happened and what would be right; one line for each problem.</param>
/// <param name="Problems">The problems with their places; empty where the message says it all.</param>
public sealed record CommandError(int ExitCode, string Message, IReadOnlyList<InputProblem> Problems)
{
    /// <summary>Prints the error on standard error.</summary>
    /// <param name="console">The console; under <c>--json</c> the error is JSON.</param>
    public void Print(IAnsiConsole console)
    {
        if (console is CommandConsole { IsJson: true } both)
        {
            both.Error.Line(ToJson());
            return;
        }

        foreach (var line in Message.Split('\n')) console.Error(line);
    }

    /// <summary>The error as one line of JSON.</summary>
    /// <returns><c>{"error":{"kind","message","problems":[{"file","line","column","message","hint"}]},"exit_code"}</c>; a problem without a place has nulls there.</returns>
    public string ToJson() => JsonText.WriteLine(
        new
        {
            error = new
            {
                kind = ExitCodeList.NameOf(ExitCode),
                message = Message,
                problems = Problems.Count > 0
                    ? Problems.Select(p => new { file = Named(p.File), line = p.Line, column = p.Column, message = p.What, hint = Named(p.Right) })
                    : Message.Split('\n').Select(m => new { file = (string?)null, line = (int?)null, column = (int?)null, message = m, hint = (string?)null }),
            },
            exit_code = ExitCode,
        });

    private static string? Named(string text) => text.Length == 0 ? null : text;
}
