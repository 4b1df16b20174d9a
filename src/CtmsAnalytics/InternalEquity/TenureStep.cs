namespace CtmsAnalytics.InternalEquity;

/// <summary>Pay of new people against that of longer-serving ones of the same work level, structure salary unless another is named.</summary>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="NewPeople">People with less service than makes one longer-serving.</param>
/// <param name="LongPeople">Longer-serving people.</param>
/// <param name="MedianRatio">Median of the new over that of the longer-serving; null where one of them is nobody.</param>
/// <param name="MeanRatio">The same of the means.</param>
/// <param name="Pairs">Pairs of a new person and a longer-serving one with at least the same rating.</param>
/// <param name="Inverted">Those of them in which the new person is paid more.</param>
/// <param name="LongOvertaken">Longer-serving people who are paid less than a new one with no better rating.</param>
/// <param name="SalaryInverted">Inverted pairs by salary with the supplement.</param>
public sealed record TenureStep(
    string WorkLevel,
    int NewPeople,
    int LongPeople,
    double? MedianRatio,
    double? MeanRatio,
    long Pairs,
    long Inverted,
    int LongOvertaken,
    long SalaryInverted);
