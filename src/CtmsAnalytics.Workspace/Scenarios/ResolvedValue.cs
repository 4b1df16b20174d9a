namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>One value of a resolved scenario, and where it was set.</summary>
/// <param name="Path">Path of the value, for example <c>supplements.SF</c>.</param>
/// <param name="Effective">Date from which the policy that holds the value is in force; null for a value outside policy, which holds throughout.</param>
/// <param name="Text">The value as the file format writes it.</param>
/// <param name="Number">The number; null for anything else.</param>
/// <param name="SetAt">Where it was set; null for a default.</param>
/// <param name="Key">Meaning, unit and range.</param>
public sealed record ResolvedValue(string Path, DateOnly? Effective, string Text, double? Number, SourceLocation? SetAt, ScenarioKey Key)
{
    /// <summary>Path of the value of the main structure that a further structure takes because it states none itself.</summary>
    /// <value>Default null: the value is stated where it stands, or is a default.</value>
    public string? TakenFrom { get; init; }
}
