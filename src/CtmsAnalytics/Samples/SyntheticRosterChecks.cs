using System.Globalization;

namespace CtmsAnalytics.Samples;

/// <summary>Holds <see cref="SyntheticRosterOptions"/> to the ranges that its documentation states.</summary>
internal static class SyntheticRosterChecks
{
    /// <exception cref="ArgumentException">An option is out of range; the message says which and what would be right.</exception>
    public static void Check(SyntheticRosterOptions options)
    {
        Require(options.AsOf.AddDays(1).Day == 1, $"The roster's day {options.AsOf:yyyy-MM-dd} is not the last day of a month.");
        Require(options.WorkPeriodDays > 0, $"A work period of {options.WorkPeriodDays} days. A positive number is expected.");
        Require(options.FullTimeHours > 0, $"Full-time hours of {options.FullTimeHours} in a work period. A positive number is expected.");
        Require(options.Levels.Count > 0, $"There are no levels. At least one is expected.");
        foreach (var level in options.Levels)
        {
            Require(level.Minimum > 0 && level.Minimum <= level.Maximum, $"Level {level.Code} runs from {level.Minimum} to {level.Maximum}. A positive minimum not above the maximum is expected.");
            Require(level.ServiceFactor > 0, $"Level {level.Code} has the service factor {level.ServiceFactor}. A positive one is expected.");
        }

        foreach (var (market, supplement) in options.Supplements)
            Require(supplement is >= 0 and < 1, $"The supplement of {market} is {supplement}. A fraction from 0 to below 1 is expected.");
        Require(options.RenewablePercent is >= 0 and <= 100, $"The renewable share is {options.RenewablePercent} percent. 0 to 100 is expected.");
        Require(options.AdvisoryCount >= 0, $"The number of advisory appointments is {options.AdvisoryCount}. 0 or more is expected.");
        foreach (var hours in options.PartTimeHours)
            Require(hours >= 1 && hours < options.FullTimeHours, $"Part-time hours of {hours} in a work period. 1 to {options.FullTimeHours - 1} are expected (158.705).");
        foreach (var hours in options.ContingentHours)
            Require(hours >= 1 && hours <= options.FullTimeHours, $"Contingent hours of {hours} in a work period. 1 to {options.FullTimeHours} are expected (158.705).");
        RequireWeights(options.HealthPlans.Values, "health plans");
        RequireWeights(options.RatingWeights, "ratings");
    }

    private static void RequireWeights(IEnumerable<int> weights, string what)
        => Require(weights.All(w => w >= 0) && weights.Any(w => w > 0), $"The weights of the {what} are negative or all zero. Whole numbers with a positive sum are expected.");

    private static void Require(bool holds, FormattableString otherwise)
    {
        if (!holds)
            throw new ArgumentException(otherwise.ToString(CultureInfo.InvariantCulture));
    }
}
