using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>The section deployment: schedule mix and worksite policy.</summary>
public sealed class DeploymentScenarioTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_EveryKey_ReachesTheScenario()
    {
        _folder.Write("a.yaml", """
            extends: baseline.yaml
            name: A
            deployment:
              schedules:
                - { levels: [ENT, DEV], share: 0.2, schedule: part-time, hours: 64 }
                - { share: 0.1, schedule: contingent, hours: 40, maximum_hours: 1040 }
              worksites:
                - { organisations: [CSD], from: DCB, to: '12033', share: 0.3 }
            """);

        var policies = _folder.Load("a.yaml").Scenario.OpeningPolicies;

        var worksites = Assert.IsType<WorksitePolicy>(policies[0]).Lines[0];
        Assert.Equal(("DCB", "12033", 0.3), (worksites.From, worksites.To, worksites.Share));
        var schedules = Assert.IsType<SchedulePolicy>(policies[1]).Lines;
        Assert.Equal((WorkSchedule.PartTime, 64), (schedules[0].Schedule, schedules[0].Hours));
        Assert.Equal(["ENT", "DEV"], schedules[0].Cover.Levels);
        Assert.Equal(1040, schedules[1].MaximumHours);
    }

    [Theory]
    [InlineData("schedules: [{ share: 0.2, schedule: part-time, hours: 80 }]", "158.705(b)(5)")]
    [InlineData("schedules: [{ share: 0.2, schedule: full-time, hours: 70 }]", "158.705(b)(4)")]
    [InlineData("schedules: [{ share: 0.2, schedule: contingent, hours: 40 }]", "158.705(c)(1)")]
    [InlineData("schedules: [{ share: 0.2, schedule: part-time, hours: 40, maximum_hours: 1000 }]", "158.705(c)(1)")]
    [InlineData("worksites: [{ to: Pensacola, share: 0.2 }]", "158.704")]
    [InlineData("worksites: [{ from: DCB, to: '00000', share: 0.5 }]", "4:32: '00000' is no county that a worksite can lie in (158.704)")]
    [InlineData("worksites: [{ from: '99999', to: '12033', share: 0.5 }]", "'99999' is neither a local market nor a county")]
    [InlineData("worksites: [{ from: DCC, to: '12033', share: 0.2 }]", "neither a local market nor a county")]
    public void Load_WhatPart158Forbids_IsNamed(string section, string named)
    {
        _folder.Write("a.yaml", $"extends: baseline.yaml\nname: A\ndeployment:\n  {section}\n");

        Assert.Contains(_folder.Problems("a.yaml"), p => p.Contains(named, StringComparison.Ordinal));
    }
}
