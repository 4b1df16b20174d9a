using DocumentFormat.OpenXml.Spreadsheet;

namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>The style sheet: one cell format for each <see cref="CellStyle"/>, and after these the same for text that looks like a formula.</summary>
internal static class WorkbookStyles
{
    private const uint MoneyFormat = 164;
    private const uint DateFormat = 165;
    private const uint NumberFormat = 4;
    private const uint WholeFormat = 3;
    private const uint YearFormat = 1;

    private static readonly CellStyle[] All = Enum.GetValues<CellStyle>();

    /// <summary>Place of a style among the cell formats.</summary>
    public static uint Index(CellStyle style, bool isQuoted) => (uint)style + (isQuoted ? (uint)All.Length : 0);

    /// <summary>Creates the style sheet.</summary>
    public static Stylesheet Create() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = MoneyFormat, FormatCode = "#,##0.00;[Red]\\-#,##0.00" },
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" })
        { Count = 2 },
        new Fonts(Font(11), Font(11, isBold: true), Font(16, isBold: true), Font(9, "FF595959"), Font(11, "FF9C0006", isBold: true)) { Count = 5 },
        new Fills(Pattern(PatternValues.None), Pattern(PatternValues.Gray125), Solid("FFDDE6EF"), Solid("FFFFE9E7")) { Count = 4 },
        new Borders(Border(false, false), Border(true, false), Border(false, true)) { Count = 3 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats([.. All.Select(s => Format(s, false)), .. All.Select(s => Format(s, true))]) { Count = (uint)All.Length * 2 },
        new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat Format(CellStyle style, bool isQuoted)
    {
        var (font, fill, border, number, alignment) = style switch
        {
            CellStyle.Wrapped => (0u, 0u, 0u, 0u, new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }),
            CellStyle.Title => (2u, 0u, 0u, 0u, null),
            CellStyle.Note => (3u, 0u, 0u, 0u, null),
            CellStyle.Header => (1u, 2u, 1u, 0u, new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Bottom }),
            CellStyle.NumberHeader => (1u, 2u, 1u, 0u, new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Bottom, Horizontal = HorizontalAlignmentValues.Right }),
            CellStyle.Money => (0u, 0u, 0u, MoneyFormat, null),
            CellStyle.MoneyTotal => (1u, 0u, 2u, MoneyFormat, null),
            CellStyle.MoneySum => (1u, 0u, 0u, MoneyFormat, null),
            CellStyle.MoneyLeft => (0u, 0u, 0u, MoneyFormat, new Alignment { Horizontal = HorizontalAlignmentValues.Left }),
            CellStyle.WholeLeft => (0u, 0u, 0u, YearFormat, new Alignment { Horizontal = HorizontalAlignmentValues.Left }),
            CellStyle.Year => (0u, 0u, 0u, YearFormat, new Alignment { Horizontal = HorizontalAlignmentValues.Left, Vertical = VerticalAlignmentValues.Top }),
            CellStyle.Whole => (0u, 0u, 0u, WholeFormat, null),
            CellStyle.Number => (0u, 0u, 0u, NumberFormat, null),
            CellStyle.NumberTotal => (1u, 0u, 2u, NumberFormat, null),
            CellStyle.Date => (0u, 0u, 0u, DateFormat, new Alignment { Horizontal = HorizontalAlignmentValues.Left }),
            CellStyle.TextTotal => (1u, 0u, 2u, 0u, null),
            CellStyle.Warning => (4u, 3u, 0u, 0u, null),
            // Text stands at the top beside text that is broken.
            CellStyle.Text or CellStyle.General => (0u, 0u, 0u, 0u, new Alignment { Vertical = VerticalAlignmentValues.Top }),
            _ => (0u, 0u, 0u, 0u, (Alignment?)null),
        };
        var format = new CellFormat { NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, FormatId = 0, ApplyNumberFormat = number != 0, ApplyFont = font != 0, ApplyFill = fill != 0, ApplyBorder = border != 0 };
        if (isQuoted) format.QuotePrefix = true;
        if (alignment is not null)
        {
            format.ApplyAlignment = true;
            format.Append(alignment);
        }

        return format;
    }

    private static Font Font(double size, string? colour = null, bool isBold = false)
    {
        var font = new Font();
        if (isBold) font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null) font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Border(bool below, bool above) => new(
        new LeftBorder(),
        new RightBorder(),
        above ? new TopBorder { Style = BorderStyleValues.Thin } : new TopBorder(),
        below ? new BottomBorder { Style = BorderStyleValues.Thin } : new BottomBorder(),
        new DiagonalBorder());
}
