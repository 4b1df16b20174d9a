namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A file that a scenario was read from.</summary>
/// <param name="File">File as the user named it, or as the including file leads to it.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record ScenarioSource(string File, string Sha256);
