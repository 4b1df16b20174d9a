using CtmsAnalytics.Budget;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>
/// People who are alike in everything that pay depends on: one person of the roster, or the expected share of a hire or of a move between work levels.
/// Amounts are those of a whole person; what is booked is the amount times the share.
/// </summary>
internal sealed class Cohort
{
    /// <summary>Where the cohort's amounts are booked: agency, organisation, work level and market.</summary>
    public required LedgerCell Cell { get; init; }

    public required AppointmentType Appointment { get; init; }

    /// <summary>Paid hours of a work period; 0 for uncompensated service and once a contingent appointment has used up its maximum.</summary>
    public required int Hours { get; set; }

    public WorkSchedule Schedule { get; init; } = WorkSchedule.FullTime;

    /// <summary>Most hours that a contingent appointment allows in all; null where none is recorded.</summary>
    public int? MaximumHours { get; init; }

    /// <summary>Hours of the appointment that were paid in the run.</summary>
    public int HoursPaid { get; set; }

    /// <summary>What kind of employment the cohort's costs are booked as.</summary>
    public Employment Employment => Schedule == WorkSchedule.FullTime && Appointment == AppointmentType.Continuing ? Employment.FullTimePermanent : Employment.Other;

    public bool IsUncompensated { get; init; }

    /// <summary>Annuity of a reemployed annuitant, whole US dollars a year; null for anyone else.</summary>
    public long? Annuity { get; init; }

    /// <summary>Student loan repayments of a person who receives them: calendar year of the latest, and the sums of that year and of all years. Cents.</summary>
    public (int Year, long InYear, long InAll) StudentLoan { get; set; }

    /// <summary>Approval for the extended range that has not taken effect yet; null where there is none (158.613(c)).</summary>
    public ExtendedRangeApproval? Approval { get; set; }

    /// <summary>Whether the extended range holds for the person.</summary>
    public bool IsExtended { get; set; }

    public required DateOnly EntryOnDuty { get; set; }

    /// <summary>How the hiring plan closes the position that the cohort holds; null where it does not.</summary>
    public ClosedPosition? Closing { get; init; }

    /// <summary>Government health premium share by enrolment, weighted for a hire whose enrolment is not known yet.</summary>
    public required IReadOnlyDictionary<HealthPlan, double> Health { get; init; }

    public required PersonShare Share { get; set; }

    /// <summary>Annual rate under the structure, whole US dollars.</summary>
    public required long StructureSalary { get; set; }

    /// <summary>The part of <see cref="StructureSalary"/> that recognition adjustments of the run have added, whole US dollars.</summary>
    public long Adjusted { get; set; }

    /// <summary>Pay of the present work period; set again when anything that it depends on changes.</summary>
    public PeriodPay Pay { get; set; }

    /// <summary>The exponent of separation in a work period that was last computed, and the probability that it gives. Not a number before the first.</summary>
    public (double Exponent, double Probability) Separating { get; set; } = (double.NaN, 0);

    /// <summary>What a whole person was paid so far in the calendar year, and what waits for the next one. A field, so that the rules change it in place.</summary>
    public PayAccount Account;

    /// <summary>Recognition payments that are granted and not yet paid to their end, before the aggregate limit.</summary>
    public PendingPayments Payments { get; set; } = PendingPayments.None;

    /// <summary>Recognition payment in the offer of those hires who received one, under a service agreement; 0 for people of the roster. Cents.</summary>
    public long OfferPayment { get; set; }

    /// <summary>Special working conditions programs that cover the cohort's organisation and work level; set together with <see cref="Pay"/>.</summary>
    public IReadOnlyList<SwcProgram> Programs { get; set; } = [];

    /// <summary>Government health premium share of a work period in the present calendar year, cents.</summary>
    public long HealthPremium { get; set; }

    /// <summary>Fiscal year that <see cref="TouchedBy"/> belongs to.</summary>
    public int TouchedIn { get; set; }

    /// <summary>One bit for each rule that has touched the cohort in the fiscal year.</summary>
    public ulong TouchedBy { get; set; }

    public Cohort Split(PersonShare part, LedgerCell cell) => new()
    {
        Cell = cell,
        Appointment = Appointment,
        Hours = Hours,
        Approval = Approval,
        IsExtended = IsExtended,
        Schedule = Schedule,
        MaximumHours = MaximumHours,
        HoursPaid = HoursPaid,
        IsUncompensated = IsUncompensated,
        Annuity = Annuity,
        StudentLoan = StudentLoan,
        EntryOnDuty = EntryOnDuty,
        Closing = Closing,
        Health = Health,
        Share = part,
        StructureSalary = StructureSalary,
        Adjusted = Adjusted,
        Account = Account,
        Payments = Payments,
        OfferPayment = OfferPayment,
        HealthPremium = HealthPremium,
    };
}

/// <summary>Pay of a whole person for a work period.</summary>
/// <param name="WorkPeriod">Salary of the work period and its parts.</param>
/// <param name="AnnualHazard">Separation hazard a year at this pay, before the factor of the tenure band.</param>
/// <param name="LifeInsurance">Government share of life insurance, cents.</param>
internal readonly record struct PeriodPay(WorkPeriodSalary WorkPeriod, double AnnualHazard, long LifeInsurance)
{
    public long Salary => WorkPeriod.Salary;

    public long Total => WorkPeriod.Total;

    public long Structure => WorkPeriod.Structure;

    public long Unadjusted => WorkPeriod.Unadjusted;

    public long CutByLimitation => WorkPeriod.CutByLimitation;

    public long CutByRange => WorkPeriod.CutByRange;
}
