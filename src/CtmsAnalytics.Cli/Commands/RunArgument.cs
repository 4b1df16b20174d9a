using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The argument that names a stored run.</summary>
internal static class RunArgument
{
    /// <summary>Creates the argument.</summary>
    public static Argument<string> Create() => new("run")
    {
        Description = "Identifier of the run or the beginning of it, or latest; ctms runs lists them.",
        DefaultValueFactory = _ => "latest",
    };
}
