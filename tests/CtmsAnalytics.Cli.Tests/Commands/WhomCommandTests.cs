using System.Globalization;
using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class WhomCommandTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private const string Baseline = "data/scenarios/baseline.yaml";
    private const string Supplements = "data/scenarios/supplements-only.yaml";
    private readonly ShippedFolder _folder = prepared.Folder;

    [Fact]
    public void Whom_Supplements_SaysWhoHowMuchAndByWhichParagraphInHundredColumns()
    {
        using var json = Json(Supplements);
        var root = json.RootElement;
        var (code, output, error) = Whom(Supplements, "--most", "3");

        Assert.Equal((0, ""), (code, error));
        var text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var difference = root.GetProperty("differenceCents").GetInt64();
        var people = root.GetProperty("movedPeople").GetInt32();
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{people} of 204 people are moved; +${difference / 100m:#,0} in FY2028 for the people of the roster on assumed paths; most: {First(root)} ("), text, StringComparison.Ordinal);
        Assert.StartsWith("For analysts: holds the pay of single people", output, StringComparison.Ordinal);
        foreach (var words in new[]
        {
            "nobody leaves, is hired or is promoted", "ctms compare projects that", $"ctms explain --person {First(root)} --year 2028", "The people are synthetic",
            "change of the local", "158.621(a)", "Local market supplements", $"{people - 3} more people are moved",
        })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 100, line));
        Assert.Matches(@"(?m)^ +Person +Organisation +Level ", Whom("data/scenarios/targeted-talent.yaml").Output);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Whom_Json_IsSortedAndAddsUp()
    {
        using var json = Json(Supplements);
        var root = json.RootElement;
        var people = root.GetProperty("people").EnumerateArray().ToList();
        var differences = people.Select(p => p.GetProperty("differenceCents").GetInt64()).ToList();

        Assert.Equal(root.GetProperty("movedPeople").GetInt32(), people.Count);
        Assert.True(people.Count > 3);
        Assert.Equal(differences.OrderByDescending(Math.Abs), differences);
        Assert.Equal(root.GetProperty("differenceCents").GetInt64(), differences.Sum());
        Assert.Equal(differences.Sum(), root.GetProperty("components").EnumerateArray().Sum(c => c.GetProperty("cents").GetInt64()));
        // Elsewhere only the pool of an organisation, which people of several markets share, moves anybody.
        var (inside, outside) = (people.Where(IsInside).ToList(), people.Where(p => !IsInside(p)).ToList());
        Assert.True(inside.Count > outside.Count);
        Assert.All(outside, p => Assert.Contains(p.GetProperty("rules").EnumerateArray(), r => r.GetProperty("rule").GetProperty("paragraph").GetString()!.StartsWith("158.63", StringComparison.Ordinal)));
        Assert.Contains("nobody leaves", root.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);

        static bool IsInside(JsonElement person) => person.GetProperty("market").GetString() is "DCB" or "SF" or "SEA";
    }

    [Theory]
    [InlineData(Baseline, "baselineCents")]
    [InlineData(Supplements, "proposalCents")]
    public void Whom_Amounts_AreThoseOfExplain(string scenario, string amount)
    {
        using var json = Json(Supplements, "--calendar-year");
        var (code, output, error) = _folder.Ctms("explain", "-w", "ws", "--person", First(json.RootElement), "--year", "2028", "--calendar-year", "--scenario", scenario, "--json");

        Assert.True(code == 0, error);
        using var explained = JsonDocument.Parse(output);
        Assert.Equal(explained.RootElement.GetProperty("totalCents").GetInt64(), json.RootElement.GetProperty("people")[0].GetProperty(amount).GetInt64());
    }

    [Fact]
    public void Whom_ChangedValuation_NamesTheLevelsAndTheirParagraphInTheYearsAfterIt()
    {
        var (imported, _, problem) = _folder.Ctms("import", "qualifications", "data/sample/qualifications.csv", "data/sample/work.csv", "-w", "ws");
        Assert.True(imported == 0, problem);
        File.WriteAllText(_folder.File("data", "scenarios", "cut.yaml"), "extends: baseline.yaml\nname: Cut\nvaluation:\n  cut_points:\n    ADV: 540\n");

        using var json = Json("data/scenarios/cut.yaml");

        var levels = json.RootElement.GetProperty("people").EnumerateArray().Select(p => (Before: p.GetProperty("baselineLevel").GetString(), After: p.GetProperty("proposalLevel").GetString())).Where(l => l.Before != l.After).ToList();
        Assert.NotEmpty(levels);
        Assert.All(levels, l => Assert.Equal(("TEC", "ADV"), l));
        Assert.Equal(levels.Count, json.RootElement.GetProperty("peopleAtAnotherLevel").GetInt32());
        var text = string.Join(' ', Whom("data/scenarios/cut.yaml").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"people are moved, {levels.Count} of them to another work level;"), text, StringComparison.Ordinal);
        Assert.Contains("158.404(c)", text, StringComparison.Ordinal);
        Assert.Contains("TEC to ADV", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_Csv_HoldsEverybodyWithNumbersThatASpreadsheetReads()
    {
        using var json = Json(Supplements, "--csv", "whom.csv");
        var lines = File.ReadAllLines(_folder.File("whom.csv"));

        Assert.Equal("person_id,agency,organisation,work_level,market,baseline_salary,proposal_salary,salary_difference,baseline_paid,proposal_paid,paid_difference,rules,components,baseline_level,proposal_level", lines[0]);
        Assert.Equal(json.RootElement.GetProperty("movedPeople").GetInt32(), lines.Length - 1);
        Assert.Equal(json.RootElement.GetProperty("differenceCents").GetInt64() / 100m, lines.Skip(1).Sum(l => decimal.Parse(l.Split(',')[10], CultureInfo.InvariantCulture)));
        Assert.False(File.Exists(_folder.File("whom.csv.partial")));
    }

    [Fact]
    public void Whom_TheOtherWayRoundWithHostileTexts_KeepsNumbersAndDisarmsTexts()
    {
        using var folder = new ShippedFolder();
        var rows = File.ReadAllLines(folder.File("data", "sample", "roster.csv")).ToList();
        using var json = Json(Supplements);
        var person = First(json.RootElement);
        var at = rows.FindIndex(r => r.Split(',').Contains(person));
        rows[at] = rows[at].Replace(person, "=1+2", StringComparison.Ordinal);
        File.WriteAllLines(folder.File("data", "sample", "roster.csv"), rows);
        folder.MakeWorkspace();
        Assert.Equal(0, folder.Ctms("import", "roster", "data/sample/roster.csv", "-w", "ws").ExitCode);

        var (code, _, error) = folder.Ctms("whom", Supplements, Baseline, "-w", "ws", "--year", "2028", "--csv", "whom.csv");

        Assert.True(code == 0, error);
        var cells = File.ReadAllLines(folder.File("whom.csv"))[1].Split(',');
        Assert.Equal("'=1+2", cells[0]);
        Assert.True(decimal.Parse(cells[7], CultureInfo.InvariantCulture) < 0, cells[7]);
        Assert.True(decimal.Parse(cells[10], CultureInfo.InvariantCulture) < 0, cells[10]);
    }

    [Fact]
    public void Whom_AScenarioAndItself_MovesNobody()
    {
        var (code, output, error) = Whom(Baseline);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Nobody of the roster's 204 people is moved in FY2028.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_YearOutsideTheHorizon_NamesTheYears()
    {
        var (code, output, error) = _folder.Ctms("whom", Baseline, Supplements, "-w", "ws", "--year", "2099", "--csv", "never.csv");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("error: Fiscal year 2099 lies outside the horizon of 'Baseline', which covers 2027 to 2031.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("never.csv")));
    }

    [Fact]
    public void Whom_OtherHorizon_IsRefused()
    {
        File.WriteAllText(_folder.File("short.yaml"), "extends: data/scenarios/baseline.yaml\nname: Short\nhorizon: { fiscal_years: 2 }\n");
        var (code, _, error) = Whom("short.yaml");

        Assert.Equal(1, code);
        Assert.Contains("The scenarios cover different years: 'Baseline' 5 fiscal years", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_CsvInAFolderThatDoesNotExist_SaysSoBeforeAnyWork()
    {
        var (code, output, error) = Whom(Supplements, "--csv", "missing/whom.csv");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("missing/whom.csv: The folder of the table does not exist. Make it first, or name another file with --csv.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_NegativeNumberOfPeople_IsAUsageError() => Assert.Equal(2, Whom(Supplements, "--most", "-1").ExitCode);

    [Fact]
    public void Whom_WithoutYear_IsAUsageError() => Assert.Equal(2, _folder.Ctms("whom", Baseline, Supplements, "-w", "ws").ExitCode);

    private static string First(JsonElement root) => root.GetProperty("people")[0].GetProperty("personId").GetString()!;

    private (int ExitCode, string Output, string Error) Whom(string proposal, params string[] options) =>
        _folder.Ctms(["whom", Baseline, proposal, "-w", "ws", "--year", "2028", .. options]);

    private JsonDocument Json(string proposal, params string[] options)
    {
        var (code, output, error) = Whom(proposal, [.. options, "--json"]);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output);
    }
}
