using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Market;

/// <summary>The SQL views say what the library says, on every row.</summary>
public sealed class MarketViewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WageYear_EverySeries_AgreesWithTheLibrary()
    {
        IReadOnlyList<WageYear> expected;
        using (var workspace = Sample())
        {
            workspace.ImportMarket(_folder.Write("nation.csv", "YEAR,AREA,OCC_CODE,TOT_EMP,A_MEDIAN,A_MEAN\n2018,99,15-1212,1,98350,1\n2019,99,15-1212,1,99730,1\n2020,99,15-1212,1,103590,1\n2021,99,15-1212,1,102600,1\n2023,99,15-1212,1,120360,1\n"));
            expected = WageYear.Of(workspace.LoadWages());
        }

        var found = Query(
            "SELECT area, occupation, survey_year::INTEGER, previous_year::INTEGER, annual_median, previous_median, employment, classification_break, delineation_break, growth FROM market_wage_year WHERE previous_year IS NOT NULL ORDER BY encode(area), encode(occupation), survey_year",
            r => (new WageYear(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), r.GetDouble(4), r.GetDouble(5), r.IsDBNull(6) ? null : r.GetDouble(6),
                (r.GetBoolean(7) ? SeriesBreak.Classification : 0) | (r.GetBoolean(8) ? SeriesBreak.Delineation : 0)), Growth: r.IsDBNull(9) ? (double?)null : r.GetDouble(9)));

        Assert.True(expected.Count > 400);
        Assert.Equal(expected, found.Select(f => f.Item1));
        Assert.All(expected.Zip(found), p => Assert.Equal(p.First.Growth ?? -9, p.Second.Growth ?? -9, 12));
        foreach (var kind in new[] { SeriesBreak.None, SeriesBreak.Classification, SeriesBreak.Delineation }) Assert.Contains(expected, e => e.Break == kind);
        // Boston changed its code: the two are never one series.
        Assert.DoesNotContain(expected, e => e.Area == "14460");
    }

    [Theory]
    [InlineData(MarketReferencePoint.Target)]
    [InlineData(MarketReferencePoint.P50)]
    [InlineData(MarketReferencePoint.P75)]
    public void Position_EveryPerson_AgreesWithTheLibrary(MarketReferencePoint reference)
    {
        MarketStudy study;
        using (var workspace = Sample())
        {
            var roster = workspace.FindRoster();
            var input = new ProjectionInput(workspace.LoadRoster(), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets());
            var scenario = ScenarioFiles.Load(Path.Combine(RepositoryFiles.Root, "data", "scenarios", "baseline.yaml"), ScenarioRulesFiles.Load(Path.Combine(RepositoryFiles.Root, "data")));
            study = MarketPositions.Of(scenario.Scenario, input, new MarketPositionOptions
            {
                Date = roster.AsOf,
                Ageing = new RateAgeing(0.035, "test"),
                Manifest = RunManifest.Create(workspace.Inputs(), "test"),
                Reference = reference,
                RosterId = roster.RosterId,
                RosterDate = roster.AsOf,
            });
            workspace.SaveStudy(study);
            Assert.Equal(study.People, Assert.IsType<MarketStudy>(workspace.LoadStudy(study.Manifest.RunId)).People);
        }

        var found = Query(
            "SELECT person_id, salary, market_median, market_wage, is_bounded, market_ratio, percentile_from, percentile_to FROM market_position ORDER BY encode(person_id)",
            r => (Id: r.GetString(0), Salary: r.GetInt64(1), Median: r.IsDBNull(2) ? (double?)null : r.GetDouble(2), Wage: r.GetDouble(3), Bounded: r.GetBoolean(4), Ratio: r.GetDouble(5), From: r.GetDouble(6), To: r.GetDouble(7)));

        Assert.Equal(204, found.Count);
        Assert.All(study.People.Zip(found), pair =>
        {
            var (person, row) = pair;
            Assert.Equal((person.PersonId, person.Salary, person.MarketMedian, person.MarketWage, person.IsBounded), (row.Id, row.Salary, row.Median, row.Wage, row.Bounded));
            Assert.Equal(person.Ratio!.Value, row.Ratio, 12);
            Assert.Equal(person.Percentile!.Value.Lower, row.From, 9);
            Assert.Equal(person.Percentile!.Value.Upper, row.To, 9);
        });
        Assert.Contains(study.People, p => !p.Percentile!.Value.IsKnown);
    }

    [Fact]
    public void Position_OneEntryPerson_IsWhatAHandComputes()
    {
        using var workspace = Sample();
        var input = new ProjectionInput(workspace.LoadRoster(), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets());
        var scenario = ScenarioFiles.Load(Path.Combine(RepositoryFiles.Root, "data", "scenarios", "baseline.yaml"), ScenarioRulesFiles.Load(Path.Combine(RepositoryFiles.Root, "data")));
        var study = MarketPositions.Of(scenario.Scenario, input, new MarketPositionOptions { Date = new(2025, 3, 31), Ageing = new RateAgeing(0.035, "test"), Manifest = RunManifest.Create([], "test") });

        // Half of 75,250 (15-1232) and half of 124,050 (15-1244), Washington, May 2024, at 3.5 % a year for 334 days.
        var person = study.People.Single(p => p.PersonId == "S0001");
        Assert.Equal(102_834.63, person.MarketWage!.Value, 2);
        Assert.Equal(87_347 / 102_834.62976501882, person.Ratio!.Value, 10);
        var level = study.People.Where(p => p.WorkLevel == "ENT").ToList();
        var group = study.Groups.Single(g => g.By == "work level" && g.Group == "ENT");
        Assert.Equal(level.Sum(p => p.Salary) / level.Sum(p => p.MarketWage!.Value), group.Ratio!.Value, 12);
        Assert.Equal(level.Count(p => p.Salary < Math.Round(p.MarketWage!.Value)), group.Below);
    }

    private AnalystWorkspace Sample()
    {
        var workspace = FreshWorkspace.Open(_folder["ws"]);
        foreach (var file in new[] { "oews_metro_cyber.csv", "oews_national_cyber_2024.csv" }) workspace.ImportMarket(RepositoryFiles.Market(file));
        workspace.ImportRoster(RepositoryFiles.SampleRoster);
        return workspace;
    }

    private List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using var connection = new DuckDBConnection($"Data Source={_folder["ws/" + AnalystWorkspace.FileName]}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}
