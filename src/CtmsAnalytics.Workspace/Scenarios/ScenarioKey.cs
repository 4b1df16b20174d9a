namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A key of the file format: the reference of one value.</summary>
/// <param name="Pattern">Path with placeholders, for example <c>workforce.separation_hazard.&lt;level&gt;</c>.</param>
/// <param name="Type">How the value is written: <c>fraction</c>, <c>whole dollars</c>, <c>date</c>, ...</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Range">Range in words; empty without one.</param>
/// <param name="Default">What holds when the key is absent, as it would be written; null where it must be given.</param>
/// <param name="Meaning">What the value means, one sentence without a full stop.</param>
/// <param name="Paragraph">Paragraph of part 158 that the value or its range rests on; empty without one.</param>
/// <param name="Mark">What kind of choice the value is.</param>
public sealed record ScenarioKey(string Pattern, string Type, string Unit, string Range, string? Default, string Meaning, string Paragraph, ScenarioMark Mark);
