using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Studies;

public sealed class EquityCommandTests(StudyFolder study) : IClassFixture<StudyFolder>
{
    private static readonly string[] Roster = ["equity", "-w", "work", "--classes", "data/sample/classes.csv", "--group", "class", "--factors", "work_level,service_years"];

    [Fact]
    public void Equity_Roster_TellsTheGapStoresTheStudyAndListsTheRaises()
    {
        var (code, output, error) = study.Folder.Ctms([.. Roster, "--people", "raises.csv"]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("B is paid", output, StringComparison.Ordinal);
        Assert.Contains("Blinder-Oaxaca decomposition: A", output, StringComparison.Ordinal);
        Assert.Contains("158.621(a)", output, StringComparison.Ordinal);
        Assert.Contains("frozen on March 31, 2025", output, StringComparison.Ordinal);
        Assert.Equal(205, File.ReadLines(study.Folder.File("raises.csv")).Count());
        Assert.Contains("Pay equity by class", study.Folder.Ctms("studies", "-w", "work").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Equity_WithoutIndividuals_ShowsNothingThatGivesFourPeopleBack()
    {
        var (_, output, _) = study.Folder.Ctms([.. Roster, "--no-individuals", "--json"]);

        using var json = JsonDocument.Parse(output);
        var gaps = json.RootElement.GetProperty("tables")[0].GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(c => c.GetString()!).ToList()).ToList();
        // The difference is shown; the number and the mean of B, which with those of everybody would give C back, are not.
        Assert.Equal("withheld", gaps[0][1]);
        Assert.NotEqual("withheld", gaps[0][4]);
        Assert.All(gaps[1].Skip(1), c => Assert.Equal("withheld", c));
        Assert.DoesNotContain("204", output, StringComparison.Ordinal);
        var pay = json.RootElement.GetProperty("tables")[1].GetProperty("rows").EnumerateArray().Select(r => r[2].GetString()).ToList();
        Assert.Equal(3, pay.Count(p => p == "withheld"));
    }

    [Theory]
    [InlineData(1, "There is no column 'rank'", "--factors", "rank")]
    [InlineData(1, "write COLUMN=VALUE", "--where", "work_level")]
    [InlineData(1, "Nobody has 'XXX' in the column work_level", "--where", "work_level=XXX")]
    [InlineData(1, "pay by pay", "--factors", "structure_salary")]
    [InlineData(1, "This file is read", "--people", "data/sample/classes.csv")]
    [InlineData(1, "Give one of the two", "--no-individuals", "--people", "raises.csv")]
    [InlineData(1, "ends in .html", "--out", "data/sample/classes.csv")]
    [InlineData(2, "above 0", "--yearly-budget", "0")]
    [InlineData(2, "below 1", "--confidence", "95")]
    [InlineData(2, "year-month-day", "--frozen", "yesterday")]
    public void Equity_WrongOption_SaysWhatWouldBeRight(int expected, string message, params string[] options)
    {
        var (code, output, error) = study.Folder.Ctms(["equity", "-w", "work", "--classes", "data/sample/classes.csv", "--group", "class", .. options]);

        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Equity_ClassesWithoutAWorkspace_IsAUsageError()
    {
        var (code, _, error) = study.Folder.Ctms("equity", "--classes", "data/sample/classes.csv", "--group", "class");

        Assert.Equal(2, code);
        Assert.Contains("--workspace", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Equity_PersonTwice_NamesBothRowsAndStoresNothing()
    {
        File.WriteAllText(study.Folder.File("twice.csv"), "person_id,class\nS0001,A\nS0002,B\nS0001,B\n");
        var before = study.Folder.Ctms("studies", "-w", "work", "--json").Output;
        var (code, _, error) = study.Folder.Ctms("equity", "-w", "work", "--classes", "twice.csv", "--group", "class");

        Assert.Equal(1, code);
        Assert.Contains("S0001 stands in row 2 and again in row 4", error, StringComparison.Ordinal);
        Assert.Equal(before, study.Folder.Ctms("studies", "-w", "work", "--json").Output);
    }
}
