using System.CommandLine;
using System.Globalization;
using System.Reflection;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Notebooks.Kernel;
using CtmsAnalytics.Notebooks.Sessions;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms kernel</c>: makes Jupyter offer C# and SQL notebooks on a workspace.</summary>
public static class KernelCommand
{
    /// <summary>Environment variable with the workspace of sessions that were started on none.</summary>
    public const string WorkspaceVariable = "CTMS_WORKSPACE";

    private static readonly string[] InstallExamples =
    [
        "kernel install",
        "kernel install -w work --name ctms-work",
        "kernel install --sys-prefix --python .venv/bin/python",
    ];

    private static readonly string[] UninstallExamples = ["kernel uninstall", "kernel uninstall --name ctms-work"];
    private static readonly string[] ServeExamples = ["kernel serve -w work"];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where results are printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console) => new("kernel", "Makes Jupyter offer notebooks with C# and SQL cells on a workspace.") { Install(console), Uninstall(console), Serve() };

    private static CommandWithExamples Install(IAnsiConsole console)
    {
        var place = new KernelPlaceOptions();
        var workspace = WorkspaceChoice($"Folder of the workspace of its notebooks; without it the environment variable {WorkspaceVariable} says it when a notebook is opened.");
        var json = JsonOption.Create("Prints JSON instead of text: name, folder, Python and workspace.");
        var command = new CommandWithExamples("install", "Adds the kernel to Jupyter, or replaces it.", InstallExamples) { workspace, json };
        place.AddTo(command);
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(workspace);
            if (folder is not null && !Directory.Exists(folder)) throw new InputException($"{workspace.Name} {folder}: There is no such folder. Make the workspace first: ctms init {folder}");
            var python = place.Python(parsed);
            var spec = new KernelSpec(place.Name(parsed), python.Executable, OwnLauncher.Command, folder is null ? null : Path.GetFullPath(folder), ProductVersion());
            var target = place.Folder(parsed, python);
            spec.Write(target);
            if (parsed.GetValue(json))
            {
                console.Line(JsonText.Write(new { spec.Name, Folder = target, Python = python.Executable, Ipykernel = python.KernelVersion, spec.Workspace }));
                return ExitCode.Success;
            }

            var how = string.Create(CultureInfo.InvariantCulture, $"({SafeText.Escape(target)}, run by {SafeText.Escape(python.Executable)} with ipykernel {python.KernelVersion})");
            if (place.Own(parsed) is { } own)
            {
                console.Line($"The kernel '{spec.Name}' is written {how}.");
                console.Line($"Jupyter has it where it is started with JUPYTER_PATH={SafeText.Escape(own)}, and a Jupyter of that prefix without.");
            }
            else
            {
                console.Line($"Jupyter has the kernel '{spec.Name}' now {how}.");
            }

            console.Line($"Workspace: {(spec.Workspace is { } full ? SafeText.Escape(full) : $"what {WorkspaceVariable} says when a notebook is opened")}");
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExamples Uninstall(IAnsiConsole console)
    {
        var place = new KernelPlaceOptions();
        var json = JsonOption.Create("Prints JSON instead of text: name and folder.");
        var command = new CommandWithExamples("uninstall", "Removes the kernel from Jupyter.", UninstallExamples) { json };
        place.AddTo(command);
        command.SetAction(parsed =>
        {
            var folder = place.Folder(parsed, null);
            if (!KernelSpec.Remove(folder)) throw new InputException($"{folder}: There is no kernel. 'jupyter kernelspec list' says where kernels are; name the place as it was named with ctms kernel install.");
            console.Line(parsed.GetValue(json) ? JsonText.Write(new { Name = place.Name(parsed), Folder = folder }) : $"The kernel '{place.Name(parsed)}' was removed ({SafeText.Escape(folder)}).");
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExamples Serve()
    {
        var workspace = WorkspaceChoice($"Folder of the workspace; default what {WorkspaceVariable} says.");
        var command = new CommandWithExamples("serve", "Runs cells that another program sends as lines of JSON on standard input.", ServeExamples) { workspace };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            ConsoleSession.Serve(new SessionOptions { Workspace = parsed.GetValue(workspace) ?? Variable() });
            // Threads that cells left running end with the session.
            Environment.Exit(ExitCode.Success);
        });
        return command;
    }

    private static Option<string?> WorkspaceChoice(string description) => new(WorkspaceOption.Name, "-w") { Description = description, HelpName = "DIR" };

    private static string? Variable() => Environment.GetEnvironmentVariable(WorkspaceVariable) is { Length: > 0 } folder ? folder : null;

    private static string ProductVersion() => typeof(KernelCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
