namespace CtmsAnalytics.Workspace.Exports;

/// <summary>What the cells of an exported column are.</summary>
public enum ExportType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>An amount: cents here, US dollars with two decimals in the file.</summary>
    Money,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A column of an exported table.</summary>
/// <param name="Name">Lower-case name of letters, digits and underscores.</param>
/// <param name="Type">What its cells are.</param>
public sealed record ExportColumn(string Name, ExportType Type);
