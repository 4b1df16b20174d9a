using System.CommandLine;
using System.Data.Common;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Cli.Diagnostics;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Cli;

/// <summary>Runs a command line and turns what goes wrong into one readable message and an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>How a command is invoked: exceptions come here and not to a default handler. Anew for each: a configuration keeps the streams that were in place when it first wrote.</summary>
    /// <remarks>After Ctrl-C a command has time to write what it wants to keep.</remarks>
    public static InvocationConfiguration Invocation => new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>Runs the command line.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="args">Arguments of the process.</param>
    /// <param name="console">Where errors are printed.</param>
    /// <returns>The exit code, one of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(CtmsRoot root, string[] args, CommandConsole console)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(console);
        var parsed = root.Command.Parse(args);
        console.IsJson = args.Contains(JsonOption.Name);
        if (parsed.Errors.Count > 0) return UsageError.Print(parsed, console);
        console.Verbosity = root.VerbosityOf(parsed);
        using var watch = new WorkWatch(console);
        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (InputException exception)
        {
            return Fail(console, ExitCode.BadInput, exception.Message, exception.Problems);
        }
        catch (ParameterException exception)
        {
            return Fail(console, ExitCode.BadInput, exception.Message);
        }
        catch (WorkStoppedException exception)
        {
            return Fail(console, ExitCode.Cancelled, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(console, ExitCode.Cancelled, "Stopped. The workspace is as it was before the command.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DllNotFoundException or DbException or ChartRenderException)
        {
            return Fail(console, ExitCode.Failure, exception.Message);
        }
    }

    private static int Fail(CommandConsole console, int code, string message, IReadOnlyList<InputProblem>? problems = null)
    {
        new CommandError(code, message, problems ?? []).Print(console);
        return code;
    }
}
