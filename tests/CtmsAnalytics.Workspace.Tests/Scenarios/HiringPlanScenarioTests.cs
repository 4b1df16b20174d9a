using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>Keys for what a simulation draws, and the hiring plan.</summary>
public sealed class HiringPlanScenarioTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Baseline_Loaded_HasWhatIsDrawn()
    {
        var scenario = _folder.Load("baseline.yaml").Scenario;
        var policy = scenario.Policies[0].Policy;

        Assert.Equal((0.015, 0.016, true), (scenario.Economy.MarketGrowthDeviation, scenario.Economy.PayRaiseDeviation, scenario.Economy.StructureFollowsPayRaise));
        Assert.Equal((new PeriodRange(5, 11), 0.8, 4), (scenario.Workforce.TimeToFill, scenario.Workforce.OfferAcceptance, scenario.Workforce.PeriodsPerDeclinedOffer));
        Assert.Equal(9, scenario.Workforce.ExpectedPeriodsToFill());
        Assert.Empty(scenario.Workforce.HiringPlan);
        Assert.Equal(0.6, policy.Recognition.RatingPersistence);
        Assert.Empty(policy.Recognition.PaymentPercentHighest);
        var incidents = policy.SpecialWorkingConditions[0].Incidents!;
        Assert.Equal((1.7, new PeriodRange(1, 3), 0.2, 0.6), (incidents.PerYear, incidents.Duration, incidents.LowestShare, incidents.HighestShare));
        Assert.Empty(incidents.Season);
    }

    [Fact]
    public void Load_EveryKey_ReachesTheScenario()
    {
        _folder.Write("a.yaml", """
            extends: baseline.yaml
            name: A
            workforce:
              separation_hazard: { EXE: .inf, SRL: 0 }
              time_to_fill: null
              time_to_fill_periods: 7
              hiring_plan:
                - { organisation: CSD, level: TEC, market: DCB, from: 2028Q1, positions: +5, pay_plan: DC, track: Technical }
                - { agency: DHS HQ, organisation: OCIO, level: DEV, market: DCB, from: 2028Q3, positions: -3, closing: on_date }
                - { organisation: OCIO, level: DEV, market: SF, from: 2029-01-05, positions: -1 }
            recognition: { payment_percent_highest: [0, 0.05, 0.1, 0.15] }
            special_working_conditions:
              incident-response: { incidents: { season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 0] } }
            """);

        var scenario = _folder.Load("a.yaml").Scenario;

        Assert.Equal((double.PositiveInfinity, 0.0), (scenario.Workforce.SeparationHazard["EXE"], scenario.Workforce.SeparationHazard["SRL"]));
        Assert.Equal((null, 7), (scenario.Workforce.TimeToFill, scenario.Workforce.TimeToFillPeriods));
        Assert.Equal(
            [
                new("", "CSD", "TEC", "DCB", new DateOnly(2027, 10, 1), 5, "DC", "Technical"),
                new("DHS HQ", "OCIO", "DEV", "DCB", new DateOnly(2028, 4, 1), -3, "", "") { Closing = PositionClosing.OnDate },
                new("", "OCIO", "DEV", "SF", new DateOnly(2029, 1, 5), -1, "", ""),
            ],
            scenario.Workforce.HiringPlan);
        Assert.Equal([0, 0.05, 0.1, 0.15], scenario.Policies[0].Policy.Recognition.PaymentPercentHighest);
        var incidents = scenario.Policies[0].Policy.SpecialWorkingConditions[0].Incidents!;
        Assert.Equal((1.7, 2.0, 0.0), (incidents.PerYear, incidents.Season[10], incidents.Season[11]));
    }

    [Fact]
    public void Load_ChangeFromIncidentsToAShare_HoldsFromItsDate()
    {
        _folder.Write("a.yaml", """
            extends: baseline.yaml
            name: A
            changes:
              - effective: 2027-10-10
                special_working_conditions: { incident-response: { incidents: null, expected_share: 0.05 } }
            """);

        var policies = _folder.Load("a.yaml").Scenario.Policies;

        Assert.Equal((0.0, true), (policies[0].Policy.SpecialWorkingConditions[0].ExpectedShare, policies[0].Policy.SpecialWorkingConditions[0].Incidents is not null));
        Assert.Equal((0.05, false), (policies[1].Policy.SpecialWorkingConditions[0].ExpectedShare, policies[1].Policy.SpecialWorkingConditions[0].Incidents is not null));
    }

    [Fact]
    public void Values_InfinityAndQuarters_AreWrittenAsTheyHold()
    {
        var values = Plan("organisation: CSD, level: TEC, market: DCB, from: 2027Q4, positions: 1, pay_plan: DC, track: Technical", "separation_hazard: { EXE: .inf }").Values.ToDictionary(v => v.Path);

        Assert.Equal((".inf", null), (values["workforce.separation_hazard.EXE"].Text, values["workforce.separation_hazard.EXE"].Number));
        Assert.Equal("2027-07-01", values["workforce.hiring_plan[0].from"].Text);
        Assert.Equal("attrition", values["workforce.hiring_plan[0].closing"].Text);
    }

    [Fact]
    public void Differences_OneDateWrittenInTwoWays_AreNone() => Assert.Empty(ScenarioDifferences.Find(
        Plan("organisation: CSD, level: TEC, market: DCB, from: 2028Q1, positions: -1"),
        Plan("organisation: CSD, level: TEC, market: DCB, from: 2027-10-01, positions: -1")));

    [Theory]
    [InlineData("level: TEK, market: DCB, from: 2028Q1, positions: -1", "The structure has no work level 'TEK'. Did you mean 'TEC'?")]
    [InlineData("level: TEC, market: DCC, from: 2028Q1, positions: -1", "'workforce.hiring_plan[0].market': there is no local market 'DCC'.")]
    [InlineData("level: TEC, market: DCB, from: 2028Q5, positions: -1", "'2028Q5' is not a fiscal quarter or a date. Write a fiscal quarter, for example 2028Q1, or a date as year-month-day.")]
    [InlineData("level: TEC, market: DCB, from: 2028-02-30, positions: -1", "There is no day 2028-02-30.")]
    [InlineData("level: TEC, market: DCB, from: 2031-09-29, positions: -1", "The line takes effect on 2031-09-29, after the last work period of the horizon, which begins on 2031-09-28.")]
    [InlineData("level: TEC, market: DCB, from: 2026-09-20, positions: -1, closing: on_date", "The positions close on 2026-09-20, by which the people in them would have left before the horizon starts on 2026-09-20.")]
    [InlineData("level: TEC, market: DCB, from: 2028Q1, positions: 0", "The line opens or closes no position.")]
    [InlineData("level: TEC, market: DCB, from: 2028Q1, positions: 2.5", "'2.5' is not a whole number.")]
    [InlineData("level: TEC, market: DCB, from: 2028Q1, positions: 2000", "The range is -1000 to 1000.")]
    [InlineData("level: TEC, market: DCB, from: 2028Q1, positions: 2, track: Technical", "The line opens positions and has no 'pay_plan'.")]
    [InlineData("level: TEC, market: DCB, from: 2028Q1, positions: 2, pay_plan: DC, track: Technical, closing: attrition", "The line opens 2 positions and says how they close.")]
    [InlineData("level: TEC, market: DCB, from: 2028Q1, positions: -2, closing: at_once", "'at_once' is not one of the choices. Write attrition or on_date.")]
    [InlineData("level: TEC, market: DCB, positions: -2", "has no 'from'.")]
    public void Load_LineThatCannotBe_SaysWhereAndWhy(string line, string message)
    {
        _folder.Write("a.yaml", Text("organisation: CSD, " + line));

        Assert.Contains(_folder.Problems("a.yaml"), p => p.StartsWith("5:", StringComparison.Ordinal) && p.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_OpenedPositionUnderAFurtherStructureWithoutTheLevel_IsAProblem()
    {
        _folder.Write("a.yaml", Text("organisation: CSD, level: TEC, market: DCB, from: 2028Q1, positions: 2, pay_plan: DL, track: Leadership")
            + "further_structures: { leaders: { covers: { pay_plans: [DL] }, levels: { LDR: {}, SRL: {}, EXE: {} } } }\n");

        Assert.Equal(["5:35: The structure has no work level 'TEC'. Known are LDR, SRL, EXE."], _folder.Problems("a.yaml"));
    }

    private static string Text(string line, string more = "backfill: 1") => $"extends: baseline.yaml\nname: A\nworkforce:\n  hiring_plan:\n    - {{ {line} }}\n  {more}\n";

    private LoadedScenario Plan(string line, string more = "backfill: 1")
    {
        _folder.Write("a.yaml", Text(line, more));
        return _folder.Load("a.yaml");
    }
}
