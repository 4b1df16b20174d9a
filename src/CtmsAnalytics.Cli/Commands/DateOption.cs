using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>An option that takes a day.</summary>
internal static class DateOption
{
    /// <summary>Creates the option.</summary>
    /// <param name="name">Name, for example <c>--date</c>.</param>
    /// <param name="description">What the day decides.</param>
    /// <returns>The option; null where it is not given.</returns>
    public static Option<DateOnly?> Create(string name, string description) => new(name) { Description = description, HelpName = "YYYY-MM-DD", CustomParser = result => Read(name, result) };

    private static DateOnly? Read(string name, ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        result.AddError($"{name} {text}: write a date as year-month-day, for example 2026-10-01.");
        return null;
    }
}
