using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Projection;

/// <summary>What a scenario's policies change about one position when the horizon opens.</summary>
/// <param name="PersonId">Identifier of the person.</param>
/// <param name="After">The person after the change.</param>
/// <param name="Text">What changes and why, for the person's trace.</param>
/// <param name="Rule">Rule that changes it.</param>
public sealed record OpeningChange(string PersonId, RosterPerson After, string Text, RuleReference Rule);
