using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Reads the list of the sections of part 158.</summary>
internal static class RegulationSections
{
    /// <summary>Reads the sections.</summary>
    /// <param name="dataFolder">Folder with <c>policy/sections.csv</c>.</param>
    /// <returns>The sections in the order of the regulation.</returns>
    /// <exception cref="InputException">The file is missing or a row has not as many fields as the header.</exception>
    public static IReadOnlyList<RegulationSection> Read(string dataFolder) =>
        [.. ShippedTable.Read(Path.Combine(dataFolder, "policy", "sections.csv")).Select(r => new RegulationSection(r.Text("section"), r.Text("title"), r.Text("text")))];
}
