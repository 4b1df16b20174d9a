using System.CommandLine;
using System.Data.Common;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using Spectre.Console;

namespace CtmsAnalytics.Cli;

/// <summary>Runs a command line and turns what goes wrong into one readable message and an exit code.</summary>
public static class CommandRunner
{
    /// <summary>How commands are invoked: exceptions come here and not to a default handler.</summary>
    /// <remarks>After Ctrl-C a command has time to write what it wants to keep.</remarks>
    public static InvocationConfiguration Invocation { get; } = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>Runs the command line.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="args">Arguments of the process.</param>
    /// <param name="console">Where errors are printed.</param>
    /// <returns>The exit code, one of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(RootCommand root, string[] args, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(console);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (Exception exception) when (exception is InputException or ParameterException)
        {
            return Fail(exception.Message, ExitCode.BadInput);
        }
        catch (SimulationStoppedException exception)
        {
            return Fail(exception.Message, ExitCode.Cancelled);
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped. The workspace is as it was before the command.", ExitCode.Cancelled);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DllNotFoundException or DbException or ChartRenderException)
        {
            return Fail(exception.Message, ExitCode.Failure);
        }
    }

    private static int Fail(string message, int code)
    {
        foreach (var line in message.Split('\n')) Console.Error.WriteLine($"error: {SafeText.Escape(line)}");
        return code;
    }
}
