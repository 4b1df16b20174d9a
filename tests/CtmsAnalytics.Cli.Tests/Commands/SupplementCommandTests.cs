using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Commands;

/// <summary><c>ctms supplement</c> on the sample and the shipped survey.</summary>
public sealed class SupplementCommandTests : IDisposable
{
    private const string Baseline = "data/scenarios/baseline.yaml";
    private readonly ShippedFolder _folder = new();

    public SupplementCommandTests()
    {
        _folder.MakeWorkspace();
        Assert.Equal(0, _folder.Ctms("import", "market", "data/market/oews_national_cyber_2022_2023.csv", "-w", "ws").ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Supplement_Emit_WritesAScenarioThatCompareCostsAlikeToTheCent()
    {
        var (code, output, error) = _folder.Ctms("supplement", "-w", "ws", "--emit", "proposal.yaml", "--json");
        Assert.True(code == 0, error);
        using var study = JsonDocument.Parse(output);
        var years = study.RootElement.GetProperty("cost").GetProperty("years").EnumerateArray().ToDictionary(y => y.GetProperty("fiscalYear").GetInt32(), y => y.GetProperty("changeCents").GetInt64());

        var compared = _folder.Ctms("compare", Baseline, "proposal.yaml", "-w", "ws", "--analysis", "none", "--json");
        Assert.True(compared.ExitCode == 0, compared.Error);
        using var comparison = JsonDocument.Parse(compared.Output);
        var drivers = comparison.RootElement.GetProperty("drivers").EnumerateArray().ToList();

        Assert.Equal("supplements", Assert.Single(drivers).GetProperty("section").GetString());
        foreach (var (year, cents) in years.Where(y => y.Value != 0))
            Assert.Equal(cents, drivers[0].GetProperty("centsByYear").GetProperty(year.ToString(System.Globalization.CultureInfo.InvariantCulture)).GetInt64());
        Assert.True(years.Values.Sum() > 0);
    }

    [Fact]
    public void Supplement_Twice_IsTheSameStudyAndIsListedOnce()
    {
        var first = _folder.Ctms("supplement", Baseline, "-w", "ws");
        var second = _folder.Ctms("supplement", Baseline, "-w", "ws");

        Assert.Equal(first.Output, second.Output);
        Assert.Contains("Local supplements from the wages of May 2024", first.Output, StringComparison.Ordinal);
        Assert.Contains("197 of 204 people work in a local market", Words(first.Output), StringComparison.Ordinal);
        Assert.Contains("the ceiling of 25% binds", Words(first.Output), StringComparison.Ordinal);
        Assert.Contains("includes the nation: no supplement above the floor", Words(first.Output), StringComparison.Ordinal);
        Assert.Single(_folder.Ctms("studies", "-w", "ws").Output.Split('\n'), l => l.Contains("supplement", StringComparison.Ordinal));
    }

    [Fact]
    public void Supplement_OtherPolicy_ChangesWhatIsProposed()
    {
        var output = Words(_folder.Ctms("supplement", "-w", "ws", "--ceiling", "0.20", "--target", "0.5", "--hold", "--confidence", "0.99").Output);

        Assert.Contains("50% of the gap, rounded", output, StringComparison.Ordinal);
        Assert.Contains("less than the present 12%, which is kept", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ceiling of 25%", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Supplement_NoIndividuals_PoolsWorksitesOfFewerThanFive()
    {
        var output = _folder.Ctms("supplement", "-w", "ws", "--no-individuals").Output;

        Assert.Contains("other worksites", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Suffolk County", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Honolulu County", output, StringComparison.Ordinal);
        Assert.Contains("Arlington County", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ceiling 1.5", "--ceiling is outside its range")]
    [InlineData("--step zero", "write a fraction, for example 0.05")]
    [InlineData("--market XX", "There is no such local market")]
    [InlineData("--effective 2050-01-01", "lies outside the scenario's horizon")]
    [InlineData("--effective soon", "write a date as year-month-day")]
    [InlineData("--without 11-3021 --without 15-1211 --without 15-1212 --without 15-1232 --without 15-1241 --without 15-1244 --without 15-1252", "No occupation is left")]
    [InlineData("--emit data/scenarios/baseline.yaml", "This is the baseline itself")]
    [InlineData("--emit nowhere/p.yaml", "folder of the scenario does not exist")]
    public void Supplement_WrongOption_SaysWhatWouldBeRightAndWritesNothing(string options, string message)
    {
        var (code, _, error) = _folder.Ctms(["supplement", "-w", "ws", .. options.Split(' ')]);

        Assert.NotEqual(0, code);
        Assert.Contains(message, Words(error), StringComparison.Ordinal);
        Assert.Contains("No study yet", _folder.Ctms("studies", "-w", "ws").Output, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
