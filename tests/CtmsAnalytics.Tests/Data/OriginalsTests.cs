using System.Globalization;

namespace CtmsAnalytics.Tests.Data;

/// <summary>Shipped figures against the public originals they were written from, row by row.</summary>
public sealed class OriginalsTests
{
    [OriginalsFact]
    public void ExecutiveSchedule_EveryRate_EqualsTheOriginal() => AssertSame(
        "reference/executive_schedule.csv", ["effective_year", "level", "annual_rate_usd"],
        "reference/executive_schedule.csv", ["year", "level", "annual_rate_usd"]);

    [OriginalsFact]
    public void ExecutiveSchedule_WeaklySourcedRates_KeepTheirMark()
        => Assert.Equal(
            ["EX-I", "EX-II", "EX-III", "EX-V"],
            RepositoryData.Rows("reference/executive_schedule.csv").Where(r => r["mark"] == "low_confidence").Select(r => r["effective_year"] == "2024" ? r["level"] : "?"));

    [OriginalsFact]
    public void VicePresident_EveryPublishedRate_EqualsTheOriginal() => AssertSame(
        "reference/vice_president.csv", ["effective_year", "kind", "annual_rate_usd"],
        "reference/vice_president.csv", ["year", "kind", "annual_rate_usd"], r => r["mark"] != "assumed");

    [OriginalsFact]
    public void GsBase_EveryRate_EqualsTheOriginal() => AssertSame(
        "reference/gs_base.csv", ["effective_year", "grade", "step", "annual_rate_usd"],
        "reference/gs_base.csv", ["year", "grade", "step", "annual_rate"]);

    [OriginalsFact]
    public void LocalityPay_EveryPercentage_EqualsTheOriginal() => AssertSame(
        "reference/locality_pay.csv", ["effective_year", "locality_code", "locality_name", "percent"],
        "reference/locality_pay.csv", ["year", "area_code", "area_name", "percent"]);

    [OriginalsFact]
    public void NonforeignCola_EveryRateAndMark_EqualsTheOriginal()
    {
        AssertSame(
            "reference/nonforeign_cola.csv", ["effective_year", "area", "locality_percent", "cola_percent"],
            "reference/nonforeign_cola.csv", ["year", "area", "locality_percent", "cola_percent"]);
        Assert.Equal(
            RepositoryData.Originals("reference/nonforeign_cola.csv").Count(r => r["status"].StartsWith("DERIVED", StringComparison.Ordinal)),
            RepositoryData.Rows("reference/nonforeign_cola.csv").Count(r => r["mark"] == "derived"));
    }

    [OriginalsFact]
    public void PayRaises_EveryRaise_EqualsTheOriginal() => AssertSame(
        "reference/pay_raises.csv", ["effective_year", "gs_base_percent", "average_total_percent"],
        "reference/pay_raises.csv", ["year", "gs_base_percent", "average_total_percent"]);

    [OriginalsFact]
    public void PayPeriods_EveryCount_EqualsTheOriginal() => AssertSame(
        "reference/pay_periods.csv",
        ["effective_year", "first_period_begins", "periods_beginning", "periods_ending", "paydays_lag_6_days", "paydays_lag_9_days", "paydays_lag_10_days", "paydays_lag_12_days", "paydays_lag_13_days"],
        "reference/pay_periods.csv",
        ["calendar_year", "first_period_begins_in_year", "periods_beginning_in_year", "periods_ending_in_year", "payday_fri_plus6", "payday_mon_plus9", "payday_tue_plus10", "payday_thu_plus12", "payday_fri_plus13"]);

    [OriginalsFact]
    public void BenefitRates_EveryFigureNotAssumed_StandsInTheOriginal()
    {
        var originals = RepositoryData.Originals("reference/benefit_rates.csv");

        // The A-76 factor before November 2006 has no first day, so it is the one figure that is not shipped.
        Assert.Equal(
            originals.Where(r => !r["period"].StartsWith("before", StringComparison.Ordinal)).Select(r => $"{r["item"]} {Number(r["value"])}").Order(StringComparer.Ordinal),
            RepositoryData.Rows("reference/benefit_rates.csv").Where(r => r["mark"] != "assumed").Select(r => $"{r["item"]} {Number(r["value"])}").Order(StringComparer.Ordinal));
    }

    [OriginalsFact]
    public void PostedSalaries_EveryRange_EqualsTheOriginal() => AssertSame(
        "reference/dhscs_posted_salaries.csv", ["effective_from", "closed", "track", "title", "pay_plan", "pay_band", "low_usd", "high_usd", "source"],
        "reference/dhscs_salary_levels.csv", ["opened", "closed", "career_track", "level_or_title", "pay_plan", "pay_band", "low_usd", "high_usd", "source"]);

    [OriginalsFact]
    public void Cells_EveryCountAndMean_EqualsTheOriginal()
    {
        var originals = RepositoryData.Originals("workforce/opm_202503_202409_dhs_cybersecurity_service.csv").Select(r =>
            $"{(r["DATECODE"] == "202503" ? "2025-03-31" : "2024-09-30")} {(r["AGYSUB"] == "HSCA" ? "CISA" : "DHS HQ")} {r["PAYPLAN"]} {r["EMPCOUNT"]} {r["AVGSAL"]} {r["AVGLOS"]}");
        var shipped = RepositoryData.Rows("reference/dhscs_cells.csv").Select(r =>
            $"{r["as_of"]} {r["component"]} {r["pay_plan"]} {r["head_count"]} {r["mean_salary_usd"]} {r["mean_length_of_service_years"]}");

        Assert.Equal(originals.Order(StringComparer.Ordinal), shipped.Order(StringComparer.Ordinal));
    }

    [OriginalsFact]
    public void Worksites_EveryCounty_EqualsTheOriginal() => AssertSame(
        "reference/worksites.csv", ["county_fips", "state", "county_name", "local_market", "effective_year"],
        "worksites/county_fips_to_gs_locality_2026.csv", ["fips", "state_abbr", "name", "locality_code", "year"]);

    [OriginalsFact]
    public void LocalMarkets_EveryPriceParity_EqualsTheOriginalOfItsArea() => AssertSame(
        "reference/local_markets.csv", ["rpp_area", "rpp_area_title", "rpp_all_items"],
        "worksites/bea_rpp_by_locality_2024.csv", ["geo_fips", "bea_name", "rpp_all_items"], r => r["rpp_area"] != "");

    [OriginalsFact]
    public void MetroWages_EveryFigure_EqualsTheOriginal()
    {
        AssertSame(
            "market/oews_metro_cyber.csv", ["YEAR", "AREA", "AREA_TITLE", "OCC_CODE", "TOT_EMP", "A_MEAN", "TOP_CODED"],
            "market/oews_2022_2024_metros_cyber_soc.csv", ["YEAR", "AREA", "AREA_TITLE", "OCC_CODE", "TOT_EMP", "A_MEAN", "TOP_CODED"]);
        AssertSame(
            "market/oews_metro_cyber.csv", ["YEAR", "AREA", "OCC_CODE", "A_MEDIAN"],
            "market/oews_2022_2024_metros_cyber_soc.csv", ["YEAR", "AREA", "OCC_CODE", "A_MEDIAN"], r => r["TOP_CODED"] == "", r => r["TOP_CODED"] == "");
    }

    [OriginalsFact]
    public void NationalWages_EveryCell_EqualsTheOriginal()
    {
        const string original = "market/oews_2024_national_cyber_soc.csv";
        var columns = RepositoryData.Originals(original)[0].Keys.ToArray();
        AssertSame("market/oews_national_cyber_2024.csv", columns, original, columns);
    }

    private static void AssertSame(
        string shipped, string[] shippedColumns, string original, string[] originalColumns,
        Func<Dictionary<string, string>, bool>? ofShipped = null, Func<Dictionary<string, string>, bool>? ofOriginal = null)
    {
        var expected = RepositoryData.Originals(original).Where(ofOriginal ?? (_ => true)).Select(r => string.Join('|', originalColumns.Select(c => r[c])));
        var actual = RepositoryData.Rows(shipped).Where(ofShipped ?? (_ => true)).Select(r => string.Join('|', shippedColumns.Select(c => r[c])));

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
