using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Workspace.PersonnelActions;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Tests.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.PersonnelActions;

/// <summary>The reference page says what the loader does, and the shipped example loads.</summary>
public sealed class ActionsReferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Readme_TableOfKeys_IsTheFormatThatIsChecked()
    {
        var written = File.ReadAllText(At("README.md")).Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(string.Join('\n', ActionKeys.All(Shipped.Rules).Select(Row)), string.Join('\n', written));
    }

    [Fact]
    public void Keys_RangesOfTheRegulation_AreNotNumbersOfTheFormat()
    {
        var ranges = ActionKeys.All().ToDictionary(k => k.Pattern, k => k.Range);

        Assert.Equal("0 to `recognition_payment_maximum_approved`", ranges["actions[action].recognition_payment.percent"]);
        Assert.Equal("0 to `swc_percent_maximum`", ranges["actions[action].special_working_conditions.percent"]);
        Assert.Equal("1 to `full_time_hours`", ranges["actions[action].work_schedule.hours"]);
    }

    [Fact]
    public void Keys_EveryTypeOfAction_HasOne()
    {
        var types = typeof(PersonnelAction).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(PersonnelAction)));
        var keys = ActionKeys.All().Select(k => k.Pattern.Split('.')).Where(k => k.Length > 1 && k[1] != "on").Select(k => k[1]).Distinct();

        Assert.Equal(types, keys.Count());
        Assert.Equal(types, ActionsFileTests.Kinds().Select(k => ActionKeys.NameOf((PersonnelAction)((object[])k)[1])).Distinct().Count());
    }

    [Fact]
    public void Example_OnTheShippedWorksites_Loads()
    {
        using var workspace = FreshWorkspace.Open(_folder["ws"]);
        var scenario = ScenarioFiles.Load(Shipped.Scenario("baseline.yaml"), Shipped.Rules).Scenario;

        var actions = ActionsFile.Load(At("example.yaml"), new ActionsContext("S0071", scenario, Shipped.Rules, workspace.LoadWorksites()));

        Assert.Equal("SF", Assert.Single(actions.OfType<WorksiteAction>()).Market);
        Assert.Equal(9, actions.Count);
        Assert.Equal(actions.OrderBy(a => a.Effective), actions);
    }

    public void Dispose() => _folder.Dispose();

    private static string At(string name) => Path.Combine(Shipped.DataFolder, "actions", name);

    private static string Row(ScenarioKey key)
    {
        var unit = key.Unit.StartsWith(key.Type, StringComparison.Ordinal) ? key.Unit : key.Type == "text" ? "text" : $"{key.Type}, {key.Unit}";
        var absent = key.Default switch
        {
            null => "needed",
            "" => "none",
            var text => $"`{text}`",
        };
        return $"| `{key.Pattern}` | {key.Meaning} | {unit} | {key.Range} | {absent} | {key.Paragraph} |";
    }
}
