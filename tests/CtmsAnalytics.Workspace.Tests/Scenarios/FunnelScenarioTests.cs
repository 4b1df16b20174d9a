using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>The section <c>workforce.funnel</c>.</summary>
public sealed class FunnelScenarioTests : IDisposable
{
    private const string Technical = """
        extends: baseline.yaml
        name: Funnel
        workforce:
          funnel:
            TEC:
              track: Technical
              sourced: { pass: 0.25, time: { minimum: 1, maximum: 3 }, cost: 150 }
              assessed: { pass: 0.1, time: { minimum: 2, maximum: 4 }, cost: 700 }
              selected: { pass: 0.9, time: { minimum: 1, maximum: 1 } }
              offered: { pass: 0.7, time: { minimum: 1, maximum: 1 } }
              accepted: { pass: 0.8, time: { minimum: 2, maximum: 6 }, cost: 3500 }
              acceptance_slope: 4
              interview_travel: { share: 0.1, cost_per_trip: 1250 }
              periods_per_lost_offer: 3
              entry_place_in_range: 0.4

        """;

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_EveryKey_ReachesTheScenario()
    {
        _folder.Write("a.yaml", Technical);

        var level = Assert.Single(_folder.Load("a.yaml").Scenario.Workforce.Funnel!.Levels);

        Assert.Equal(
            new LevelFunnel(
                "TEC",
                "Technical",
                new FunnelStep(0.25, new PeriodRange(1, 3), 150_00),
                new FunnelStep(0.1, new PeriodRange(2, 4), 700_00),
                new FunnelStep(0.9, new PeriodRange(1, 1), 0),
                new FunnelStep(0.7, new PeriodRange(1, 1), 0),
                new FunnelStep(0.8, new PeriodRange(2, 6), 3_500_00),
                new InterviewTravel(0.1, 1_250_00),
                3)
            {
                AcceptanceSlope = 4,
                EntryPlaceInRange = 0.4,
            },
            level);
    }

    [Fact]
    public void Load_Baseline_HasNoFunnel() => Assert.Null(_folder.Load("baseline.yaml").Scenario.Workforce.Funnel);

    [Fact]
    public void Load_ShippedFunnel_HasEveryLevel()
    {
        var scenario = ScenarioFiles.Load(Shipped.Scenario("hiring-funnel.yaml"), Shipped.Rules).Scenario;

        Assert.Equal(scenario.Policies[0].Policy.Structure.Subranges.Select(s => s.WorkLevel), scenario.Workforce.Funnel!.Levels.Select(l => l.WorkLevel));
    }

    [Fact]
    public void Load_ProposalThatChangesOneRate_KeepsTheOthers()
    {
        _folder.Write("a.yaml", Technical);
        _folder.Write("b.yaml", "extends: a.yaml\nname: B\nworkforce: { funnel: { TEC: { assessed: { pass: 0.2 }, interview_travel: null } } }\n");

        var (a, b) = (_folder.Load("a.yaml").Scenario.Workforce.Funnel!.Levels[0], _folder.Load("b.yaml").Scenario.Workforce.Funnel!.Levels[0]);

        Assert.Equal(a with { Assessed = a.Assessed with { PassRate = 0.2 }, Travel = new InterviewTravel(0, 0) }, b);
    }

    [Theory]
    [InlineData("TEC:", "TEK:", "The structure has no work level 'TEK'.")]
    [InlineData("pass: 0.25", "pass: 0", "'workforce.funnel.TEC.sourced.pass' is 0. The range is 0.001 to 1")]
    [InlineData("pass: 0.7,", "pass: 1.2,", "'workforce.funnel.TEC.offered.pass' is 1.2. The range is 0.01 to 1")]
    [InlineData("{ minimum: 2, maximum: 6 }", "{ minimum: 7, maximum: 6 }", "The maximum of the time of TEC accepted is 6, below its minimum of 7.")]
    [InlineData("share: 0.1, ", "", "'workforce.funnel.TEC.interview_travel' has no 'share'.")]
    [InlineData("      selected: { pass: 0.9, time: { minimum: 1, maximum: 1 } }\n", "", "'workforce.funnel.TEC' has no 'selected'.")]
    public void Load_WrongFunnel_NamesTheValue(string old, string replacement, string problem)
    {
        Assert.Contains(old, Technical, StringComparison.Ordinal);
        _folder.Write("a.yaml", Technical.Replace(old, replacement, StringComparison.Ordinal));

        Assert.Contains(problem, string.Join('\n', _folder.Problems("a.yaml")), StringComparison.Ordinal);
    }
}
