namespace CtmsAnalytics.Tests.Data;

/// <summary>What the READMEs of data/ promise of one file.</summary>
/// <param name="Path">Path below data/.</param>
/// <param name="Key">Columns that no two rows share.</param>
/// <param name="When">Column with the year or the day that a row belongs to.</param>
/// <param name="Source">Column with the source.</param>
/// <param name="Marked">Whether every row carries a mark.</param>
public sealed record DataFile(string Path, string[] Key, string When, string Source = "source", bool Marked = true)
{
    public static IReadOnlyList<DataFile> All { get; } =
    [
        new("reference/executive_schedule.csv", ["effective_year", "level"], "effective_year"),
        new("reference/vice_president.csv", ["effective_year", "kind"], "effective_year"),
        new("reference/gs_base.csv", ["effective_year", "grade", "step"], "effective_year"),
        new("reference/locality_pay.csv", ["effective_year", "locality_code"], "effective_year"),
        new("reference/nonforeign_cola.csv", ["effective_year", "area"], "effective_year"),
        new("reference/nonforeign_areas.csv", ["county_fips"], "effective_year"),
        new("reference/benefit_rates.csv", ["item", "effective_from", "unit"], "effective_from"),
        new("reference/pay_raises.csv", ["effective_year", "kind"], "effective_year"),
        new("reference/pay_periods.csv", ["effective_year"], "effective_year"),
        new("reference/worksites.csv", ["county_fips"], "effective_year"),
        new("reference/local_markets.csv", ["local_market"], "effective_year"),
        new("reference/census_divisions.csv", ["state"], "effective_year"),
        new("reference/dhscs_posted_salaries.csv", ["effective_from", "track", "title"], "effective_from"),
        new("reference/dhscs_cells.csv", ["as_of", "component", "pay_plan"], "as_of"),
        new("reference/oews_survey_years.csv", ["effective_year"], "effective_year"),
        new("reference/market_indices.csv", ["index_name", "day"], "day"),
        new("reference/survey_jobs.csv", ["survey", "job", "occupation"], ""),
        new("market/oews_metro_cyber.csv", ["YEAR", "AREA", "OCC_CODE"], "YEAR", "SOURCE", false),
        new("market/oews_national_cyber_2022_2023.csv", ["YEAR", "OCC_CODE"], "YEAR", "SOURCE", false),
        new("market/oews_national_cyber_2024.csv", ["OCC_CODE", "O_GROUP"], "", "SOURCE", false),
    ];

    public override string ToString() => Path;
}
