using System.Globalization;
using System.Text.RegularExpressions;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Dates of a roster: ISO text or a date cell of a workbook. Everything else has more than one reading.</summary>
internal static partial class RosterDate
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>Reads a date.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="date">The date.</param>
    /// <param name="reason">Why it is none, and what would be right.</param>
    public static bool TryParse(Cell cell, out DateOnly date, out string reason)
    {
        reason = "";
        var text = cell.Text;
        if (text.Length > Iso.Length && MidnightPattern().IsMatch(text)) text = text[..Iso.Length];
        if (cell.Kind is CellKind.Text or CellKind.Date && DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return true;
        date = default;
        reason = cell.Kind == CellKind.Number
            ? "The cell holds a bare number. Give the column a date format in the workbook, or write the date as 2025-03-31."
            : Explain(cell.Text);
        return false;
    }

    private static string Explain(string text)
    {
        if (ShortPattern().Match(text) is not { Success: true } match) return "This is not a date. Write it as year-month-day: 2025-03-31.";
        var first = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var second = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        if (first is < 1 or > 12 || second is < 1 or > 12) return "The order of day and month is not certain in this form. Write the date as year-month-day: 2025-03-31.";
        var year = match.Groups[3].Value;
        var culture = CultureInfo.InvariantCulture;
        return string.Create(culture, $"This can be {year}-{first:00}-{second:00} or {year}-{second:00}-{first:00}. Write the date as year-month-day.");
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]00:00(?::00)?(?:\.0+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex MidnightPattern();

    [GeneratedRegex(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShortPattern();
}
