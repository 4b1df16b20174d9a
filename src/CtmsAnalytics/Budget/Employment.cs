namespace CtmsAnalytics.Budget;

/// <summary>Kind of employment, which decides the object class of basic pay (OMB Circular A-11 section 83).</summary>
public enum Employment
{
    /// <summary>Full-time under a continuing appointment.</summary>
    FullTimePermanent,

    /// <summary>Part-time or contingent, or under a renewable or advisory appointment.</summary>
    Other,
}
