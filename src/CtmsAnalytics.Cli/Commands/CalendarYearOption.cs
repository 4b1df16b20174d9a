using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The option that turns the year of a command into a calendar year, alike in every command.</summary>
public static class CalendarYearOption
{
    /// <summary>Creates the option.</summary>
    /// <returns><c>--calendar-year</c>; default the fiscal year.</returns>
    public static Option<bool> Create() => new("--calendar-year")
    {
        Description = "Takes the calendar year by payday, which the aggregate limit goes by, instead of the fiscal year.",
    };
}
