using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>Reads indexes, surveys and their job matches as the library's types.</summary>
internal static class MarketQueries
{
    public static IReadOnlyList<MarketIndex> Indexes(DuckDBConnection connection) =>
    [
        .. connection.Query(
                "SELECT index_name, day, level, course FROM market_indices ORDER BY index_name, day",
                r => (Name: r.GetString(0), Day: r.GetFieldValue<DateOnly>(1), Level: r.GetDouble(2), Course: r.GetString(3)))
            .GroupBy(r => r.Name, StringComparer.Ordinal)
            .Select(g => new MarketIndex(g.Key, g.First().Course == "step" ? IndexCourse.Step : IndexCourse.Line, g.Select(l => new IndexLevel(l.Day, l.Level)))),
    ];

    public static MarketIndex Index(DuckDBConnection connection, string name)
    {
        var all = Indexes(connection);
        return all.FirstOrDefault(i => i.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"There is no index '{name}'. The workspace has {(all.Count == 0 ? "none" : string.Join(", ", all.Select(i => i.Name)))}; ctms import index FILE brings one.");
    }

    public static IReadOnlyList<SurveyInfo> Surveys(DuckDBConnection connection) => connection.Query(
        """
        SELECT survey, true, min(survey_year)::INTEGER, max(survey_year)::INTEGER, count(*) FROM survey_record GROUP BY survey
        UNION ALL SELECT survey, false, min(survey_year)::INTEGER, max(survey_year)::INTEGER, count(*) FROM survey_wage GROUP BY survey
        ORDER BY 1, 2
        """,
        r => new SurveyInfo(r.GetString(0), r.GetBoolean(1), r.GetInt32(2), r.GetInt32(3), r.GetInt64(4)));

    public static IReadOnlyList<SurveyRecord> Records(DuckDBConnection connection, string survey) => connection.Query(
        "SELECT survey_year::INTEGER, job, experience, employment_type, country, company_size, salary_usd, weight FROM survey_record WHERE survey = ? ORDER BY batch_id, row_number",
        r => new SurveyRecord(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetDouble(6), r.GetDouble(7)), survey);

    public static IReadOnlyList<OccupationWage> Published(DuckDBConnection connection, string survey) => connection.Query(
        """
        SELECT survey_year::INTEGER, area, job, coalesce(job_title, job), employment, p10_status::VARCHAR, p10, p25_status::VARCHAR, p25, p50_status::VARCHAR, p50, p75_status::VARCHAR, p75,
            p90_status::VARCHAR, p90, mean, mean_error
        FROM survey_wage WHERE survey = ? ORDER BY survey_year, area, job
        """,
        r => new OccupationWage(
            r.GetInt32(0), r.GetString(1), r.GetString(1), r.GetString(2), r.GetString(3), r.NumberOrNull(4), Figure(r, 5), Figure(r, 7), Figure(r, 9), Figure(r, 11), Figure(r, 13),
            FormattableString.Invariant($"{survey} {r.GetInt32(0)}"))
        {
            Mean = r.NumberOrNull(15),
            MeanError = r.NumberOrNull(16),
        },
        survey);

    public static IReadOnlyList<JobMatch> Jobs(DuckDBConnection connection, string survey) => connection.Query(
        "SELECT job, occupation, weight FROM survey_jobs WHERE lower(survey) = lower(?) ORDER BY job, occupation",
        r => new JobMatch(r.GetString(0), r.GetString(1), r.GetDouble(2)), survey);

    private static WageFigure Figure(DuckDBDataReader reader, int at) => reader.TextOrNull(at) switch
    {
        null => WageFigure.Absent,
        "published" => WageFigure.Published(reader.GetDouble(at + 1)),
        "censored" => new WageFigure(FigureStatus.Censored, reader.NumberOrNull(at + 1)),
        _ => new WageFigure(FigureStatus.Suppressed, null),
    };
}
