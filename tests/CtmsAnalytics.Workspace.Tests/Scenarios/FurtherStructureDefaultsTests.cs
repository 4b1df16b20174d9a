namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>What a further structure takes from the main structure because it states none itself.</summary>
public sealed class FurtherStructureDefaultsTests : IDisposable
{
    private const string Design = "{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.1, spread: 0.4, rounding: 100 }";

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_DesignAlone_HasEveryLevelOfTheMainStructureWithDesignedRanges()
    {
        var (main, further) = Structures($"design: {Design}");

        Assert.Equal(main.AnnualAdjustment, further.AnnualAdjustment);
        Assert.NotEmpty(further.AnnualAdjustment);
        Assert.Equal(main.Subranges.Select(s => (s.WorkLevel, s.Title, s.Limitation)), further.Subranges.Select(s => (s.WorkLevel, s.Title, s.Limitation)));
        Assert.Equal(main.Subranges.Select(s => s.Market.TargetPercentile), further.Subranges.Select(s => s.Market.TargetPercentile));
        Assert.Equal((66_700L, 93_300L), (further.Subranges[0].Minimum, further.Subranges[0].Maximum));
        Assert.DoesNotContain(further.Subranges, f => main.Subranges.Any(m => m.Minimum == f.Minimum));
    }

    [Fact]
    public void Load_LevelWithoutADesign_TakesWhatItDoesNotState()
    {
        var (main, further) = Structures("levels: { ENT: {}, DEV: { minimum: 80000, title: Learning }, TEC: {}, ADV: { market: { target_percentile: 60 } }, EXP: {} }");

        Assert.Equal(["ENT", "DEV", "TEC", "ADV", "EXP"], further.Subranges.Select(s => s.WorkLevel));
        Assert.Equal((60_000L, 90_000L, "Entry"), (further.Subranges[0].Minimum, further.Subranges[0].Maximum, further.Subranges[0].Title));
        Assert.Equal((80_000L, 117_000L, "Learning"), (further.Subranges[1].Minimum, further.Subranges[1].Maximum, further.Subranges[1].Title));
        Assert.Equal(60, further.Subranges[3].Market.TargetPercentile);
        Assert.Equal(main.Subranges[3].Market.Occupations, further.Subranges[3].Market.Occupations);
    }

    [Fact]
    public void Load_ControlPoint_ComesOnlyWithTheWholeRange()
    {
        _folder.Write("base.yaml", "extends: baseline.yaml\nname: Control\nstructure: { levels: { TEC: { control_point: 140000 }, ADV: { control_point: 180000 }, EXP: { control_point: 200000 } } }\n");

        var (_, further) = Structures("levels: { TEC: {}, ADV: { maximum: 194000 }, EXP: { control_point: null } }", "base.yaml");

        Assert.Equal([140_000, null, null], further.Subranges.Select(s => s.ControlPoint));
    }

    [Fact]
    public void Load_AnnualAdjustmentStated_IsTakenAsItStands()
    {
        var (main, further) = Structures("annual_adjustment: { 2028: 0.03 }");

        Assert.Equal(new Dictionary<int, double> { [2028] = 0.03 }, further.AnnualAdjustment);
        Assert.Equal(main.Subranges.Select(s => (s.WorkLevel, s.Minimum, s.Maximum)), further.Subranges.Select(s => (s.WorkLevel, s.Minimum, s.Maximum)));
    }

    [Fact]
    public void Load_LevelsThatTheMainStructureTiesTogether_StandAloneWhereTheFurtherOneNamesThem()
    {
        _folder.Write("base.yaml", "extends: baseline.yaml\nname: Tied\nstructure: { levels: { LDR: { also: [SRL] }, SRL: null } }\n");

        var (_, taken) = Structures($"design: {Design}", "base.yaml");
        var (_, apart) = Structures("levels: { LDR: {}, SRL: { title: Senior, minimum: 175000, maximum: 250000, market: { target_percentile: 65, occupations: { 11-3021: 1 } } }, EXE: {} }", "base.yaml");

        Assert.Equal(["SRL"], taken.Subranges.Single(s => s.WorkLevel == "LDR").FurtherWorkLevels);
        Assert.Equal(["LDR", "SRL", "EXE"], apart.WorkLevels());
    }

    [Fact]
    public void Load_ChangeOfTheMainStructure_ReachesTheFurtherOneFromItsDate()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Dated
            further_structures: { response: { covers: { organisations: [IOD] }, annual_adjustment: { 2028: 0.03 } } }
            changes:
              - effective: 2027-10-03
                structure: { levels: { ENT: { minimum: 62000 } } }
            """);

        Assert.Equal([60_000L, 62_000L], _folder.Load("changed.yaml").Scenario.Policies.Select(p => p.Policy.FurtherStructures[0].Structure.Subranges[0].Minimum));
    }

    [Fact]
    public void Load_MainStructureByDesign_GivesItsComputedRanges()
    {
        _folder.Write("base.yaml", $"extends: baseline.yaml\nname: Designed\nstructure: {{ design: {Design} }}\n");

        var (main, further) = Structures("levels: { ENT: {}, DEV: {}, TEC: {}, ADV: {}, EXP: {} }", "base.yaml");

        Assert.Equal(66_700L, further.Subranges[0].Minimum);
        Assert.Equal(main.Subranges[1].Maximum, further.Subranges[1].Maximum);
    }

    [Fact]
    public void Load_NothingButWhomItCovers_IsRefused()
    {
        _folder.Write("changed.yaml", "extends: baseline.yaml\nname: Nothing\nfurther_structures: { response: { covers: { organisations: [IOD] } } }\n");

        Assert.Contains("'further_structures.response' has no 'levels'.", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_OfAFurtherStructure_SayWhatTheyWereTakenFromAndWhereThatWasSet()
    {
        Structures($"design: {Design}");

        var values = _folder.Load("changed.yaml").Values;
        var title = values.Single(v => v.Path == "further_structures.response.levels.TEC.title");

        Assert.Equal(("Technical", "structure.levels.TEC.title"), (title.Text, title.TakenFrom));
        Assert.Equal(values.Single(v => v.Path == "structure.levels.TEC.title").SetAt, title.SetAt);
        Assert.Equal("structure.annual_adjustment.2028", values.Single(v => v.Path == "further_structures.response.annual_adjustment.2028").TakenFrom);
        Assert.Null(values.Single(v => v.Path == "further_structures.response.levels.TEC.minimum").TakenFrom);
        Assert.All(values.Where(v => v.Path.StartsWith("structure.", StringComparison.Ordinal)), v => Assert.Null(v.TakenFrom));
    }

    private (CtmsAnalytics.Scenarios.SalaryStructure Main, CtmsAnalytics.Scenarios.SalaryStructure Further) Structures(string body, string extends = "baseline.yaml")
    {
        _folder.Write("changed.yaml", $"extends: {extends}\nname: Two\nfurther_structures:\n  response:\n    covers: {{ organisations: [IOD] }}\n    {body}\n");
        var policy = _folder.Load("changed.yaml").Scenario.Policies[0].Policy;
        return (policy.Structure, Assert.Single(policy.FurtherStructures).Structure);
    }
}
