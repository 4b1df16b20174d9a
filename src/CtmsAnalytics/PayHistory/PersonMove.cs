using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.PayHistory;

/// <summary>One person whose pay of a year differs between two scenarios, and what makes it differ.</summary>
/// <param name="Person">The person as the roster states.</param>
/// <param name="BaselineLevel">Work level at the end of the year in the baseline.</param>
/// <param name="ProposalLevel">Work level at the end of the year in the proposal.</param>
/// <param name="BaselineSalary">Salary with supplement at the end of the year in the baseline, annual rate, whole US dollars.</param>
/// <param name="ProposalSalary">Salary with supplement at the end of the year in the proposal, annual rate, whole US dollars.</param>
/// <param name="BaselineCents">What the Department pays for the person in the year in the baseline, cents.</param>
/// <param name="ProposalCents">What the Department pays for the person in the year in the proposal, cents.</param>
/// <param name="Rules">The rules that did something else in the proposal, in the order in which they did it; empty where only amounts without a rule of the year differ.</param>
/// <param name="Components">The components that differ, in their order; they add up to <see cref="Cents"/>.</param>
public sealed record PersonMove(
    RosterPerson Person,
    string BaselineLevel,
    string ProposalLevel,
    long BaselineSalary,
    long ProposalSalary,
    long BaselineCents,
    long ProposalCents,
    IReadOnlyList<RuleMove> Rules,
    IReadOnlyList<ComponentMove> Components)
{
    /// <summary>Proposal less baseline: salary at the end of the year, annual rate, whole US dollars.</summary>
    public long SalaryDifference => ProposalSalary - BaselineSalary;

    /// <summary>Proposal less baseline: what the Department pays in the year, cents.</summary>
    public long Cents => ProposalCents - BaselineCents;
}

/// <summary>A rule whose findings about a person differ between two scenarios, proposal less baseline.</summary>
/// <param name="Rule">The rule with its paragraph.</param>
/// <param name="AnnualDollars">
/// Difference of after less before, annual rate, whole US dollars, of the findings in that unit; 0 where there are none. What is raised or granted adds up over the year; of a
/// cut or a report, which is found again at every change of the salary, the last of the year counts.
/// </param>
/// <param name="Cents">Difference of after less before of the findings in cents; 0 where there are none.</param>
public sealed record RuleMove(RuleReference Rule, long AnnualDollars, long Cents);

/// <summary>A component whose amount of the year differs, proposal less baseline.</summary>
/// <param name="Component">What is paid for.</param>
/// <param name="Paragraph">Paragraph that it rests on.</param>
/// <param name="Cents">Difference, cents.</param>
public sealed record ComponentMove(Component Component, string Paragraph, long Cents);

/// <summary>A rule over all people that it moves.</summary>
/// <param name="Rule">The rule with its paragraph.</param>
/// <param name="People">Number of moved people about whom its findings differ.</param>
/// <param name="AnnualDollars">Sum of their <see cref="RuleMove.AnnualDollars"/>.</param>
/// <param name="Cents">Sum of their <see cref="RuleMove.Cents"/>.</param>
public sealed record RuleMoveTotal(RuleReference Rule, int People, long AnnualDollars, long Cents);

/// <summary>A component over all people whose amount differs.</summary>
/// <param name="Component">What is paid for.</param>
/// <param name="Paragraph">Paragraph that it rests on.</param>
/// <param name="People">Number of people.</param>
/// <param name="Cents">Sum of the differences, cents.</param>
public sealed record ComponentMoveTotal(Component Component, string Paragraph, int People, long Cents);
