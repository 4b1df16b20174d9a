namespace CtmsAnalytics.Workspace.Tables;

/// <summary>Column names are compared by their letters and digits alone: <c>Loc Quotient</c>, <c>LOC_QUOTIENT</c> and <c>locquotient</c> are one name.</summary>
internal static class HeaderName
{
    public static string Normalise(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
