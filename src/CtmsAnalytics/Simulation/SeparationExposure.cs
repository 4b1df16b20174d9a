using CtmsAnalytics.Calendar;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation;

/// <summary>How much hazard of separation a work period adds (model section 5): the expression that every engine evaluates in this order, so that rounding is alike.</summary>
internal static class SeparationExposure
{
    /// <summary>Hazard a year before the factor of the tenure band: pay above the market lowers it.</summary>
    /// <param name="workforce">The scenario's assumptions.</param>
    /// <param name="workLevel">Code of the work level.</param>
    /// <param name="salary">Annual rate with the supplement, whole US dollars.</param>
    /// <param name="target">Market target of the work level, US dollars a year.</param>
    public static double AnnualHazard(WorkforceAssumptions workforce, string workLevel, long salary, double target) =>
        workforce.SeparationHazard.TryGetValue(workLevel, out var hazard) && hazard != 0
            ? hazard * Deterministic.Pow(salary / target, -workforce.PayElasticity)
            : 0;

    /// <summary>Factor of the tenure band on a day: the last band that the length of service reaches.</summary>
    public static double TenureFactor(WorkforceAssumptions workforce, DateOnly entryOnDuty, DateOnly day)
    {
        var service = (day.DayNumber - entryOnDuty.DayNumber) / MeanYear.Days;
        var factor = 1.0;
        var bands = workforce.TenureBands;
        for (var i = 0; i < bands.Count; i++)
        {
            if (service >= bands[i].FromYears) factor = bands[i].Factor;
        }

        return factor;
    }

    /// <summary>What a work period adds, whole numbers of <see cref="Luck.HazardUnit"/> parts, 0 to <see cref="Luck.GreatestExposure"/>.</summary>
    public static double OfPeriod(double annualHazard, double tenureFactor, double periodsPerYear) =>
        annualHazard == 0 || tenureFactor == 0 ? 0 : Math.Min(Luck.GreatestExposure, Math.Floor((annualHazard * tenureFactor / periodsPerYear * Luck.HazardUnit) + 0.5));
}
