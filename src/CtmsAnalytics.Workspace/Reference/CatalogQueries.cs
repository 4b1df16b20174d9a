using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Workspace.Schema;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Brings policy parameters and published tables into one catalog.</summary>
internal static class CatalogQueries
{
    private const char Area = ':';

    private const string Tables = """
        SELECT 'gs_base', effective_year, annual_rate_usd, 'USD/year', mark::VARCHAR, '5 U.S.C. 5332', source, 'General Schedule, base rates by grade and step' FROM gs_base
        UNION ALL
        SELECT 'locality_pay', effective_year, round(percent / 100, 6), 'fraction', mark::VARCHAR, '5 U.S.C. 5304', source, 'Locality payments of title 5 by area' FROM locality_pay
        ORDER BY 1, 2
        """;

    /// <summary>The catalog of a database with reference tables.</summary>
    public static ParameterCatalog Load(DuckDBConnection connection, IReadOnlyList<RegulationSection> sections)
    {
        var policy = connection.Query("SELECT name FROM parameters", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var all = ParameterQueries.Load(connection).All.ToList();
        var rows = all.Where(p => !policy.Contains(p.Name)).Concat(connection.Query(Tables, ParameterQueries.Read));
        return new ParameterCatalog([.. all.Where(p => policy.Contains(p.Name))], [.. rows.GroupBy(SeriesOf, StringComparer.Ordinal).Select(Summary)], sections);
    }

    /// <summary>The catalog of the shipped files.</summary>
    public static ParameterCatalog Shipped(string dataFolder, TimeProvider time)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Migrator.Raise(connection, 0, Migration.Latest, time);
        ReferenceTables.Load(connection, dataFolder);
        return Load(connection, RegulationSections.Read(dataFolder));
    }

    private static ReferenceSeries Summary(IGrouping<string, Parameter> series)
    {
        var rows = series.ToList();
        var newest = rows.MaxBy(r => r.EffectiveYear)!;
        var area = newest.Name[series.Key.Length..].TrimStart(Area);
        return ReferenceSeries.Of(series.Key, rows, area.Length == 0 ? null : newest.Description.Replace($", {area}", "", StringComparison.Ordinal));
    }

    /// <summary>A series that is kept by area has the area behind a colon.</summary>
    private static string SeriesOf(Parameter parameter) => parameter.Name.Split(Area)[0];
}
