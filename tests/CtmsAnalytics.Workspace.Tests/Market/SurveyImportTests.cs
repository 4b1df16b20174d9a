using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Tests.Tables;

namespace CtmsAnalytics.Workspace.Tests.Market;

public sealed class SurveyImportTests : IDisposable
{
    private const string Answers = """
        work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,employee_residence,remote_ratio,company_location,company_size
        2025,SE,FT,Security Engineer,150000,USD,150000,US,0,US,M
        2025,SE,FT,Security Engineer,150000,USD,150000,US,0,US,M
        2025,MI,FT,"Analyst, Threats",90000,EUR,98000,DE,0,DE,L
        2024,EN,FT,SOC Analyst,-5,USD,70000,US,0,US,M
        20,EN,FT,SOC Analyst,70000,USD,70000,US,0,US,M
        2024,EN,FT,,70000,USD,70000,US,0,US,M

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public SurveyImportTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Answers_EqualRows_AreKeptAndBadOnesSetAside()
    {
        var report = _workspace.ImportSurvey(_folder.Write("infosec.csv", Answers), new SurveyImportOptions { Name = "infosec" });

        Assert.Equal((6L, 3L, 3L), (report.RowsRead, report.RowsKept, report.RowsQuarantined));
        Assert.Equal(["not a job", "not a salary", "not a survey year"], report.Reasons.Select(r => r.Code).Order(StringComparer.Ordinal));
        var records = _workspace.LoadSurveyRecords("infosec");
        Assert.Equal(2, records.Count(r => r is { Job: "Security Engineer", Salary: 150_000, Country: "US", Experience: "SE", Weight: 1 }));
        Assert.Equal(98_000, records.Single(r => r.Country == "DE").Salary);
        Assert.Equal(3, _workspace.LoadQuarantine(report.BatchId)!.Entries.Count);
        Assert.True(_workspace.ImportSurvey(_folder["infosec.csv"], new SurveyImportOptions { Name = "infosec" }).AlreadyImported);
    }

    [Fact]
    public void Answers_OtherCurrencyWithoutDollars_AreSetAside()
    {
        var report = _workspace.ImportSurvey(_folder.Write("a.csv", "year,job,salary,currency,weight\n2025,Coder,90000,EUR,1\n2025,Coder,90000,usd,0.5\n"), new SurveyImportOptions { Name = "x" });

        Assert.Equal("no salary in US dollars", Assert.Single(report.Reasons).Code);
        Assert.Equal(0.5, Assert.Single(_workspace.LoadSurveyRecords("x")).Weight);
    }

    [Fact]
    public void Table_OfAVendor_IsReadByItsOwnNames()
    {
        var bytes = TinyWorkbook.Create(("Data", [["Survey", "Effective Year", "Job Title", "Incumbents", "10th Percentile", "25th Percentile", "Median Base", "75th Percentile", "90th Percentile", "RSE"],
            ["Vendor", 2025, "Cyber Analyst", 12, 80000, "ISD", 110000, 130000, ">150,000", 4.5],
            ["Vendor", 2025, "Cyber Lead", 7, 120000, 110000, 140000, 150000, 160000, null],
            ["Vendor", 2025, "Nobody", 7, "*", "*", "*", "*", "*", null],
            ["Vendor", 2025, "Cyber Analyst", 12, 80000, null, 111000, null, null, null]]));
        File.WriteAllBytes(_folder["vendor.xlsx"], bytes);

        var report = _workspace.ImportSurvey(_folder["vendor.xlsx"], new SurveyImportOptions { Map = new Dictionary<string, string> { ["Median Base"] = "p50" } });

        Assert.Equal(["no figure", "percentiles fall", "row stands twice"], report.Reasons.Select(r => r.Code).Order(StringComparer.Ordinal));
        var wage = Assert.Single(_workspace.LoadSurveyWages("Vendor"));
        Assert.Equal((2025, "99", "Cyber Analyst", 12.0), (wage.Year, wage.Area, wage.Occupation, wage.Employment!.Value));
        Assert.Equal(WageFigure.Published(80_000), wage.P10);
        Assert.Equal(FigureStatus.Suppressed, wage.P25.Status);
        Assert.Equal(new WageFigure(FigureStatus.Censored, 150_000), wage.P90);
        Assert.Equal(0.045, wage.MeanError!.Value, 12);
        Assert.Contains(report.Notes, n => n.Contains("matched to no occupation", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_OtherFigureForTheSameJob_IsSetAsideUnlessReplaced()
    {
        var options = new SurveyImportOptions { Name = "V", Year = 2025 };
        _workspace.ImportSurvey(_folder.Write("a.csv", "job,median\nAnalyst,100000\n"), options);

        var refused = _workspace.ImportSurvey(_folder.Write("b.csv", "job,median\nAnalyst,105000\nLead,150000\n"), options);
        Assert.Equal("differs from the workspace", Assert.Single(refused.Reasons).Code);
        Assert.Equal(100_000, _workspace.LoadSurveyWages("V").Single(w => w.Occupation == "Analyst").P50.Value);

        var taken = _workspace.ImportSurvey(_folder["b.csv"], options with { Replace = true });
        Assert.Equal(105_000, _workspace.LoadSurveyWages("V").Single(w => w.Occupation == "Analyst").P50.Value);
        Assert.Equal(2, taken.RowsKept);
        Assert.Equal(2, _workspace.LoadSurveyWages("V").Count);
    }

    [Theory]
    [InlineData("year,pay\n2025,1\n", "There is no column job")]
    [InlineData("year,job,remarks\n2025,a,b\n", "neither a column of percentiles")]
    [InlineData("job,median\nAnalyst,100000\n", "survey year")]
    public void File_ThatIsNoSurvey_SaysWhatIsMissing(string content, string words)
    {
        var error = Assert.Throws<InputException>(() => _workspace.ImportSurvey(_folder.Write("x.csv", content), new SurveyImportOptions { Name = "x" }));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Empty(_workspace.Surveys());
    }

    [Fact]
    public void Map_UnknownColumns_AreNamed()
    {
        var path = _folder.Write("x.csv", "job,median\nAnalyst,100000\n");
        Assert.Contains("a survey has no column midpoint", Refused("median", "midpoint"), StringComparison.Ordinal);
        Assert.Contains("does not have", Refused("Base", "p50"), StringComparison.Ordinal);

        string Refused(string theirs, string known) =>
            Assert.Throws<InputException>(() => _workspace.ImportSurvey(path, new SurveyImportOptions { Name = "x", Year = 2025, Map = new Dictionary<string, string> { [theirs] = known } })).Message;
    }

    [Fact]
    public void Index_OfFred_TakesThePlaceOfTheShippedOne()
    {
        var report = _workspace.ImportIndex(_folder.Write("eci.csv", "DATE,ECIWAG\n2024-01-01,165.0\n2024-04-01,166.5\nbad,1\n2024-07-01,0\n"), new IndexImportOptions { Name = "ECI" });

        Assert.Equal((4L, 2L, 2L), (report.RowsRead, report.RowsKept, report.RowsQuarantined));
        var index = _workspace.LoadIndex("eci");
        Assert.Equal((IndexCourse.Line, new DateOnly(2024, 1, 1), new DateOnly(2024, 4, 1)), (index.Course, index.From, index.To));
        Assert.Contains("ECI", Assert.Throws<InputException>(() => _workspace.LoadIndex("nothing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_OfBeforeAfterAnotherOfItsName_TakesItsPlaceAgain()
    {
        var (first, second) = (_folder.Write("first.csv", "DATE,R\n2024-01-01,100\n2025-01-01,110\n"), _folder.Write("second.csv", "DATE,R\n2024-01-01,100\n2025-01-01,120\n"));
        _workspace.ImportIndex(first);
        _workspace.ImportIndex(second);

        Assert.False(_workspace.ImportIndex(first).AlreadyImported);
        Assert.True(_workspace.ImportIndex(first).AlreadyImported);
        Assert.Equal(110, _workspace.LoadIndex("R").Levels[^1].Level);
    }

    [Fact]
    public void Index_OfRaises_IsChained()
    {
        _workspace.ImportIndex(_folder.Write("gs.csv", "year,raise_percent\n2025,2.0\n2026,1.0\n"), new IndexImportOptions { Name = "R" });

        var index = _workspace.LoadIndex("R");
        Assert.Equal(IndexCourse.Step, index.Course);
        Assert.Equal(1.01, index.Factor(new(2025, 6, 1), new(2026, 12, 31), null), 12);
    }

    [Fact]
    public void Indexes_Shipped_CoverWhatTheirSourcesDo()
    {
        Assert.Equal(new DateOnly(2022, 9, 12), _workspace.LoadIndex("ECI").To);
        Assert.Equal(new DateOnly(2026, 12, 31), _workspace.LoadIndex("GS").To);
        // 4.7 % in 2024, 1.7 % in 2025, 1.0 % in 2026.
        Assert.Equal(1.017 * 1.01, _workspace.LoadIndex("GS").Factor(new(2024, 5, 1), new(2026, 5, 1), null), 5);
        Assert.Equal(322.158 / 313.689, _workspace.LoadIndex("CPI-U").Factor(new(2024, 7, 1), new(2025, 7, 1), null), 9);
    }

    [Fact]
    public void Jobs_OfASurvey_AreReplacedAsAWhole()
    {
        Assert.NotEmpty(_workspace.LoadSurveyJobs("infosec"));
        _workspace.ImportJobs(_folder.Write("jobs.csv", "survey,job,occupation,weight,mark,source\ninfosec,SOC Analyst,15-1212,1,assumed,from the title\n"));

        Assert.Equal(new JobMatch("SOC Analyst", "15-1212", 1), Assert.Single(_workspace.LoadSurveyJobs("INFOSEC")));
        var error = Assert.Throws<InputException>(() => _workspace.ImportJobs(_folder.Write("bad.csv", "survey,job,occupation,weight,mark,source\ninfosec,A,1212,1,assumed,x\ninfosec,B,15-1212,-1,assumed,x\n")));
        Assert.Equal(2, error.Problems.Count);
        Assert.Single(_workspace.LoadSurveyJobs("infosec"));

        _workspace.ImportJobs(_folder.Write("other.csv", "survey,job,occupation,weight,mark,source\ninfosec,Engineer,15-1212,1,assumed,from the title\n"));
        _workspace.ImportJobs(_folder["jobs.csv"]);
        Assert.Equal("SOC Analyst", Assert.Single(_workspace.LoadSurveyJobs("infosec")).Job);
    }

    [OriginalFact("survey/infosec_salaries.csv")]
    public void Survey_AsPublished_IsReadWhole()
    {
        var report = _workspace.ImportSurvey(RepositoryFiles.Original("survey/infosec_salaries.csv"), new SurveyImportOptions { Name = "infosec" });

        Assert.Equal((65_951L, 65_951L), (report.RowsRead, report.RowsKept));
        Assert.Equal(59_971, _workspace.LoadSurveyRecords("infosec").Count(r => r.Country == "US"));
    }
}
