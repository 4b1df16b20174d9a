using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>Cost components in a reader's words.</summary>
internal static class ComponentName
{
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
        _ => component.ToString(),
    };
}
