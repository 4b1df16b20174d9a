namespace CtmsAnalytics.Workspace.Scenarios.Yaml;

/// <summary>What a YAML file is about, in the words of messages.</summary>
/// <param name="Name">Name of the kind of file, for example <c>scenario</c>.</param>
/// <param name="Noun">The kind of file at the beginning of a sentence.</param>
/// <param name="Subject">What one file is about.</param>
/// <param name="Least">What a file has at least, a sentence.</param>
/// <param name="Shape">What a file looks like, a sentence.</param>
/// <param name="Sharing">What to do instead of an alias, a sentence.</param>
internal sealed record FileKind(string Name, string Noun, string Subject, string Least, string Shape, string Sharing)
{
    /// <summary>A scenario.</summary>
    public static readonly FileKind Scenario = new(
        "scenario",
        "A scenario file",
        "scenario",
        "A scenario file has at least a name and either 'extends' or every section.",
        "A scenario file is a map of sections, for example 'name: Baseline'.",
        "Write the value out, or put what is shared into a file that this one extends.");

    /// <summary>Personnel actions of one person.</summary>
    public static readonly FileKind Actions = new(
        "actions",
        "An actions file",
        "person",
        "An actions file has a 'person' and a list 'actions'.",
        "An actions file is a map with the keys 'person' and 'actions'.",
        "Write the value out.");

    /// <summary>Budgets by fiscal year.</summary>
    public static readonly FileKind Budget = new(
        "budget",
        "A budget file",
        "budget",
        "A budget file has at least one year with its amount, for example '2027: 235M'.",
        "A budget file is a map of fiscal years and amounts, for example '2027: 235M'.",
        "Write the amount out.");
}
