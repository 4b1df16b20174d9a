using System.CommandLine;
using CtmsAnalytics.Workspace.Reference;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>--policy</c>: where object classes and funds are read from.</summary>
internal static class PolicyOption
{
    /// <summary>Creates the option.</summary>
    public static Option<string?> Create() => new("--policy")
    {
        Description = "Folder with your own object_classes.csv and funds.csv. Default: the shipped ones.",
        HelpName = "DIR",
    };

    /// <summary>The folder to read.</summary>
    /// <param name="asked">The option's value; null for the shipped files.</param>
    public static string Folder(string? asked) => asked ?? Path.Combine(ShippedData.Folder, "policy");
}
