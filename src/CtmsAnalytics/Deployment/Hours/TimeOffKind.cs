namespace CtmsAnalytics.Deployment.Hours;

/// <summary>Time-off that accounts for minimum hours of work (158.705(b)(3)).</summary>
public enum TimeOffKind
{
    /// <summary>Annual, sick and other leave (158.651).</summary>
    Leave,

    /// <summary>Holidays and other paid time-off (158.652).</summary>
    PaidTimeOff,

    /// <summary>Recognition time-off (158.633).</summary>
    Recognition,

    /// <summary>Other time-off of duty.</summary>
    Other,
}
