using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Projection;

/// <content>
/// Nonforeign allowance, student loan repayments, training, deferred amounts at separation, and the appointments with special conditions. Parameters that only some
/// people need are read where one of them is met, so that a report does not list assumptions that nothing rests on.
/// </content>
public sealed partial class PointEstimate
{
    private bool _opensFiscalYear;
    private bool _lastOfYear;
    private int _holidayHours;
    private int _holidayHoursAtInauguration;
    private long _deferredAtSeparation;

    private void OpenHours(WorkPeriod period)
    {
        _lastOfYear = LeaveAccrual.IsLastOfYear(period);
        _holidayHours = _holidays.Hours(period, false);
        _holidayHoursAtInauguration = _holidays.Hours(period, true);
    }

    private void BookAbsence(Cohort cohort, WorkPeriod period)
    {
        if (cohort.Hours == 0) return;
        var leave = _constants.Leave;
        var years = LeaveAccrual.YearsOfService(cohort.EntryOnDuty, period.FirstDay);
        _ledger.Absence(
            cohort,
            period,
            FederalHolidays.ForPerson(cohort.Cell.Area.Inauguration ? _holidayHoursAtInauguration : _holidayHours, cohort.Schedule, cohort.Hours, _constants.FullTimeHours),
            LeaveAccrual.Annual(years, cohort.Schedule, cohort.Hours, _lastOfYear, leave),
            LeaveAccrual.Sick(cohort.Schedule, cohort.Hours, leave));
    }

    /// <summary>Holds a contingent appointment to its maximum hours (158.705(d)(4)).</summary>
    private void LimitHours(Cohort cohort, PolicyYear year, WorkPeriod period)
    {
        var paid = WorkPeriodHours.Of(cohort.Schedule, cohort.Hours, _constants.FullTimeHours, cohort.MaximumHours, cohort.HoursPaid);
        if (paid.CutByAppointment > 0)
        {
            _ledger.Touch(cohort, period, WorkPeriodHours.AppointmentMaximum, HourlyRate.WorkPeriodPay(cohort.Pay.Salary, paid.CutByAppointment, _constants.HourlyDivisor));
            cohort.Hours = paid.Hours;
            Reprice(cohort, year, period);
        }

        cohort.HoursPaid += paid.Hours;
    }

    /// <summary>Reports appointments whose special conditions are not met at the start (158.523(a)).</summary>
    private void CheckAppointment(Cohort cohort, PolicyYear year, WorkPeriod period)
    {
        if (cohort.Annuity is not null && !ReemployedAnnuitant.IsAllowed(cohort.Appointment)) _ledger.Touch(cohort, period, ReemployedAnnuitant.NotRenewable, 0);
        if (!cohort.IsUncompensated) return;
        var amount = _parameters.PayRate(UncompensatedService.RateOf((int)_parameters.InYear(UncompensatedService.LevelParameter, _constants.Year)), period.FirstDay.Year);
        if (UncompensatedService.Breaks(cohort.Appointment, cohort.Pay.Salary, amount) is { } rule) _ledger.Touch(cohort, period, rule, 0);
    }

    /// <summary>Pay that retirement is computed on, and the part of salary that is paid to the person and so is wages. Cents.</summary>
    private (long BasicPay, long Wages) BasicPayAndWages(Cohort cohort, WorkPeriod period)
    {
        var total = cohort.Pay.Total;
        if (cohort.Annuity is not { } annuity) return (total, total);
        var waived = _parameters.Flag("annuity_offset_waived", _constants.Year);
        var pay = ReemployedAnnuitant.Of(total, annuity, cohort.Hours, _constants.HourlyDivisor, waived);
        if (pay.ToFund > 0) _ledger.Touch(cohort, period, ReemployedAnnuitant.Offset, pay.ToFund);
        return (ReemployedAnnuitant.RetirementBase(total, waived), pay.ToPerson);
    }

    /// <summary>Books compensation that is not salary, recognition or special working conditions.</summary>
    /// <returns>What of it is wages for Social Security and Medicare, and what counts toward the aggregate limit. Cents.</returns>
    private (long Wages, long InsideLimit) PayOther(Cohort cohort, WorkPeriod period, long headroom)
    {
        long wages = 0, inside = 0;
        if (cohort.Cell.Area.Nonforeign is { } area && cohort.Pay.Total > 0)
        {
            var allowance = NonforeignAllowance.Amount(cohort.Pay.Total, _parameters.InYear(NonforeignAllowance.Series(area), period.FirstDay.Year));
            _ledger.Book(cohort, period, Component.NonforeignAllowance, allowance);
            if (_parameters.Flag("nonforeign_allowance_is_wages", _constants.Year)) wages += allowance;
        }

        var other = _scenario.OtherCompensation;
        if (!_opensFiscalYear || cohort.IsUncompensated) return (wages, inside);
        _ledger.Book(cohort, period, Component.Training, other.TrainingPerPerson * 100);
        if (other is not { StudentLoanShare: > 0, StudentLoanAmount: > 0 }) return (wages, inside);
        var isInside = _parameters.Flag("student_loan_inside_aggregate_limit", _constants.Year);
        var loan = RepayLoan(cohort, period, other.StudentLoanShare, other.StudentLoanAmount * 100, isInside ? headroom : long.MaxValue);
        _ledger.Book(cohort, period, Component.StudentLoan, loan);
        if (_parameters.Flag("student_loan_is_wages", _constants.Year)) wages += loan;
        if (isInside) inside += loan;
        return (wages, inside);
    }

    /// <summary>The expected repayment: the same people receive it in every year, so that the limit of all years is reached by each of them.</summary>
    private long RepayLoan(Cohort cohort, WorkPeriod period, double share, long asked, long headroom)
    {
        if (!StudentLoanRepayment.IsEligible(cohort.Appointment))
        {
            _ledger.Touch(cohort, period, StudentLoanRepayment.Advisory, Rounding.HalfUp(share * asked));
            return 0;
        }

        var (year, inYear, inAll) = cohort.StudentLoan;
        if (year != period.CalendarYear) inYear = 0;
        var repayment = StudentLoanRepayment.Of(
            asked, inYear, inAll, (long)_parameters.InYear("student_loan_year_maximum", _constants.Year) * 100, (long)_parameters.InYear("student_loan_lifetime_maximum", _constants.Year) * 100);
        if (repayment.CutByYear > 0) _ledger.Touch(cohort, period, StudentLoanRepayment.YearLimit, Rounding.HalfUp(share * repayment.CutByYear));
        if (repayment.CutByLifetime > 0) _ledger.Touch(cohort, period, StudentLoanRepayment.LifetimeLimit, Rounding.HalfUp(share * repayment.CutByLifetime));
        var paid = Math.Min(repayment.Paid, headroom);
        if (paid < repayment.Paid) _ledger.Touch(cohort, period, Headroom.Forfeiture, Rounding.HalfUp(share * (repayment.Paid - paid)));
        cohort.StudentLoan = (period.CalendarYear, inYear + paid, inAll + paid);
        return Rounding.HalfUp(share * paid);
    }

    /// <summary>Pays or reports what had been deferred of people who leave (158.604).</summary>
    private void SettleDeferred(Cohort cohort, PersonShare leaving, WorkPeriod period)
    {
        if (cohort.Account.DeferredRecognition + cohort.Account.DeferredSpecial == 0) return;
        var account = cohort.Account;
        var settlement = SeparationSettlement.Of(ref account, _parameters.Flag("deferred_paid_at_separation", _constants.Year));
        if (!settlement.IsPaid)
        {
            _deferredAtSeparation += leaving.Of(settlement.Total);
            return;
        }

        _ledger.Book(cohort, leaving, period, Component.RecognitionPayment, settlement.Recognition);
        _ledger.Book(cohort, leaving, period, Component.SpecialWorkingConditions, settlement.Special);
        var charges = EmployerCharges.Of(0, settlement.Total, cohort.Account.WagesPaid, _rates!.WageBase, _constants.EmployerRates);
        _ledger.Book(cohort, leaving, period, Component.SocialSecurityMedicare, charges.SocialSecurity + charges.Medicare);
    }
}
