namespace CtmsAnalytics.Simulation.Results;

/// <summary>Movement of people in one fiscal year and organisation over draws; in every draw start + hires - separations = end.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="Start">People at the start, persons.</param>
/// <param name="Hires">People hired, persons.</param>
/// <param name="Separations">People separated, persons.</param>
/// <param name="End">People at the end, persons.</param>
/// <param name="Fte">Full-time equivalents: paid regular hours / compensable hours of the fiscal year. Null where the layout does not say how many those are.</param>
public sealed record HeadcountStatistics(
    int FiscalYear, string Agency, string Organisation, Estimate Start, Estimate Hires, Estimate Separations, Estimate End, Estimate? Fte);
