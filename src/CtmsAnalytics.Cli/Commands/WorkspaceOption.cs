using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The option that names the workspace, alike in every command.</summary>
public static class WorkspaceOption
{
    /// <summary>Creates the option.</summary>
    /// <returns><c>--workspace DIR</c>, <c>-w DIR</c>; default the current folder.</returns>
    public static Option<string> Create() => new("--workspace", "-w")
    {
        Description = "Folder of the workspace.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };
}
