using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Roster;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>Several structures, subranges of several work levels, supplements that end, and approvals for the extended range, as scenario data.</summary>
public sealed class FurtherStructuresScenarioTests : IDisposable
{
    private const string Leaders = """
        extends: baseline.yaml
        name: Two structures
        further_structures:
          leaders:
            covers: { pay_plans: [DL], tracks: [Leadership, Executive] }
            design: { method: lowest_midpoint, lowest_midpoint: 170000, progression: 0.15, spread: 0.5, rounding: 1000 }
            levels:
              LDR: { title: Leadership, also: [SRL], market: { target_percentile: 50, occupations: { 11-3021: 1 } } }
              EXE: { title: Executive, limitation: EX-II, market: { target_percentile: 75, occupations: { 11-3021: 1 } } }
        """;

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_FurtherStructure_CoversWhomItSays()
    {
        _folder.Write("changed.yaml", Leaders);

        var loaded = _folder.Load("changed.yaml");

        var further = Assert.Single(loaded.Scenario.Policies[0].Policy.FurtherStructures);
        Assert.Equal("leaders", further.Structure.Name);
        Assert.Equal(["DL"], further.PayPlans);
        Assert.Equal(["Leadership", "Executive"], further.Tracks);
        Assert.Empty(further.Organisations);
        Assert.Equal([("LDR", 136_000L, 204_000L), ("EXE", 157_000L, 228_000L)], further.Structure.Subranges.Select(s => (s.WorkLevel, s.Minimum, s.Maximum)));
        Assert.Equal(["LDR", "SRL", "EXE"], further.Structure.WorkLevels());
        Assert.Equal("further_structures.leaders.levels.EXE.maximum: the design gives $235,000, cut to its limitation EX-II of $228,000 in 2026 (158.611(d), 158.614).", Assert.Single(loaded.Notes));
        Assert.Equal("SRL", loaded.Values.Single(v => v.Path == "further_structures.leaders.levels.LDR.also").Text);
    }

    [Fact]
    public void Load_LevelTiedToTwoSubranges_IsRefused()
    {
        _folder.Write("changed.yaml", Leaders.Replace("also: [SRL]", "also: [EXE]", StringComparison.Ordinal));

        Assert.Contains(_folder.Problems("changed.yaml"), p => p.Contains("Work level 'EXE' is tied to two subranges. A work level belongs to one subrange of a structure (158.611).", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_ProgressionOutOfTheStructure_IsRefused()
    {
        _folder.Write("changed.yaml", Leaders.Replace("also: [SRL], ", "", StringComparison.Ordinal));

        Assert.Contains("The structure 'leaders' has the work level LDR and not 'SRL', which people move to from it", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FurtherLevelWithoutAHazard_IsRefused()
    {
        _folder.Write("changed.yaml", "extends: baseline.yaml\nname: Also\nstructure: { levels: { ENT: { also: [INT] } } }\n");

        Assert.Contains("'workforce.separation_hazard' has no hazard for INT.", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FurtherStructureByDate_BeginsAndEnds()
    {
        _folder.Write("base.yaml", Leaders);
        _folder.Write("changed.yaml", "extends: base.yaml\nname: Ends\nchanges:\n  - effective: 2028-10-01\n    further_structures: { leaders: null }\n");

        Assert.Equal([1, 0], _folder.Load("changed.yaml").Scenario.Policies.Select(p => p.Policy.FurtherStructures.Count));
    }

    [Fact]
    public void RosterFit_LevelMissingFromTheStructureThatCoversThePerson_IsAProblem()
    {
        _folder.Write("changed.yaml", Leaders);
        var scenario = _folder.Load("changed.yaml").Scenario;
        RosterPerson Person(string id, string plan, string track, string level) => new(
            id, "CISA", "CSD", plan, track, level, "11001", "DCB", AppointmentType.Continuing, WorkSchedule.FullTime, 80, new DateOnly(2024, 1, 1), 150_000, 150_000, HealthPlan.None, null);

        var problems = RosterFit.Problems([Person("A", "DL", "Leadership", "TEC"), Person("B", "DC", "Technical", "TEC"), Person("C", "DL", "Executive", "SRL"), Person("D", "DL", "Technical", "ENT")], scenario);

        Assert.Equal(
            "roster: A has the work level 'TEC', for which 'Two structures' has no subrange in the structure 'leaders', which covers them. Correct the roster and import it again, or add the level to the structure. It has LDR, SRL, EXE.",
            Assert.Single(problems));
    }

    [Fact]
    public void Load_SupplementEndedByNull_StartsChangesAndEndsByDate()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: A supplement for two years
            changes:
              - effective: 2027-10-03
                supplements: { ATL: 0.05 }
              - effective: 2028-10-01
                supplements: { ATL: 0.07 }
              - effective: 2029-09-30
                supplements: { ATL: null }
            """);

        Assert.Equal([0, 0.05, 0.07, 0], _folder.Load("changed.yaml").Scenario.Policies.Select(p => p.Policy.Supplements.GetValueOrDefault("ATL")));
    }

    [Fact]
    public void Load_ExtendedRange_BindsApprovalsByName()
    {
        Assert.Empty(_folder.Load("baseline.yaml").Scenario.ExtendedRange.Approvals);
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Extended
            extended_range:
              approvals:
                S0101: { from: 2027-01-03, salary: 290000, determination: The only person with these qualifications. }
                S0102: { from: 2027-01-03, determination: Likewise. }
            """);

        var approvals = _folder.Load("changed.yaml").Scenario.ExtendedRange.Approvals;

        Assert.Equal(new ExtendedRangeApproval(new DateOnly(2027, 1, 3), 290_000, "The only person with these qualifications."), approvals["S0101"]);
        Assert.Null(approvals["S0102"].Salary);
    }

    [Theory]
    [InlineData(379_650, 2026, true)]
    [InlineData(379_651, 2026, false)]
    public void Load_ApprovedSalaryAboveTheExtendedRange_IsRefused(int salary, int year, bool accepted)
    {
        _folder.Write("changed.yaml", $"extends: baseline.yaml\nname: Extended\nextended_range: {{ approvals: {{ S0101: {{ from: {year}-12-01, salary: {salary}, determination: Test }} }} }}\n");

        if (accepted) Assert.Equal(salary, _folder.Load("changed.yaml").Scenario.ExtendedRange.Approvals["S0101"].Salary);
        else Assert.Contains("The salary approved for 'S0101' is $379,651, above the extended range, which ends at $379,650 in 2026.", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ApprovalWithoutDetermination_IsRefused()
    {
        _folder.Write("changed.yaml", "extends: baseline.yaml\nname: Extended\nextended_range: { approvals: { S0101: { from: 2027-01-03 } } }\n");

        Assert.Contains("'extended_range.approvals.S0101' has no 'determination'", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }
}
