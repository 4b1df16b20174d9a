using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Tests.Market;

public sealed class MarketImportTests : IDisposable
{
    private const string Header = "YEAR,AREA,AREA_TITLE,OCC_CODE,OCC_TITLE,TOT_EMP,A_MEAN,A_PCT25,A_MEDIAN,A_PCT75\n";
    private const string Analysts = "2024,99,U.S.,15-1212,Information Security Analysts,100,*,90000,#,**\n";
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public MarketImportTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Import_WithheldAndTopCoded_StayWhatTheyAre()
    {
        Import("a.csv", Analysts);

        var wage = Assert.Single(_workspace.LoadWages());
        Assert.Equal(WageFigure.Published(90000), wage.P25);
        Assert.Equal(new WageFigure(FigureStatus.Censored, 239200), wage.P50);
        Assert.Equal(new WageFigure(FigureStatus.Suppressed, null), wage.P75);
        Assert.Equal(WageFigure.Absent, wage.P90);
    }

    [Fact]
    public void Import_TopCodeOfAYearThatIsNotKnown_IsCensoredWithoutABound()
    {
        Import("a.csv", Analysts.Replace("2024", "2012", StringComparison.Ordinal));

        Assert.Equal(new WageFigure(FigureStatus.Censored, null), Assert.Single(_workspace.LoadWages()).P50);
    }

    [Fact]
    public void Import_SameContentTwice_ChangesNothingAndSaysSo()
    {
        Import("a.csv", Analysts);
        var before = _workspace.RowCounts();

        var report = Import("copy of a.csv", Analysts);

        Assert.True(report.AlreadyImported);
        Assert.Equal(before, _workspace.RowCounts());
    }

    [Fact]
    public void Import_OtherFileWithTheSameRow_IsIdenticalAndAddsNewFigures()
    {
        Import("a.csv", Analysts);

        var same = Import("b.csv", "2024,99,U.S.,15-1212,Information Security Analysts,100,,90000,,\n");
        var more = _workspace.ImportMarket(_folder.Write("c.csv", "YEAR,AREA,OCC_CODE,TOT_EMP,A_MEDIAN,A_PCT90\n2024,99,15-1212,100,#,200000\n"));

        Assert.Equal([new ImportCount("already there, identical", 1)], same.Counts);
        Assert.Equal([new ImportCount("already there, figures added", 1)], more.Counts);
        Assert.Equal(WageFigure.Published(200000), Assert.Single(_workspace.LoadWages()).P90);
    }

    [Fact]
    public void Import_OtherFigureForTheSameRow_IsSetAsideUnlessReplaced()
    {
        Import("a.csv", Analysts);
        const string Changed = "2024,99,U.S.,15-1212,Information Security Analysts,100,*,91000,#,150000\n2024,99,U.S.,15-1211,Analysts,5,6,7,8,9\n";

        var report = Import("b.csv", Changed);

        Assert.Equal((2L, 1L, 1L), (report.RowsRead, report.RowsKept, report.RowsQuarantined));
        var listing = _workspace.LoadQuarantine(report.BatchId)!;
        Assert.Equal([("A_PCT25", "91000.0"), ("A_PCT75", "150000.0")], listing.Entries.Select(e => (e.Column, e.Value)));
        Assert.All(listing.Entries, e => Assert.Contains("a.csv", e.Reason, StringComparison.Ordinal));
        Assert.Equal(90000, Analyst().P25.Value);

        var replaced = _workspace.ImportMarket(_folder["b.csv"], new MarketImportOptions { Replace = true });

        Assert.Contains(new ImportCount("already there, figures replaced", 1), replaced.Counts);
        Assert.Equal((91000d, 150000d), (Analyst().P25.Value!.Value, Analyst().P75.Value!.Value));

        OccupationWage Analyst() => _workspace.LoadWages().Single(w => w.Occupation == "15-1212");
    }

    [Fact]
    public void Import_VintagesOfTheYear_AreRecordedWithTheRow()
    {
        Import("a.csv", "2018,47900,Washington,15-1122,Analysts,1,2,3,4,5\n2020,47900,Washington,15-1212,Analysts,1,2,3,4,5\n2024,47900,Washington,15-1212,Analysts,1,2,3,4,5\n");

        Assert.Equal(
            [(2018, "2010", "OMB 2013 (2010 Census standards)"), (2020, "2010-2018 hybrid", "OMB 2013 (2010 Census standards)"), (2024, "2018", "OMB 2023 (2020 Census standards)")],
            Query("SELECT survey_year, soc_vintage::VARCHAR, metro_delineation FROM market_wage ORDER BY 1", r => ((int)r.GetInt16(0), r.GetString(1), r.GetString(2))));
    }

    [Fact]
    public void View_MarketWage_ShowsNumbersAndNamesWhatIsWithheld()
    {
        Import("a.csv", Analysts);

        var row = Assert.Single(Query("SELECT employment, annual_mean, annual_p25, annual_median, top_coded, suppressed FROM market_wage",
            r => (r.GetDouble(0), r.IsDBNull(1), r.GetDouble(2), r.IsDBNull(3), r.GetString(4), r.GetString(5))));
        Assert.Equal((100d, true, 90000d, true, "a_median", "a_mean, a_pct75"), row);
    }

    [Fact]
    public void Import_NoUsableRow_WritesNothingAndListsTheReasons()
    {
        var before = _workspace.RowCounts();

        var exception = Assert.Throws<InputException>(() => Import("a.csv", "2024,99,U.S.,Nov-21,Managers,1,2,3,4,5\n"));

        Assert.Contains("became a date", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, _workspace.RowCounts());
    }

    [Fact]
    public void Import_CancelledWhileStoring_LeavesTheWorkspaceAsItWas()
    {
        using var source = new CancellationTokenSource();
        var before = _workspace.RowCounts();

        Assert.Throws<OperationCanceledException>(() => _workspace.ImportMarket(
            _folder.Write("a.csv", Header + Analysts), null, new CancelWhenStoring(source), source.Token));

        Assert.Equal(before, _workspace.RowCounts());
        Assert.False(Import("a.csv", Analysts).AlreadyImported);
    }

    [Fact]
    public void Schema_SuppressedFigureWithANumber_IsRefused()
    {
        Import("a.csv", Analysts);

        var exception = Assert.Throws<DuckDb.DuckDBException>(() => Query("UPDATE market_figure SET value = 1 WHERE status = 'suppressed' RETURNING 1", r => 0));

        Assert.Equal(DuckDb.DuckDBErrorType.Constraint, exception.ErrorType);
    }

    private ImportReport Import(string name, string rows) => _workspace.ImportMarket(_folder.Write(name, Header + rows));

    private List<T> Query<T>(string sql, Func<DuckDb.DuckDBDataReader, T> read)
    {
        using var connection = new DuckDb.DuckDBConnection($"Data Source={Path.Combine(_folder["ws"], AnalystWorkspace.FileName)};access_mode=read_write");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private sealed class CancelWhenStoring(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == "storing") source.Cancel();
        }
    }
}
