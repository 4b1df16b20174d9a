using System.Globalization;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

public sealed class ScenarioDifferencesTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_ScenarioWithItself_FindsNothing()
    {
        var baseline = _folder.Load("baseline.yaml");

        Assert.Empty(ScenarioDifferences.Find(baseline, baseline));
    }

    [Fact]
    public void Find_ShippedProposal_ListsEachChangedValueOnceWithItsDate()
    {
        var differences = ScenarioDifferences.Find(Load("baseline.yaml"), Load("targeted-talent.yaml"));

        Assert.All(differences, d => Assert.Equal(new DateOnly(2027, 10, 3), d.Effective));
        Assert.Equal(
            [
                "recognition.adjustment_pool", "recognition.payment_pool", "recognition.payment_share[2]", "recognition.payment_share[3]",
                "special_working_conditions.incident-response.incidents.share.maximum", "special_working_conditions.incident-response.incidents.share.minimum", "special_working_conditions.incident-response.percent",
                "structure.levels.ADV.maximum", "structure.levels.ADV.minimum", "structure.levels.DEV.maximum", "structure.levels.DEV.minimum",
                "structure.levels.LDR.maximum", "structure.levels.LDR.minimum", "structure.levels.TEC.maximum", "structure.levels.TEC.minimum",
                "structure.name", "supplements.DCB", "supplements.SEA", "supplements.SF",
            ],
            differences.Select(d => d.Path).Order(StringComparer.Ordinal));
        var supplement = differences.Single(d => d.Path == "supplements.SF");
        Assert.Equal(0.04 / 0.18, supplement.Relative!.Value, 12);
        Assert.Equal("targeted-talent.yaml", Path.GetFileName(supplement.B!.SetAt!.Value.File));
        Assert.Equal("baseline.yaml", Path.GetFileName(supplement.A!.SetAt!.Value.File));
    }

    [Fact]
    public void Find_DifferenceThatEnds_IsListedWhereItBeginsAndWhereItEnds()
    {
        _folder.Write("a.yaml", """
            extends: baseline.yaml
            name: A
            economy: { market_growth: 0.03 }
            changes:
              - effective: 2027-10-10
                supplements: { SF: 0.20, ATL: 0.05 }
              - effective: 2028-10-08
                recognition: { payment_pool: 0.02 }
              - effective: 2029-10-07
                supplements: { SF: 0.18, ATL: null }
            """);

        var lines = ScenarioDifferences.Find(_folder.Load("baseline.yaml"), _folder.Load("a.yaml"))
            .Select(d => $"{d.Effective?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {d.Path} {d.A?.Text ?? "-"} {d.B?.Text ?? "-"} {d.Ends}");

        Assert.Equal(
            [
                " economy.market_growth 0.035 0.03 False",
                "2027-10-10 supplements.SF 0.18 0.2 False",
                "2027-10-10 supplements.ATL - 0.05 False",
                "2028-10-08 recognition.payment_pool 0.015 0.02 False",
                "2029-10-07 supplements.SF 0.18 0.18 True",
                "2029-10-07 supplements.ATL - - True",
            ],
            lines);
    }

    [Fact]
    public void Find_SameNumberWrittenDifferently_IsNoDifference()
    {
        _folder.Write("a.yaml", "extends: baseline.yaml\nname: A\nsupplements: { SF: 0.180 }\n");

        Assert.Empty(ScenarioDifferences.Find(_folder.Load("baseline.yaml"), _folder.Load("a.yaml")));
    }

    private static LoadedScenario Load(string name) => ScenarioFiles.Load(Shipped.Scenario(name), Shipped.Rules);
}
