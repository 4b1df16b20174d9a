using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The option that turns a result into JSON, alike in every command.</summary>
public static class JsonOption
{
    /// <summary>Name of the option.</summary>
    public const string Name = "--json";

    /// <summary>Creates the option.</summary>
    /// <param name="description">What the JSON holds; null for the usual sentence.</param>
    /// <returns><c>--json</c>; default text.</returns>
    public static Option<bool> Create(string? description = null) => new(Name) { Description = description ?? "Prints JSON instead of text." };
}
