using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Workspace.Runs;

/// <summary>Cost components as the workspace's enumeration names them.</summary>
internal static class ComponentCode
{
    private static readonly Dictionary<string, Component> Known = Enum.GetValues<Component>().ToDictionary(Of, StringComparer.Ordinal);

    public static Component Parse(string code) => Known[code];

    public static bool TryParse(string code, out Component component) => Known.TryGetValue(code, out component);

    public static string Of(Component component) => component switch
    {
        Component.Salary => "salary",
        Component.RecognitionAdjustment => "recognition_adjustment",
        Component.Supplement => "supplement",
        Component.RecognitionPayment => "recognition_payment",
        Component.SpecialWorkingConditions => "special_working_conditions",
        Component.NonforeignAllowance => "nonforeign_allowance",
        Component.Retirement => "retirement",
        Component.SocialSecurityMedicare => "social_security_medicare",
        Component.SavingsPlan => "savings_plan",
        Component.HealthAndLife => "health_and_life",
        Component.StudentLoan => "student_loan",
        Component.Training => "training",
        Component.InterviewTravel => "interview_travel",
        Component.SourcingAssessment => "sourcing_assessment",
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "The workspace has no name for this component."),
    };
}
