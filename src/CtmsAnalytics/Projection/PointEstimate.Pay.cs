using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Projection;

/// <content>Salary, additional compensation inside the aggregate limit, and employer cost of a work period.</content>
public sealed partial class PointEstimate
{
    /// <summary>Sets a cohort's pay after its salary, its level, the policy or a ceiling has changed.</summary>
    private void Reprice(Cohort cohort, PolicyYear year, WorkPeriod period)
    {
        var subrange = year.Subrange(cohort.Cell.WorkLevel);
        var paid = WorkPeriodSalary.Of(
            cohort.StructureSalary,
            cohort.Adjusted,
            year.Policy.Supplements.GetValueOrDefault(cohort.Cell.Market),
            subrange.Limitation,
            _constants.LimitationCoversSupplement,
            year.StandardRange,
            cohort.Hours,
            _constants.HourlyDivisor);
        cohort.Pay = new PeriodPay(
            paid,
            SeparationProbability(cohort, paid.Salary, year, period),
            EmployerCost.LifeInsurance(paid.Salary, _constants.LifeStep, _constants.LifeAddition, _constants.LifeRate));
        cohort.Programs = year.ProgramsFor(cohort.Cell.Organisation, cohort.Cell.WorkLevel);
    }

    private void PayPeriod(Cohort cohort, PolicyYear year, WorkPeriod period, PeriodRates rates)
    {
        var newCalendarYear = cohort.CalendarYear != period.CalendarYear;
        if (newCalendarYear)
        {
            cohort.CalendarYear = period.CalendarYear;
            cohort.SalaryPaid = cohort.AdditionalPaid = cohort.WagesPaid = 0;
        }

        if (newCalendarYear || cohort.HealthPremium == 0) cohort.HealthPremium = HealthPremium(cohort, rates);

        var pay = cohort.Pay;
        if (pay.CutByLimitation > 0) _ledger.Touch(cohort, period, SalaryCeilings.Limitation, pay.CutByLimitation);
        if (pay.CutByRange > 0) _ledger.Touch(cohort, period, SalaryCeilings.StandardRange, pay.CutByRange);
        _ledger.Book(cohort, period, Component.Salary, pay.Unadjusted);
        _ledger.Book(cohort, period, Component.RecognitionAdjustment, pay.Structure - pay.Unadjusted);
        _ledger.Book(cohort, period, Component.Supplement, pay.Total - pay.Structure);
        _ledger.Hours(cohort, period);

        var headroom = Headroom.Of(rates.AggregateLimit, cohort.SalaryPaid, pay.Total, period.PaydaysLeft, cohort.AdditionalPaid);
        var recognition = 0L;
        var special = 0L;
        if (newCalendarYear)
        {
            recognition = Math.Min(headroom, cohort.DeferredRecognition);
            special = Math.Min(headroom - recognition, cohort.DeferredSpecial);
            cohort.DeferredRecognition -= recognition;
            cohort.DeferredSpecial -= special;
            headroom -= recognition + special;
        }

        var granted = PayRecognition(cohort, period, headroom);
        headroom -= Math.Min(headroom, granted);
        recognition += granted;
        special += PaySpecial(cohort, year, period, headroom);
        _ledger.Book(cohort, period, Component.RecognitionPayment, recognition);
        _ledger.Book(cohort, period, Component.SpecialWorkingConditions, special);
        BookEmployerCost(cohort, period, rates, recognition + special);
        cohort.SalaryPaid += pay.Total;
        cohort.AdditionalPaid += recognition + special;
    }

    private long PayRecognition(Cohort cohort, WorkPeriod period, long headroom)
    {
        if (ReferenceEquals(cohort.Payments, PendingPayments.None)) return 0;
        var (paid, excess) = cohort.Payments.Due(period.Number, headroom);
        cohort.Payments = cohort.Payments.After(period.Number);
        cohort.DeferredRecognition += Exceed(cohort, period, excess);
        return paid;
    }

    private long PaySpecial(Cohort cohort, PolicyYear year, WorkPeriod period, long headroom)
    {
        if (cohort.Programs.Count == 0) return 0;
        double paid = 0, excess = 0;
        foreach (var program in cohort.Programs)
        {
            if (period.FirstDay < program.Start || period.LastDay > program.End) continue;
            var amount = SwcPayment.Amount(cohort.Pay.Total, Math.Min(program.Percent, _constants.SwcMaximum));
            if (SwcPayment.Excludes(cohort.Pay.Salary, year.SwcEligibility, cohort.Appointment) is { } rule)
            {
                _ledger.Touch(cohort, period, rule, Rounding.HalfUp(program.ExpectedShare * amount));
                continue;
            }

            paid += program.ExpectedShare * Math.Min(amount, headroom);
            excess += program.ExpectedShare * Math.Max(0, amount - headroom);
        }

        cohort.DeferredSpecial += Exceed(cohort, period, Rounding.HalfUp(excess));
        return Rounding.HalfUp(paid);
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
        var wages = pay.Total + additional;
        var charges = EmployerCharges.Of(pay.Total, wages, cohort.WagesPaid, rates.WageBase, _constants.EmployerRates);
        _ledger.Book(cohort, period, Component.Retirement, charges.Retirement);
        _ledger.Book(cohort, period, Component.SavingsPlan, charges.SavingsPlan);
        _ledger.Book(cohort, period, Component.SocialSecurityMedicare, charges.SocialSecurity + charges.Medicare);
        _ledger.Book(cohort, period, Component.HealthAndLife, cohort.HealthPremium + pay.LifeInsurance);
        cohort.WagesPaid += wages;
    }

    private static long HealthPremium(Cohort cohort, PeriodRates rates) => Rounding.HalfUp(cohort.Health.Sum(h => h.Value * rates.HealthPremium[h.Key]) * 100);
}
