using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Deployment;

/// <summary>Figures of leave accrual and accumulation (158.651; 5 U.S.C. 6303, 6304, 6307; 5 CFR 630.303). Hours.</summary>
/// <param name="MiddleYears">Years of service from which the middle class accrues.</param>
/// <param name="LongYears">Years of service from which the highest class accrues.</param>
/// <param name="ShortHours">Annual leave of a full work period in the lowest class.</param>
/// <param name="MiddleHours">Annual leave of a full work period in the middle class.</param>
/// <param name="LongHours">Annual leave of a full work period in the highest class.</param>
/// <param name="MiddleExtra">What the middle class accrues beside it in the last full work period of the year.</param>
/// <param name="ShortPaidHours">Part time: paid hours that earn one hour in the lowest class.</param>
/// <param name="MiddlePaidHours">Part time: paid hours that earn one hour in the middle class.</param>
/// <param name="LongPaidHours">Part time: paid hours that earn one hour in the highest class.</param>
/// <param name="SickHours">Sick leave of a full work period.</param>
/// <param name="SickPaidHours">Part time: paid hours that earn one hour of sick leave.</param>
/// <param name="Ceiling">Annual leave that is carried into a new year.</param>
/// <param name="SeniorCeiling">The same for those to whom 5 U.S.C. 6304(f) is applied.</param>
public readonly record struct LeaveRates(
    int MiddleYears,
    int LongYears,
    int ShortHours,
    int MiddleHours,
    int LongHours,
    int MiddleExtra,
    int ShortPaidHours,
    int MiddlePaidHours,
    int LongPaidHours,
    int SickHours,
    int SickPaidHours,
    int Ceiling,
    int SeniorCeiling)
{
    /// <summary>Reads the figures from their parameters, whose names begin with <c>leave_</c>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="year">Calendar year in which the figures are in force.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static LeaveRates From(ParameterReader parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        int Of(string name) => (int)parameters.InYear(name, year);
        return new LeaveRates(
            Of("leave_middle_years"), Of("leave_long_years"), Of("leave_annual_short"), Of("leave_annual_middle"), Of("leave_annual_long"), Of("leave_annual_middle_extra"),
            Of("leave_part_time_short"), Of("leave_part_time_middle"), Of("leave_part_time_long"), Of("leave_sick"), Of("leave_sick_part_time"),
            Of("leave_ceiling"), Of("leave_ceiling_senior"));
    }
}
