namespace CtmsAnalytics.Parameters;

/// <summary>
/// The units that a policy parameter may have: a quantity (<c>hours</c>), a quantity per period (<c>USD/year</c>), <c>fraction</c> or <c>fraction of ...</c>,
/// <c>multiple of ...</c>, <c>yes/no</c>, <c>month</c> (of the calendar) or <c>yyyymmdd</c> (a date). Percent is none of them.
/// </summary>
public static class ParameterUnit
{
    /// <summary>Unit of a choice that is made (1) or not (0).</summary>
    public const string Choice = "yes/no";

    /// <summary>Unit of a month of the calendar, 1 for January.</summary>
    public const string Month = "month";

    /// <summary>Unit of a date, written as a number.</summary>
    public const string Date = "yyyymmdd";

    private const string Multiple = "multiple of ";
    private static readonly string[] Quantities = ["USD", "hours", "days", "weeks", "work periods", "months", "years", "persons"];
    private static readonly string[] Periods = ["hour", "day", "week", "work period", "month", "year"];

    /// <summary>Whether a unit is known.</summary>
    /// <param name="unit">The unit as it stands in the file.</param>
    /// <returns>True for one of the forms above.</returns>
    public static bool IsKnown(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit is Choice or Month or Date || IsFraction(unit) || IsMultiple(unit)) return true;
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

    private static bool IsMultiple(string unit) => unit.StartsWith(Multiple, StringComparison.Ordinal) && unit.Length > Multiple.Length;
}
