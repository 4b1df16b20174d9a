using System.CommandLine;

namespace CtmsAnalytics.Cli.Help;

/// <summary>The commands in groups, by what a person is about to do.</summary>
public static class CommandGroups
{
    private static readonly (string Title, string[] Names)[] Groups =
    [
        ("Set up a workspace", ["demo", "init", "import", "quarantine", "rosters", "sample"]),
        ("Write a proposal", ["scenario", "parameters"]),
        ("Read the market and design pay", ["market", "structure", "supplement", "equity", "internal-equity", "studies"]),
        ("Value, hire and place people", ["valuation", "funnel", "deployment", "person"]),
        ("See what it costs", ["compare", "simulate", "merge", "runs"]),
        ("See whom it moves", ["whom", "explain"]),
        ("Show it and hand it over", ["report", "budget", "export", "gallery"]),
        ("Work in notebooks", ["notebook", "kernel"]),
        ("About ctms", ["help", "completion"]),
    ];

    /// <summary>The commands of a root in groups.</summary>
    /// <param name="root">The root.</param>
    /// <returns>Title and commands of each group that has any, every command once.</returns>
    public static IEnumerable<(string Title, IReadOnlyList<Command> Commands)> Of(Command root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var known = Groups.SelectMany(g => g.Names).ToHashSet(StringComparer.Ordinal);
        return Groups
            .Select(g => (g.Title, (IReadOnlyList<Command>)[.. g.Names.Select(n => root.Subcommands.FirstOrDefault(c => c.Name == n)).OfType<Command>()]))
            .Append(("Others", [.. root.Subcommands.Where(c => !known.Contains(c.Name) && !c.Hidden)]))
            .Where(g => g.Item2.Count > 0);
    }
}
