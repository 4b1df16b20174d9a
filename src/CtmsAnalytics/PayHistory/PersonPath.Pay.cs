using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.PayHistory;

/// <content>What is paid in a work period, inside the aggregate limit, and what the employer pays beside it.</content>
public sealed partial class PersonPath
{
    /// <summary>Amounts deferred in the year before that are paid.</summary>
    public static readonly RuleReference Release = new("release of deferred compensation", "158.604", "granted");

    /// <summary>Paydays of the calendar year before the start count at the opening rate, where the parameter says so.</summary>
    private void OpenAccount(WorkPeriod period)
    {
        var earlier = _constants.CountEarlierPaydays ? _calendar.PaydaysBefore(period) : 0;
        _account.SalaryPaid = _account.WagesPaid = earlier * _salary.Total;
        if (_account.SalaryPaid == 0) return;
        _record.Limit(l => l with { Salary = _account.SalaryPaid });
        _record.Assume($"The {earlier} earlier paydays of {period.CalendarYear} count toward its limits at the opening rate, {Money(_salary.Total)} each.", false);
    }

    private void Pay(PolicyYear policy, WorkPeriod period, PeriodRates rates)
    {
        var release = AdditionalCompensation.OpenYear(ref _account, period.CalendarYear);
        var above = Headroom.SalaryAbove(rates.AggregateLimit, _account.SalaryPaid, _salary.Total);
        if (above > 0) Find(Headroom.ReachedBySalary, FindingUnit.Cents, above, above, $"Salary paid in {period.CalendarYear} passes the limit of {Money(rates.AggregateLimit)}, which does not cut salary; nothing is left for additional compensation.");
        var recognition = DueRecognition(period);
        var special = DueSpecial(policy, period);
        var paid = AdditionalCompensation.Pay(
            ref _account, release, rates.AggregateLimit, _salary.Total, period.PaydaysLeft, recognition.Cents, special.Cents, _scenario.AggregateLimit.Excess);
        TellLimit(paid, rates);
        var hourly = $"{_paidHours} h at {Money(HourlyRate.FromAnnual(_salary.Salary, _constants.HourlyDivisor))} an hour";
        _record.Pay(Component.Salary, _salary.Unadjusted, hourly + ", the part under the structure");
        _record.Pay(Component.RecognitionAdjustment, _salary.Structure - _salary.Unadjusted, hourly + ", the part that adjustments added");
        _record.Pay(Component.Supplement, _salary.Total - _salary.Structure, hourly + ", the part that the supplement adds");
        _record.Pay(Component.RecognitionPayment, paid.Recognition + paid.ReleasedRecognition, Told(recognition.How, paid.ReleasedRecognition));
        _record.Pay(Component.SpecialWorkingConditions, paid.Special + paid.ReleasedSpecial, Told(special.How, paid.ReleasedSpecial));
        ChargeEmployer(period, rates, paid.Total + PayOther(period, paid.Headroom - paid.Total));
    }

    private string Waiting()
    {
        var waiting = _account.DeferredRecognition + _account.DeferredSpecial;
        return waiting == 0 ? "" : $" {Money(waiting)} wait for the first payday of the next calendar year.";
    }

    private static string Told(string how, long released) => (how.Length, released) switch
    {
        (_, 0) => how,
        (0, _) => $"{Money(released)} deferred from the year before",
        _ => $"{how}; {Money(released)} deferred from the year before",
    };

    private void TellLimit(AdditionalPaid paid, PeriodRates rates)
    {
        var deferred = _scenario.AggregateLimit.Excess == ExcessTreatment.Deferred;
        var released = paid.ReleasedRecognition + paid.ReleasedSpecial;
        _record.Limit(l => l with
        {
            Limit = rates.AggregateLimit,
            Salary = l.Salary + _salary.Total,
            Additional = l.Additional + paid.Total,
            Released = l.Released + released,
            Deferred = l.Deferred + (deferred ? paid.Excess : 0),
            Forfeited = l.Forfeited + (deferred ? 0 : paid.Excess),
            Waiting = _account.DeferredRecognition + _account.DeferredSpecial,
        });
        if (released > 0) Find(Release, FindingUnit.Cents, 0, released, "Deferred over the aggregate limit of an earlier year and paid on the first payday of this one." + Waiting());
        if (paid.Excess == 0) return;
        var due = paid.Recognition + paid.Special + paid.Excess;
        Find(deferred ? Headroom.Deferral : Headroom.Forfeiture, FindingUnit.Cents, due, due - paid.Excess,
            $"Limit {Money(rates.AggregateLimit)}; with the salary still expected to the end of the calendar year {Money(paid.Headroom)} are left for additional compensation." + Waiting());
    }

    private void ChargeEmployer(WorkPeriod period, PeriodRates rates, long additional)
    {
        if (_paidHours == 0 && additional == 0) return;
        var (basic, toPerson) = (_salary.Total, _salary.Total);
        if (_person.AnnuityPerYear is { } annuity)
        {
            var waived = _parameters.Flag("annuity_offset_waived", _constants.Year);
            basic = ReemployedAnnuitant.RetirementBase(_salary.Total, waived);
            toPerson = ReemployedAnnuitant.Of(_salary.Total, annuity, _paidHours, _constants.HourlyDivisor, waived).ToPerson;
        }

        var wages = toPerson + additional;
        var charges = EmployerCharges.Of(basic, wages, _account.WagesPaid, rates.WageBase, _constants.EmployerRates);
        _record.Pay(Component.Retirement, charges.Retirement, $"{Percent(_constants.EmployerRates.Retirement)} of basic pay {Money(basic)}");
        _record.Pay(Component.SavingsPlan, charges.SavingsPlan, $"{Percent(_constants.EmployerRates.SavingsPlan)} of basic pay {Money(basic)}");
        _record.Pay(Component.SocialSecurityMedicare, charges.SocialSecurity + charges.Medicare, $"Social Security {Money(charges.SocialSecurity)} and Medicare {Money(charges.Medicare)} on wages {Money(wages)}");
        _account.WagesPaid += wages;
        if (_paidHours == 0) return;
        var health = Rounding.HalfUp(rates.HealthPremium[_person.HealthPlan] * 100);
        var life = EmployerCost.LifeInsurance(_salary.Salary, _constants.LifeStep, _constants.LifeAddition, _constants.LifeRate);
        _record.Pay(Component.HealthAndLife, health + life, $"health {Money(health)}, life insurance {Money(life)}");
    }

    /// <summary>What becomes of deferred amounts when the person leaves.</summary>
    private void SettleAccount(WorkPeriod period, PeriodRates rates)
    {
        if (_account is { DeferredRecognition: 0, DeferredSpecial: 0 }) return;
        AdditionalCompensation.OpenYear(ref _account, period.CalendarYear);
        var settlement = SeparationSettlement.Of(ref _account, _parameters.Flag("deferred_paid_at_separation", _constants.Year));
        Find(
            settlement.IsPaid ? SeparationSettlement.PaidOut : SeparationSettlement.Outstanding,
            FindingUnit.Cents,
            settlement.IsPaid ? 0 : settlement.Total,
            settlement.Total,
            "Additional compensation that had been deferred over the aggregate limit.");
        _record.Limit(l => l with { Waiting = 0 });
        if (!settlement.IsPaid) return;
        _record.Pay(Component.RecognitionPayment, settlement.Recognition, "deferred amounts, paid at separation");
        _record.Pay(Component.SpecialWorkingConditions, settlement.Special, "deferred amounts, paid at separation");
        var charges = EmployerCharges.Of(0, settlement.Total, _account.WagesPaid, rates.WageBase, _constants.EmployerRates);
        _record.Pay(Component.SocialSecurityMedicare, charges.SocialSecurity + charges.Medicare, "on deferred amounts, paid at separation");
    }
}
