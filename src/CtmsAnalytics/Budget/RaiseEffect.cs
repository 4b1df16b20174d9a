namespace CtmsAnalytics.Budget;

/// <summary>What raises salaries once a year.</summary>
public enum RaiseKind
{
    /// <summary>The January raise: adjustments of the salary structures (158.621(c)) and of the pay rates that ceilings name, on the scenario's path.</summary>
    January,

    /// <summary>Recognition adjustments of the annual review (158.631).</summary>
    Review,
}

/// <summary>What one year's raise costs in one fiscal year, with every later raise left out; see <see cref="Projection.RaiseEffects"/>.</summary>
/// <param name="Kind">What raises.</param>
/// <param name="RaiseYear">Fiscal year in which the raise takes effect; the January raise is that of the calendar year of the same number.</param>
/// <param name="FiscalYear">Fiscal year in which it costs: <paramref name="RaiseYear"/> or the one after it.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="Component">What the dollar is paid for.</param>
/// <param name="Cents">Cost, cents; negative where the raise saves, for example through fewer vacancies to fill.</param>
public sealed record RaiseEffect(RaiseKind Kind, int RaiseYear, int FiscalYear, string Agency, string Organisation, Component Component, long Cents);
