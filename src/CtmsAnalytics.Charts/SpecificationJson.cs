using System.Text.Json;

namespace CtmsAnalytics.Charts;

/// <summary>How specifications are written to files.</summary>
internal static class SpecificationJson
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };
}
