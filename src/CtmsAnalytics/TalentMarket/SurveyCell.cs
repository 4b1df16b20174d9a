namespace CtmsAnalytics.TalentMarket;

/// <summary>Where the sampling error of a survey figure comes from.</summary>
public enum ErrorOrigin
{
    /// <summary>The survey publishes the error of the mean wage (MEAN_PRSE).</summary>
    Published,

    /// <summary>From the relation between error and employment.</summary>
    Derived,

    /// <summary>From the relation, at the smallest employment of the occupation: its own is not published.</summary>
    Borrowed,

    /// <summary>Nothing tells it.</summary>
    Unknown,
}

/// <summary>A figure of a survey that market wages rest on.</summary>
/// <param name="Name">Area, occupation and year in words.</param>
/// <param name="RelativeError">Relative standard error, a fraction; null where nothing tells it.</param>
/// <param name="Origin">Where the error comes from.</param>
public sealed record SurveyCell(string Name, double? RelativeError, ErrorOrigin Origin);
