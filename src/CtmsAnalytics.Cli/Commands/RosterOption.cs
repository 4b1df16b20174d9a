using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The option that names the roster, alike in every command.</summary>
public static class RosterOption
{
    /// <summary>Creates the option.</summary>
    /// <returns><c>--roster N</c>; default the current one.</returns>
    public static Option<int?> Create() => new("--roster")
    {
        Description = "Number of the roster as 'ctms rosters' lists it; the current one when it is not given.",
        HelpName = "N",
    };
}
