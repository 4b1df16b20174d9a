namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>A cell: text, a number, a date, or a formula with the value that it comes to.</summary>
/// <param name="Style">How it looks.</param>
/// <param name="Text">Its text; null for a number.</param>
/// <param name="Number">Its number, or what its formula comes to.</param>
/// <param name="Formula">Its formula without the sign of equality, made of the program's own words and places of cells only.</param>
internal readonly record struct SheetCell(CellStyle Style, string? Text, decimal? Number, string? Formula)
{
    private const decimal CentsPerDollar = 100;

    public static readonly SheetCell Empty = new(CellStyle.Text, null, null, null);

    public static SheetCell Of(string text, CellStyle style = CellStyle.Text) => new(style, text, null, null);

    public static SheetCell Header(string text, bool ofNumbers = false) => new(ofNumbers ? CellStyle.NumberHeader : CellStyle.Header, text, null, null);

    public static SheetCell Of(decimal number, CellStyle style) => new(style, null, number, null);

    public static SheetCell Money(long cents, CellStyle style = CellStyle.Money) => new(style, null, cents / CentsPerDollar, null);

    public static SheetCell Money(double? cents) => cents is { } c ? Money((long)Math.Round(c, MidpointRounding.AwayFromZero)) : Empty with { Style = CellStyle.Money };

    /// <summary>A formula of dollars.</summary>
    public static SheetCell Sum(string formula, long cents, CellStyle style = CellStyle.Money) => new(style, null, cents / CentsPerDollar, formula);

    public static SheetCell Of(string formula, decimal number, CellStyle style) => new(style, null, number, formula);

    /// <summary>A date, counted in days as spreadsheets do.</summary>
    public static SheetCell Of(DateOnly date) => new(CellStyle.Date, null, (decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate(), null);
}
