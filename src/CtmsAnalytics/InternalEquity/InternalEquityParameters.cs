using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.InternalEquity;

/// <summary>Figures that internal equity is told with (158.404(a)).</summary>
/// <param name="NewServiceYears">Completed years of service below which somebody is new, 1 or more.</param>
/// <param name="CompressionRatio">Ratio of two medians from which pay counts as compressed, a fraction.</param>
public sealed record InternalEquityParameters(int NewServiceYears, double CompressionRatio)
{
    /// <summary>Reads the figures from their parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="year">Calendar year in which the figures are in force.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static InternalEquityParameters From(ParameterReader parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new InternalEquityParameters((int)parameters.InYear("internal_equity_new_service_years", year), parameters.InYear("internal_equity_compression_ratio", year));
    }
}
