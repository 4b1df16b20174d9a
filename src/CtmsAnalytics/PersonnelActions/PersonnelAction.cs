using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.PersonnelActions;

/// <summary>Something that is decided for one person on a date. It takes effect in the first work period that begins on or after it.</summary>
/// <param name="Effective">The date.</param>
public abstract record PersonnelAction(DateOnly Effective);

/// <summary>A mission impact rating, which the annual review of that or the next review date uses (158.805).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Rating">Rating, 0 for the lowest, which is not eligible for recognition (158.630(c)).</param>
public sealed record RatingAction(DateOnly Effective, int Rating) : PersonnelAction(Effective);

/// <summary>Recognition is deferred, or barred, while performance or conduct is in question or found unacceptable (158.630(c)).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Until">Last day of the hold; null until a later action of this type ends it.</param>
/// <param name="Reason">Why recognition is held.</param>
public sealed record RecognitionHoldAction(DateOnly Effective, DateOnly? Until, RecognitionHold Reason) : PersonnelAction(Effective);

/// <summary>Why recognition is held (158.630(c)).</summary>
public enum RecognitionHold
{
    /// <summary>Performance or conduct is in question: recognition is deferred, not lost.</summary>
    InQuestion,

    /// <summary>Performance is unacceptable (5 U.S.C. 4301(3)).</summary>
    UnacceptablePerformance,

    /// <summary>The rating of record is unacceptable (158.804).</summary>
    UnacceptableRating,

    /// <summary>Misconduct was found.</summary>
    Misconduct,

    /// <summary>Ends an earlier hold.</summary>
    Released,
}

/// <summary>An ad hoc recognition adjustment (158.631).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Fraction">Adjustment as a fraction of structure salary, above 0.</param>
public sealed record RecognitionAdjustmentAction(DateOnly Effective, double Fraction) : PersonnelAction(Effective);

/// <summary>A recognition payment (158.632).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Fraction">Payment as a fraction of annual salary, above 0.</param>
/// <param name="Approved">True where the Secretary or designee approved an amount above the ordinary limit (158.632(a)).</param>
/// <param name="Offer">True for a payment in an offer of employment, on initial salary and with a required service agreement (158.632(b)).</param>
/// <param name="Form">Lump sum, instalments or recurring (158.632(c)).</param>
/// <param name="Count">Number of payments, 1 or more; 1 for a lump sum.</param>
/// <param name="PeriodsBetween">Work periods between payments, 1 or more.</param>
/// <param name="AgreementMonths">Length of the service agreement, months; null for none.</param>
public sealed record RecognitionPaymentAction(
    DateOnly Effective, double Fraction, bool Approved, bool Offer, PaymentForm Form, int Count, int PeriodsBetween, int? AgreementMonths) : PersonnelAction(Effective);

/// <summary>How additional compensation is paid out (158.632(c), 158.642(f)(5)).</summary>
public enum PaymentForm
{
    /// <summary>Once.</summary>
    LumpSum,

    /// <summary>In parts of one amount.</summary>
    Installments,

    /// <summary>An amount in each of a series of work periods.</summary>
    Recurring,
}

/// <summary>Recognition time-off (158.633).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Hours">Hours granted, above 0.</param>
/// <param name="UseWithinPeriods">Work periods to use it in; null for the longest window that is allowed.</param>
/// <param name="Offer">True for time-off in an offer of employment.</param>
public sealed record TimeOffAction(DateOnly Effective, int Hours, int? UseWithinPeriods, bool Offer) : PersonnelAction(Effective);

/// <summary>Use of recognition time-off that was granted earlier (158.633).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Hours">Hours used in the work period, above 0.</param>
public sealed record TimeOffUseAction(DateOnly Effective, int Hours) : PersonnelAction(Effective);

/// <summary>Honorary recognition: an event without dollars (158.634).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Name">Name of the honour.</param>
public sealed record HonoraryRecognitionAction(DateOnly Effective, string Name) : PersonnelAction(Effective);

/// <summary>A determination that the person works under special working conditions for some work periods (158.642). It does not repeat itself (158.642(e)(1)).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Program">Name of the program in the scenario.</param>
/// <param name="Periods">Number of work periods, 1 or more.</param>
/// <param name="Fraction">Payment as a fraction of the salary computed for those work periods; null for the program's percentage.</param>
public sealed record SpecialWorkingConditionsAction(DateOnly Effective, string Program, int Periods, double? Fraction) : PersonnelAction(Effective);

/// <summary>
/// The place where the person regularly works changes (158.704). A later action of this type says when the place was left; without one the person goes back to the former
/// official worksite when the expected months are over.
/// </summary>
/// <param name="Effective">The date.</param>
/// <param name="WorksiteFips">County code of the new place, five digits.</param>
/// <param name="Market">Local market that the place lies in.</param>
/// <param name="ExpectedMonths">Months that the change is expected to last, 0 or more; null for no end.</param>
public sealed record WorksiteAction(DateOnly Effective, string WorksiteFips, string Market, int? ExpectedMonths) : PersonnelAction(Effective)
{
    /// <summary>Allowance area of the new place (5 CFR 591.207), for the nonforeign allowance (158.643).</summary>
    /// <value>Default null: no such area.</value>
    public string? NonforeignArea { get; init; }
}

/// <summary>The person moves to another work level (158.404).</summary>
/// <param name="Effective">The date.</param>
/// <param name="WorkLevel">Code of the work level.</param>
public sealed record WorkLevelAction(DateOnly Effective, string WorkLevel) : PersonnelAction(Effective);

/// <summary>The appointment changes its type (158.522-523).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Appointment">The new type.</param>
public sealed record AppointmentAction(DateOnly Effective, AppointmentType Appointment) : PersonnelAction(Effective);

/// <summary>The work schedule changes (158.705(c)(2)).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Schedule">The new schedule.</param>
/// <param name="Hours">Regular hours of a work period.</param>
public sealed record WorkScheduleAction(DateOnly Effective, WorkSchedule Schedule, int Hours) : PersonnelAction(Effective);

/// <summary>Hours that a person on a contingent schedule works in the work period of the date (158.705(b)(6)).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Hours">Hours worked, 0 or more.</param>
public sealed record HoursWorkedAction(DateOnly Effective, int Hours) : PersonnelAction(Effective);

/// <summary>The person is approved by name for the extended salary range (158.613(c)).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Salary">Structure salary that is approved, whole US dollars a year.</param>
/// <param name="Determination">Why qualifications, mission impact and mission-related requirements warrant it.</param>
public sealed record ExtendedRangeAction(DateOnly Effective, long Salary, string Determination) : PersonnelAction(Effective);

/// <summary>A student loan repayment (158.641).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Cents">Amount, cents.</param>
public sealed record StudentLoanAction(DateOnly Effective, long Cents) : PersonnelAction(Effective);

/// <summary>Professional development or training that the Department pays for (158.640).</summary>
/// <param name="Effective">The date.</param>
/// <param name="Name">Name of the course or conference.</param>
/// <param name="Cents">Cost, cents.</param>
public sealed record TrainingAction(DateOnly Effective, string Name, long Cents) : PersonnelAction(Effective);

/// <summary>The person leaves; the work period before the one that begins on or after the date is the last that is paid.</summary>
/// <param name="Effective">The date.</param>
public sealed record SeparationAction(DateOnly Effective) : PersonnelAction(Effective);
