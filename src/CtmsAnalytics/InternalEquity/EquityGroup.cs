namespace CtmsAnalytics.InternalEquity;

/// <summary>People of one group, and how they are paid against their ranges and one another.</summary>
/// <param name="Dimension">What people are grouped by; null for everybody.</param>
/// <param name="Value">The value that they share.</param>
/// <param name="People">Number of people.</param>
/// <param name="MedianCompaRatio">Median compa-ratio of structure salary.</param>
/// <param name="LowerCompaRatio">Its 25th percentile.</param>
/// <param name="UpperCompaRatio">Its 75th percentile.</param>
/// <param name="MeanCompaRatio">Mean compa-ratio of structure salary.</param>
/// <param name="MeanSalaryCompaRatio">Mean compa-ratio of salary with the supplement.</param>
/// <param name="MeanPenetration">Mean range penetration.</param>
/// <param name="LevelInverted">Pairs inside the group in which somebody is paid more, by structure salary, than a person of the next level.</param>
/// <param name="TenureInverted">Pairs inside the group and a level in which a new person is paid more than a longer-serving one with at least the same rating.</param>
public sealed record EquityGroup(
    EquityDimension? Dimension,
    string Value,
    int People,
    double MedianCompaRatio,
    double LowerCompaRatio,
    double UpperCompaRatio,
    double MeanCompaRatio,
    double MeanSalaryCompaRatio,
    double MeanPenetration,
    long LevelInverted,
    long TenureInverted);
