using System.Globalization;

namespace CtmsAnalytics.Workspace.Imports;

/// <summary>How assignments or hours are imported.</summary>
public sealed record DeploymentImportOptions
{
    /// <summary>Known column by the name that the file gives it.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Roster whose people the file speaks of.</summary>
    /// <value>Default null: the current one.</value>
    public int? Roster { get; init; }

    /// <summary>Whether hours that differ from the ones in the workspace take their place.</summary>
    /// <value>Default false: such rows are set aside.</value>
    public bool Replace { get; init; }

    internal string ToText(string what, int roster) => string.Join(';', new[] { what, roster.ToString("'roster='0", CultureInfo.InvariantCulture), Replace ? "replace" : "" }
        .Concat(Map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"map={m.Key}={m.Value}")).Where(o => o.Length > 0));
}
