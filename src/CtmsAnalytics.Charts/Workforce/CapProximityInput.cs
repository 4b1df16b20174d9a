namespace CtmsAnalytics.Charts.Workforce;

/// <summary>What a cap proximity chart shows: how many people are how near to a cap.</summary>
/// <param name="Amount">What is held against the cap, for example <c>Salary</c>.</param>
/// <param name="Cap">The cap, for example <c>the Vice President's rate</c>.</param>
/// <param name="Bins">Bins in ascending order, at least one.</param>
/// <param name="Rows">One row for each group, for example a work level, or one for all; at least one.</param>
/// <param name="Basis">People; dollars play no part.</param>
public sealed record CapProximityInput(string Amount, string Cap, IReadOnlyList<CapBin> Bins, IReadOnlyList<CapRow> Rows, ChartBasis Basis);

/// <summary>A bin of the amount as a share of the cap, its lower end included.</summary>
/// <param name="From">Lower end as a fraction of the cap, for example 0.95.</param>
/// <param name="To">Upper end, not included; equal to <paramref name="From"/> for those exactly at the cap.</param>
public sealed record CapBin(double From, double To);

/// <summary>People of one group by bin.</summary>
/// <param name="Label">The group.</param>
/// <param name="People">People in each bin, in the order of the bins; null where the number is withheld.</param>
public sealed record CapRow(string Label, IReadOnlyList<int?> People);
