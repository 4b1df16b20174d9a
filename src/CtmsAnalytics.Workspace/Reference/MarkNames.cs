using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Names of the marks in the files and tables.</summary>
internal static class MarkNames
{
    private static readonly string[] Names = ["regulation", "published", "derived", "low_confidence", "assumed"];

    public static string List => string.Join(", ", Names);

    public static ParameterMark Parse(string name) =>
        TryParse(name, out var mark) ? mark : throw new ParameterException($"'{name}' is not a mark. Right would be one of {List}.");

    public static bool TryParse(string name, out ParameterMark mark)
    {
        var index = Array.IndexOf(Names, name);
        mark = (ParameterMark)Math.Max(index, 0);
        return index >= 0;
    }

    public static string Of(ParameterMark mark) => Names[(int)mark];
}
