using CtmsAnalytics.DuckDb;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Loading;

/// <summary>Reads what local supplements use of the survey: median, mean and the mean's error, with the Census division of each area's first state.</summary>
internal static class AreaWageQuery
{
    private const double Percent = 100;

    public const string Sql = """
        WITH wanted AS (
            SELECT *, coalesce(nullif(primary_state, ''), regexp_extract(area_title, ', ([A-Z]{2})', 1)) AS states FROM market_row
            WHERE industry = '000000' AND ownership = '1235' AND occupation_group = 'detailed' AND area_type IN ('nation', 'metropolitan')),
        titles AS (
            SELECT occupation, soc_vintage, arg_max(occupation_title, survey_year) AS title FROM market_row WHERE occupation_title IS NOT NULL GROUP BY ALL),
        figures AS (
            SELECT market_row_id,
                max(value) FILTER (WHERE measure = 'tot_emp') AS employment,
                max(value) FILTER (WHERE measure = 'mean_prse') AS mean_error,
                any_value(status) FILTER (WHERE measure = 'a_median') AS median_status, any_value(coalesce(value, lower_bound)) FILTER (WHERE measure = 'a_median') AS median,
                any_value(status) FILTER (WHERE measure = 'a_mean') AS mean_status, any_value(coalesce(value, lower_bound)) FILTER (WHERE measure = 'a_mean') AS mean
            FROM market_figure GROUP BY market_row_id)
        SELECT r.survey_year::INTEGER, r.area, r.area_title, d.division, r.occupation, coalesce(r.occupation_title, t.title, r.occupation), f.employment,
            f.median_status::VARCHAR, f.median, f.mean_status::VARCHAR, f.mean, f.mean_error
        FROM wanted r
        LEFT JOIN figures f ON f.market_row_id = r.market_row_id
        LEFT JOIN titles t ON t.occupation = r.occupation AND t.soc_vintage = r.soc_vintage
        LEFT JOIN census_divisions d ON d.state = left(r.states, 2)
        ORDER BY r.survey_year, r.area, r.occupation
        """;

    public const string Markets = """
        WITH counties AS (
            SELECT w.local_market, d.division, count(*) AS n FROM worksites w JOIN census_divisions d ON d.state = w.state GROUP BY ALL),
        division AS (
            SELECT local_market, division FROM counties QUALIFY row_number() OVER (PARTITION BY local_market ORDER BY n DESC, division) = 1),
        locality AS (
            SELECT locality_code, percent FROM locality_pay WHERE effective_year = (SELECT max(effective_year) FROM locality_pay))
        SELECT m.local_market, m.name, m.oews_area, d.division, m.rpp_all_items, l.percent
        FROM local_markets m
        LEFT JOIN division d ON d.local_market = m.local_market AND m.oews_area IS DISTINCT FROM '99'
        LEFT JOIN locality l ON l.locality_code = m.local_market
        ORDER BY m.local_market
        """;

    public static AreaWage Read(DuckDBDataReader reader) => new(
        reader.GetInt32(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.TextOrNull(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.NumberOrNull(6),
        Figure(reader, 7),
        Figure(reader, 9),
        reader.NumberOrNull(11) / Percent);

    public static MarketFacts ReadMarket(DuckDBDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.TextOrNull(2), reader.TextOrNull(3), reader.NumberOrNull(4) / Percent, reader.NumberOrNull(5) / Percent);

    private static WageFigure Figure(DuckDBDataReader reader, int status) => reader.TextOrNull(status) switch
    {
        null => WageFigure.Absent,
        "published" => WageFigure.Published(reader.GetDouble(status + 1)),
        "censored" => new WageFigure(FigureStatus.Censored, reader.NumberOrNull(status + 1)),
        _ => new WageFigure(FigureStatus.Suppressed, null),
    };
}
