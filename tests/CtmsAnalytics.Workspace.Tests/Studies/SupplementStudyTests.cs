using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Studies;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Workspace.Tests.Studies;

/// <summary>Local supplements of the sample roster on the shipped survey.</summary>
public sealed class SupplementStudyTests : IClassFixture<SupplementWorkspace>
{
    private readonly SupplementWorkspace _sample;

    public SupplementStudyTests(SupplementWorkspace sample) => _sample = sample;

    [Theory]
    [InlineData("SF", 1.31792, 1.31107)]
    [InlineData("NY", 1.16412, 1.16097)]
    [InlineData("DCB", 1.16021, 1.15688)]
    public void Study_ShippedSurvey_AgreesWithAnIndependentComputation(string market, double raw, double shrunk)
    {
        // Computed apart from this program, from the files, the error relation and the formulas of Paule and Mandel; without the nation's own error, hence the tolerance of the shrunk figure.
        var found = _sample.Study.Markets.Single(m => m.Market == market);

        Assert.Equal(raw, found.RawIndex!.Value, 0.00001);
        Assert.Equal(shrunk, found.Index!.Value, 0.0005);
        Assert.Equal(0.10365, _sample.Study.Shrinkage!.BetweenAreas, 0.0005);
        Assert.Equal(0.05496, _sample.Study.Shrinkage.BetweenDivisions, 0.0005);
    }

    [Fact]
    public void Study_Augusta_IsDrawnFurtherThanNewYork()
    {
        var areas = _sample.Study.BackTest!.Areas;
        var (small, large) = (areas.Single(a => a.Area == "12260"), areas.Single(a => a.Area == "35620"));

        Assert.True(Math.Abs(Math.Log(small.Shrunk / small.Raw)) > 2 * Math.Abs(Math.Log(large.Shrunk / large.Raw)));
        Assert.True(Math.Log(small.Upper / small.Lower) > 2 * Math.Log(large.Upper / large.Lower));
    }

    [Fact]
    public void Study_BackTest_NamesBostonAndDaytonAndLeavesThemOut()
    {
        var test = _sample.Study.BackTest!;

        Assert.Equal(46, test.Areas.Count);
        Assert.Equal(2, test.Broken.Count);
        Assert.Contains(test.Broken, b => b.Contains("71650", StringComparison.Ordinal) && b.Contains("14460", StringComparison.Ordinal));
        Assert.Contains(test.Broken, b => b.Contains("19380", StringComparison.Ordinal) && b.Contains("19430", StringComparison.Ordinal));
        Assert.DoesNotContain(test.Areas, a => a.Area is "71650" or "14460" or "19380" or "19430");
        var error = test.Methods.ToDictionary(m => m.Method, m => m.AllAreas);
        Assert.True(error["May 2022 shrunk"] < error["As May 2022 showed it"]);
        Assert.True(error["As May 2022 showed it"] < error["No supplement"]);
    }

    [Fact]
    public void Study_TopCodedAndWithheldCells_AreToldInTheNotes()
    {
        Assert.Contains(_sample.Study.Notes, n => n.StartsWith("San Jose", StringComparison.Ordinal) && n.Contains("mean was compared instead", StringComparison.Ordinal));
        Assert.Contains(_sample.Study.Notes, n => n.StartsWith("Indianapolis", StringComparison.Ordinal) && n.Contains("no figure of 15-1212", StringComparison.Ordinal));
    }

    [Fact]
    public void Study_StoredAndLoaded_IsTheSame()
    {
        _sample.Workspace.SaveStudy(_sample.Study);
        var loaded = Assert.IsType<SupplementStudy>(_sample.Workspace.LoadStudy(_sample.Study.Manifest.RunId));

        Assert.Equivalent(_sample.Study, loaded, strict: true);
    }

    [Theory]
    [InlineData("51013", "DCB")] // Arlington
    [InlineData("06085", "SF")] // Santa Clara
    [InlineData("36061", "NY")] // New York County
    [InlineData("53033", "SEA")] // King
    [InlineData("12033", "RUS")] // Escambia, Florida
    [InlineData("13245", "RUS")] // Richmond County, Georgia: Augusta
    [InlineData("48029", "SO")] // Bexar
    public void Counties_RealOnes_LieInTheirMarket(string county, string market) => Assert.Equal(market, _sample.Data.Counties.Single(c => c.Fips == county).Market);

    [Fact]
    public void Divisions_OfMarkets_FollowTheStatesOfTheirCounties()
    {
        var division = _sample.Data.Markets.ToDictionary(m => m.Code, m => m.Division);

        Assert.Equal(("Pacific", "South Atlantic", "New England", null), (division["AK"], division["DCB"], division["HAR"], division["RUS"]));
        Assert.All(_sample.Data.Wages.Where(w => w.Area != "99"), w => Assert.NotNull(w.Division));
    }

    [Fact]
    public void CoverageView_SampleRoster_CountsWhatTheStudyCounts()
    {
        var rows = _sample.Query("SELECT local_market, county_fips, people, in_local_market FROM supplement_coverage ORDER BY local_market, county_fips", r => (r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetBoolean(3)));

        Assert.Equal(_sample.Study.Worksites.Select(w => (w.Market, w.County, (long)w.People)), rows.Select(r => (r.Item1, r.Item2, r.Item3)));
        Assert.Equal(197, rows.Where(r => r.Item4).Sum(r => r.Item3));
        Assert.Equal(7, rows.Where(r => !r.Item4).Sum(r => r.Item3));
    }

    [Fact]
    public void WorksiteView_AnyPercentages_CostsWhatTheLibraryCosts() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(12), Prop.ForAll(ArbMap.Default.ArbFor<int>(), CostsAlike));

    private void CostsAlike(int seed)
    {
        var random = new Random(seed);
        var study = _sample.Run(_sample.Options with { Policy = _sample.Options.Policy with { Target = 0.2 + random.NextDouble(), Step = 0.0001 + (random.NextDouble() * 0.03), Least = 0, NeedsEvidence = random.Next(2) == 0, Ceiling = 0.1 + (random.NextDouble() * 0.4) } });
        _sample.Workspace.SaveStudy(study);

        var rows = _sample.Query(
            $"SELECT county_fips, people, present_cents, proposed_cents, present_paid_cents, proposed_paid_cents FROM supplement_worksite WHERE study_id = '{study.Manifest.RunId}' ORDER BY local_market, county_fips",
            r => (r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5)));

        Assert.Equal(study.Worksites.Select(w => (w.County, (long)w.People, w.PresentAskedCents, w.ProposedAskedCents, w.PresentCents, w.ProposedCents)), rows);
    }
}

/// <summary>A workspace with the shipped survey and the sample roster, some of whose people work part time.</summary>
public sealed class SupplementWorkspace : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ProjectionInput _input;
    private readonly LoadedScenario _baseline;

    public SupplementWorkspace()
    {
        Workspace = FreshWorkspace.Open(_folder["ws"]);
        foreach (var file in new[] { "oews_metro_cyber.csv", "oews_national_cyber_2022_2023.csv", "oews_national_cyber_2024.csv" }) Workspace.ImportMarket(RepositoryFiles.Market(file));
        Workspace.ImportRoster(RepositoryFiles.SampleRoster);
        var data = Path.Combine(RepositoryFiles.Root, "data");
        _baseline = ScenarioFiles.Load(Path.Combine(data, "scenarios", "baseline.yaml"), ScenarioRulesFiles.Load(data), null);
        _input = new ProjectionInput(Workspace.LoadRoster(), Workspace.LoadParameters(), Workspace.LoadWages(), Workspace.LoadMarkets());
        Data = Workspace.LoadLocalMarketData();
        Options = SupplementOptions.Read(new ParameterReader(_input.Parameters, _baseline.Scenario.Economy));
        Study = Run(Options);
    }

    public AnalystWorkspace Workspace { get; private set; }

    public LocalMarketData Data { get; }

    public SupplementOptions Options { get; }

    public SupplementStudy Study { get; }

    public SupplementStudy Run(SupplementOptions options) =>
        new SupplementAnalysis(_baseline.Scenario, _input, Data, options).Run([.. Workspace.Inputs(), StudyInputs.Options(options.ToString())]) with { RosterId = Workspace.FindRoster().RosterId };

    /// <summary>Asks the database of the closed workspace, as an analyst with DuckDB would.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        Workspace.Dispose();
        try
        {
            using var connection = new DuckDBConnection($"Data Source={Path.Combine(_folder["ws"], AnalystWorkspace.FileName)};access_mode=read_only");
            connection.Open();
            return connection.Query(sql, read);
        }
        finally
        {
            Workspace = AnalystWorkspace.Open(_folder["ws"]);
        }
    }

    public void Dispose()
    {
        Workspace.Dispose();
        _folder.Dispose();
    }
}
