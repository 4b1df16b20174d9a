using System.Globalization;
using System.Reflection;

namespace CtmsAnalytics.Workspace.Schema;

/// <summary>One step of the workspace's schema, written as SQL and run once.</summary>
/// <param name="Version">Version that the schema has after the step, from 1.</param>
/// <param name="Name">Name of the step.</param>
/// <param name="Sql">The statements.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const string Prefix = "schema/";

    /// <summary>Every step in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary>Version of a workspace that this program writes.</summary>
    public static int Latest => All[^1].Version;

    private static List<Migration> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var file = Path.GetFileNameWithoutExtension(resource[Prefix.Length..]);
            var separator = file.IndexOf('_', StringComparison.Ordinal);
            migrations.Add(new Migration(int.Parse(file.AsSpan(0, separator), CultureInfo.InvariantCulture), file[(separator + 1)..], reader.ReadToEnd()));
        }

        return migrations;
    }
}
