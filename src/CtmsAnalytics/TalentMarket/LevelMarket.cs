namespace CtmsAnalytics.TalentMarket;

/// <summary>Market wages of the occupations that a work level is matched to, aged to a date. US dollars a year.</summary>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile; the lower bound where <paramref name="P75Censored"/>.</param>
/// <param name="P75Censored">True when a matched occupation's 75th percentile is at or above the survey's top code.</param>
/// <param name="Target">Wage at the level's target percentile.</param>
/// <param name="TargetPercentile">The target percentile, 10 to 90.</param>
/// <param name="Occupations">The matched occupations in words.</param>
/// <param name="SurveyYear">Survey year of the wages.</param>
public sealed record LevelMarket(
    double P25,
    double P50,
    double P75,
    bool P75Censored,
    double Target,
    double TargetPercentile,
    string Occupations,
    int SurveyYear);
