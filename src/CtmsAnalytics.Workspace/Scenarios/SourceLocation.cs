using System.Globalization;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A place in a scenario file.</summary>
/// <param name="File">File as the user named it, or as the including file leads to it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>The place as <c>file:line</c>, short enough for a table.</summary>
    /// <returns>The file name without its folder, and the line.</returns>
    public string ToShortString() => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(File)}:{Line}");

    /// <summary>The place as <c>file:line:column</c>.</summary>
    /// <returns>The place.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
