using System.Globalization;

namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>Formulas that add up the cube for a row of a sheet.</summary>
/// <param name="texts">Every text that the cube is filtered by.</param>
internal sealed class CubeFormulas(IEnumerable<string> texts)
{
    private const int LongestCriterion = 255;

    // SUMIFS reads some texts as patterns, comparisons or numbers, and does not tell capitals apart; where a name is one of these, texts are compared one by one.
    private readonly bool _exactly = AreAmbiguous([.. texts.Distinct(StringComparer.Ordinal)]);

    /// <summary>The sum of the cube's amounts.</summary>
    /// <param name="year">Cell with the fiscal year; null for all years.</param>
    /// <param name="criteria">Name of a column of the cube, and cell with its value.</param>
    public string Sum(string? year, params ReadOnlySpan<(string Column, string Cell)> criteria)
    {
        var parts = new List<string>();
        if (year is not null) parts.Add(_exactly ? $"(Cube_FiscalYear={year})" : $"Cube_FiscalYear,{year}");
        foreach (var (column, cell) in criteria) parts.Add(_exactly ? $"EXACT(Cube_{column},{cell})" : $"Cube_{column},{cell}");
        return _exactly ? $"SUMPRODUCT({string.Join('*', parts)}*Cube_Amount)" : $"SUMIFS(Cube_Amount,{string.Join(',', parts)})";
    }

    private static bool AreAmbiguous(string[] texts) =>
        texts.Length != texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() || Array.Exists(texts, IsAmbiguous);

    private static bool IsAmbiguous(string text) =>
        text.Length is 0 or > LongestCriterion || text.AsSpan().IndexOfAny("*?~") >= 0 || text[0] is '<' or '>' or '=' || text != text.Trim() || text != CellText.Clean(text)
        || double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _) || DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
        || text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);
}
