using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The option that names the workspace, alike in every command.</summary>
public static class WorkspaceOption
{
    /// <summary>Name of the option.</summary>
    public const string Name = "--workspace";

    /// <summary>Creates the option.</summary>
    /// <returns><c>--workspace DIR</c>, <c>-w DIR</c>; default the current folder.</returns>
    public static Option<string> Create() => new(Name, "-w")
    {
        Description = "Folder of the workspace.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };
}
