using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>What C# cells may use without naming it: the assemblies of this program and the namespaces that an analyst needs in nearly every cell.</summary>
public static class ScriptReferences
{
    private static readonly FrozenSet<string> Own = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "CtmsAnalytics", "CtmsAnalytics.DuckDb", "CtmsAnalytics.Workspace", "CtmsAnalytics.Charts", "CtmsAnalytics.Notebooks");

    /// <summary>Namespaces whose types need no <c>using</c>.</summary>
    public static IReadOnlyList<string> Namespaces { get; } =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Threading",
        "System.Threading.Tasks",
        "CtmsAnalytics.Budget",
        "CtmsAnalytics.Budget.Tables",
        "CtmsAnalytics.Charts",
        "CtmsAnalytics.Charts.Comparisons",
        "CtmsAnalytics.Charts.Formatting",
        "CtmsAnalytics.Charts.MarketPosition",
        "CtmsAnalytics.Charts.Report",
        "CtmsAnalytics.Charts.Risk",
        "CtmsAnalytics.Charts.Runs",
        "CtmsAnalytics.Charts.Studies",
        "CtmsAnalytics.Charts.Workforce",
        "CtmsAnalytics.Notebooks.Display",
        "CtmsAnalytics.Projection",
        "CtmsAnalytics.Runs",
        "CtmsAnalytics.Scenarios",
        "CtmsAnalytics.Studies",
        "CtmsAnalytics.Workspace",
        "CtmsAnalytics.Workspace.Analyses",
        "CtmsAnalytics.Workspace.Budgets",
        "CtmsAnalytics.Workspace.Queries",
        "CtmsAnalytics.Workspace.Scenarios",
        "CtmsAnalytics.Workspace.Simulations",
    ];

    /// <summary>Whether a package of this name is here already, so that a cell's <c>#r "nuget: NAME"</c> has nothing to fetch.</summary>
    /// <param name="package">Name of a package.</param>
    /// <returns>True for the packages of this product.</returns>
    public static bool IsOwnPackage(string package) => Own.Contains(package);

    internal static ScriptOptions Options(string folder) => ScriptOptions.Default
        .WithReferences(Assemblies().Select(path => MetadataReference.CreateFromFile(path)))
        .WithImports(Namespaces)
        .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
        .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
        .WithOptimizationLevel(OptimizationLevel.Debug)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(System.Text.Encoding.UTF8);

    private static string[] Assemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
