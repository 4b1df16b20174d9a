using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.PersonnelActions;

/// <summary>The reference of actions files.</summary>
public static class ActionKeys
{
    /// <summary>Every key that holds a value, in the order of the format.</summary>
    /// <param name="rules">Numbers of the regulation for the ranges; null to name the parameters instead.</param>
    /// <returns>The keys.</returns>
    public static IReadOnlyList<ScenarioKey> All(ScenarioRules? rules = null) => ScenarioKeys.List(ActionSchema.Root, rules);

    /// <summary>The key of an action's type, for example <c>recognition_payment</c>.</summary>
    /// <param name="action">An action.</param>
    /// <returns>The key as an actions file writes it.</returns>
    public static string NameOf(PersonnelAction action) => action switch
    {
        RatingAction => "rating",
        RecognitionHoldAction => "recognition_hold",
        RecognitionAdjustmentAction => "recognition_adjustment",
        RecognitionPaymentAction => "recognition_payment",
        TimeOffAction => "time_off",
        TimeOffUseAction => "time_off_use",
        HonoraryRecognitionAction => "honorary_recognition",
        SpecialWorkingConditionsAction => "special_working_conditions",
        WorksiteAction => "worksite",
        WorkLevelAction => "work_level",
        AppointmentAction => "appointment",
        WorkScheduleAction => "work_schedule",
        HoursWorkedAction => "hours_worked",
        ExtendedRangeAction => "extended_range",
        StudentLoanAction => "student_loan",
        TrainingAction => "training",
        SeparationAction => "separation",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Name a key for the action."),
    };
}
