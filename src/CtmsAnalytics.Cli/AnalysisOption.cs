using System.CommandLine;
using CtmsAnalytics.Workspace.Analyses;

namespace CtmsAnalytics.Cli;

/// <summary><c>--analysis</c>: how much of what a report shows is computed beside the costs.</summary>
internal static class AnalysisOption
{
    private const string Automatic = "auto";
    private const string All = "all";
    private const string None = "none";

    /// <summary>Creates the option.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--analysis")
        {
            Description = "What a report shows beside costs: where everybody stands, what raises cost, what assumed figures weigh. auto: all for up to 2,000 people, only the first for up to 20,000.",
            HelpName = "auto|all|none",
            DefaultValueFactory = _ => Automatic,
        };
        option.AcceptOnlyFromAmong(Automatic, All, None);
        return option;
    }

    /// <summary>What a value of the option asks for.</summary>
    public static AnalysisLevel Of(string asked) => asked switch
    {
        All => AnalysisLevel.All,
        None => AnalysisLevel.None,
        _ => AnalysisLevel.Automatic,
    };
}
