using System.CommandLine;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Cli;

/// <summary><c>--analysis</c>: how much of what a report shows is computed beside the costs.</summary>
internal static class AnalysisOption
{
    private const string Automatic = "auto";
    private const string All = "all";
    private const string None = "none";

    /// <summary>Rosters up to this size are analysed in full unless something else is asked for: some seconds.</summary>
    private const int MostForAll = 2_000;

    /// <summary>Everybody of rosters up to this size is followed unless something else is asked for.</summary>
    private const int MostForPeople = 20_000;

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

    /// <summary>What to compute.</summary>
    /// <param name="asked">The option's value.</param>
    /// <param name="people">People of the roster.</param>
    public static RunAnalysisOptions Of(string asked, int people) => asked switch
    {
        All => RunAnalysisOptions.Default,
        None => new RunAnalysisOptions(false, false, false),
        _ => new RunAnalysisOptions(people <= MostForPeople, people <= MostForAll, people <= MostForAll),
    };
}
