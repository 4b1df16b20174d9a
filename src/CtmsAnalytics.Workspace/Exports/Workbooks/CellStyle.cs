namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>How a cell looks; the number is its place among the cell formats of the style sheet.</summary>
internal enum CellStyle
{
    /// <summary>Text, to the left.</summary>
    Text,

    /// <summary>Long text, broken at the width of the column.</summary>
    Wrapped,

    /// <summary>Title of a sheet.</summary>
    Title,

    /// <summary>A line of small print.</summary>
    Note,

    /// <summary>Heading of a column of text.</summary>
    Header,

    /// <summary>Heading of a column of numbers.</summary>
    NumberHeader,

    /// <summary>US dollars and cents.</summary>
    Money,

    /// <summary>A total of US dollars and cents.</summary>
    MoneyTotal,

    /// <summary>A year or another number without separators.</summary>
    Year,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with two decimals.</summary>
    Number,

    /// <summary>A total with two decimals.</summary>
    NumberTotal,

    /// <summary>A figure with as many digits as it has.</summary>
    General,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Words of a row of totals.</summary>
    TextTotal,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>A sum at the end of a row.</summary>
    MoneySum,

    /// <summary>US dollars among words, to the left.</summary>
    MoneyLeft,

    /// <summary>A whole number among words, to the left.</summary>
    WholeLeft,
}
