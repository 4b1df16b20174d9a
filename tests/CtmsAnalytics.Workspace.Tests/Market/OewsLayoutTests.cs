using System.Text;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Market;
using CtmsAnalytics.Workspace.Tables;
using CtmsAnalytics.Workspace.Tests.Tables;

namespace CtmsAnalytics.Workspace.Tests.Market;

/// <summary>Layouts of the survey's files by year: names of columns, groups, areas, where the year stands.</summary>
public sealed class OewsLayoutTests
{
    [Fact]
    public void Layout2010_OnlyTotalsAreMarked_EverythingElseIsDetailed()
    {
        // 15-1150 was published in most detail in 2010, though its last digit is that of a broad occupation.
        var rows = Read("occ_code,occ_title,group,tot_emp,emp_prse,h_mean,a_mean,mean_prse\n00-0000,All Occupations,total,100,0.1,20,40000,0.1\n15-0000,Computer and Mathematical Occupations,major,50,0.2,35,70000,0.2\n15-1150,Computer Support Specialists,,10,0.5,24,49000,0.3\n", "oesm10nat.csv").Rows;

        Assert.Equal([("00-0000", "total"), ("15-0000", "major"), ("15-1150", "detailed")], rows.Select(r => (r.Key.Occupation, r.Key.OccupationGroup)));
        Assert.All(rows, r => Assert.Equal(2010, r.Key.Year));
    }

    [Fact]
    public void LayoutBefore2004_WideNamesOfPercentiles_AreRead()
    {
        var row = Read("occ_code,occ_titl,group,tot_emp,h_mean,a_mean,h_wpct10,a_wpct10,a_wpct25,a_median,a_wpct75,a_wpct90\n15-1071,Network Administrators,,240000,28,58000,16.5,34000,43000,55000,70000,88000\n", "national_2003_dl.csv").Rows.Single();

        Assert.Equal((34_000, 88_000), (row.Figures[(int)Measure.APct10].Value, row.Figures[(int)Measure.APct90].Value));
        Assert.Equal("Network Administrators", row.OccupationTitle);
    }

    [Fact]
    public void Workbook2012_BinaryFormat_IsRead()
    {
        var path = Path.Combine(RepositoryFiles.Root, "tests", "CtmsAnalytics.Workspace.Tests", "Market", "Files", "oews_2012_layout.xls");

        // The name of the sheet, national_M2012_dl, is all that says the year of this content.
        var table = OewsReader.Read(FileContent.FromBytes("download.xls", File.ReadAllBytes(path)), null, null, default);

        Assert.Equal((3, 0L), (table.Rows.Count, table.RowsSetAside));
        var managers = table.Rows.Single(r => r.Key.Occupation == "11-3021");
        Assert.Equal((2012, "99"), (managers.Key.Year, managers.Key.Area));
        Assert.Equal(FigureStatus.Censored, managers.Figures[(int)Measure.APct90].Status);
        Assert.Equal(309_740, managers.Figures[(int)Measure.TotEmp].Value);
    }

    [Fact]
    public void AllData2023_EveryArea_KeepsItsKind()
    {
        object?[] header = ["AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "A_MEAN", "A_MEDIAN", "A_PCT90"];
        object?[] Row(object area, int type, object naics, string group, object owner) => [area, " Title ", type, "DC", naics, "Industry", group, owner, "15-1212", "Information Security Analysts", " detailed ", 1000, 130000, "#", "#"];
        var bytes = TinyWorkbook.Create(("Field Descriptions", [["May 2023 OEWS Estimates"]]), ("All May 2023 data", [header, Row(99, 1, "000000", "cross-industry", 1235), Row(11, 2, 0, "cross-industry", 1235), Row(47900, 4, "000000", "cross-industry", 1235), Row("0100001", 6, "000000", "cross-industry", 1235), Row(72, 3, "000000", "cross-industry", 1235), Row(99, 1, "541500", "4-digit", 5)]));

        var rows = OewsReader.Read(FileContent.FromBytes("all_data.xlsx", bytes), null, null, default).Rows;

        Assert.Equal(["nation", "state", "metropolitan", "nonmetropolitan", "territory", "nation"], rows.Select(r => r.AreaType));
        Assert.Equal(5, rows.Count(r => r.Key is { Industry: "000000", Ownership: "1235", Year: 2023 }));
        Assert.Equal("Title", rows[0].AreaTitle);
        Assert.All(rows, r => Assert.Equal(("detailed", FigureStatus.Censored), (r.Key.OccupationGroup, r.Figures[(int)Measure.AMedian].Status)));
    }

    [Theory]
    [InlineData("MSA_M2021_dl.csv", "area,area_title,area_type,naics,naics_title,i_group,own_code,occ_code,occ_title,o_group,tot_emp,emp_prse,jobs_1000,loc_quotient,pct_total,pct_rpt,h_mean,a_mean,mean_prse,a_median", "47900,\"Washington, DC\",4,000000,Cross-industry,cross-industry,1235,15-1212,Analysts,detailed,\"15,650\",3.1,5.2,4.6,,,63.1,131250,1.2,*", 2021, "47900")]
    [InlineData("BOS_M2014_dl.csv", "PRIM_STATE,AREA,AREA_NAME,OCC_CODE,OCC_TITLE,OCC_GROUP,TOT_EMP,EMP_PRSE,JOBS_1000_ORIG,LOC_Q,H_MEAN,A_MEAN,MEAN_PRSE,A_MEDIAN", "AL,100001,Northwest Alabama nonmetropolitan area,15-1122,Analysts,detailed,**,**,**,**,30,62000,5,61000", 2014, "0100001")]
    [InlineData("state_M2022_dl.csv", "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,OWN_CODE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,LOC QUOTIENT,A_MEAN,A_MEDIAN", "01,Alabama,2,AL,000000,1235,15-1212,Analysts,detailed,1500,0.9,99000,97000", 2022, "01")]
    [InlineData("natsector_M2011_dl.csv", "NAICS,NAICS_TITLE,OCC_CODE,OCC_TITLE,GROUP,TOT_EMP,EMP_PRSE,PCT_TOT,PCT_RPT,H_MEAN,A_MEAN,MEAN_PRSE,A_MEDIAN", " 54----, Professional Services, 15-1179, Analysts,,100,2,0.1,~,40, 83000 ,1, 82000 ", 2011, "99")]
    [InlineData("oesm18ma.csv", "PRIM_STATE,AREA,AREA_NAME,OCC_CODE,OCC_TITLE,OCC_GROUP,TOT_EMP,JOBS_1000,LOC_Q,A_MEAN,A_MEDIAN", "MA,71650,\"Boston-Cambridge-Nashua, MA-NH\",15-1122,Analysts,detailed,3000,1.1,1.2,105000,103000", 2018, "71650")]
    public void Layout_OfAYear_IsReadWithoutALoss(string name, string header, string row, int year, string area)
    {
        var table = Read($"{header}\n{row}\n", name);

        var read = Assert.Single(table.Rows);
        Assert.Equal((0L, year, area, "detailed"), (table.RowsSetAside, read.Key.Year, read.Key.Area, read.Key.OccupationGroup));
        Assert.True(read.Figures[(int)Measure.AMean].Value > 50_000);
        Assert.NotEqual(FigureStatus.Absent, read.Figures[(int)Measure.AMedian].Status);
    }

    private static OewsTable Read(string content, string name) => OewsReader.Read(FileContent.FromBytes(name, Encoding.UTF8.GetBytes(content)), null, null, default);
}
