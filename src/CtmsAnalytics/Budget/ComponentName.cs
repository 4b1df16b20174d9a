namespace CtmsAnalytics.Budget;

/// <summary>Cost components in a reader's words.</summary>
public static class ComponentName
{
    /// <summary>The words of a component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The words, as tables and charts print them.</returns>
    public static string Of(Component component) => component switch
    {
        Component.Salary => "Salary",
        Component.RecognitionAdjustment => "Recognition adjustments",
        Component.Supplement => "Local market supplements",
        Component.RecognitionPayment => "Recognition payments",
        Component.SpecialWorkingConditions => "Special working conditions payments",
        Component.NonforeignAllowance => "Nonforeign area allowance",
        Component.Retirement => "Retirement contribution",
        Component.SocialSecurityMedicare => "Social Security and Medicare",
        Component.SavingsPlan => "Savings plan contribution",
        Component.HealthAndLife => "Health and life insurance",
        Component.StudentLoan => "Student loan repayments",
        Component.Training => "Professional development and training",
        Component.InterviewTravel => "Interview travel",
        Component.SourcingAssessment => "Sourcing and assessment",
        _ => component.ToString(),
    };
}
