using System.CommandLine;
using CtmsAnalytics.Budget.Tables;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>--basis</c>: which of a run's costs budget tables and exports show.</summary>
internal static class BasisOption
{
    /// <summary>Creates the option.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--basis")
        {
            Description = "Costs: the point estimate, the mean over draws, or each year's 80th percentile over draws.",
            HelpName = "point|mean|p80",
            DefaultValueFactory = _ => "point",
        };
        option.AcceptOnlyFromAmong([.. Enum.GetNames<BudgetBasis>().Select(n => n.ToLowerInvariant())]);
        return option;
    }

    /// <summary>The basis that a value of the option names.</summary>
    public static BudgetBasis Of(string value) => Enum.Parse<BudgetBasis>(value, ignoreCase: true);
}
