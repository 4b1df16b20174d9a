namespace CtmsAnalytics.Rules;

/// <summary>A section of part 158.</summary>
/// <param name="Number">Its number, for example <c>158.632</c>.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Text">How much of its text could be consulted: <c>whole</c>, <c>part</c> or <c>not seen</c>. Figures of a section that was not seen are assumed.</param>
public sealed record RegulationSection(string Number, string Title, string Text);
