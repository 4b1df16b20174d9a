using System.Globalization;
using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class ExplainCommandTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private const string Example = "data/actions/example.yaml";
    private readonly ShippedFolder _folder = prepared.Folder;

    [Fact]
    public void Explain_Example_TellsEverySectionInHundredColumns()
    {
        var (code, output, error) = Explain("--person", "S0071", "--year", "2028", "--actions", Example);

        Assert.Equal((0, ""), (code, error));
        foreach (var text in new[]
        {
            "Pay of S0071, work level TEC, Baseline, FY2028", "The people are synthetic", "The Department pays $", "Salary at the start and each change of it", "Every dollar to its paragraph",
            "work periods 2027-10-03 to", "Recognition payment limit", "158.632(a)", " -> ", "Position against the aggregate limit (158.604)", "recognition time-off granted", "Mission impact rating 3",
            "What is assumed about the person", "Parameters that these numbers rest on", "[assumed",
        })
            Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 100, line));
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Explain_Json_LinesAndTotalsAddUpToTheTotal()
    {
        using var json = Json("--person", "S0071", "--year", "2028", "--actions", Example);
        var root = json.RootElement;

        Assert.Equal(
            ["person", "scenario", "year", "basis", "totalCents", "totals", "salary", "lines", "hours", "findings", "limits", "actions", "assumptions", "parameters", "notes"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Total(root), root.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("cents").GetInt64()));
        Assert.Equal(Total(root), root.GetProperty("totals").EnumerateArray().Sum(t => t.GetProperty("cents").GetInt64()));
        Assert.Equal(("S0071", "Baseline", 2028, "fiscal"), (root.GetProperty("person").GetProperty("personId").GetString(), root.GetProperty("scenario").GetString(), root.GetProperty("year").GetInt32(), root.GetProperty("basis").GetString()));
        var worksite = root.GetProperty("actions").EnumerateArray().Single(a => a.GetProperty("type").GetString() == "worksite");
        Assert.Equal((false, "2028-01-02", "SF"), (worksite.GetProperty("assumed").GetBoolean(), worksite.GetProperty("effective").GetString(), worksite.GetProperty("market").GetString()));
    }

    [Fact]
    public void Explain_HireOfADraw_SaysThatThePositionIsAddressed()
    {
        var (code, _, error) = Explain("--person", "S0071 hire 1", "--year", "2028", "--draw", "7");

        Assert.Equal(1, code);
        Assert.Contains("ctms explain --person S0071 --year 2028 --draw 7 tells the year of everybody who holds the position of S0071", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_TextAndJson_SayTheSameTotal()
    {
        using var json = Json("--person", "S0002", "--year", "2029");
        var (_, output, _) = Explain("--person", "S0002", "--year", "2029");

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"The Department pays ${Total(json.RootElement) / 100m:#,0.00} for S0002 in FY2029"), output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_CalendarYear_TakesTheYearOfThePayday()
    {
        using var json = Json("--person", "S0002", "--year", "2028", "--calendar-year");

        Assert.Equal("calendar", json.RootElement.GetProperty("basis").GetString());
        Assert.All(json.RootElement.GetProperty("lines").EnumerateArray(), l => Assert.StartsWith("2028-", l.GetProperty("period").GetProperty("payday").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_WithoutScenario_IsTheShippedBaseline()
    {
        var implied = Explain("--person", "S0002", "--year", "2028");
        var named = Explain("--person", "S0002", "--year", "2028", "--scenario", "data/scenarios/baseline.yaml");

        Assert.Equal(named, implied);
        Assert.Contains("shipped baseline", _folder.Ctms("explain", "--help").Output, StringComparison.Ordinal);
        Assert.NotEqual(implied.Output, Explain("--person", "S0002", "--year", "2029", "--scenario", "data/scenarios/targeted-talent.yaml").Output);
    }

    [Fact]
    public void Explain_Out_WritesThePageBesideTheText()
    {
        var (code, output, error) = Explain("--person", "S0071", "--year", "2028", "--actions", Example, "--out", "page.html");

        Assert.True(code == 0, error);
        Assert.Contains("Page: ", output, StringComparison.Ordinal);
        var page = File.ReadAllText(_folder.File("page.html"));
        Assert.Contains("<h1>Pay of S0071, work level TEC, Baseline, FY2028</h1>", page, StringComparison.Ordinal);
        Assert.Contains("The people are synthetic", page, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("page.html.partial")));
    }

    [Fact]
    public void Explain_Draw_TellsWhatChanceDecidedInHundredColumns()
    {
        var (code, output, error) = Explain("--person", "S0002", "--year", "2028", "--draw", "17");

        Assert.Equal((0, ""), (code, error));
        foreach (var text in new[] { "The position of S0002 in draw 17 of the simulation with seed 1 is held by", "- S0002 from ", "What chance decided", "Mission impact rating", "draw 17" })
            Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 100, line));
        Assert.Equal(output, Explain("--person", "S0002", "--year", "2028", "--draw", "17", "--seed", "1").Output);
        Assert.NotEqual(output, Explain("--person", "S0002", "--year", "2028", "--draw", "17", "--seed", "2").Output);
    }

    [Fact]
    public void Explain_DrawAsJson_AddsUpAndHasThePeopleOfTheYear()
    {
        using var json = Json("--person", "S0002", "--year", "2028", "--draw", "3");
        var root = json.RootElement;

        Assert.Equal(["notice", "position", "scenario", "seed", "draw", "totalCents", "holders", "costs", "people"], root.EnumerateObject().Select(p => p.Name));
        var people = root.GetProperty("people").EnumerateArray().ToList();
        Assert.Equal(Total(root), people.Sum(Total));
        Assert.Equal(Total(root), root.GetProperty("costs").EnumerateArray().Where(c => c.GetProperty("fiscalYear").GetInt32() == 2028).Sum(c => c.GetProperty("cents").GetInt64()));
        Assert.All(people, p => Assert.Equal(3, p.GetProperty("draw").GetProperty("draw").GetInt32()));
        Assert.All(people, p => Assert.True(p.TryGetProperty("luck", out _)));
    }

    [Fact]
    public void Explain_DrawOut_WritesThePage()
    {
        var (code, _, error) = Explain("--person", "S0002", "--year", "2028", "--draw", "17", "--out", "draw.html");

        Assert.True(code == 0, error);
        var page = File.ReadAllText(_folder.File("draw.html"));
        Assert.Contains("<h1>The position of S0002, Baseline, draw 17</h1>", page, StringComparison.Ordinal);
        Assert.Contains("What chance decided", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leave out --actions or --draw", "--draw", "1", "--actions", Example)]
    [InlineData("give --draw as well", "--seed", "2")]
    [InlineData("give --draw 0 or more", "--draw", "-1")]
    public void Explain_DrawWithWhatDoesNotFit_IsAUsageError(string said, params string[] options)
    {
        var (code, output, error) = Explain(["--person", "S0002", "--year", "2028", .. options]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(said, output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_UnknownPerson_NamesTheNearestAndHowManyThereAre()
    {
        var (code, _, error) = Explain("--person", "S00022", "--year", "2028");

        Assert.Equal(1, code);
        Assert.Contains("has no person 'S00022'. It has 204 people; the nearest identifiers are S0002, ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2032")]
    public void Explain_YearOutsideTheHorizon_NamesTheHorizon(string year)
    {
        var (code, _, error) = Explain("--person", "S0002", "--year", year);

        Assert.Equal(1, code);
        Assert.Contains("2027", error, StringComparison.Ordinal);
        Assert.Contains("2031", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ActionsOfAnotherPerson_NamesThePlace()
    {
        var (code, output, error) = Explain("--person", "S0002", "--year", "2028", "--actions", Example, "--out", "never.html");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($"{Example}:2:9: The actions are for 'S0071', and 'S0002' is asked for.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("never.html")));
    }

    [Fact]
    public void Explain_HostileTexts_NeitherColourTheTerminalNorBecomeMarkup()
    {
        File.WriteAllText(_folder.File("hostile.yaml"), "extends: data/scenarios/baseline.yaml\nname: '<script>alert(1)</script>[red]'\n");
        File.WriteAllText(_folder.File("hostile-actions.yaml"), "person: S0002\nactions:\n  - { on: 2028-01-02, honorary_recognition: { name: '[bold]<b>Medal</b>' } }\n");
        var (code, output, error) = Explain("--person", "S0002", "--year", "2028", "--scenario", "hostile.yaml", "--actions", "hostile-actions.yaml", "--out", "hostile.html");

        Assert.True(code == 0, error);
        Assert.Contains("[red]", output, StringComparison.Ordinal);
        Assert.Contains("[bold]<b>Medal</b>", output, StringComparison.Ordinal);
        var page = File.ReadAllText(_folder.File("hostile.html"));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--year", "2028")]
    [InlineData("--person", "S0002")]
    public void Explain_WithoutPersonOrYear_IsAUsageError(string option, string value) => Assert.Equal(2, Explain(option, value).ExitCode);

    [Fact]
    public void Explain_PageInAFolderThatDoesNotExist_SaysSoBeforeAnyWork()
    {
        var (code, output, error) = Explain("--person", "S0002", "--year", "2028", "--out", "missing/page.html");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("missing/page.html: The folder of the page does not exist.", error, StringComparison.Ordinal);
    }

    private static long Total(JsonElement root) => root.GetProperty("totalCents").GetInt64();

    private (int ExitCode, string Output, string Error) Explain(params string[] options) => _folder.Ctms(["explain", "-w", "ws", .. options]);

    private JsonDocument Json(params string[] options)
    {
        var (code, output, error) = Explain([.. options, "--json"]);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output);
    }
}
