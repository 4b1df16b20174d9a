namespace CtmsAnalytics.InternalEquity;

/// <summary>Structure salaries of a work level beside its range. US dollars a year.</summary>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="People">Number of people.</param>
/// <param name="Minimum">Lowest minimum of their subranges.</param>
/// <param name="Maximum">Highest maximum of their subranges.</param>
/// <param name="Lower">25th percentile.</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">75th percentile.</param>
public sealed record LevelPay(string WorkLevel, int People, long Minimum, long Maximum, double Lower, double Median, double Upper);
