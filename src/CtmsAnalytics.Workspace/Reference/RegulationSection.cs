using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>A section of part 158.</summary>
/// <param name="Number">Its number, for example <c>158.632</c>.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Text">How much of its text could be consulted: <c>whole</c>, <c>part</c> or <c>not seen</c>. Figures of a section that was not seen are assumed.</param>
public sealed record RegulationSection(string Number, string Title, string Text)
{
    /// <summary>Reads the sections.</summary>
    /// <param name="dataFolder">Folder with <c>policy/sections.csv</c>.</param>
    /// <returns>The sections in the order of the regulation.</returns>
    /// <exception cref="InputException">The file is missing or a row has not as many fields as the header.</exception>
    public static IReadOnlyList<RegulationSection> Read(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        return [.. ShippedTable.Read(Path.Combine(dataFolder, "policy", "sections.csv")).Select(r => new RegulationSection(r.Text("section"), r.Text("title"), r.Text("text")))];
    }
}
