using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;
using CtmsAnalytics.Notebooks.Tests.Support;

namespace CtmsAnalytics.Notebooks.Tests.Display;

/// <summary>Whom a proposal moves, shown in a notebook as the command line tells it.</summary>
[Collection(SampleWorkspaceTests.Name)]
public sealed class MovesDisplayTests(SampleWorkspace sample) : IDisposable
{
    private readonly NotebookSession _session = new(new SessionOptions { Workspace = sample.Workspace });

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Whom_Shown_NamesPeopleMoneyAndParagraphsAndSaysThatItIsPersonal()
    {
        _session.Do($"using CtmsAnalytics.Workspace;\nvar bench = Workbench.Open(@\"{sample.Workspace}\");\nvar moves = bench.Whom(bench.Scenario(\"baseline.yaml\"), bench.ScenarioText(\"name: More\\nextends: baseline.yaml\\nsupplements:\\n  SF: 0.2\\n\"), 2028);");

        var all = _session.Do("moves");

        Assert.StartsWith("Whom More moves against Baseline in FY2028: ", all.ValueText, StringComparison.Ordinal);
        Assert.Contains("holds the pay of single people", all.ValueText, StringComparison.Ordinal);
        Assert.Contains("holds the pay of single people", all.Value!.Text(MimeTypes.Html), StringComparison.Ordinal);
        var first = _session.Do("moves.People[0].Person.PersonId").ValueText;
        Assert.Contains(first!, all.ValueText, StringComparison.Ordinal);
        Assert.Contains(_session.Do("CtmsAnalytics.Charts.Formatting.Display.Exact(moves.Cents)").ValueText!, all.ValueText, StringComparison.Ordinal);
        Assert.Contains("158.612", _session.Do("moves.Rules").ValueText, StringComparison.Ordinal);
        var components = _session.Do("moves.Components").ValueText!;
        Assert.Contains("158.612", components, StringComparison.Ordinal);
        Assert.Contains("Total", components, StringComparison.Ordinal);
        Assert.Contains(first!, _session.Do("moves.People.Take(1)").ValueText, StringComparison.Ordinal);
    }
}
