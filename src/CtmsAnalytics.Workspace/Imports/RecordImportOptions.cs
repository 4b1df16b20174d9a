namespace CtmsAnalytics.Workspace.Imports;

/// <summary>How changes of records, or determined qualifications, are imported.</summary>
public sealed record RecordImportOptions
{
    /// <summary>Known column by the name that the file gives it.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    internal string ToText(string what) => string.Join(';', [what, .. Map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"map={m.Key}={m.Value}")]);
}
