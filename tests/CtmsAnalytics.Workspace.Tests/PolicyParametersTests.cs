using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>A faulty policy parameter stops whatever loads it.</summary>
public sealed class PolicyParametersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PolicyParametersTests()
    {
        var shipped = Path.Combine(RepositoryFiles.Root, "data");
        foreach (var file in new[] { "policy", "reference", "market" }.SelectMany(f => Directory.GetFiles(Path.Combine(shipped, f), "*.csv")))
        {
            var copy = Path.Combine(_folder["data"], Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Parameters => Path.Combine(_folder["data"], "policy", "parameters.csv");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("new_maximum,2021,20,fraction of salary,assumed,158.632,why,what", 18, "20 is no fraction")]
    [InlineData("new_maximum,2021,0.2,percent,assumed,158.632,why,what", 22, "'percent' is no known unit")]
    [InlineData("new_maximum,2021,0.2,fraction,guessed,158.632,why,what", 31, "'guessed' is no mark")]
    [InlineData("new_maximum,2021,0.2,fraction,assumed,158.999,why,what", 39, "no section 158.999")]
    [InlineData("new_maximum,2021,0.2,fraction,assumed,158.632,,what", 47, "source")]
    [InlineData("new_maximum,0021,0.2,fraction,assumed,158.632,why,what", 13, "21 is not plausible")]
    [InlineData("new_maximum,2021,a fifth,fraction,assumed,158.632,why,what", 18, "is no number")]
    [InlineData("hourly_divisor,2021,2080,hours/year,assumed,158.622,why,what", 1, "has two rows for 2021")]
    public void Load_FaultyRow_NamesFileLineAndColumn(string row, int column, string what)
    {
        var line = File.ReadAllLines(Parameters).Length + 1;
        File.AppendAllText(Parameters, row + "\n");

        var problem = Assert.Single(Assert.Throws<InputException>(() => AnalystWorkspace.Create(_folder["ws"], _folder["data"])).Problems);

        Assert.Equal((Parameters, line, column), (Path.GetFullPath(problem.File), problem.Line, problem.Column));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEqual("", problem.Right);
        Assert.False(Directory.Exists(_folder["ws"]));
        Assert.Single(Assert.Throws<InputException>(() => ScenarioRulesFiles.Load(_folder["data"])).Problems);
    }

    [Fact]
    public void Load_QuotedCommas_CountForTheColumn()
    {
        File.AppendAllText(Parameters, "\"new_maximum\",2021,0.2,\"fraction of pay, salary\",assumed,632,why,what\n");

        Assert.Equal(58, Assert.Single(Assert.Throws<InputException>(() => AnalystWorkspace.Create(_folder["ws"], _folder["data"])).Problems).Column);
    }

    [Fact]
    public void Load_SeveralFaults_AreAllNamed()
    {
        File.AppendAllText(Parameters, "One,2021,0.2,fraction,assumed,158.632,why,what\ntwo,2021,0.2,percent,assumed,632,why,what\n");

        Assert.Equal(3, Assert.Throws<InputException>(() => AnalystWorkspace.Create(_folder["ws"], _folder["data"])).Problems.Count);
    }

    [Fact]
    public void Catalog_OfTheShippedFiles_IsThatOfAFreshWorkspace()
    {
        var shipped = AnalystWorkspace.ShippedCatalog(_folder["data"]);
        using var workspace = FreshWorkspace.Open(_folder["ws"]);
        var loaded = workspace.LoadCatalog();

        Assert.Equal(shipped.Policy, loaded.Policy);
        Assert.Equal(shipped.Series.Select(s => (s.Name, s.LastYear, s.Newest)), loaded.Series.Select(s => (s.Name, s.LastYear, s.Newest)));
        Assert.Equal(File.ReadAllLines(Parameters).Length - 1, shipped.Policy.Count);
    }

    [Fact]
    public void Catalog_Series_AreSummedUpOverTheirYears()
    {
        var series = AnalystWorkspace.ShippedCatalog(_folder["data"]).Series.ToDictionary(s => s.Name);

        var executive = series["EX-IV"];
        Assert.Equal((2021, 2026, (197_200d, 197_200d), 1), (executive.FirstYear, executive.LastYear, executive.Newest, executive.Figures));
        Assert.Equal([2022, 2025, 2026], series["VP"].Marks.Single(m => m.Mark == ParameterMark.Assumed).Years);
        Assert.Equal((0.1706, 0.4634, 58), (series["locality_pay"].Newest.Lowest, series["locality_pay"].Newest.Highest, series["locality_pay"].Figures));
        Assert.Equal(150, series["gs_base"].Figures);
        Assert.Equal("Nonforeign area cost-of-living allowance", series["nonforeign_allowance"].Description);
    }

    [Fact]
    public void Catalog_Marked_KeepsWhatIsAssumed()
    {
        var assumed = AnalystWorkspace.ShippedCatalog(_folder["data"]).Marked(ParameterMark.Assumed);

        Assert.All(assumed.Policy, p => Assert.Equal(ParameterMark.Assumed, p.Mark));
        Assert.Contains(assumed.Policy, p => p.Name == "payday_lag_days");
        Assert.Contains(assumed.Series, s => s.Name == "VP");
        Assert.DoesNotContain(assumed.Series, s => s.Name == "EX-IV");
    }

    [Fact]
    public void Catalog_BySection_HoldsEveryFigureOnceInTheRegulationsOrder()
    {
        var catalog = AnalystWorkspace.ShippedCatalog(_folder["data"]);
        var groups = catalog.BySection();

        Assert.Equal(catalog.Policy.Count, groups.Sum(g => g.Policy.Count));
        Assert.Equal(catalog.Series.Count, groups.Sum(g => g.Series.Count));
        Assert.Null(groups[^1].Section);
        Assert.Equal("158.612 Local cybersecurity talent market supplement (text not seen)", groups.Single(g => g.Section?.Number == "158.612").Heading);
        Assert.Contains(groups.Single(g => g.Section?.Number == "158.632").Policy, p => p.Name == "recognition_payment_maximum");
    }
}
