using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Market wage that a work level competes at, for structures that are designed from the market.</summary>
/// <param name="match">How the level is matched to occupations, with its target percentile.</param>
/// <param name="date">The wage is aged to this date.</param>
/// <param name="growth">Growth of market wages a year, a fraction.</param>
/// <returns>US dollars a year.</returns>
/// <exception cref="ArgumentException">The wages do not reach the target percentile of an occupation.</exception>
public delegate double MarketWage(MarketMatch match, DateOnly date, double growth);
