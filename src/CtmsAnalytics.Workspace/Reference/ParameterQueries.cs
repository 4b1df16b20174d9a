using System.Globalization;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Brings the reference tables and the policy parameters into one list of series.</summary>
internal static class ParameterQueries
{
    // A rate that begins after 1 January is in force for whole calendar years from the next one on. Percent become fractions here and nowhere else.
    private const string Sql = """
        WITH benefit AS (
            SELECT item, value, unit, mark, coalesce(note, '') AS note, source,
                CASE WHEN month(effective_from) = 1 AND day(effective_from) = 1 THEN year(effective_from) ELSE year(effective_from) + 1 END AS effective_year
            FROM benefit_rates),
        named (item, unit, name, paragraph, description) AS (VALUES
            ('social_security_wage_base', 'usd_per_year', 'oasdi_wage_base', '42 U.S.C. 430', 'Wages up to which Social Security tax is due'),
            ('social_security_employer_rate', 'percent', 'oasdi_rate', '26 U.S.C. 3111(a)', 'Employer''s Social Security tax'),
            ('medicare_employer_rate', 'percent', 'medicare_rate', '26 U.S.C. 3111(b)', 'Employer''s Medicare tax'),
            ('tsp_agency_automatic', 'percent', 'tsp_automatic', '5 U.S.C. 8432(c)', 'Automatic agency contribution to the savings plan'),
            ('fehb_max_government_contribution_self_only', 'usd_per_work_period', 'fehb_self_only', '5 U.S.C. 8906', 'Highest Government share of the health premium, self only'),
            ('fehb_max_government_contribution_self_plus_one', 'usd_per_work_period', 'fehb_self_plus_one', '5 U.S.C. 8906', 'Highest Government share of the health premium, self plus one'),
            ('fehb_max_government_contribution_self_and_family', 'usd_per_work_period', 'fehb_self_and_family', '5 U.S.C. 8906', 'Highest Government share of the health premium, self and family'),
            ('fegli_basic_government_premium', 'usd_per_1000_per_work_period', 'fegli_basic_government', '5 U.S.C. 8708', 'Government share of the basic life insurance premium'),
            ('fers_agency_contribution_regular', 'percent', 'fers_regular', '5 U.S.C. 8423', 'Agency retirement contribution, first hired before 2013'),
            ('fers_agency_contribution_frae', 'percent', 'fers_frae', '5 U.S.C. 8423', 'Agency retirement contribution, first hired 2014 or later')),
        match AS (
            SELECT effective_year,
                sum(value / 100 * CAST(regexp_extract(item, '([0-9]+)pct$', 1) AS DOUBLE) / 100) AS value,
                max(mark) AS mark, string_agg(source, '; ' ORDER BY item) AS source
            FROM benefit WHERE item LIKE 'tsp_agency_match_%pct' AND unit = 'percent'
            GROUP BY effective_year)
        SELECT name, effective_year, value, unit, mark, coalesce(paragraph, ''), source, description FROM parameters
        UNION ALL
        SELECT level, effective_year, annual_rate_usd, 'USD/year', mark, '5 U.S.C. 5312-5318', source, 'Rate of ' || level || ' of the Executive Schedule, official' FROM executive_schedule
        UNION ALL
        SELECT 'VP', effective_year, annual_rate_usd, 'USD/year', mark, '158.613(b); 3 U.S.C. 104', source, 'Vice President''s rate, official'
        FROM vice_president WHERE kind = 'official_scheduled'
        UNION ALL
        SELECT n.name, b.effective_year, CASE WHEN b.unit = 'percent' THEN b.value / 100 ELSE b.value END,
            CASE b.unit WHEN 'percent' THEN 'fraction' WHEN 'usd_per_year' THEN 'USD/year' WHEN 'usd_per_work_period' THEN 'USD/work period' ELSE 'USD/work period per 1,000' END,
            b.mark, n.paragraph, b.source, n.description || CASE WHEN b.note = '' THEN '' ELSE ' (' || b.note || ')' END
        FROM benefit b JOIN named n ON n.item = b.item AND n.unit = b.unit
        UNION ALL
        SELECT 'tsp_match_maximum', effective_year, value, 'fraction', CASE WHEN mark = 'published' THEN 'derived' ELSE mark::VARCHAR END::parameter_mark, '5 U.S.C. 8432(c)',
            'sum of the matched shares of pay: ' || source, 'Highest agency match on contributions to the savings plan'
        FROM match
        UNION ALL
        SELECT 'gs_base_raise', effective_year, gs_base_percent / 100, 'fraction', mark, '5 U.S.C. 5303', source, 'Base raise of the General Schedule'
        FROM pay_raises WHERE kind = 'enacted' AND gs_base_percent IS NOT NULL
        UNION ALL
        SELECT 'nonforeign_allowance:' || area, effective_year, cola_percent / 100, 'fraction', mark, '158.643', source, 'Nonforeign area cost-of-living allowance, ' || area
        FROM nonforeign_cola
        ORDER BY 1, 2
        """;

    public static ParameterSet Load(DuckDBConnection connection) => new(connection.Query(Sql, Read));

    /// <summary>Reads a row of name, year, value, unit, mark, paragraph, source and description.</summary>
    public static Parameter Read(DuckDBDataReader row) => new(
        row.GetString(0),
        Convert.ToInt32(row.GetValue(1), CultureInfo.InvariantCulture),
        Convert.ToDouble(row.GetValue(2), CultureInfo.InvariantCulture),
        row.GetString(3),
        MarkNames.Parse(row.GetString(4)),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7));
}
