using System.Globalization;
using System.Text.RegularExpressions;

namespace CtmsAnalytics.Parameters;

/// <summary>
/// The units that a policy parameter may have: a quantity (<c>hours</c>), a quantity per period (<c>USD/year</c>), <c>fraction</c> or <c>fraction of ...</c>,
/// <c>multiple of ...</c>, <c>level of ...</c>, <c>yes/no</c>, a choice by number (<c>0 none, 1 pro rata, 2 whole</c>), <c>month</c> (of the calendar), <c>yyyymmdd</c> (a date) or
/// a day of the year (<c>month x 100 + day</c>, <c>month x 100 + week x 10 + weekday</c>). Percent is none of them.
/// </summary>
public static partial class ParameterUnit
{
    /// <summary>Unit of a choice that is made (1) or not (0).</summary>
    public const string Choice = "yes/no";

    /// <summary>Unit of a month of the calendar, 1 for January.</summary>
    public const string Month = "month";

    /// <summary>Unit of a date, written as a number.</summary>
    public const string Date = "yyyymmdd";

    private static readonly string[] Quantities = ["USD", "hours", "paid hours", "days", "weeks", "work periods", "months", "years", "years of service", "persons", "renewals"];
    private static readonly string[] Periods = ["hour", "day", "week", "work period", "month", "year", "calendar year"];
    private static readonly string[] Days = ["month x 100 + day", "month x 100 + week x 10 + weekday"];

    /// <summary>Whether a unit is known.</summary>
    /// <param name="unit">The unit as it stands in the file.</param>
    /// <returns>True for one of the forms above.</returns>
    public static bool IsKnown(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit is Choice or Month or Date || Days.Contains(unit) || IsFraction(unit) || Relative().IsMatch(unit) || Choices(unit).Count > 0) return true;
        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Quantities.Contains(unit) : Quantities.Contains(unit[..slash]) && Periods.Contains(unit[(slash + 1)..]);
    }

    /// <summary>Whether a unit is a fraction, plain or of something.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>True for <c>fraction</c> and <c>fraction of ...</c>.</returns>
    public static bool IsFraction(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit == "fraction" || unit.StartsWith("fraction of ", StringComparison.Ordinal);
    }

    /// <summary>The numbers that a choice by number offers.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>For example 0, 1 and 2; empty for a unit of another form.</returns>
    public static IReadOnlyList<int> Choices(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return NumberedChoice().IsMatch(unit) ? [.. unit.Split(", ").Select(c => int.Parse(c.Split(' ')[0], CultureInfo.InvariantCulture))] : [];
    }

    [GeneratedRegex("^(multiple|level) of .+$", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex("^[0-9] [^,]+(, [0-9] [^,]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedChoice();
}
