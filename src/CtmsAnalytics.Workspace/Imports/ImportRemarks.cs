using System.Globalization;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Imports;

/// <summary>Rows that an import keeps although they say what is probably a slip: how many, which, and what would be right. They depend on the file and the workspace alone and not on the day of the import.</summary>
internal static class ImportRemarks
{
    private const int RowsNamed = 5;

    /// <summary>Work levels that the valuation scheme in force does not have.</summary>
    /// <param name="rows">Row and work level.</param>
    /// <param name="known">Levels of the scheme; empty where there is no scheme.</param>
    /// <returns>One sentence for each such level.</returns>
    public static IEnumerable<string> UnknownLevels(IEnumerable<(long Row, string Level)> rows, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0) return [];
        return rows.Where(r => !known.Contains(r.Level, StringComparer.Ordinal)).GroupBy(r => r.Level, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            $"{Rows(g.Select(r => r.Row))} the work level '{g.Key}', which the valuation scheme in force does not have. "
            + (NearestName.Find(g.Key, known) is { } near ? $"Did you mean '{near}'?" : $"It has {string.Join(", ", known)}."));
    }

    /// <summary>Days after the one that the roster describes.</summary>
    /// <param name="rows">Row and day.</param>
    /// <param name="column">Column of the days, as it is known.</param>
    /// <param name="asOf">The roster's day.</param>
    /// <returns>One sentence; none where no day is later.</returns>
    public static IEnumerable<string> LaterDays(IEnumerable<(long Row, DateOnly Day)> rows, string column, DateOnly asOf)
    {
        var later = rows.Where(r => r.Day > asOf).ToList();
        if (later.Count == 0) return [];
        return [string.Create(CultureInfo.InvariantCulture, $"{Rows(later.Select(r => r.Row))} a day in {column} after {asOf:yyyy-MM-dd}, which the roster describes; the latest is {later.Max(r => r.Day):yyyy-MM-dd}. It holds from that day on: check that it is meant.")];
    }

    private static string Rows(IEnumerable<long> rows)
    {
        var all = rows.Order().ToList();
        var named = string.Join(", ", all.Take(RowsNamed).Select(r => r.ToString(CultureInfo.InvariantCulture)));
        return all.Count == 1 ? $"1 row ({named}) has" : string.Create(CultureInfo.InvariantCulture, $"{all.Count:N0} rows ({named}{(all.Count > RowsNamed ? ", ..." : "")}) have");
    }
}
