using System.Text.RegularExpressions;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>SOC codes: text of two digits, a hyphen and four digits.</summary>
internal static partial class OccupationCode
{
    public const string KeepAsText =
        "Excel turned it into a date. The code cannot be got back from it; import the file as published, or open the text file with Data > From Text/CSV, give OCC_CODE the type Text and save it again.";

    public static bool IsValid(string text) => Pattern().IsMatch(text);

    /// <summary>True for what spreadsheets make of a code such as 11-3021: a date cell, <c>Nov-21</c>, <c>11/1/3021</c>, <c>2021-11-30</c>.</summary>
    public static bool LooksLikeDate(Cell cell) => cell.Kind == CellKind.Date || (cell.Kind == CellKind.Text && DatePattern().IsMatch(cell.Text));

    /// <summary>
    /// Level of a code that the file gives no group for, by the structure of the classification: 00-0000 is the total, xx-0000 a major group,
    /// xx-xx00 a minor one (15-1200 and 31-1100 as well), a last digit of 0 a broad one, all others are detailed occupations.
    /// </summary>
    public static string GroupOf(string code)
    {
        if (code == "00-0000") return "total";
        if (code.EndsWith("-0000", StringComparison.Ordinal)) return "major";
        if (code.EndsWith("00", StringComparison.Ordinal)) return "minor";
        return code.EndsWith('0') ? "broad" : "detailed";
    }

    [GeneratedRegex(@"^[0-9]{2}-[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[ T].*)?|(?=.*[0-9])[0-9]{0,2}[- ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- .,]*[0-9]{0,4})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();
}
