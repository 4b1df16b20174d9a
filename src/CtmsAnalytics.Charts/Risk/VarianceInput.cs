namespace CtmsAnalytics.Charts.Risk;

/// <summary>What a variance chart shows: which source of randomness carries how much of the risk.</summary>
/// <param name="Outcome">What varies, for example <c>cost of FY2028</c>.</param>
/// <param name="StandardDeviationCents">Standard deviation of the outcome over draws, cents.</param>
/// <param name="Sources">The sources in any order, at least one.</param>
/// <param name="Remainder">One less the sum of the shares; null where it is not known.</param>
/// <param name="RemainderStandardError">Standard error of the remainder; null where it is not known.</param>
/// <param name="Basis">Draws, people and the kind of dollars.</param>
public sealed record VarianceInput(string Outcome, long StandardDeviationCents, IReadOnlyList<VarianceSource> Sources, double? Remainder, double? RemainderStandardError, ChartBasis Basis);

/// <summary>A source of randomness.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Share of the variance that disappears when it is held still, a fraction; may be below zero.</param>
/// <param name="StandardError">Standard error of the share, a fraction; null where it is not known.</param>
public sealed record VarianceSource(string Name, double Share, double? StandardError = null);
