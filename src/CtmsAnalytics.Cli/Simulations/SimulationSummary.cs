using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Cli.Simulations;

/// <summary>What a simulation, or the expected path, says: the rows that text, JSON and CSV show alike. Costs in cents; where there are no draws nothing is known about errors and quantiles.</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="Seed">The seed; null on the expected path.</param>
/// <param name="Draws">Number of draws; 0 on the expected path.</param>
/// <param name="People">People of the roster.</param>
/// <param name="FiscalYears">Fiscal years, ascending.</param>
/// <param name="Scenarios">The scenarios, the baseline first.</param>
/// <param name="Notes">What a reader must know, one sentence each.</param>
public sealed record SimulationSummary(
    RunManifest Manifest, uint? Seed, int Draws, int People, IReadOnlyList<int> FiscalYears, IReadOnlyList<ScenarioSummary> Scenarios, IReadOnlyList<string> Notes);

/// <summary>What is said about one scenario.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Costs">Cost by fiscal year, all years last.</param>
/// <param name="Differences">What it costs more than the baseline by fiscal year, all years last; empty for the baseline.</param>
/// <param name="Budgets">Probability of exceeding each budget.</param>
/// <param name="Headcount">Movement of people by fiscal year.</param>
/// <param name="CostRisk">Which source carries the risk of the cost of all years; null without a breakdown.</param>
/// <param name="DifferenceRisk">Which source carries the risk of the difference of all years; null without a breakdown and for the baseline.</param>
/// <param name="AssumedParameters">Parameters that the numbers rest on and that no published text settles.</param>
public sealed record ScenarioSummary(
    string Name,
    IReadOnlyList<CostRow> Costs,
    IReadOnlyList<DifferenceRow> Differences,
    IReadOnlyList<BudgetRow> Budgets,
    IReadOnlyList<HeadcountRow> Headcount,
    VarianceBreakdown? CostRisk,
    VarianceBreakdown? DifferenceRisk,
    IReadOnlyList<Parameter> AssumedParameters);

/// <summary>Cost of a fiscal year, cents.</summary>
/// <param name="FiscalYear">Fiscal year; null for all years.</param>
/// <param name="Mean">Mean over draws, or the point estimate.</param>
/// <param name="StandardError">Standard error of the mean.</param>
/// <param name="P10">10th percentile over draws.</param>
/// <param name="P50">Median over draws.</param>
/// <param name="P90">90th percentile over draws.</param>
/// <param name="ExpectedPath">The point estimate beside the mean of draws; null where it is not known.</param>
public sealed record CostRow(int? FiscalYear, double Mean, double? StandardError, double? P10, double? P50, double? P90, long? ExpectedPath);

/// <summary>What a scenario costs more than the baseline in a fiscal year, on paired draws, cents.</summary>
/// <param name="FiscalYear">Fiscal year; null for all years.</param>
/// <param name="Mean">Mean over draws, or the difference of the point estimates.</param>
/// <param name="Interval">95 % interval of the mean.</param>
/// <param name="P10">10th percentile over draws.</param>
/// <param name="P50">Median over draws.</param>
/// <param name="P90">90th percentile over draws.</param>
/// <param name="ShareHigher">Share of draws in which the scenario costs more.</param>
public sealed record DifferenceRow(int? FiscalYear, double Mean, Interval? Interval, double? P10, double? P50, double? P90, double? ShareHigher);

/// <summary>A budget and the probability that costs are above it.</summary>
/// <param name="FiscalYear">Fiscal year; null for all years.</param>
/// <param name="Budget">The budget, cents.</param>
/// <param name="Probability">Share of draws above it with its interval; null on the expected path.</param>
/// <param name="Above">What the mean is above the budget, cents; below zero where it is not.</param>
public sealed record BudgetRow(int? FiscalYear, long Budget, ProbabilityEstimate? Probability, double Above);

/// <summary>Movement of people of the whole service in a fiscal year, means over draws.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Start">People at the start.</param>
/// <param name="Hires">People hired.</param>
/// <param name="Separations">People separated.</param>
/// <param name="End">People at the end.</param>
/// <param name="EndP10">10th percentile of people at the end.</param>
/// <param name="EndP90">90th percentile of people at the end.</param>
/// <param name="Fte">Full-time equivalents; null where they are not known.</param>
public sealed record HeadcountRow(int FiscalYear, double Start, double Hires, double Separations, double End, double? EndP10, double? EndP90, double? Fte);
