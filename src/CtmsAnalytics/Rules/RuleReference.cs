namespace CtmsAnalytics.Rules;

/// <summary>A rule by its short name and the paragraph that it comes from.</summary>
/// <param name="Name">Short name in the words of the field.</param>
/// <param name="Paragraph">Paragraph of part 158 or of the statute.</param>
/// <param name="Effect">What the rule's dollars mean: <c>cut</c>, <c>deferred</c>, <c>forfeited</c>, <c>raised</c>, <c>granted</c>, <c>refused</c> or <c>reported</c>.</param>
public sealed record RuleReference(string Name, string Paragraph, string Effect);
