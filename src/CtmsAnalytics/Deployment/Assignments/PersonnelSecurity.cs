namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>Personnel security that an assignment requires (158.706(e)(4)), ascending: whoever holds a higher one satisfies a lower one.</summary>
public enum PersonnelSecurity
{
    /// <summary>None beyond suitability for Federal service.</summary>
    None,

    /// <summary>Public trust.</summary>
    PublicTrust,

    /// <summary>Access to Secret information.</summary>
    Secret,

    /// <summary>Access to Top Secret information.</summary>
    TopSecret,

    /// <summary>Access to sensitive compartmented information.</summary>
    SensitiveCompartmented,
}
