using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.SpecialWorkingConditions;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

public sealed class ShippedScenariosTests
{
    [Fact]
    public void Baseline_Loaded_HoldsTheStructureAndProgramsOfItsText()
    {
        var scenario = ScenarioFiles.Load(Shipped.Scenario("baseline.yaml"), Shipped.Rules).Scenario;

        Assert.Equal("Baseline", scenario.Name);
        Assert.Equal((new DateOnly(2026, 9, 20), 5), (scenario.Horizon.Start, scenario.Horizon.FiscalYears));
        var policy = Assert.Single(scenario.Policies).Policy;
        Assert.Equal(["ENT", "DEV", "TEC", "ADV", "LDR", "EXP", "SRL", "EXE"], policy.Structure.Subranges.Select(s => s.WorkLevel));
        var expert = policy.Structure.Subranges.Single(s => s.WorkLevel == "EXP");
        Assert.Equal((158000L, 228000L, null, "VP"), (expert.Minimum, expert.Maximum, expert.ControlPoint, expert.Limitation.Rate));
        Assert.Equal(0.18, policy.Supplements["SF"]);
        Assert.Equal([0.055, 0.045, 0.030], policy.Recognition.Guideline[2]);
        var program = Assert.Single(policy.SpecialWorkingConditions);
        Assert.Equal(("incident-response", 0.15), (program.Name, program.Percent));
        Assert.Equal(["CSD", "IOD"], program.Organisations);
        Assert.Empty(program.WorkLevels);
        Assert.Equal([SwcCondition.UnexpectedTime], program.Conditions);
        Assert.Equal((PaymentForm.Recurring, null, null), (program.Form, program.MinimumPercent, program.MaximumPercent));
        Assert.Equal(CtmsAnalytics.Scenarios.OtherCompensationPolicy.None, scenario.OtherCompensation);
    }

    [Fact]
    public void Scenario_ProgramAndOtherCompensation_AreBoundToTheirTypes()
    {
        using var folder = new ScenarioFolder();
        folder.Write("a.yaml", """
            extends: baseline.yaml
            name: A
            other_compensation: { student_loan_share: 0.2, student_loan_amount: 8000, training_per_person: 2500 }
            special_working_conditions:
              travel: { condition: Work on site, conditions: [uncommon_duration, hardship], form: lump_sum, expected_share: 0.1, percent: 0.1, minimum_percent: 0.05, maximum_percent: 0.2 }
            """);

        var scenario = folder.Load("a.yaml").Scenario;

        Assert.Equal(new CtmsAnalytics.Scenarios.OtherCompensationPolicy(0.2, 8000, 2500), scenario.OtherCompensation);
        var program = scenario.Policies[0].Policy.SpecialWorkingConditions.Single(p => p.Name == "travel");
        Assert.Equal([SwcCondition.Hardship, SwcCondition.UncommonDuration], program.Conditions);
        Assert.Equal((PaymentForm.LumpSum, 0.05, 0.2), (program.Form, program.MinimumPercent, program.MaximumPercent));
    }

    [Fact]
    public void TargetedTalent_Loaded_ChangesWhatItNamesFromItsDateOnAndNothingElse()
    {
        var scenario = ScenarioFiles.Load(Shipped.Scenario("targeted-talent.yaml"), Shipped.Rules).Scenario;

        var before = scenario.PolicyOn(new DateOnly(2027, 9, 26));
        var after = scenario.PolicyOn(new DateOnly(2027, 10, 3));
        Assert.Equal(117000, before.Structure.Subranges.Single(s => s.WorkLevel == "DEV").Maximum);
        Assert.Equal(130000, after.Structure.Subranges.Single(s => s.WorkLevel == "DEV").Maximum);
        Assert.Equal((0.18, 0.22), (before.Supplements["SF"], after.Supplements["SF"]));
        Assert.Equal(before.Supplements["NY"], after.Supplements["NY"]);
        Assert.Equal(before.Structure.Subranges.Single(s => s.WorkLevel == "EXE"), after.Structure.Subranges.Single(s => s.WorkLevel == "EXE") with { Market = before.Structure.Subranges[^1].Market });
        Assert.Equal((0.15, 0.20), (before.SpecialWorkingConditions[0].Percent, after.SpecialWorkingConditions[0].Percent));
        Assert.Equal(before.SpecialWorkingConditions[0].Condition, after.SpecialWorkingConditions[0].Condition);
    }

    [Theory]
    [InlineData("baseline.yaml")]
    [InlineData("targeted-talent.yaml")]
    [InlineData("supplements-only.yaml")]
    public void ShippedScenario_WithTheSampleRoster_CoversItsOrganisationsLevelsAndCeilings(string file)
    {
        var roster = File.ReadAllLines(Path.Combine(Shipped.DataFolder, "sample", "roster.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        var scenario = ScenarioFiles.Load(Shipped.Scenario(file), Shipped.Rules).Scenario;

        Assert.All(scenario.Policies.SelectMany(p => p.Policy.SpecialWorkingConditions).SelectMany(p => p.Organisations), o => Assert.Contains(roster, person => person[2] == o));
        var levels = scenario.Policies[0].Policy.Structure.Subranges.ToDictionary(s => s.WorkLevel);
        Assert.All(roster, person => Assert.InRange(long.Parse(person[11], System.Globalization.CultureInfo.InvariantCulture), levels[person[5]].Minimum, levels[person[5]].Maximum));
    }
}
