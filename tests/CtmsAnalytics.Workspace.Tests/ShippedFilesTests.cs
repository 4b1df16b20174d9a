using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Workspace.Tests;

public sealed class ShippedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ImportRoster_Sample_KeepsEveryPerson()
    {
        using var workspace = FreshWorkspace.Open(_folder["ws"]);

        var report = workspace.ImportRoster(RepositoryFiles.SampleRoster);

        Assert.Equal((204, 204, 0), (report.RowsRead, report.RowsKept, report.RowsQuarantined));
        var people = workspace.LoadRoster();
        Assert.Equal(204, people.Count);
        Assert.All(people, p => Assert.NotEmpty(p.Market));
        Assert.Equal("City and County of Honolulu, HI", Assert.Single(people, p => p.NonforeignArea is not null).NonforeignArea);
        Assert.Equal(people.Select(p => p.PersonId).Order(StringComparer.Ordinal), people.Select(p => p.PersonId));
    }

    [Fact]
    public void ImportMarket_ShippedFiles_LoadAsWages()
    {
        using var workspace = FreshWorkspace.Open(_folder["ws"]);

        var metro = workspace.ImportMarket(RepositoryFiles.Market("oews_metro_cyber.csv"));
        var national = workspace.ImportMarket(RepositoryFiles.Market("oews_national_cyber_2024.csv"));

        Assert.Equal((1296, 1296, 0), (metro.RowsRead, metro.RowsKept, metro.RowsQuarantined));
        Assert.Equal((24, 24, 0), (national.RowsRead, national.RowsKept, national.RowsQuarantined));
        var wages = workspace.LoadWages();
        var analysts = wages.Single(w => w is { Year: 2024, Area: "99", Occupation: "15-1212" });
        Assert.Equal("Information Security Analysts", analysts.OccupationTitle);
        Assert.Equal(FigureStatus.Published, analysts.P50.Status);
        var sanJose = wages.Single(w => w is { Year: 2024, Area: "41940", Occupation: "11-3021" });
        Assert.Equal(new WageFigure(FigureStatus.Censored, 239200), sanJose.P50);
        Assert.Equal(WageFigure.Absent, sanJose.P75);
        Assert.Equal("Computer and Information Systems Managers", sanJose.OccupationTitle);
        Assert.DoesNotContain(wages, w => w.Occupation == "00-0000");
    }

    [Fact]
    public void LoadParameters_ShippedTables_GiveOneSeriesForEachRate()
    {
        using var workspace = FreshWorkspace.Open(_folder["ws"]);

        var parameters = workspace.LoadParameters();

        Assert.Equal(197200, parameters.InForce("EX-IV", 2026).Value);
        Assert.Equal(0.062, parameters.Latest("oasdi_rate").Value, 12);
        Assert.Equal(0.04, parameters.InForce("tsp_match_maximum", 2026).Value, 12);
        foreach (var name in new[] { "EX-I", "VP", "oasdi_wage_base", "medicare_rate", "tsp_automatic", "fehb_self_only", "fehb_self_plus_one", "fehb_self_and_family", "fegli_basic_government", "fers_regular", "fers_frae", "gs_base_raise", "hourly_divisor", "nonforeign_allowance:Puerto Rico" })
            Assert.True(parameters.Has(name), name);
    }

    [Fact]
    public void Inputs_SameContent_GiveTheSameDigests()
    {
        string[] Digests(string name)
        {
            using var workspace = FreshWorkspace.Open(_folder[name]);
            workspace.ImportRoster(RepositoryFiles.SampleRoster);
            workspace.ImportMarket(RepositoryFiles.Market("oews_metro_cyber.csv"));
            return [.. workspace.Inputs().Select(i => $"{i.Role} {i.Sha256}")];
        }

        Assert.Equal(Digests("one"), Digests("two"));
    }

    [OriginalFact("market/original/2017aMSA_M_dl.xlsx")]
    public void ImportMarket_GenuineMetroWorkbook2017_KeepsEveryRow()
    {
        using var workspace = FreshWorkspace.Open(_folder["ws"]);

        var report = workspace.ImportMarket(RepositoryFiles.Original("market/original/2017aMSA_M_dl.xlsx"));

        Assert.Equal((8062, 8062, 0), (report.RowsRead, report.RowsKept, report.RowsQuarantined));
    }

    [OriginalFact("market/original/national_M2024_dl.xlsx")]
    public void ImportMarket_GenuineNationalWorkbook2024_KeepsEveryRow()
    {
        using var workspace = FreshWorkspace.Open(_folder["ws"]);
        var shipped = workspace.ImportMarket(RepositoryFiles.Market("oews_national_cyber_2024.csv"));

        var report = workspace.ImportMarket(RepositoryFiles.Original("market/original/national_M2024_dl.xlsx"));

        Assert.Equal((854, 854, 0), (report.RowsRead, report.RowsKept, report.RowsQuarantined));
        Assert.Contains(report.Counts, c => c.What == "already there, identical" && c.Rows == shipped.RowsKept);
    }
}
