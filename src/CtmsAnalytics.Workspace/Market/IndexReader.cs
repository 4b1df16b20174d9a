using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>An index as a file holds it.</summary>
internal sealed record IndexTable(string Name, bool IsRaises, IReadOnlyList<IndexLevel> Levels, IReadOnlyList<QuarantineEntry> Quarantined, long RowsRead, long RowsSetAside);

/// <summary>Reads an index: a column of days or years and a column of levels, or of raises in percent. FRED's and BLS's downloads are such files.</summary>
internal static class IndexReader
{
    private const int MidYear = 7;
    private const double FirstLevel = 100;
    private static readonly string[] DayNames = ["day", "date", "observationdate", "year", "effectiveyear", "period"];
    private static readonly string[] NotValues = ["seriesid", "mark", "source", "note", "course", "indexname"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Name of the index and whether it holds raises.</param>
    /// <exception cref="InputException">The file is not an index.</exception>
    public static IndexTable Read(FileContent file, IndexImportOptions options)
    {
        using var source = file.Open();
        if (!source.NextSheet() || !source.Read()) throw FileContent.Unusable(file.Name, "The file has no header.", "Give a table whose first row names its columns.");
        var headers = Enumerable.Range(0, source.Count).Select(i => source[i].Text).ToList();
        var names = headers.ConvertAll(HeaderName.Normalise);
        var day = names.FindIndex(n => DayNames.Contains(n));
        var value = names.FindIndex(n => n is "level" or "value");
        if (value < 0) value = Enumerable.Range(0, names.Count).Where(i => i != day && !NotValues.Contains(names[i]) && names[i].Length > 0).Select(i => (int?)i).FirstOrDefault() ?? -1;
        if (day < 0 || value < 0) throw FileContent.Unusable(file.Name, $"An index has a column of days or years and one of levels; the file has {string.Join(", ", headers)}.", "Name the columns day and level.");
        var raises = options.IsRaises ?? (names[value].Contains("raise", StringComparison.Ordinal) || names[value].Contains("percent", StringComparison.Ordinal));
        var name = options.Name?.Trim() is { Length: > 0 } given ? given : headers[value];
        var rows = new SortedDictionary<DateOnly, double>();
        var quarantined = new List<QuarantineEntry>();
        long read = 0;
        while (source.Read())
        {
            if (source.IsBlank()) continue;
            read++;
            var (from, cell) = (source[day], source[value]);
            if (!TryDay(from.Text, raises, out var on)) Aside(from, day, "not a day", "Right would be a day such as 2024-07-01 or a year of four digits.");
            else if (!TryNumber(cell.Text, out var number) || (!raises && number <= 0)) Aside(cell, value, "not a level", raises ? "Right would be a raise in percent." : "Right would be a level above 0.");
            else if (!rows.TryAdd(on, number)) Aside(from, day, "day stands twice", "Right would be one level for each day.");
        }

        void Aside(Cell cell, int column, string code, string reason) => quarantined.Add(QuarantineEntry.Create(source.RowNumber, headers[column], cell.Text, code, reason));

        var level = FirstLevel;
        return new IndexTable(name, raises, [.. rows.Select(r => new IndexLevel(r.Key, raises ? level *= 1 + (r.Value / FirstLevel) : r.Value))], quarantined, read, quarantined.Count);
    }

    /// <summary>A year stands for its middle where levels are averages, and for its first day where raises take effect.</summary>
    private static bool TryDay(string text, bool raises, out DateOnly day)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
        {
            day = new DateOnly(year, raises ? 1 : MidYear, 1);
            return true;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
