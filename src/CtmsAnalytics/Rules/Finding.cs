namespace CtmsAnalytics.Rules;

/// <summary>What one rule did to one person: who, when, which paragraph, before, after and why.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Date">First day of the work period in which the rule applied.</param>
/// <param name="Rule">The rule with its paragraph.</param>
/// <param name="Unit">Unit of <paramref name="Before"/> and <paramref name="After"/>.</param>
/// <param name="Before">The amount before the rule, in <paramref name="Unit"/>.</param>
/// <param name="After">The amount after the rule, in <paramref name="Unit"/>.</param>
/// <param name="Why">The reason in one sentence, with the figures that decided it.</param>
public sealed record Finding(string PersonId, DateOnly Date, RuleReference Rule, FindingUnit Unit, long Before, long After, string Why);
