using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>A temporary folder with a copy of the shipped baseline and scenario files that a test writes.</summary>
public sealed class ScenarioFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ctms-scenario-");

    public ScenarioFolder() => File.Copy(Shipped.Scenario("baseline.yaml"), At("baseline.yaml"));

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text.ReplaceLineEndings("\n"));
        return At(name);
    }

    /// <summary>The shipped baseline with one piece of its text replaced; the piece must be there.</summary>
    public string WriteBaseline(string old, string replacement)
    {
        var text = File.ReadAllText(Shipped.Scenario("baseline.yaml"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write("changed.yaml", text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public LoadedScenario Load(string name) => ScenarioFiles.Load(At(name), Shipped.Rules);

    /// <summary>The problems of a file, each as <c>line:column: what right</c>, with the file name before it where it is another file.</summary>
    public IReadOnlyList<string> Problems(string name)
    {
        var error = Assert.Throws<InputException>(() => Load(name));
        Assert.NotEmpty(error.Problems);
        return [.. error.Problems.Select(p => p.ToString().Replace(At(name) + ":", "", StringComparison.Ordinal).Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
