using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Deployment.Hours;

/// <summary>What part 158 leaves to policy about hours: when hours are regular, and which hours are evidence of special working conditions.</summary>
/// <param name="Periods">Last work periods that a signal looks at, 1 or more (158.705(b)(5), (6)).</param>
/// <param name="LeastPeriods">Fewest work periods with hours that a signal needs.</param>
/// <param name="ExceededShare">Share of the periods in which part-time hours are exceeded from which they are exceeded regularly (158.705(b)(5)).</param>
/// <param name="WorkedShare">Share of the periods with contingent work from which it can be scheduled in advance (158.705(b)(6)).</param>
/// <param name="MostVariation">Coefficient of variation of contingent hours up to which they can be scheduled in advance (158.705(b)(6)).</param>
/// <param name="UncommonShare">Hours worked above full time from which the duration is uncommon, as a fraction of full time (158.642(b)(2)).</param>
/// <param name="UnexpectedHours">Hours at unexpected times in a work period from which it counts (158.642(b)(2)).</param>
/// <param name="SwcPercent">Payment of the program that is priced, as a fraction of the salary of the work period (158.642(c)).</param>
public sealed record HoursPolicy(
    int Periods, int LeastPeriods, double ExceededShare, double WorkedShare, double MostVariation, double UncommonShare, double UnexpectedHours, double SwcPercent)
{
    /// <summary>Reads the policy from its parameters, whose names begin with <c>hours_</c>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="year">Calendar year in which they are in force.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static HoursPolicy From(ParameterReader parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double Of(string name) => parameters.InYear(name, year);
        return new HoursPolicy(
            (int)Of("hours_signal_periods"), (int)Of("hours_signal_least_periods"), Of("hours_part_time_exceeded_share"), Of("hours_contingent_worked_share"), Of("hours_contingent_most_variation"),
            Of("hours_uncommon_share"), Of("hours_unexpected_least"), Of("hours_swc_percent"));
    }
}
