namespace CtmsAnalytics.Deployment;

/// <summary>Type of appointment to a qualified position (158.522).</summary>
public enum AppointmentType
{
    /// <summary>Up to three years, renewable (158.523(a)); the only type that may be paid in the extended range (158.613(c)).</summary>
    Renewable,

    /// <summary>Without an end (158.104).</summary>
    Continuing,

    /// <summary>Under subpart J; not eligible for special working conditions payments (158.642(e)(3)).</summary>
    Advisory,
}
