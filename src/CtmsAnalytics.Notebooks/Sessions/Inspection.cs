namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>What is known of a name in a cell.</summary>
/// <param name="Signature">Its declaration, one line.</param>
/// <param name="Summary">Its documentation: meaning, parameters, unit, paragraph; empty where there is none.</param>
/// <param name="Value">Its present value as text for a variable; null otherwise.</param>
public sealed record Inspection(string Signature, string Summary, string? Value);
