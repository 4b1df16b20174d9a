using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>The shipped data folder and what it gives the loader.</summary>
internal static class Shipped
{
    public static string DataFolder { get; } = FindData();

    public static ScenarioRules Rules { get; } = ScenarioRulesFiles.Load(DataFolder);

    public static string Scenario(string name) => Path.Combine(DataFolder, "scenarios", name);

    private static string FindData()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CtmsAnalytics.sln"))) return Path.Combine(folder.FullName, "data");
        }

        throw new InvalidOperationException("The tests run outside a checkout.");
    }
}
