using CtmsAnalytics.DuckDb;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Loading;

/// <summary>Turns the long table of figures into one wage record for each published row.</summary>
internal static class WageQuery
{
    private const int FirstPercentile = 7;
    private const int AfterPercentiles = FirstPercentile + 10;
    private const double PercentInWhole = 100;

    // Percentiles as pairs of status and number: the value of a published figure, the lower bound of a top-coded one.
    public const string Sql = """
        WITH wanted AS (
            SELECT * FROM market_row
            WHERE industry = '000000' AND ownership = '1235' AND occupation_group = 'detailed' AND area_type IN ('nation', 'metropolitan')),
        titles AS (
            SELECT occupation, soc_vintage, arg_max(occupation_title, survey_year) AS title FROM market_row WHERE occupation_title IS NOT NULL GROUP BY ALL),
        figures AS (
            SELECT market_row_id,
                max(value) FILTER (WHERE measure = 'tot_emp') AS employment, max(value) FILTER (WHERE measure = 'a_mean') AS mean, max(value) FILTER (WHERE measure = 'mean_prse') AS mean_prse,
                any_value(status) FILTER (WHERE measure = 'a_pct10') AS s10, any_value(coalesce(value, lower_bound)) FILTER (WHERE measure = 'a_pct10') AS v10,
                any_value(status) FILTER (WHERE measure = 'a_pct25') AS s25, any_value(coalesce(value, lower_bound)) FILTER (WHERE measure = 'a_pct25') AS v25,
                any_value(status) FILTER (WHERE measure = 'a_median') AS s50, any_value(coalesce(value, lower_bound)) FILTER (WHERE measure = 'a_median') AS v50,
                any_value(status) FILTER (WHERE measure = 'a_pct75') AS s75, any_value(coalesce(value, lower_bound)) FILTER (WHERE measure = 'a_pct75') AS v75,
                any_value(status) FILTER (WHERE measure = 'a_pct90') AS s90, any_value(coalesce(value, lower_bound)) FILTER (WHERE measure = 'a_pct90') AS v90
            FROM market_figure GROUP BY market_row_id)
        SELECT r.survey_year::INTEGER, r.area, r.area_title, r.occupation, coalesce(r.occupation_title, t.title, r.occupation), f.employment, b.file_name,
            f.s10::VARCHAR, f.v10, f.s25::VARCHAR, f.v25, f.s50::VARCHAR, f.v50, f.s75::VARCHAR, f.v75, f.s90::VARCHAR, f.v90,
            f.mean, f.mean_prse, r.soc_vintage::VARCHAR, r.metro_delineation
        FROM wanted r
        LEFT JOIN figures f ON f.market_row_id = r.market_row_id
        LEFT JOIN titles t ON t.occupation = r.occupation AND t.soc_vintage = r.soc_vintage
        LEFT JOIN import_batch b ON b.batch_id = r.batch_id
        ORDER BY r.survey_year, r.area, r.occupation
        """;

    public static OccupationWage Read(DuckDBDataReader reader) => new(
        reader.GetInt32(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.NumberOrNull(5),
        Figure(reader, 0),
        Figure(reader, 1),
        Figure(reader, 2),
        Figure(reader, 3),
        Figure(reader, 4),
        FormattableString.Invariant($"BLS OEWS May {reader.GetInt32(0)} ({reader.GetString(6)})"))
    {
        Mean = reader.NumberOrNull(AfterPercentiles),
        MeanError = reader.NumberOrNull(AfterPercentiles + 1) / PercentInWhole,
        SocVintage = reader.GetString(AfterPercentiles + 2),
        Delineation = reader.GetString(AfterPercentiles + 3),
    };

    private static WageFigure Figure(DuckDBDataReader reader, int percentile)
    {
        var status = FirstPercentile + (2 * percentile);
        return reader.TextOrNull(status) switch
        {
            null => WageFigure.Absent,
            "published" => WageFigure.Published(reader.GetDouble(status + 1)),
            "censored" => new WageFigure(FigureStatus.Censored, reader.NumberOrNull(status + 1)),
            _ => new WageFigure(FigureStatus.Suppressed, null),
        };
    }
}
