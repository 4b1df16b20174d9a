using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Studies;

public sealed class PersonCommandTests(StudyFolder study) : IClassFixture<StudyFolder>
{
    [Fact]
    public void Person_AsOfAndAsKnown_ShowsTheCorrectionOnceItIsKnown()
    {
        Assert.Equal(0, study.Folder.Ctms("import", "records", "data/sample/records.csv", "-w", "work").ExitCode);

        var (code, text, error) = study.Folder.Ctms("person", "S0071", "--as-of", "2025-10-31", "--known", "2025-10-31", "-w", "work");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("personal data", text, StringComparison.Ordinal);
        Assert.Contains("$139,800", text, StringComparison.Ordinal);
        Assert.Contains("not recorded", text, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(study.Folder.Ctms("person", "S0071", "--as-of", "2025-10-31", "--history", "--json", "-w", "work").Output);
        var salary = json.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("item").GetString() == "structure_salary");
        Assert.Equal(("140300", "158.706(b)(3)"), (salary.GetProperty("value").GetString(), salary.GetProperty("paragraph").GetString()));
        Assert.Contains(json.RootElement.GetProperty("history").EnumerateArray(), r => r.GetProperty("isReplaced").GetBoolean());
    }

    [Fact]
    public void Person_Unknown_NamesTheNearest()
    {
        var (code, _, error) = study.Folder.Ctms("person", "s0071x", "-w", "work");

        Assert.NotEqual(0, code);
        Assert.Contains("S0071", error, StringComparison.Ordinal);
    }
}
