using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>The reference page says what the loader does.</summary>
public sealed class ScenarioReferenceTests
{
    [Fact]
    public void Readme_TableOfKeys_IsTheFormatThatIsChecked()
    {
        var page = File.ReadAllText(Shipped.Scenario("README.md"));
        var expected = ScenarioKeys.All(Shipped.Rules).Select(Row).ToList();

        var written = page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.Equal(string.Join('\n', expected), string.Join('\n', written));
    }

    [Fact]
    public void Readme_Example_IsAScenarioThatLoads()
    {
        using var folder = new ScenarioFolder();
        var example = File.ReadAllText(Shipped.Scenario("README.md")).Split("```yaml\n")[1].Split("```")[0];

        folder.Write("example.yaml", example);

        Assert.Equal(2, folder.Load("example.yaml").Scenario.Policies.Count);
    }

    [Fact]
    public void Readme_ExampleOfPositions_ChangesLevelsWorksitesAndSchedules()
    {
        using var folder = new ScenarioFolder();
        folder.Write("example.yaml", File.ReadAllText(Shipped.Scenario("README.md")).Split("```yaml\n")[2].Split("```")[0]);

        Assert.Equal([PolicySection.Valuation, PolicySection.Deployment, PolicySection.Deployment], folder.Load("example.yaml").Scenario.OpeningPolicies.Select(p => p.Section));
    }

    [Fact]
    public void Keys_RangesOfTheRegulation_AreNotNumbersOfTheFormat()
    {
        var named = ScenarioKeys.All().Where(k => k.Range.Contains('`', StringComparison.Ordinal)).ToDictionary(k => k.Pattern, k => k.Range);

        Assert.Equal("0 to `swc_percent_maximum`", named["special_working_conditions.<name>.percent"]);
        Assert.Equal("0 to `offer_payment_maximum`", named["workforce.offer_payment_percent"]);
        Assert.Equal("0 to `recognition_payment_maximum_approved`", named["recognition.payment_percent[rating]"]);
    }

    private static string Unit(ScenarioKey key) => key.Unit.StartsWith(key.Type, StringComparison.Ordinal) ? key.Unit : key.Type == "text" ? "text" : $"{key.Type}, {key.Unit}";

    private static string Row(ScenarioKey key)
    {
        var absent = key.Default switch
        {
            null => "needed",
            "" => "none",
            var text => $"`{text}`",
        };
        return $"| `{key.Pattern}` | {key.Meaning} | {Unit(key)} | {key.Range} | {absent} | {key.Paragraph} | {key.Mark.ToString().ToLowerInvariant()} |";
    }
}
