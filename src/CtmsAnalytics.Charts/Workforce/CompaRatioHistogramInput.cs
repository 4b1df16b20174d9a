namespace CtmsAnalytics.Charts.Workforce;

/// <summary>What a compa-ratio histogram shows: people by salary over midpoint, in the baseline and in the proposal.</summary>
/// <param name="Span">When, for example <c>end of FY2028</c>.</param>
/// <param name="Bins">Bins in ascending order, each beginning where the last one ended, at least one.</param>
/// <param name="BaselineMedian">Median compa-ratio in the baseline, a fraction.</param>
/// <param name="ProposalMedian">Median compa-ratio in the proposal, a fraction; null for the baseline alone.</param>
/// <param name="Basis">People; dollars play no part.</param>
public sealed record CompaRatioHistogramInput(string Span, IReadOnlyList<CompaRatioBin> Bins, double BaselineMedian, double? ProposalMedian, ChartBasis Basis);

/// <summary>People whose compa-ratio is in a bin, its lower end included.</summary>
/// <param name="From">Lower end, a fraction, for example 0.95.</param>
/// <param name="To">Upper end, not included.</param>
/// <param name="Baseline">People in the baseline; null where the number is withheld.</param>
/// <param name="Proposal">People in the proposal; null where the number is withheld, or for the baseline alone.</param>
public sealed record CompaRatioBin(double From, double To, int? Baseline, int? Proposal);
