using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>Structures that a scenario designs instead of stating every minimum and maximum.</summary>
public sealed class StructureDesignScenarioTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_LowestAndHighestMidpoint_ComputesEveryLevelInWholeDollars()
    {
        var structure = Design("{ method: lowest_and_highest_midpoint, lowest_midpoint: 75000, highest_midpoint: 230000, spread: 0.4, rounding: 100 }").Scenario.Policies[0].Policy.Structure;

        Assert.Equal((62_500, 87_500), Range(structure, "ENT"));
        Assert.Equal((191_700, 268_300), Range(structure, "EXE"));
        Assert.All(structure.Subranges, s => Assert.Equal((0, 0), (s.Minimum % 100, s.Maximum % 100)));
    }

    [Fact]
    public void Load_LowestMidpoint_ProgressionAndSpreadCanDifferByLevel()
    {
        var structure = Design("{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.10, progressions: { EXE: 0.20 }, spread: 0.5, spreads: { ENT: 0.4 } }").Scenario.Policies[0].Policy.Structure;

        Assert.Equal((66_667, 93_333), Range(structure, "ENT"));
        Assert.Equal((70_400, 105_600), Range(structure, "DEV"));
        Assert.Equal((136_056, 204_084), Range(structure, "EXE"));
    }

    [Fact]
    public void Load_MidpointsAndMinimumsAndMaximums_AreTheSameStructureStatedTwoWays()
    {
        string Table(Func<int, int> figure) => string.Join(", ", new[] { "ENT", "DEV", "TEC", "ADV", "LDR", "EXP", "SRL", "EXE" }.Select((l, i) => $"{l}: {figure(i)}"));

        var midpoints = Design($"{{ method: midpoints, midpoints: {{ {Table(i => 80_000 + (20_000 * i))} }}, spread: 0 }}");
        var ends = Design($"{{ method: minimums_and_maximums, minimums: {{ {Table(i => 80_000 + (20_000 * i))} }}, maximums: {{ {Table(i => 80_000 + (20_000 * i))} }} }}");

        Assert.Equal(midpoints.Scenario.Policies[0].Policy.Structure.Subranges.Select(s => (s.Minimum, s.Maximum)), ends.Scenario.Policies[0].Policy.Structure.Subranges.Select(s => (s.Minimum, s.Maximum)));
    }

    [Fact]
    public void Load_Market_TakesTheMidpointsFromTheWagesAtTheTargetPercentile()
    {
        var asked = new List<(double Percentile, DateOnly Date, double Growth)>();
        var midpoint = 70_000;
        double Wage(MarketMatch match, DateOnly date, double growth)
        {
            asked.Add((match.TargetPercentile, date, growth));
            midpoint += 10_000;
            return midpoint;
        }

        _folder.Write("changed.yaml", "extends: baseline.yaml\nname: Market\nstructure: { design: { method: market, spread: 0.5 } }\n");
        var rules = new ScenarioRules(Shipped.Rules.Parameters, Shipped.Rules.RetirementRates, Shipped.Rules.Markets, Shipped.Rules.Occupations, Wage);
        var structure = ScenarioFiles.Load(_folder.At("changed.yaml"), rules).Scenario.Policies[0].Policy.Structure;

        Assert.Equal((64_000, 96_000), Range(structure, "ENT"));
        Assert.Equal((120_000, 180_000), Range(structure, "EXE"));
        Assert.Equal((50, new DateOnly(2026, 9, 20), 0.035), asked[0]);
    }

    [Fact]
    public void Load_MarketWithoutWages_SaysHowToGetThem() =>
        Assert.Contains("takes its midpoints from market wages, and none are at hand. Name a workspace that holds wages with --workspace", Problem("{ method: market, spread: 0.5 }"), StringComparison.Ordinal);

    [Fact]
    public void Load_LimitationBelowTheDesignedMaximum_BindsAtTheDollar()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Cut
            structure:
              design: { method: lowest_and_highest_midpoint, lowest_midpoint: 75000, highest_midpoint: 230000, spread: 0.4, rounding: 100 }
              levels: { EXE: { limitation: 268299 }, SRL: { limitation: 250000 } }
            """);

        var loaded = _folder.Load("changed.yaml");

        Assert.Equal(268_299, Range(loaded.Scenario.Policies[0].Policy.Structure, "EXE").Maximum);
        Assert.Equal("structure.levels.EXE.maximum: the design gives $268,300, cut to its limitation of $268,299 in 2026 (158.611(d), 158.614).", Assert.Single(loaded.Notes));
    }

    [Fact]
    public void Load_ComputedFigures_HaveThePlaceOfTheDesign()
    {
        var loaded = Design("{ method: lowest_and_highest_midpoint, lowest_midpoint: 75000, highest_midpoint: 230000, spread: 0.4, rounding: 100 }");

        var minimum = loaded.Values.Single(v => v.Path == "structure.levels.ENT.minimum");
        Assert.Equal(("62500", 3), (minimum.Text, minimum.SetAt!.Value.Line));
        Assert.Equal("baseline.yaml", Path.GetFileName(loaded.Values.Single(v => v.Path == "structure.levels.ENT.title").SetAt!.Value.File));
    }

    [Fact]
    public void Load_FigureBesideTheDesign_StandsOverIt()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Exception
            structure:
              design: { method: lowest_and_highest_midpoint, lowest_midpoint: 75000, highest_midpoint: 230000, spread: 0.4, rounding: 100 }
              levels: { ENT: { maximum: 90000 } }
            """);

        Assert.Equal((62_500, 90_000), Range(_folder.Load("changed.yaml").Scenario.Policies[0].Policy.Structure, "ENT"));
    }

    [Fact]
    public void Load_ChangeOfOneFigure_DesignsAgainFromItsDate()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Wider later
            structure:
              design: { method: lowest_and_highest_midpoint, lowest_midpoint: 75000, highest_midpoint: 230000, spread: 0.4, rounding: 100 }
              levels: { ENT: { maximum: 90000 } }
            changes:
              - effective: 2027-10-03
                structure: { design: { spread: 0.25 } }
              - effective: 2028-10-01
                structure: { design: { method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.10, spread: 0.5 } }
            """);

        var policies = _folder.Load("changed.yaml").Scenario.Policies;

        Assert.Equal([(62_500, 90_000), (66_700, 90_000), (64_000, 96_000)], policies.Select(p => Range(p.Policy.Structure, "ENT")));
    }

    [Fact]
    public void Load_DesignRemoved_NeedsTheFiguresAgain()
    {
        _folder.Write("designed.yaml", "extends: baseline.yaml\nname: Designed\nstructure: { design: { method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.1, spread: 0.4 } }\n");
        _folder.Write("changed.yaml", "extends: designed.yaml\nname: By hand\nstructure: { design: null }\n");

        Assert.Contains(_folder.Problems("changed.yaml"), p => p.Contains("'structure.levels.ENT' has no 'minimum'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ spread: 0.4 }", "3:22: 'structure.design' has no 'method'. Add it: lowest_midpoint, midpoints, market, minimums_and_maximums, lowest_and_highest_midpoint.")]
    [InlineData("{ method: market_rate, spread: 0.4 }", "'structure.design.method': 'market_rate' is not one of the choices.")]
    [InlineData("{ method: lowest_midpoint, progression: 0.1, spread: 0.4 }", "'structure.design' has no 'lowest_midpoint', which the method 'lowest_midpoint' needs.")]
    [InlineData("{ method: lowest_midpoint, lowest_midpoint: 80000, progressions: { DEV: 0.1 }, spread: 0.4 }", "'structure.design.progressions' has no figure for TEC, ADV, LDR, EXP, SRL, EXE. Add one for each, or 'progression' for all.")]
    [InlineData("{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.1 }", "'structure.design.spreads' has no figure for ENT, DEV,")]
    [InlineData("{ method: midpoints, midpoints: { ENT: 80000 }, spread: 0.4 }", "'structure.design.midpoints' has no figure for DEV, TEC, ADV, LDR, EXP, SRL, EXE. Add one for every level.")]
    [InlineData("{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 0, spread: 0.4 }", "'structure.design': The midpoint progression of level 2 is 0. Give a fraction above 0, for example 0.12. The levels in order are 1 ENT, 2 DEV,")]
    [InlineData("{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.1, spread: 0.4, highest_midpoint: 90000 }", "'structure.design.highest_midpoint' is not a figure of the method 'lowest_midpoint'.")]
    [InlineData("{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.1, spread: 0.4, spreads: { DEVE: 0.5 } }", "The structure has no work level 'DEVE'. Did you mean 'DEV'?")]
    [InlineData("{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 0.5, spread: 0.1 }", "The design gives EXP a minimum of $578,571, above the Vice President's rate of $292,300 in 2026.", "VP")]
    [InlineData("{ method: lowest_midpoint, lowest_midpoint: 80000, progression: 5%, spread: 0.1 }", "'structure.design.progression': '5%' is not a fraction.")]
    public void Load_WrongDesign_NamesItsPlaceAndWhatWouldBeRight(string design, string message, string rate = "")
    {
        var problems = Problems(design);

        var expected = rate.Length == 0 ? message : message.Replace("the Vice President's rate", $"its limitation {rate}", StringComparison.Ordinal);
        Assert.True(problems.Count(p => p.Contains(expected, StringComparison.Ordinal)) == 1, string.Join('\n', problems));
        Assert.DoesNotContain(problems, p => p.Contains("has no 'minimum'", StringComparison.Ordinal));
    }

    private LoadedScenario Design(string design)
    {
        WriteDesign(design);
        return _folder.Load("changed.yaml");
    }

    private string Problem(string design) => Assert.Single(Problems(design));

    private IReadOnlyList<string> Problems(string design)
    {
        WriteDesign(design);
        return _folder.Problems("changed.yaml");
    }

    private void WriteDesign(string design) => _folder.Write("changed.yaml", $"extends: baseline.yaml\nname: Designed\nstructure: {{ design: {design} }}\n");

    private static (long Minimum, long Maximum) Range(SalaryStructure structure, string level)
    {
        var subrange = structure.Subranges.Single(s => s.WorkLevel == level);
        return (subrange.Minimum, subrange.Maximum);
    }
}
