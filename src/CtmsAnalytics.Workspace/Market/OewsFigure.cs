using System.Globalization;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>A published figure: a number, or the reason why there is none.</summary>
internal readonly record struct OewsFigure(FigureStatus Status, double Value, string? Reason)
{
    public const string WageNotAvailable = "wage estimate not available (*)";
    public const string EmploymentNotAvailable = "employment estimate not available (**)";
    public const string AtTopCode = "at or above the top code (#)";
    public const string FewEstablishments = "less than 0.5 % of establishments report the occupation (~)";

    public static readonly OewsFigure Absent = new(FigureStatus.Absent, double.NaN, null);

    public static readonly OewsFigure Censored = new(FigureStatus.Censored, double.NaN, AtTopCode);

    /// <summary>Reads a cell of a figure's column.</summary>
    /// <returns>False when the cell holds neither a number nor a code that the survey defines for the measure.</returns>
    public static bool TryParse(Cell cell, Measure measure, out OewsFigure figure)
    {
        figure = Absent;
        switch (cell.Kind)
        {
            case CellKind.Empty:
                return true;
            case CellKind.Number:
                figure = new OewsFigure(FigureStatus.Published, cell.Number, null);
                return cell.Number >= 0 && double.IsFinite(cell.Number);
            case CellKind.Text:
                break;
            default:
                return false;
        }

        switch (cell.Text)
        {
            case "*":
                figure = new OewsFigure(FigureStatus.Suppressed, double.NaN, WageNotAvailable);
                return true;
            case "**":
                figure = new OewsFigure(FigureStatus.Suppressed, double.NaN, EmploymentNotAvailable);
                return true;
            case "#":
                figure = Censored;
                return Measures.IsWage(measure);
            case "~":
                figure = new OewsFigure(FigureStatus.Suppressed, double.NaN, FewEstablishments);
                return measure == Measure.PctRpt;
        }

        if (!TryParseNumber(cell.Text, out var value)) return false;
        figure = new OewsFigure(FigureStatus.Published, value, null);
        return true;
    }

    /// <summary>Reads a number of 0 or more, with or without a dollar sign and separators between thousands.</summary>
    public static bool TryParseNumber(string text, out double value)
    {
        value = double.NaN;
        var digits = text.AsSpan();
        if (digits.StartsWith("$")) digits = digits[1..].TrimStart();
        var whole = digits.IndexOf('.') is >= 0 and var point ? digits[..point] : digits;
        if (whole.Contains(','))
        {
            // A comma is a separator of thousands only where thousands end: 1,23 is not a number.
            var group = 0;
            for (var i = whole.Length - 1; i >= 0; i--)
            {
                if (whole[i] == ',')
                {
                    if (group != 3 || i == 0) return false;
                    group = 0;
                }
                else if (++group > 3)
                {
                    return false;
                }
            }
        }

        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
