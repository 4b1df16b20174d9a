using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Records;

/// <summary>What part 158 forbids of a state that is to be recorded.</summary>
/// <param name="Rule">The rule that forbids it.</param>
/// <param name="Items">Codes of the items that contradict one another.</param>
/// <param name="Text">What is wrong and what would be right, in that order.</param>
public sealed record RecordProblem(RuleReference Rule, IReadOnlyList<string> Items, string Text);
