using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>What one rule did in one fiscal year and organisation over draws.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="Rule">The rule; its <see cref="RuleReference.Effect"/> says what the cents mean.</param>
/// <param name="People">People whom the rule touched at least once in the year.</param>
/// <param name="Cents">What the rule cut, moved or raised, cents.</param>
public sealed record RuleEffectStatistics(int FiscalYear, string Agency, string Organisation, RuleReference Rule, Estimate People, Estimate Cents);
