using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using CtmsAnalytics.Notebooks.Serving;
using CtmsAnalytics.Notebooks.Sessions;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms kernel</c>: cells of notebooks for Jupyter.</summary>
public static class KernelCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where results are printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        return new Command("kernel", "Runs cells of notebooks for Jupyter.") { Serve() };
    }

    private static Command Serve()
    {
        var workspace = new Option<string?>(WorkspaceOption.Name) { Description = "Folder of the workspace.", HelpName = "DIR" };
        var command = new Command("serve", "Serves one session: a request is a line of JSON, and so is every answer.") { workspace };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            using var requests = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            using var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            // Ctrl-C reaches every process of a terminal; whoever started this one decides what it means and sends an interrupt.
            using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
            // Standard output holds answers and nothing else, whoever writes to the console.
            Console.SetOut(TextWriter.Null);
            using var session = new NotebookSession(new SessionOptions { Workspace = parsed.GetValue(workspace) });
            new SessionServer(session, requests, answers).Run();
            return ExitCode.Success;
        });
        return command;
    }
}
