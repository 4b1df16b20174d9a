namespace CtmsAnalytics.Deployment;

/// <summary>Health insurance enrolment, which decides the Government's share of the premium.</summary>
public enum HealthPlan
{
    /// <summary>Not enrolled.</summary>
    None,

    /// <summary>Self only.</summary>
    SelfOnly,

    /// <summary>Self plus one.</summary>
    SelfPlusOne,

    /// <summary>Self and family.</summary>
    SelfAndFamily,
}
