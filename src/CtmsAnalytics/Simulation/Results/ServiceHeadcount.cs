namespace CtmsAnalytics.Simulation.Results;

/// <summary>Movement of people of the whole service in one fiscal year over draws.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Start">People at the start, persons.</param>
/// <param name="Hires">People hired, persons.</param>
/// <param name="Separations">People separated, persons.</param>
/// <param name="End">People at the end, persons.</param>
/// <param name="Fte">Full-time equivalents: paid regular hours / compensable hours of the fiscal year. Null where the layout does not say how many those are.</param>
public sealed record ServiceHeadcount(
    int FiscalYear, CountStatistics Start, CountStatistics Hires, CountStatistics Separations, CountStatistics End, CountStatistics? Fte);
