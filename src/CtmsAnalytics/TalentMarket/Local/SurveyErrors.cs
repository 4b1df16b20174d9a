using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>
/// Relative standard errors of survey wages. The survey publishes that of the mean for the nation and, in its full files, for areas. Where a row has none, a generalised variance relation stands in:
/// scale / employment^power, fitted from published pairs. A median is less certain than a mean by a factor.
/// </summary>
/// <param name="Scale">Relative error of the mean at an employment of one, a fraction, above 0.</param>
/// <param name="Power">Power of employment that it falls with, 0 or more.</param>
/// <param name="MedianFactor">Error of a median as a multiple of that of the mean, above 0.</param>
/// <param name="WithheldEmployment">Employment that stands in where it was not published, jobs, above 0.</param>
public sealed record SurveyErrors(double Scale, double Power, double MedianFactor, double WithheldEmployment)
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="parameters">Parameters <c>survey_error_scale</c>, <c>survey_error_power</c>, <c>survey_error_median_factor</c> and <c>survey_withheld_employment</c>.</param>
    /// <returns>The relation.</returns>
    /// <exception cref="ParameterException">One is missing or outside its range.</exception>
    public static SurveyErrors Read(ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var errors = new SurveyErrors(
            parameters.Constant("survey_error_scale"), parameters.Constant("survey_error_power"), parameters.Constant("survey_error_median_factor"), parameters.Constant("survey_withheld_employment"));
        return errors.Scale > 0 && errors.Power >= 0 && errors.MedianFactor > 0 && errors.WithheldEmployment > 0
            ? errors
            : throw new ParameterException("The survey's error relation needs survey_error_scale, survey_error_median_factor and survey_withheld_employment above 0 and survey_error_power of 0 or more.");
    }

    /// <summary>Relative standard error of a figure.</summary>
    /// <param name="published">Published relative error of the mean, a fraction; null where there is none.</param>
    /// <param name="employment">Employment, jobs; null where it was not published.</param>
    /// <param name="isMedian">Whether the figure is a median.</param>
    /// <returns>A fraction, above 0.</returns>
    public double Of(double? published, double? employment, bool isMedian)
    {
        var jobs = employment is > 0 ? employment.Value : WithheldEmployment;
        var mean = published is > 0 ? published.Value : ErrorRelation.From(Scale, Power).Of(jobs);
        return isMedian ? mean * MedianFactor : mean;
    }
}
