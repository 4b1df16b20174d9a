using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Names of the marks in the files and tables.</summary>
internal static class MarkNames
{
    private static readonly string[] Names = ["regulation", "published", "derived", "low_confidence", "assumed"];

    public static ParameterMark Parse(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var index ? (ParameterMark)index : throw new ParameterException($"'{name}' is not a mark. Right would be one of {string.Join(", ", Names)}.");

    public static string Of(ParameterMark mark) => Names[(int)mark];
}
