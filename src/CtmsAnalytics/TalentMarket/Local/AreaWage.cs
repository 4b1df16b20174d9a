namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>What a survey publishes of one occupation in one area and year, as far as local supplements use it. US dollars a year.</summary>
/// <param name="Year">Survey year (May panel).</param>
/// <param name="Area">Area code of the survey; <c>99</c> is the nation.</param>
/// <param name="AreaTitle">Name of the area.</param>
/// <param name="Division">Census division of the area's first state; null where there is none.</param>
/// <param name="Occupation">SOC code.</param>
/// <param name="OccupationTitle">Name of the occupation.</param>
/// <param name="Employment">Employment, jobs; null where it was not published.</param>
/// <param name="Median">Median wage.</param>
/// <param name="Mean">Mean wage.</param>
/// <param name="MeanError">Published relative standard error of the mean, a fraction; null where there is none.</param>
public sealed record AreaWage(
    int Year,
    string Area,
    string AreaTitle,
    string? Division,
    string Occupation,
    string OccupationTitle,
    double? Employment,
    WageFigure Median,
    WageFigure Mean,
    double? MeanError);

/// <summary>A local cybersecurity talent market (158.612(b)(1)) with what stands beside its wages.</summary>
/// <param name="Code">Market code.</param>
/// <param name="Name">Name of the market.</param>
/// <param name="SurveyArea">Area of the wage survey that stands for it; null for none; <c>99</c> for the market that is the nation at large.</param>
/// <param name="Division">Census division that most of its counties lie in; null for none.</param>
/// <param name="PriceParity">Regional price parity, all items, 1 for the nation; null where there is none.</param>
/// <param name="LocalityPercent">Title 5 locality payment, a fraction of base pay; null where there is none.</param>
public sealed record MarketFacts(string Code, string Name, string? SurveyArea, string? Division, double? PriceParity, double? LocalityPercent)
{
    /// <summary>Whether it is the nation outside every local market.</summary>
    public bool IsNation => SurveyArea == MarketReference.NationalArea;
}

/// <summary>A county that an official worksite can lie in (158.704).</summary>
/// <param name="Fips">Five digits, state and county.</param>
/// <param name="Name">Name of the county.</param>
/// <param name="State">Postal code of the state.</param>
/// <param name="Market">Code of the local market that it lies in.</param>
public sealed record WorksiteCounty(string Fips, string Name, string State, string Market);

/// <summary>What local supplements are computed from beside roster, scenario and parameters.</summary>
/// <param name="Wages">Wages of detailed occupations by year, area and occupation, the nation among the areas.</param>
/// <param name="Markets">Every local market, by code.</param>
/// <param name="Counties">Every county, by code.</param>
/// <param name="LocalityYear">Calendar year of the locality payments.</param>
public sealed record LocalMarketData(
    IReadOnlyList<AreaWage> Wages,
    IReadOnlyList<MarketFacts> Markets,
    IReadOnlyList<WorksiteCounty> Counties,
    int LocalityYear)
{
    /// <summary>The market that is the nation outside every other; null where there is none.</summary>
    public MarketFacts? Nation => Markets.FirstOrDefault(m => m.IsNation);
}
