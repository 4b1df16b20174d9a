using CtmsAnalytics.Deployment;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Schema;

namespace CtmsAnalytics.Workspace.PersonnelActions;

/// <summary>The format of actions files: every key with its meaning, unit, range, default and paragraph. Checking and the reference page both read it.</summary>
internal static class ActionSchema
{
    /// <summary>Key of an action's date.</summary>
    public const string On = "on";

    private static readonly SchemaEntry Offer = new("offer", Value("Whether it belongs to an offer of employment", ValueKind.Flag, "true or false", "158.630(b)"), "false");

    private static readonly SectionSchema RecognitionHold = new("Recognition is held: deferred or barred",
        new("reason", Value("Why: performance or conduct is in question, or was found unacceptable; released ends an earlier hold", ValueKind.Choice, "choice", "158.630(c)") with
        {
            Choices = ["in_question", "unacceptable_performance", "unacceptable_rating", "misconduct", "released"],
        }),
        new("until", Value("Last day of the hold; null until it is released", ValueKind.Date, "date", "158.630(c)") with { Nullable = true }, "null"));

    private static readonly SectionSchema RecognitionAdjustment = new("A recognition adjustment outside the annual review",
        new SchemaEntry("percent", Value("Adjustment, above 0", ValueKind.Fraction, "fraction of structure salary", "158.631", 0, 1)));

    private static readonly SectionSchema RecognitionPayment = new("A recognition payment",
        new("percent", Value("Payment, above 0; an amount above the limit that holds is cut to it", ValueKind.Fraction, "fraction of salary", "158.632(a)", 0, Bound.Of("recognition_payment_maximum_approved"))),
        new("approved", Value("Whether the Secretary or designee has approved an amount above the ordinary limit", ValueKind.Flag, "true or false", "158.632(a)"), "false"),
        Offer,
        new("form", Value("How it is paid out", ValueKind.Choice, "choice", "158.632(c)") with { Choices = ScenarioSchema.PaymentForms }, "lump_sum"),
        new("count", Value("Number of payments; 1 for a lump sum", ValueKind.Integer, "payments", "158.632(c)", 1, 260), "1"),
        new("periods_between", Value("Work periods from one payment to the next", ValueKind.Integer, "work periods", "158.632(c)", 1, 260), "1"),
        new("service_agreement_months", Value("Length of the service agreement; null for none", ValueKind.Integer, "months", "158.632(a)", 1, 600) with { Nullable = true }, "null"));

    private static readonly SectionSchema TimeOff = new("Recognition time-off",
        new("hours", Value("Hours granted", ValueKind.Integer, "hours", "158.633", 1, 2000)),
        new("use_within_periods", Value("Work periods to use them in; null for the longest window that is allowed", ValueKind.Integer, "work periods", "158.633", 1, 260) with { Nullable = true }, "null"),
        Offer);

    private static readonly SectionSchema SpecialWorkingConditions = new("A determination that the person works under special working conditions",
        new("program", Value("Name of the program in the scenario", ValueKind.Text, "text", "158.642")),
        new("periods", Value("Number of work periods, the first one included", ValueKind.Integer, "work periods", "158.642(e)(1)", 1, 260), "1"),
        new("percent", Value("Payment, above 0; null for the program's", ValueKind.Fraction, "fraction of the salary for the work period", "158.642(c)", 0, Bound.Of("swc_percent_maximum")) with { Nullable = true }, "null"));

    private static readonly SectionSchema Worksite = new("The person regularly works somewhere else",
        new("county", Value("County code of the new place, five digits in quotes; its local market follows from the workspace's worksites", ValueKind.Text, "text", "158.704")),
        new("expected_months", Value("Months that the change is expected to last; null for no end", ValueKind.Integer, "months", "158.704(c)", 0, 600) with { Nullable = true }, "null"));

    private static readonly SectionSchema WorkSchedule = new("The work schedule changes",
        new("schedule", Value("The new schedule", ValueKind.Choice, "choice", "158.705") with { Choices = WorkScheduleName.All }),
        new("hours", Value("Regular hours of a work period: all of them on a full-time schedule, fewer on a part-time one", ValueKind.Integer, "hours", "158.705", 1, Bound.Of("full_time_hours"))));

    private static readonly SectionSchema ExtendedRange = new("The person is approved by name for the extended salary range",
        new("salary", Value("Structure salary that is approved", ValueKind.Dollars, "USD a year", "158.613(c)", 1)),
        new("determination", Value("Why qualifications, mission impact and mission-related requirements warrant it", ValueKind.Text, "text", "158.613(c)")));

    private static readonly SectionSchema StudentLoan = new("A student loan repayment",
        new SchemaEntry("amount", Value("Amount, above 0", ValueKind.Number, "USD", "158.641", 0, 1_000_000)));

    private static readonly SectionSchema Training = new("Professional development or training that the Department pays for",
        new("name", Value("Name of the course or conference", ValueKind.Text, "text", "158.640")),
        new("amount", Value("Cost, above 0", ValueKind.Number, "USD", "158.640", 0, 1_000_000)));

    /// <summary>An action: its date and one of the others.</summary>
    public static readonly SectionSchema Action = new("An action",
        new(On, Value("The day of the decision: it takes effect in the first work period that begins on or after it", ValueKind.Date, "date", "")),
        new("rating", Value("Mission impact rating, 0 for the lowest, for the annual review of that or the next review date", ValueKind.Integer, "rating", "158.805", 0), ""),
        new("recognition_hold", RecognitionHold, ""),
        new("recognition_adjustment", RecognitionAdjustment, ""),
        new("recognition_payment", RecognitionPayment, ""),
        new("time_off", TimeOff, ""),
        new("time_off_use", new SectionSchema("Recognition time-off is used", new SchemaEntry("hours", Value("Hours used in the work period", ValueKind.Integer, "hours", "158.633", 1, Bound.Of("full_time_hours")))), ""),
        new("honorary_recognition", new SectionSchema("An honour without dollars", new SchemaEntry("name", Value("Name of the honour", ValueKind.Text, "text", "158.634"))), ""),
        new("special_working_conditions", SpecialWorkingConditions, ""),
        new("worksite", Worksite, ""),
        new("work_level", Value("Work level that the person moves to", ValueKind.Level, "work level", "158.404(c)"), ""),
        new("appointment", Value("Type that the appointment changes to", ValueKind.Choice, "choice", "158.522") with { Choices = RosterNames.Appointments }, ""),
        new("work_schedule", WorkSchedule, ""),
        new("hours_worked", Value("Hours that a person on a contingent schedule works in the work period", ValueKind.Integer, "hours", "158.705(b)(6)", 0, Bound.Of("full_time_hours")), ""),
        new("extended_range", ExtendedRange, ""),
        new("student_loan", StudentLoan, ""),
        new("training", Training, ""),
        new("separation", Value("The person leaves: the work period before is the last that is paid", ValueKind.Choice, "choice", "") with { Choices = ["true"] }, ""));

    /// <summary>The whole file.</summary>
    public static readonly SectionSchema Root = new("An actions file",
        new("person", Value("Identifier of the person in the roster", ValueKind.Text, "text", "")),
        new("actions", new ListSchema("What was decided, in any order: each entry has a date and one other key", Action, "action")));

    private static ValueSchema Value(string meaning, ValueKind kind, string unit, string paragraph, Bound? minimum = null, Bound? maximum = null) =>
        new(meaning, kind, unit, minimum, maximum, paragraph, ScenarioMark.Decision);
}
