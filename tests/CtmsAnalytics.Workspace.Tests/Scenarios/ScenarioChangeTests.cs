using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

public sealed class ScenarioChangeTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_DatedChanges_AreWhatEachDateSetsAddsAndRemoves()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Dated
            changes:
              - effective: 2027-10-03
                supplements: { SF: 0.22, ATL: 0.05 }
              - effective: 2028-10-01
                supplements: { SF: 0.18, ATL: null }
            """);

        var changes = ScenarioChange.List(_folder.Load("changed.yaml"));

        Assert.Equal(
            [("2027-10-03", "supplements.SF", "0.18", "0.22"), ("2027-10-03", "supplements.ATL", null, "0.05"), ("2028-10-01", "supplements.SF", "0.22", "0.18"), ("2028-10-01", "supplements.ATL", "0.05", null)],
            changes.Select(c => (c.Effective.ToString("O", System.Globalization.CultureInfo.InvariantCulture), c.Path, c.Before?.Text, c.After?.Text)));
    }

    [Fact]
    public void List_NoDatedChange_IsEmpty() => Assert.Empty(ScenarioChange.List(_folder.Load("baseline.yaml")));
}
