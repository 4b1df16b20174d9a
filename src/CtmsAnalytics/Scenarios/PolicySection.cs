namespace CtmsAnalytics.Scenarios;

/// <summary>A part of a scenario that can be exchanged on its own, so that a difference in cost can be split by its causes.</summary>
public enum PolicySection
{
    /// <summary>Salary structures and the approvals for the extended range (158.611, 158.613).</summary>
    Structure,

    /// <summary>Local talent market supplements (158.612).</summary>
    Supplements,

    /// <summary>Recognition adjustments and payments (158.630-632).</summary>
    Recognition,

    /// <summary>Special working conditions payment programs (158.642).</summary>
    SpecialWorkingConditions,

    /// <summary>Work levels by the valuation scheme (158.404).</summary>
    Valuation,

    /// <summary>Official worksites and work schedules (158.704, 158.705).</summary>
    Deployment,

    /// <summary>Separations, hiring and work-level progression.</summary>
    Workforce,

    /// <summary>Economy, employer cost, the aggregate limit (158.604), student loans and training (158.640-641).</summary>
    Other,
}
