using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class MarketCommandTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private readonly ShippedFolder _folder = prepared.Folder;

    [Fact]
    public void Market_Sample_SaysWhoLagsWhatItCostsAndWhatItRestsOn()
    {
        var (code, output, error) = Market();

        Assert.Equal((0, ""), (code, error));
        var text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var words in new[]
        {
            "below each level's market target", "95% interval", "beyond sampling error", "a year; limits keep", "Position by work level", "Position by track", "Position by local market", "Position by organisation",
            "What catching up costs", "The people are synthetic", "158.611(d), 158.614", "MEAN_PRSE", "market growth of the scenario", "survey_error_scale",
        })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Market_Json_GroupsAddUpAndNobodyIsInvented()
    {
        using var json = JsonDocument.Parse(Market("--json").Output);
        var root = json.RootElement;
        var groups = root.GetProperty("groups").EnumerateArray().ToList();

        Assert.Equal(204, root.GetProperty("people").GetArrayLength());
        foreach (var cut in groups.GroupBy(g => g.GetProperty("by").GetString())) Assert.Equal(204, cut.Sum(g => g.GetProperty("people").GetInt32()));
        var person = root.GetProperty("people")[0];
        Assert.Equal("S0001", person.GetProperty("personId").GetString());
        // Half of 75,250 and half of 124,050, Washington, May 2024, aged by 3.5 % a year to 31 March 2025.
        Assert.Equal(102_834.63, person.GetProperty("marketWage").GetDouble(), 2);
    }

    [Fact]
    public void Market_NoIndividuals_HoldsNoPersonInTextJsonOrStore()
    {
        var (_, text, _) = Market("--no-individuals");
        using var json = JsonDocument.Parse(Market("--no-individuals", "--json").Output);
        var id = json.RootElement.GetProperty("manifest").GetProperty("runId").GetString()!;

        Assert.DoesNotContain("S0001", text, StringComparison.Ordinal);
        Assert.Contains(json.RootElement.GetProperty("tables").EnumerateArray(), t => t.GetProperty("rows").EnumerateArray().Any(r => r.EnumerateArray().Any(c => c.GetString() == "withheld")));
        using var stored = JsonDocument.Parse(_folder.Ctms("studies", id, "-w", "ws", "--json").Output);
        Assert.Equal(0, stored.RootElement.GetProperty("people").GetArrayLength());
        Assert.All(stored.RootElement.GetProperty("groups").EnumerateArray(), g => Assert.False(g.GetProperty("people") is { ValueKind: JsonValueKind.Number } n && n.GetInt32() is > 0 and < 5));
        Assert.Equal(1, Market("--no-individuals", "--csv", "people.csv").ExitCode);
    }

    [Theory]
    [InlineData("--index", "ECI", "covers 2013-03-12 to 2022-09-12")]
    [InlineData("--index", "nothing", "There is no index 'nothing'")]
    [InlineData("--then", "3%", "Give --index as well")]
    [InlineData("--blend", "Vendor=1", "There is no survey 'Vendor'")]
    [InlineData("--blend", "OEWS=0", "Every weight of the blend is 0")]
    public void Market_WhatCannotBeDone_IsRefusedInWords(string option, string value, string words)
    {
        var (code, _, error) = Market(option, value);

        Assert.Equal(1, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Market_IndexThatEnds_GoesOnAsGivenAndSaysSo() =>
        Assert.Contains("are continued at 3.5% a year", string.Join(' ', Market("--index", "ECI", "--then", "3.5%").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    [Fact]
    public void Market_OwnGrowth_NamesTheGapsThatItDidNotBridge()
    {
        var text = string.Join(' ', Market("--index", "series").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("metropolitan areas were drawn anew between 2023 and 2024: that gap is not bridged", text, StringComparison.Ordinal);
        Assert.Contains("Area 14460 is aged by the growth of each occupation over the areas that have it", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Market_Csv_HoldsEverybody()
    {
        Assert.Equal(0, Market("--csv", "position.csv").ExitCode);
        var lines = File.ReadAllLines(_folder.File("position.csv"));
        Assert.Equal(205, lines.Length);
        Assert.StartsWith("person_id,work_level,track,market,organisation,salary", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Market_Page_OpensWithItsFindingAndChart()
    {
        Assert.Equal(0, Market("--out", "market.html").ExitCode);
        var page = File.ReadAllText(_folder.File("market.html"));
        foreach (var words in new[] { "Gap by work level", "Cost of bringing everybody up", "<svg", "Where these numbers come from" }) Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Survey_Answers_AreGroupedBesideTheWageSurvey()
    {
        File.WriteAllText(_folder.File("answers.csv"), "year,job,experience,country,salary\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"2025,SOC Analyst,{(i < 20 ? "MI" : "SE")},US,{90_000 + (1_000 * i)}\n")));
        Assert.Equal(0, _folder.Ctms("import", "survey", "answers.csv", "--name", "infosec", "-w", "ws").ExitCode);

        var (code, output, error) = _folder.Ctms("market", "survey", "infosec", "-w", "ws", "--group", "experience");
        Assert.Equal((0, ""), (code, error));
        // Twenty answers 90,000 to 109,000: the median lies between 99,000 and 100,000.
        foreach (var words in new[] { "30 answers", "$99,500", "95% interval", "15-1212 Information Security Analysts", "$124,910" }) Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Equal(0, Market("--blend", "OEWS=0.7", "--blend", "infosec=0.3").ExitCode);
        Assert.Equal(1, _folder.Ctms("market", "survey", "infosec", "-w", "ws", "--country", "FR").ExitCode);
    }

    private (int ExitCode, string Output, string Error) Market(params string[] arguments) => _folder.Ctms(["market", "-w", "ws", .. arguments]);
}
