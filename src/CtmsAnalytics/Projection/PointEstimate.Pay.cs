using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <content>Salary, additional compensation inside the aggregate limit, and employer cost of a work period.</content>
public sealed partial class PointEstimate
{
    /// <summary>Sets a cohort's pay after its salary, its level, the policy or a ceiling has changed.</summary>
    private void Reprice(Cohort cohort, PolicyYear year, WorkPeriod period)
    {
        var terms = Terms(cohort.Cell, year);
        var paid = WorkPeriodSalary.Of(
            cohort.StructureSalary,
            cohort.Adjusted,
            terms.Supplement,
            year.Limitation(terms.Subrange, cohort.IsExtended),
            _constants.LimitationCoversSupplement,
            year.RangeMaximum(cohort.IsExtended),
            cohort.Hours,
            _constants.HourlyDivisor);
        cohort.Pay = new PeriodPay(
            paid,
            AnnualHazard(cohort, paid.Salary, terms, period),
            cohort.Hours == 0 ? 0 : EmployerCost.LifeInsurance(paid.Salary, _constants.LifeStep, _constants.LifeAddition, _constants.LifeRate));
        cohort.Programs = terms.Programs;
    }

    private void PayPeriod(Cohort cohort, PolicyYear year, WorkPeriod period, PeriodRates rates)
    {
        var newCalendarYear = AdditionalCompensation.OpenYear(ref cohort.Account, period.CalendarYear);
        if (newCalendarYear || cohort.HealthPremium == 0) cohort.HealthPremium = HealthPremium(cohort, rates);

        if (cohort.MaximumHours is not null) LimitHours(cohort, year, period);
        var pay = cohort.Pay;
        if (pay.CutByLimitation > 0) _ledger.Touch(cohort, period, SalaryCeilings.Limitation, pay.CutByLimitation);
        if (pay.CutByRange > 0) _ledger.Touch(cohort, period, cohort.IsExtended ? SalaryRange.ExtendedRange : SalaryCeilings.StandardRange, pay.CutByRange);
        if (cohort.IsExtended && pay.Salary > year.StandardRange)
            _ledger.Touch(cohort, period, SalaryRange.PaidInExtendedRange, pay.Total - HourlyRate.WorkPeriodPay(year.StandardRange, cohort.Hours, _constants.HourlyDivisor));
        _ledger.Book(cohort, period, Component.Salary, pay.Unadjusted);
        _ledger.Book(cohort, period, Component.RecognitionAdjustment, pay.Structure - pay.Unadjusted);
        _ledger.Book(cohort, period, Component.Supplement, pay.Total - pay.Structure);
        _ledger.Hours(cohort, period);
        BookAbsence(cohort, period);

        var headroom = Headroom.Of(rates.AggregateLimit, cohort.Account.SalaryPaid, pay.Total, period.PaydaysLeft, cohort.Account.AdditionalPaid);
        var (recognition, special) = newCalendarYear ? AdditionalCompensation.Release(ref cohort.Account, headroom) : (0, 0);
        headroom -= recognition + special;
        var granted = PayRecognition(cohort, period, headroom);
        headroom -= Math.Min(headroom, granted);
        recognition += granted;
        var called = PaySpecial(cohort, year, period, headroom);
        headroom -= Math.Min(headroom, called);
        special += called;
        var other = PayOther(cohort, period, headroom);
        _ledger.Book(cohort, period, Component.RecognitionPayment, recognition);
        _ledger.Book(cohort, period, Component.SpecialWorkingConditions, special);
        BookEmployerCost(cohort, period, rates, recognition + special + other.Wages);
        if (Headroom.SalaryAbove(rates.AggregateLimit, cohort.Account.SalaryPaid, pay.Total) is > 0 and var above) _ledger.Touch(cohort, period, Headroom.ReachedBySalary, above);
        cohort.Account.SalaryPaid += pay.Total;
        cohort.Account.AdditionalPaid += recognition + special + other.InsideLimit;
    }

    private long PayRecognition(Cohort cohort, WorkPeriod period, long headroom)
    {
        if (ReferenceEquals(cohort.Payments, PendingPayments.None)) return 0;
        var (paid, excess) = cohort.Payments.Due(period.Number, headroom);
        cohort.Payments = cohort.Payments.After(period.Number);
        cohort.Account.DeferredRecognition += Exceed(cohort, period, excess);
        return paid;
    }

    /// <summary>Records an excess over the aggregate limit and says how much of it is deferred.</summary>
    private long Exceed(Cohort cohort, WorkPeriod period, long excess)
    {
        if (excess == 0) return 0;
        var deferred = _scenario.AggregateLimit.Excess == ExcessTreatment.Deferred;
        _ledger.Touch(cohort, period, deferred ? Headroom.Deferral : Headroom.Forfeiture, excess);
        return deferred ? excess : 0;
    }

    private void BookEmployerCost(Cohort cohort, WorkPeriod period, PeriodRates rates, long additional)
    {
        var pay = cohort.Pay;
        var (basic, paid) = BasicPayAndWages(cohort, period);
        var wages = paid + additional;
        var charges = EmployerCharges.Of(basic, wages, cohort.Account.WagesPaid, rates.WageBase, _constants.EmployerRates);
        _ledger.Book(cohort, period, Component.Retirement, charges.Retirement);
        _ledger.Book(cohort, period, Component.SavingsPlan, charges.SavingsPlan);
        _ledger.Book(cohort, period, Component.SocialSecurityMedicare, charges.SocialSecurity + charges.Medicare);
        _ledger.Book(cohort, period, Component.HealthAndLife, cohort.Hours == 0 ? 0 : cohort.HealthPremium + pay.LifeInsurance);
        cohort.Account.WagesPaid += wages;
    }

    private static long HealthPremium(Cohort cohort, PeriodRates rates) => Rounding.HalfUp(cohort.Health.Sum(h => h.Value * rates.HealthPremium[h.Key]) * 100);
}
