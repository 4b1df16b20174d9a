namespace CtmsAnalytics.Budget;

/// <summary>The paragraph that a cost component rests on.</summary>
public static class ComponentParagraph
{
    /// <summary>The paragraph of a component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>Paragraph of part 158, or of the statute for what the employer pays beside compensation.</returns>
    public static string Of(Component component) => component switch
    {
        Component.Salary => "158.622(d)",
        Component.RecognitionAdjustment => "158.631",
        Component.Supplement => "158.612",
        Component.RecognitionPayment => "158.632",
        Component.SpecialWorkingConditions => "158.642",
        Component.NonforeignAllowance => "158.643",
        Component.Retirement => "158.653(a); 5 U.S.C. 8423",
        Component.SocialSecurityMedicare => "26 U.S.C. 3111",
        Component.SavingsPlan => "158.653(a); 5 U.S.C. 8432(c)",
        Component.HealthAndLife => "158.653(a); 5 U.S.C. 8906, 8708",
        Component.StudentLoan => "158.641",
        Component.Training => "158.640",
        Component.InterviewTravel => "158.512",
        Component.SourcingAssessment => "158.511, 158.520",
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "Name a paragraph for the component."),
    };
}
