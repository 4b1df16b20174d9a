namespace CtmsAnalytics.InternalEquity;

/// <summary>Pay of a work level against that of the next level of its ladder, structure salary unless another is named.</summary>
/// <param name="Lower">Code of the lower level.</param>
/// <param name="Upper">Code of the next level.</param>
/// <param name="LowerPeople">People of the lower level.</param>
/// <param name="UpperPeople">People of the next level.</param>
/// <param name="MedianRatio">Median of the lower level over that of the next; null where one of them has nobody.</param>
/// <param name="MeanRatio">The same of the means.</param>
/// <param name="QuartileDistance">25th percentile of the next level less 75th percentile of the lower one, US dollars a year: below 0 the quarters overlap.</param>
/// <param name="Inverted">Pairs in which the person of the lower level is paid more than the one of the next level.</param>
/// <param name="LowerAbove">People of the lower level who are paid more than somebody of the next.</param>
/// <param name="UpperBelow">People of the next level who are paid less than somebody of the lower.</param>
/// <param name="SalaryInverted">Inverted pairs by salary with the supplement.</param>
public sealed record LevelStep(
    string Lower,
    string Upper,
    int LowerPeople,
    int UpperPeople,
    double? MedianRatio,
    double? MeanRatio,
    double? QuartileDistance,
    long Inverted,
    int LowerAbove,
    int UpperBelow,
    long SalaryInverted)
{
    /// <summary>Pairs of a person of each level.</summary>
    public long Pairs => (long)LowerPeople * UpperPeople;
}
