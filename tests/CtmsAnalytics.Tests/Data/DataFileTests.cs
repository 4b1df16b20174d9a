using System.Globalization;
using System.Text.RegularExpressions;

namespace CtmsAnalytics.Tests.Data;

public sealed class DataFileTests
{
    private static readonly string[] Marks = ["published", "derived", "assumed", "low_confidence"];

    public static TheoryData<string> Paths => [.. DataFile.All.Select(f => f.Path)];

    [Fact]
    public void Folder_EveryCsv_IsCheckedHere()
    {
        var shipped = new[] { "reference", "market" }.SelectMany(folder => Directory.GetFiles(RepositoryData.FullPath(folder), "*.csv").Select(f => $"{folder}/{Path.GetFileName(f)}"));

        Assert.Equal(DataFile.All.Select(f => f.Path).Order(StringComparer.Ordinal), shipped.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_EveryRow_HasASourceAndAYear(string path)
    {
        var file = Find(path);
        var rows = RepositoryData.Rows(path);

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.NotEqual("", row[file.Source].Trim());
            if (file.When is "effective_year" or "YEAR")
                Assert.InRange(int.Parse(row[file.When], NumberStyles.None, CultureInfo.InvariantCulture), 2005, 2040);
            else if (file.When != "")
                Assert.True(DateOnly.TryParseExact(row[file.When], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), row[file.When]);
        });
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_Marks_AreFromTheClosedSetAndAssumedRowsSayWhy(string path)
    {
        var file = Find(path);
        Assert.All(RepositoryData.Rows(path), row =>
        {
            Assert.Equal(file.Marked, row.TryGetValue("mark", out var mark));
            if (mark is null)
                return;
            Assert.Contains(mark, Marks);
            Assert.Equal(mark == "assumed", row["source"].StartsWith("assumed", StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_Keys_AreUnique(string path)
    {
        var file = Find(path);
        var keys = RepositoryData.Rows(path).Select(row => string.Join('|', file.Key.Select(k => row[k])));

        Assert.Empty(keys.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_Text_IsTidyAndNoFormula(string path)
    {
        var text = RepositoryData.Text(path);

        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\uFEFF', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(RepositoryData.Rows(path).SelectMany(r => r.Values), cell =>
        {
            Assert.Equal(cell.Trim(), cell);
            Assert.DoesNotMatch("^[=+@]", cell);
        });
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_Figures_AreNumbersInTheirColumns(string path)
    {
        Assert.All(RepositoryData.Rows(path).SelectMany(r => r), cell =>
        {
            if (cell.Value == "")
                return;
            if (cell.Key.EndsWith("_usd", StringComparison.Ordinal))
                Assert.InRange(int.Parse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture), 15_000, 400_000);
            else if (cell.Key.EndsWith("percent", StringComparison.Ordinal))
                Assert.InRange(decimal.Parse(cell.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), 0m, 100m);
            else if (cell.Key is "value")
                Assert.True(decimal.TryParse(cell.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0, cell.Value);
            else if (cell.Key is "county_fips")
                Assert.Matches("^[0-9]{5}$", cell.Value);
            else if (cell.Key is "OCC_CODE")
                Assert.Matches("^[0-9]{2}-[0-9]{4}$", cell.Value);
            else if (cell.Key is "TOT_EMP")
                Assert.Matches("^[0-9]+$", cell.Value);
            else if (Regex.IsMatch(cell.Key, "^[AH]_(MEAN|MEDIAN|PCT[0-9]{2})$"))
                Assert.Matches("^([0-9]+(\\.[0-9]+)?|#)$", cell.Value);
        });
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_EveryColumn_IsExplainedInTheReadmeOfItsFolder(string path)
    {
        var readme = RepositoryData.Text($"{path.Split('/')[0]}/README.md") + RepositoryData.Text("README.md");
        Assert.Contains($"## {Path.GetFileName(path)}\n", readme, StringComparison.Ordinal);
        if (path == "market/oews_national_cyber_2024.csv")
            return; // BLS's own thirty-two columns, documented by BLS.
        Assert.All(RepositoryData.Rows(path)[0].Keys, column => Assert.True(
            readme.Contains($"`{column}`", StringComparison.Ordinal) || column.StartsWith("paydays_lag_", StringComparison.Ordinal), column));
    }

    [Fact]
    public void Units_OfBenefitRates_AreFromTheClosedSet()
        => Assert.All(RepositoryData.Rows("reference/benefit_rates.csv"), row => Assert.Contains(row["unit"],
            new[] { "percent", "usd_per_year", "usd_per_month", "usd_per_work_period", "usd_per_1000_per_work_period" }));

    [Fact]
    public void Worksites_EveryLocalMarket_IsDefinedAndHasALocalityRate()
    {
        var markets = RepositoryData.Rows("reference/local_markets.csv").Select(r => r["local_market"]).ToHashSet();
        var localities = RepositoryData.Rows("reference/locality_pay.csv").Where(r => r["effective_year"] == "2026").Select(r => r["locality_code"]).ToHashSet();

        Assert.Equal(localities.Order(StringComparer.Ordinal), markets.Order(StringComparer.Ordinal));
        Assert.All(RepositoryData.Rows("reference/worksites.csv"), row => Assert.Contains(row["local_market"], markets));
    }

    [Fact]
    public void NonforeignAreas_EveryCounty_IsAWorksiteWithARateInEachYear()
    {
        var worksites = RepositoryData.Rows("reference/worksites.csv").ToDictionary(r => r["county_fips"], r => r["state"]);
        var areas = RepositoryData.Rows("reference/nonforeign_areas.csv");
        var rates = RepositoryData.Rows("reference/nonforeign_cola.csv").Where(r => r["effective_year"] == "2026").Select(r => r["area"]).ToHashSet();

        Assert.All(areas, a => Assert.Contains(a["area"], rates));
        Assert.Equal(
            worksites.Where(w => w.Value is "AK" or "HI" or "PR").Select(w => w.Key).Order(StringComparer.Ordinal),
            areas.Select(a => a["county_fips"]).Order(StringComparer.Ordinal));
        Assert.Equal("City and County of Honolulu, HI", areas.Single(a => a["county_fips"] == "15003")["area"]);
        Assert.Equal("Rest of Alaska", areas.Single(a => a["county_fips"] == "02180")["area"]);
    }

    [Fact]
    public void LocalMarkets_EveryOewsArea_HasWagesOf2024()
    {
        var areas = RepositoryData.Rows("market/oews_metro_cyber.csv").Where(r => r["YEAR"] == "2024").Select(r => (r["AREA"], r["AREA_TITLE"])).ToHashSet();
        var national = Assert.Single(RepositoryData.Rows("market/oews_national_cyber_2024.csv").Select(r => (r["AREA"], r["AREA_TITLE"])).Distinct());
        areas.Add(national);

        var markets = RepositoryData.Rows("reference/local_markets.csv");
        Assert.All(markets.Where(r => r["oews_area"] != ""), r => Assert.Contains((r["oews_area"], r["oews_area_title"]), areas));
        Assert.Equal("99", markets.Single(r => r["local_market"] == "RUS")["oews_area"]);
        Assert.Equal("47900", markets.Single(r => r["local_market"] == "DCB")["oews_area"]);
    }

    [Fact]
    public void LocalMarkets_AreasOfPriceParities_ShareACityOrAStateWithTheMarket()
        => Assert.All(RepositoryData.Rows("reference/local_markets.csv").Where(r => r["rpp_area"] != ""), r =>
            Assert.NotEmpty(Words(r["name"]).Intersect(Words(r["rpp_area_title"]), StringComparer.Ordinal)));

    [Fact]
    public void MetroWages_TopCodedMedian_IsTheCodeAndNeverANumber()
    {
        var rows = RepositoryData.Rows("market/oews_metro_cyber.csv");

        Assert.Equal(1296, rows.Count);
        Assert.All(rows, r => Assert.Equal(r["A_MEDIAN"] == "#", r["TOP_CODED"] == "median"));
        Assert.Equal(2, rows.Count(r => r["A_MEDIAN"] == "#"));
        Assert.Equal(6, rows.Count(r => r["A_MEDIAN"] == "" || r["A_MEAN"] == "" || r["TOT_EMP"] == ""));
    }

    [Fact]
    public void VicePresident_AssumedRates_FollowFromThePreviousRateAndTheBaseRaise()
    {
        var official = RepositoryData.Rows("reference/vice_president.csv").Where(r => r["kind"] == "official_scheduled").ToDictionary(r => Int(r["effective_year"]));
        var raises = RepositoryData.Rows("reference/pay_raises.csv").Where(r => r["kind"] == "enacted")
            .ToDictionary(r => Int(r["effective_year"]), r => decimal.Parse(r["gs_base_percent"], CultureInfo.InvariantCulture));

        var assumed = official.Where(r => r.Value["mark"] == "assumed").ToArray();
        Assert.Equal([2022, 2025, 2026], assumed.Select(r => r.Key).Order());
        Assert.All(assumed, r => Assert.Equal(
            Math.Round(Int(official[r.Key - 1]["annual_rate_usd"]) * (1 + (raises[r.Key] / 100)) / 100, MidpointRounding.AwayFromZero) * 100,
            Int(r.Value["annual_rate_usd"])));
    }

    [Fact]
    public void GeneratorFile_WorksitesAndMarkets_AgreeWithTheReferenceTables()
    {
        var worksites = RepositoryData.Rows("reference/worksites.csv").ToDictionary(r => r["county_fips"], r => r["local_market"]);
        var options = Samples.SampleInputs.Options;

        Assert.All(options.Worksites, w => Assert.Equal(worksites[w.CountyFips], w.LocalMarket));
        Assert.All(options.Supplements.Keys, market => Assert.Contains(market, worksites.Values));
        var policy = RepositoryData.Rows("policy/parameters.csv").ToLookup(r => r["name"], r => r["value"]);
        Assert.Equal(Assert.Single(policy["work_period_days"]), options.WorkPeriodDays.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Assert.Single(policy["full_time_hours"]), options.FullTimeHours.ToString(CultureInfo.InvariantCulture));
    }

    private static DataFile Find(string path) => DataFile.All.Single(f => f.Path == path);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Words(string name) => Regex.Matches(name, "[A-Z][a-z]{3,}").Select(m => m.Value);
}
