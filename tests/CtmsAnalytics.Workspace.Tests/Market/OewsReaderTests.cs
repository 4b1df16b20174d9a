using System.Text;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Market;
using CtmsAnalytics.Workspace.Tables;
using CtmsAnalytics.Workspace.Tests.Tables;

namespace CtmsAnalytics.Workspace.Tests.Market;

public sealed class OewsReaderTests
{
    private const string Compact = "YEAR,AREA,AREA_TITLE,OCC_CODE,TOT_EMP,A_MEDIAN,A_MEAN\n";

    [Theory]
    [InlineData("national_M2024_dl.xlsx", 2024)]
    [InlineData("2017aMSA_M_dl.xlsx", 2017)]
    [InlineData("MSA_M2017_dl.xlsx", 2017)]
    [InlineData("nat4d_M2012_dl.xls", 2012)]
    [InlineData("state_dl_2010.xls", 2010)]
    [InlineData("oesm11nat.csv", 2011)]
    [InlineData("all_data_M_2022.xlsx", 2022)]
    public void Year_FromFileName_IsTheSurveyYear(string name, int year) =>
        Assert.Equal(year, Read("OCC_CODE,TOT_EMP,A_MEAN\n15-1212,10,100000\n", name).Rows.Single().Key.Year);

    [Theory]
    [InlineData("wages.csv")]
    [InlineData("M2016_to_M2017.csv")]
    [InlineData("area120170.csv")]
    public void Year_NotInOneWayInTheName_AsksForTheOption(string name)
    {
        var exception = Assert.Throws<InputException>(() => Read("OCC_CODE,TOT_EMP,A_MEAN\n15-1212,10,100000\n", name));

        Assert.Contains("--year", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2016, Read("OCC_CODE,TOT_EMP,A_MEAN\n15-1212,10,100000\n", name, 2016).Rows.Single().Key.Year);
    }

    [Fact]
    public void Layout2010_LowerCaseWithoutIndustry_IsRead()
    {
        var row = Read("""
            prim_state,area,area_name,occ_code,occ_title,group,tot_emp,emp_prse,jobs_1000,loc quotient,h_mean,a_mean,mean_prse,h_pct10,h_pct25,h_median,h_pct75,h_pct90,a_pct10,a_pct25,a_median,a_pct75,a_pct90,annual,hourly
            DC,47900,"Washington-Arlington-Alexandria, DC-VA-MD-WV",15-1071,Network and Computer Systems Administrators,,"12,340",3.1,5.4,2.10,40.1,"83,410",1.2,25,31,39.5,48,#,52000,64480,82160,99840,#,,
            """, "MSA_2010_dl.csv").Rows.Single();

        Assert.Equal(new OewsKey(2010, "47900", "000000", "cross-industry", "1235", "15-1071", "detailed"), row.Key);
        Assert.Equal(("Washington-Arlington-Alexandria, DC-VA-MD-WV", "metropolitan", "DC"), (row.AreaTitle, row.AreaType, row.PrimaryState));
        Assert.Equal(12340, row.Figures[(int)Measure.TotEmp].Value);
        Assert.Equal(83410, row.Figures[(int)Measure.AMean].Value);
        Assert.Equal(FigureStatus.Censored, row.Figures[(int)Measure.APct90].Status);
        Assert.Equal(2.1, row.Figures[(int)Measure.LocQuotient].Value);
    }

    [Fact]
    public void LayoutOfStates_StateColumn_IsTheAreaTitleAndTheCodeKeepsItsZero()
    {
        var table = Read("AREA,ST,STATE,OCC_CODE,OCC_TITLE,OCC_GROUP,TOT_EMP,A_MEAN,LOC_Q\n1,AL,Alabama,15-1122,Information Security Analysts,detailed,900,84000,0.8\n", "state_M2014_dl.csv");

        var row = table.Rows.Single();
        Assert.Equal(("01", "Alabama", "state", "AL"), (row.Key.Area, row.AreaTitle, row.AreaType, row.PrimaryState));
        Assert.Equal(0.8, row.Figures[(int)Measure.LocQuotient].Value);
        Assert.Contains(table.Notes, n => n.Contains("leading zero", StringComparison.Ordinal));
    }

    [Fact]
    public void LayoutOfTheNation_WithoutArea_IsArea99()
    {
        var row = Read("OCC_CODE,OCC_TITLE,OCC_GROUP,TOT_EMP,A_MEAN\n00-0000,All Occupations,total,1000,45000\n", "national_M2012_dl.csv").Rows.Single();

        Assert.Equal(("99", "U.S.", "nation", "total"), (row.Key.Area, row.AreaTitle, row.AreaType, row.Key.OccupationGroup));
    }

    [Fact]
    public void LayoutOfIndustries_SameIndustryInTwoGroups_AreTwoRows()
    {
        var table = Read("""
            AREA,NAICS,NAICS_TITLE,I_GROUP,OWN_CODE,OCC_CODE,O_GROUP,TOT_EMP,PCT_RPT,A_MEAN
            99,327000,Mineral Products,3-digit,5,15-1212,detailed,100,~,99000
            99,327000,Mineral Products,4-digit,5,15-1212,detailed,100,~,99000
            """, "nat_M2024.csv");

        Assert.Equal(2, table.Rows.Count);
        Assert.Equal((FigureStatus.Suppressed, OewsFigure.FewEstablishments), (table.Rows[0].Figures[(int)Measure.PctRpt].Status, table.Rows[0].Figures[(int)Measure.PctRpt].Reason));
    }

    [Theory]
    [InlineData("*", FigureStatus.Suppressed, OewsFigure.WageNotAvailable)]
    [InlineData("**", FigureStatus.Suppressed, OewsFigure.EmploymentNotAvailable)]
    [InlineData("#", FigureStatus.Censored, OewsFigure.AtTopCode)]
    [InlineData("", FigureStatus.Absent, null)]
    public void Figure_WithoutNumber_IsNeverANumber(string cell, FigureStatus status, string? reason)
    {
        var figure = Read($"{Compact}2024,99,U.S.,15-1212,10,{cell},100000\n").Rows.Single().Figures[(int)Measure.AMedian];

        Assert.Equal((status, reason), (figure.Status, figure.Reason));
        Assert.True(double.IsNaN(figure.Value));
    }

    [Theory]
    [InlineData("n/a")]
    [InlineData("-")]
    [InlineData("-5")]
    [InlineData("~")]
    [InlineData("1,23")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("=1+1")]
    public void Figure_ThatTheSurveyDoesNotDefine_SetsTheRowAside(string cell)
    {
        var table = Read($"{Compact}2024,99,U.S.,15-1212,10,\"{cell}\",100000\n2024,99,U.S.,15-1211,10,5,6\n");

        var entry = Assert.Single(table.Quarantined);
        Assert.Equal((2L, "A_MEDIAN", cell, "not a figure"), (entry.Row, entry.Column, entry.Value, entry.Code));
        Assert.Equal("15-1211", Assert.Single(table.Rows).Key.Occupation);
    }

    [Theory]
    [InlineData("Nov-21")]
    [InlineData("Nov-3021")]
    [InlineData("21-Nov")]
    [InlineData("11/1/3021")]
    [InlineData("2021-11-30")]
    [InlineData("11/30/2021")]
    public void OccupationCode_ThatBecameADate_IsSetAsideAndSaysHowToKeepIt(string cell)
    {
        var entry = Assert.Single(Read($"{Compact}2024,99,U.S.,{cell},10,1,2\n").Quarantined);

        Assert.Equal(("OCC_CODE", cell, "occupation code became a date"), (entry.Column, entry.Value, entry.Code));
        Assert.Contains("Text", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OccupationCode_DateCellOfAWorkbook_IsSetAside()
    {
        var bytes = TinyWorkbook.Create(("Sheet1", [["OCC_CODE", "TOT_EMP", "A_MEAN"], [new DateOnly(2021, 11, 30), 10, 100000], ["11-3021", 10, 100000]]));

        var table = OewsReader.Read(FileContent.FromBytes("national_M2024.xlsx", bytes), null, null, default);

        Assert.Equal("occupation code became a date", Assert.Single(table.Quarantined).Code);
        Assert.Equal("11-3021", Assert.Single(table.Rows).Key.Occupation);
    }

    [Fact]
    public void BroadAndDetailed_OfOneCode_AreTwoRows()
    {
        var table = Read("AREA,OCC_CODE,O_GROUP,TOT_EMP,A_MEAN\n99,17-2020,broad,10,1\n99,17-2020,detailed,10,1\n", "M2024.csv");

        Assert.Equal(2, table.Rows.Count);
        Assert.Empty(table.Quarantined);
    }

    [Fact]
    public void SameRow_WithOtherFigures_SetsBothAside()
    {
        var table = Read($"{Compact}2024,99,U.S.,15-1212,10,1,2\n2024,99,U.S.,15-1211,10,1,2\n2024,99,U.S.,15-1212,10,1,3\n");

        Assert.Equal([2L, 4L], table.Quarantined.Select(q => q.Row));
        Assert.Equal("15-1211", Assert.Single(table.Rows).Key.Occupation);
    }

    [Fact]
    public void SameRow_WithTheSameFigures_CountsAsDuplicate()
    {
        var table = Read($"{Compact}2024,99,U.S.,15-1212,10,1,2\n2024,99,U.S.,15-1212,10,1,2\n");

        Assert.Equal((1, 1L, 2L), (table.Rows.Count, table.Duplicates, table.RowsRead));
    }

    [Fact]
    public void Workbook_NotesSheetFirstAndFootnotesLast_ReadsTheData()
    {
        var bytes = TinyWorkbook.Create(
            ("Field Descriptions", [["May 2013 OES Estimates"], ["occ_code", "The code"]]),
            ("national_dl", [["May 2013"], [], ["occ_code", "tot_emp", "a_mean"], ["15-1122", 10, 91210], [], ["* = not available"]]),
            ("UpdateTime", [["alldataupdate"]]));

        var table = OewsReader.Read(FileContent.FromBytes("national_M2013_dl.xlsx", bytes), null, null, default);

        Assert.Equal((1L, 1), (table.RowsRead, table.Rows.Count));
        Assert.Equal(4, table.Rows[0].RowNumber);
        Assert.Contains(table.Notes, n => n.Contains("footnotes", StringComparison.Ordinal));
    }

    [Fact]
    public void Workbook_WithoutTheDataSheet_NamesTheSheetsItHas()
    {
        var bytes = TinyWorkbook.Create(("Field Descriptions", [["May 2024"]]), ("Filler", []));

        var exception = Assert.Throws<InputException>(() => OewsReader.Read(FileContent.FromBytes("national_M2024_dl.xlsx", bytes), null, null, default));

        Assert.Contains("Field Descriptions, Filler", exception.Message, StringComparison.Ordinal);
        Assert.Contains("OCC_CODE", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_CutOff_IsSetAside()
    {
        var table = Read($"{Compact}2024,99,U.S.,15-1211,10,1,2\n2024,99,U.S.,15-12");

        Assert.Equal((3L, "row is not whole"), (table.Quarantined.Single().Row, table.Quarantined.Single().Code));
    }

    public static TheoryData<string, byte[], string> Unusable => new()
    {
        { "empty.xlsx", [], "0 bytes" },
        { "page.xlsx", Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Access denied</body></html>"), "web page" },
        { "report.csv", Encoding.UTF8.GetBytes("%PDF-1.7 ..."), "PDF" },
        { "cut.xlsx", TinyWorkbook.Create(("S", [["OCC_CODE", "TOT_EMP", "A_MEAN"]]))[..600], "cut off" },
        { "cut.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0], "cut off" },
        { "image.csv", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0, 0, 5], "neither a workbook nor text" },
        { "other.csv", Encoding.UTF8.GetBytes("a,b,c\n1,2,3\n"), "OCC_CODE" },
        { "quote.csv", Encoding.UTF8.GetBytes("OCC_CODE,TOT_EMP,A_MEAN\n\"15-1212,1,2\n15-1211,3,4\n"), "line 2" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void File_ThatIsNoTable_SaysSoInOneMessage(string name, byte[] content, string expected)
    {
        var exception = Assert.Throws<InputException>(() => OewsReader.Read(FileContent.FromBytes(name, content), 2024, null, default));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith(name, exception.Message, StringComparison.Ordinal);
    }

    [OriginalFact("market/original/2017aMSA_M_dl.xlsx")]
    public void GenuineWorkbook_CutAnywhere_IsOneMessage()
    {
        var whole = File.ReadAllBytes(RepositoryFiles.Original("market/original/2017aMSA_M_dl.xlsx"));

        foreach (var share in new[] { 0.001, 0.25, 0.5, 0.9, 0.9999 })
        {
            var cut = whole[..(int)(whole.Length * share)];
            Assert.Contains("cut off", Assert.Throws<InputException>(() => OewsReader.Read(FileContent.FromBytes("cut.xlsx", cut), 2017, null, default)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reading_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => OewsReader.Read(FileContent.FromBytes("M2024.csv", Encoding.UTF8.GetBytes(Compact + "2024,99,U.S.,15-1212,1,2,3\n")), null, null, source.Token));
    }

    private static OewsTable Read(string text, string name = "wages.csv", int? year = null) =>
        OewsReader.Read(FileContent.FromBytes(name, Encoding.UTF8.GetBytes(text)), year, null, default);
}
