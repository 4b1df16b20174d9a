namespace CtmsAnalytics.Deployment;

/// <summary>Work schedule of an assignment (158.705).</summary>
public enum WorkSchedule
{
    /// <summary>The full-time hours of a work period.</summary>
    FullTime,

    /// <summary>Fixed hours below the full-time hours.</summary>
    PartTime,

    /// <summary>Irregular hours, up to the appointment's maximum.</summary>
    Contingent,
}
