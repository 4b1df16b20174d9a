using System.Globalization;
using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.PersonnelActions;

/// <summary>Personnel actions in a reader's words.</summary>
public static class ActionSentence
{
    /// <summary>What an action decides, without its date.</summary>
    /// <param name="action">The action.</param>
    /// <returns>Words without a full stop; text that the action carries stands in them as it was given.</returns>
    public static string Of(PersonnelAction action) => action switch
    {
        RatingAction a => $"Mission impact rating {Number(a.Rating)}",
        RecognitionHoldAction { Reason: RecognitionHold.Released } => "The hold on recognition is released",
        RecognitionHoldAction a => $"Recognition is held because {Why(a.Reason)}{(a.Until is { } until ? $", until {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")}",
        RecognitionAdjustmentAction a => $"Recognition adjustment of {Percent(a.Fraction)} of structure salary",
        RecognitionPaymentAction a => Payment(a),
        TimeOffAction a => $"Recognition time-off of {Count(a.Hours, "hour")}{(a.Offer ? " in the offer" : "")}{(a.UseWithinPeriods is { } window ? $", to use within {Count(window, "work period")}" : "")}",
        TimeOffUseAction a => $"{Count(a.Hours, "hour")} of recognition time-off used",
        HonoraryRecognitionAction a => $"Honorary recognition: {a.Name}",
        SpecialWorkingConditionsAction a => $"Special working conditions '{a.Program}' for {Count(a.Periods, "work period")} at {(a.Fraction is { } f ? Percent(f) : "the program's percentage")}",
        WorksiteAction a => $"Works in county {a.WorksiteFips} (market {a.Market}){(a.ExpectedMonths is { } months ? $", expected to last {Count(months, "month")}" : "")}",
        WorkLevelAction a => $"Moves to work level {a.WorkLevel}",
        AppointmentAction a => $"Appointment becomes {a.Appointment.ToString().ToLowerInvariant()}",
        WorkScheduleAction a => $"Work schedule becomes {WorkScheduleName.Of(a.Schedule)}, {Count(a.Hours, "hour")} a work period",
        HoursWorkedAction a => $"{Count(a.Hours, "hour")} worked in the work period",
        ExtendedRangeAction a => $"Approved by name for the extended range at {Number(a.Salary)} a year: {a.Determination}",
        StudentLoanAction a => $"Student loan repayment of {Money(a.Cents)}",
        TrainingAction a => $"Training for {Money(a.Cents)}: {a.Name}",
        SeparationAction => "Leaves",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Name words for the action."),
    };

    private static string Payment(RecognitionPaymentAction payment)
    {
        var parts = payment.Count == 1 ? "" : $" in {Number(payment.Count)} {(payment.Form == PaymentForm.Recurring ? "recurring payments" : "instalments")}, one every {(payment.PeriodsBetween == 1 ? "work period" : Count(payment.PeriodsBetween, "work period"))}";
        var agreement = payment.AgreementMonths is { } months ? $", with a service agreement of {Count(months, "month")}" : "";
        return $"Recognition payment of {Percent(payment.Fraction)} of salary{(payment.Offer ? " in the offer" : "")}{(payment.Approved ? ", approved above the ordinary limit" : "")}{parts}{agreement}";
    }

    private static string Why(RecognitionHold reason) => reason switch
    {
        RecognitionHold.InQuestion => "performance or conduct is in question",
        RecognitionHold.UnacceptablePerformance => "performance is unacceptable",
        RecognitionHold.UnacceptableRating => "the rating of record is unacceptable",
        _ => "misconduct was found",
    };

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Money(long cents) => (cents / 100m).ToString("$#,0.00", CultureInfo.InvariantCulture);

    private static string Percent(double fraction) => (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
