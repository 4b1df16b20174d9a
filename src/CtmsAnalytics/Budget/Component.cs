namespace CtmsAnalytics.Budget;

/// <summary>What a dollar is paid for. Each component belongs to one budget object class, which is policy data.</summary>
public enum Component
{
    /// <summary>Salary under the structure, without recognition adjustments granted in the run (158.610).</summary>
    Salary,

    /// <summary>The part of salary that recognition adjustments of the run have added (158.631).</summary>
    RecognitionAdjustment,

    /// <summary>Local cybersecurity talent market supplement (158.612).</summary>
    Supplement,

    /// <summary>Recognition payments, offers to selectees included (158.632).</summary>
    RecognitionPayment,

    /// <summary>Special working conditions payments (158.642).</summary>
    SpecialWorkingConditions,

    /// <summary>Nonforeign area allowance (158.643).</summary>
    NonforeignAllowance,

    /// <summary>Agency retirement contribution (158.653(a)).</summary>
    Retirement,

    /// <summary>Employer's Social Security and Medicare tax.</summary>
    SocialSecurityMedicare,

    /// <summary>Agency contributions to the savings plan.</summary>
    SavingsPlan,

    /// <summary>Government share of health and life insurance (158.653(a)).</summary>
    HealthAndLife,

    /// <summary>Student loan repayments (158.641).</summary>
    StudentLoan,

    /// <summary>Professional development and training (158.640).</summary>
    Training,

    /// <summary>Travel to preemployment interviews of everybody who is considered for a hire (158.512).</summary>
    InterviewTravel,

    /// <summary>Sourcing and assessment of everybody who is considered for a hire, up to the entry on duty (158.510 to 158.522).</summary>
    SourcingAssessment,
}
