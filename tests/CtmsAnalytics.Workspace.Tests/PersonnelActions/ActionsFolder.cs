using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Workspace.PersonnelActions;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Tests.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.PersonnelActions;

/// <summary>Actions files of S0001 in the shipped baseline, checked against three worksites.</summary>
public sealed class ActionsFolder : IDisposable
{
    private static readonly LoadedScenario Baseline = ScenarioFiles.Load(Shipped.Scenario("baseline.yaml"), Shipped.Rules);

    private static readonly Dictionary<string, string> Worksites = new(StringComparer.Ordinal) { ["06037"] = "LA", ["06075"] = "SF", ["11001"] = "DCB" };

    private readonly TemporaryFolder _folder = new();

    /// <summary>The actions of a file's text.</summary>
    public IReadOnlyList<PersonnelAction> Load(string text, string person = "S0001") =>
        ActionsFile.Load(_folder.Write("a.yaml", text.ReplaceLineEndings("\n")), new ActionsContext(person, Baseline.Scenario, Shipped.Rules, Worksites));

    /// <summary>The only action of a file, from its text after the date.</summary>
    public PersonnelAction One(string action, string on = "2027-04-11") => Assert.Single(Load(File(action, on)));

    /// <summary>The problems of a file's text, each as <c>line:column: what right</c>.</summary>
    public IReadOnlyList<string> Problems(string text, string person = "S0001")
    {
        var error = Assert.Throws<InputException>(() => Load(text, person));
        Assert.NotEmpty(error.Problems);
        return [.. error.Problems.Select(p => p.ToString().Replace(_folder["a.yaml"] + ":", "", StringComparison.Ordinal))];
    }

    /// <summary>The only problem of a file with one action.</summary>
    public string Problem(string action, string on = "2027-04-11") => Assert.Single(Problems(File(action, on)));

    public void Dispose() => _folder.Dispose();

    private static string File(string action, string on) => $"person: S0001\nactions:\n  - {{ on: {on}, {action} }}\n";
}
