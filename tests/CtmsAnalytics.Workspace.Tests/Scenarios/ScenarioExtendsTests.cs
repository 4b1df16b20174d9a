using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

public sealed class ScenarioExtendsTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Difference_KeepsEverythingThatItDoesNotName()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\neconomy: { market_growth: 0.04 }\nsupplements: { SF: 0.20 }\n");

        var baseline = _folder.Load("baseline.yaml").Scenario;
        var scenario = _folder.Load("a.yaml").Scenario;

        Assert.Equal("A", scenario.Name);
        Assert.Equal(0.04, scenario.Economy.MarketGrowth);
        Assert.Equal(baseline.Economy.PayRaise, scenario.Economy.PayRaise);
        Assert.Equal(new Dictionary<string, double>(baseline.Policies[0].Policy.Supplements) { ["SF"] = 0.20 }, scenario.Policies[0].Policy.Supplements);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("description: What A does.\n", "What A does.")]
    public void Load_Difference_HasItsOwnDescriptionOrNone(string stated, string expected)
    {
        _folder.Write("a.yaml", $"extends: baseline.yaml\nname: A\n{stated}");

        var scenario = _folder.Load("a.yaml");

        Assert.Equal(expected, scenario.Scenario.Description);
        Assert.Equal(expected, scenario.Values.Single(v => v.Path == "description").Text);
        Assert.NotEmpty(_folder.Load("baseline.yaml").Scenario.Description);
    }

    [Fact]
    public void Load_ListInADifference_ReplacesTheWholeList()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\nspecial_working_conditions: { incident-response: { organisations: [NRMC] } }\n");

        Assert.Equal(["NRMC"], _folder.Load("a.yaml").Scenario.Policies[0].Policy.SpecialWorkingConditions[0].Organisations);
    }

    [Fact]
    public void Load_NullOnAnEntry_RemovesItFromThatDateOn()
    {
        _folder.Write("a.yaml", """
            extends: baseline.yaml
            name: A
            supplements: { LA: null }
            changes:
              - effective: 2027-10-10
                special_working_conditions: { incident-response: null }
            """);

        var policies = _folder.Load("a.yaml").Scenario.Policies;

        Assert.DoesNotContain("LA", policies[0].Policy.Supplements.Keys);
        Assert.Single(policies[0].Policy.SpecialWorkingConditions);
        Assert.Empty(policies[1].Policy.SpecialWorkingConditions);
    }

    [Fact]
    public void Load_NullOnAnEntryThatIsNotThere_NamesTheNearest()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\nspecial_working_conditions: { incident-respond: null }\n");

        Assert.Equal(["3:31: There is no 'incident-respond' to remove with null. Did you mean 'incident-response'?"], _folder.Problems("a.yaml"));
    }

    [Fact]
    public void Load_ChangesOfBothFiles_FollowByDateAndEachStandsOnWhatHeldBefore()
    {
        _folder.Write("a.yaml", """
            extends: baseline.yaml
            name: A
            changes:
              - effective: 2029-10-07
                supplements: { SF: 0.30 }
              - effective: 2027-10-10
                supplements: { SF: 0.20, NY: 0.20 }
            """);
        _folder.Write("b.yaml", """
            extends: a.yaml
            name: B
            changes:
              - effective: 2028-10-08
                supplements: { SF: 0.25 }
              - effective: 2027-10-10
                supplements: { NY: 0.21 }
            """);

        var policies = _folder.Load("b.yaml").Scenario.Policies;

        Assert.Equal(
            ["2026-09-20 0.18 0.14", "2027-10-10 0.2 0.21", "2028-10-08 0.25 0.21", "2029-10-07 0.3 0.21"],
            policies.Select(p => FormattableString.Invariant($"{p.Effective:yyyy-MM-dd} {p.Policy.Supplements["SF"]} {p.Policy.Supplements["NY"]}")));
    }

    [Fact]
    public void Load_ChangeAfterTheHorizon_IsAProblem()
    {
        _folder.Write("late.yaml", "extends: baseline.yaml\nname: Late\nchanges:\n  - effective: 2048-10-01\n    supplements: { SF: 0.2 }\n");
        var problem = Assert.Single(_folder.Problems("late.yaml"));
        Assert.Matches("^[0-9]+:[0-9]+: The change of 2048-10-01 takes effect after the horizon ends on 2031-09-30", problem);
    }

    [Fact]
    public void Load_ChangeOnOrBeforeTheStart_HoldsFromTheStart()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\nchanges:\n  - effective: 2026-01-01\n    supplements: { SF: 0.20 }\n");

        var policy = Assert.Single(_folder.Load("a.yaml").Scenario.Policies);
        Assert.Equal((new DateOnly(2026, 9, 20), 0.20), (policy.Effective, policy.Policy.Supplements["SF"]));
    }

    [Fact]
    public void Load_WrongCombination_PointsToTheFileThatSetTheValue()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\nstructure: { levels: { ENT: { minimum: 95000 } } }\n");

        // The maximum of 90,000 stands in the baseline, and it is the maximum that is too low.
        Assert.Matches("^baseline.yaml:[0-9]+:16: The maximum of ENT is \\$90,000, below its minimum of \\$95,000", Assert.Single(_folder.Problems("a.yaml")));
    }

    [Fact]
    public void Load_Values_CarryThePlaceThatSetThem()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\nsupplements: { SF: 0.20 }\n");

        var values = _folder.Load("a.yaml").Values.ToDictionary(v => v.Path);

        Assert.Equal((3, 20), (values["supplements.SF"].SetAt!.Value.Line, values["supplements.SF"].SetAt!.Value.Column));
        Assert.Equal("a.yaml", Path.GetFileName(values["supplements.SF"].SetAt!.Value.File));
        Assert.Equal("baseline.yaml", Path.GetFileName(values["supplements.NY"].SetAt!.Value.File));
        Assert.Null(values["structure.levels.ENT.control_point"].SetAt);
    }

    [Fact]
    public void Load_Sources_ListEveryFileWithItsHash()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\n");

        var sources = _folder.Load("a.yaml").Sources;

        Assert.Equal(["a.yaml", "baseline.yaml"], sources.Select(s => Path.GetFileName(s.File)));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("extends: baseline.yaml\nname: A\n"u8)), sources[0].Sha256);
    }

    [Fact]
    public void Load_FileThatExtendsItself_SaysSo()
    {
        _folder.Write("a.yaml", "name: A\nextends: a.yaml\n");

        var problem = Assert.Single(_folder.Problems("a.yaml"));
        Assert.StartsWith("2:10: The scenario extends itself: ", problem, StringComparison.Ordinal);
        Assert.EndsWith("a.yaml. Let one file of the ring stand on its own.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FilesThatExtendOneAnotherInARing_PrintsTheRing()
    {
        _folder.Write("start.yaml", "extends: a.yaml\n");
        _folder.Write("a.yaml", "extends: sub/b.yaml\n");
        _folder.Write("sub/b.yaml", "extends: ../a.yaml\n");

        var problem = Assert.Single(_folder.Problems("start.yaml"));
        Assert.Contains("1:10: The scenario extends itself: ", problem, StringComparison.Ordinal);
        var ring = problem.Split("itself: ")[1].Split(". Let")[0].Split(" -> ").Select(Path.GetFileName);
        Assert.Equal(["a.yaml", "b.yaml", "a.yaml"], ring);
    }

    [Fact]
    public void Load_MoreFilesThanTheLimit_SaysTheLimit()
    {
        for (var i = 0; i < 20; i++) _folder.Write($"f{i}.yaml", $"extends: f{i + 1}.yaml\n");

        Assert.Contains("More than 16 files extend one another.", Assert.Single(_folder.Problems("f0.yaml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("baselin.yaml", "'extends' names 'baselin.yaml', which does not exist. Did you mean 'baseline.yaml'?")]
    [InlineData("nowhere/baseline.yaml", "which does not exist. Its folder does not exist either.")]
    [InlineData("../other.yaml", "'extends' leads out of the folder that scenarios are read from: '../other.yaml'.")]
    [InlineData("sub/../../other.yaml", "'extends' leads out of the folder")]
    [InlineData("/etc/passwd", "'extends' names '/etc/passwd'. Name a file relative to this one")]
    [InlineData("'C:\\baseline.yaml'", "Name a file relative to this one")]
    [InlineData("\"a\\0b\"", "Name a file relative to this one")]
    [InlineData("[baseline.yaml]", "'extends' is a list. Write one line of text.")]
    public void Load_ParentThatCannotBe_SaysWhy(string extends, string message)
    {
        _folder.Write("a.yaml", $"extends: {extends}\n");

        Assert.Contains(_folder.Problems("a.yaml"), p => p.StartsWith("1:10: ", StringComparison.Ordinal) && p.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_ParentThroughALinkOutOfTheFolder_IsRefused()
    {
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(_folder.At("linked.yaml"), Shipped.Scenario("baseline.yaml"));
        _folder.Write("a.yaml", "extends: linked.yaml\n");

        Assert.Contains("'extends' leads out of the folder", Assert.Single(_folder.Problems("a.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ParentBesideTheFilesFolder_IsReadWhereTheCallerAllowsIt()
    {
        var path = _folder.Write("proposals/a.yaml", "extends: ../baseline.yaml\nname: A\n");

        Assert.Throws<InputException>(() => ScenarioFiles.Load(path, Shipped.Rules));
        Assert.Equal("A", ScenarioFiles.Load(path, Shipped.Rules, _folder.At("")).Scenario.Name);
    }

    [Fact]
    public void Load_NameOfAShippedScenario_IsTheShippedOneWhereNoneLiesBesideTheFile()
    {
        var path = _folder.Write("proposals/a.yaml", "extends: targeted-talent.yaml\nname: A\n");
        var shipped = Path.Combine(Shipped.DataFolder, "scenarios");

        var scenario = ScenarioFiles.Load(path, Shipped.Rules, shipped: shipped);
        Assert.Equal([path, Path.Combine(shipped, "targeted-talent.yaml"), Path.Combine(shipped, "baseline.yaml")], scenario.Sources.Select(s => s.File));
        Assert.Throws<InputException>(() => ScenarioFiles.Load(path, Shipped.Rules));

        var own = _folder.Write("proposals/targeted-talent.yaml", "extends: baseline.yaml\nname: Own\n");
        Assert.Equal(own, ScenarioFiles.Load(path, Shipped.Rules, shipped: shipped).Sources[1].File);
    }

    [Theory]
    [InlineData("../../baseline.yaml", "For the shipped scenario write its name alone: extends: baseline.yaml.")]
    [InlineData("../../other.yaml", "Name a file inside that folder, or start from a folder that holds both files.")]
    [InlineData("baselin.yaml", "which does not exist. Did you mean 'baseline.yaml'?")]
    [InlineData("../scenarios.yaml", "leads out of the folder")]
    public void Load_ParentThatIsNotRead_SaysHowTheShippedOneIsNamed(string extends, string message)
    {
        var path = _folder.Write("proposals/a.yaml", $"extends: {extends}\nname: A\n");

        var problem = Assert.Single(Assert.Throws<InputException>(() => ScenarioFiles.Load(path, Shipped.Rules, shipped: Path.Combine(Shipped.DataFolder, "scenarios"))).Problems);
        Assert.Contains(message, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, 10), (problem.Line, problem.Column));
    }

    [Fact]
    public void Load_FileThatDoesNotExist_SaysSo()
    {
        var error = Assert.Throws<InputException>(() => _folder.Load("missing.yaml"));

        Assert.EndsWith("missing.yaml does not exist. Name a scenario file.", error.Message, StringComparison.Ordinal);
    }
}
