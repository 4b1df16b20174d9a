namespace CtmsAnalytics.Calendar;

/// <summary>The mean year, by which lengths of service and the age of a wage are measured.</summary>
public static class MeanYear
{
    /// <summary>Days of a mean year.</summary>
    public const double Days = 365.25;
}
