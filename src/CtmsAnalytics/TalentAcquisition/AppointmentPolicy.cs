using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>What regulation and policy say in numbers about appointments (158.523-525), as of a year.</summary>
/// <param name="LongestTermYears">Longest term of a renewable appointment, years (158.523(a)).</param>
/// <param name="MostRenewals">Most renewals of it; 0 for no limit (158.523(a)).</param>
/// <param name="InitialYears">Length of the initial service period, years (158.524(a)).</param>
/// <param name="IsPartTimeProrated">Whether part-time service counts toward it by its hours only (158.524(d)).</param>
/// <param name="NonpayWorkdays">Workdays in a nonpay status that count toward it all the same (158.524(d)).</param>
/// <param name="ReassessmentYears">Years since the most recent appointment within which no new assessment is needed (158.525(c)(1)).</param>
/// <param name="LeastSimilarity">Similarity of work or qualifications from which none is needed, 0 to 1 (158.525(c)(2)-(3)).</param>
public sealed record AppointmentPolicy(
    int LongestTermYears, int MostRenewals, int InitialYears, bool IsPartTimeProrated, int NonpayWorkdays, double ReassessmentYears, double LeastSimilarity)
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>The policy of the year.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static AppointmentPolicy Of(ParameterReader parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new AppointmentPolicy(
            (int)parameters.InYear("renewable_appointment_years", year),
            (int)parameters.InYear("renewable_renewals_maximum", year),
            (int)parameters.InYear("initial_service_period", year),
            parameters.Flag("initial_service_part_time_prorated", year),
            (int)parameters.InYear("initial_service_nonpay_workdays", year),
            parameters.InYear("rehire_reassessment_years", year),
            parameters.InYear("rehire_similarity_minimum", year));
    }
}
