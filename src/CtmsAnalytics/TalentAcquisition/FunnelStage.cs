namespace CtmsAnalytics.TalentAcquisition;

/// <summary>Stages of the hiring funnel, in order.</summary>
public enum FunnelStage
{
    /// <summary>Identified and recruited as a candidate (158.510, 158.511).</summary>
    Sourced,

    /// <summary>Takes part in the assessment program (158.520).</summary>
    Assessed,

    /// <summary>Meets the thresholds and is selected (158.520(a), 158.522(a)).</summary>
    Selected,

    /// <summary>Has an offer of appointment with its employment-related criteria (158.521(b)).</summary>
    Offered,

    /// <summary>Has accepted the offer and the criteria (158.521(c)).</summary>
    Accepted,

    /// <summary>Has entered on duty (158.522(c)).</summary>
    Entered,
}
