using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.PayHistory;

/// <content>What is paid in a work period, inside the aggregate limit, and what the employer pays beside it.</content>
public sealed partial class PersonPath
{
    /// <summary>A payment under a special working conditions program.</summary>
    public static readonly RuleReference SpecialPayment = new("special working conditions payment", "158.642(c)", "granted");

    /// <summary>Amounts deferred in the year before that are paid.</summary>
    public static readonly RuleReference Release = new("release of deferred compensation", "158.604", "granted");

    private readonly List<(SpecialWorkingConditionsAction Action, int FirstPeriod)> _calls = [];
    private readonly List<TrainingAction> _training = [];
    private long _studentLoan;
    private int _paidHours;

    /// <summary>Paydays of the calendar year before the start count at the opening rate, where the parameter says so.</summary>
    private void OpenAccount(WorkPeriod period)
    {
        var earlier = _constants.CountEarlierPaydays ? _calendar.PaydaysBefore(period) : 0;
        _account.SalaryPaid = _account.WagesPaid = earlier * _salary.Total;
        if (earlier > 0) _record.Limit(l => l with { Salary = earlier * _salary.Total });
        if (earlier > 0) _record.Assume($"The {earlier} earlier paydays of {period.CalendarYear} count toward its limits at the opening rate, {Money(_salary.Total)} each.", false);
    }

    private void Call(SpecialWorkingConditionsAction action, PolicyYear policy, WorkPeriod period)
    {
        if (policy.Policy.SpecialWorkingConditions.All(p => p.Name != action.Program))
            throw new Diagnostics.InputException($"There is no special working conditions program '{action.Program}' on {action.Effective:yyyy-MM-dd}. The scenario has {string.Join(", ", policy.Policy.SpecialWorkingConditions.Select(p => p.Name))}.");
        _calls.Add((action, period.Number));
    }

    private void Pay(PolicyYear policy, WorkPeriod period, PeriodRates rates)
    {
        var release = AdditionalCompensation.OpenYear(ref _account, period.CalendarYear);
        var recognition = DueRecognition(period);
        var special = DueSpecial(policy, period);
        var wagesBefore = _account.WagesPaid;
        var paid = AdditionalCompensation.Pay(
            ref _account, release, rates.AggregateLimit, _salary.Total, period.PaydaysLeft, recognition, special, _scenario.AggregateLimit.Excess);
        TellLimit(paid, rates);
        var hourly = $"{_paidHours} h at {Money(Salaries.HourlyRate.FromAnnual(_salary.Salary, _constants.HourlyDivisor))} an hour";
        _record.Pay(Component.Salary, _salary.Unadjusted, hourly + ", the part under the structure");
        _record.Pay(Component.RecognitionAdjustment, _salary.Structure - _salary.Unadjusted, hourly + ", the part that adjustments added");
        _record.Pay(Component.Supplement, _salary.Total - _salary.Structure, hourly + ", the part that the supplement adds");
        _record.Pay(Component.RecognitionPayment, paid.Recognition + paid.ReleasedRecognition, paid.ReleasedRecognition > 0 ? $"{Money(paid.ReleasedRecognition)} deferred from the year before" : "recognition payment");
        _record.Pay(Component.SpecialWorkingConditions, paid.Special + paid.ReleasedSpecial, paid.ReleasedSpecial > 0 ? $"{Money(paid.ReleasedSpecial)} deferred from the year before" : "special working conditions");
        PayOther();
        var wages = _salary.Total + paid.Total;
        var charges = EmployerCharges.Of(_salary.Total, wages, wagesBefore, rates.WageBase, _constants.EmployerRates);
        _record.Pay(Component.Retirement, charges.Retirement, $"{Percent(_constants.EmployerRates.Retirement)} of basic pay {Money(_salary.Total)}");
        _record.Pay(Component.SavingsPlan, charges.SavingsPlan, $"{Percent(_constants.EmployerRates.SavingsPlan)} of basic pay {Money(_salary.Total)}");
        _record.Pay(Component.SocialSecurityMedicare, charges.SocialSecurity + charges.Medicare, $"Social Security {Money(charges.SocialSecurity)} and Medicare {Money(charges.Medicare)} on wages {Money(wages)}");
        var health = Rounding.HalfUp(rates.HealthPremium[_person.HealthPlan] * 100);
        var life = EmployerCost.LifeInsurance(_salary.Salary, _constants.LifeStep, _constants.LifeAddition, _constants.LifeRate);
        _record.Pay(Component.HealthAndLife, health + life, $"health {Money(health)}, life insurance {Money(life)}");
        _account.WagesPaid += wages;
    }

    private long DueSpecial(PolicyYear policy, WorkPeriod period)
    {
        long due = 0;
        foreach (var (action, first) in _calls)
        {
            if (period.Number >= first + action.Periods) continue;
            var program = policy.Policy.SpecialWorkingConditions.FirstOrDefault(p => p.Name == action.Program);
            if (program is null || period.FirstDay < program.Start || period.LastDay > program.End) continue;
            var fraction = Math.Min(action.Fraction ?? program.Percent, _constants.SwcMaximum);
            var amount = SwcPayment.Amount(_salary.Total, fraction);
            if (SwcPayment.Excludes(_salary.Salary, policy.SwcEligibility, _appointment) is { } rule)
            {
                Find(rule, FindingUnit.Cents, amount, 0, $"Salary {Dollars(_salary.Salary)}; eligibility ends at EX-IV, {Dollars(policy.SwcEligibility)}.");
                continue;
            }

            Find(SpecialPayment, FindingUnit.Cents, 0, amount, $"{program.Name}: {Percent(fraction)} of the salary computed for the work period, {Money(_salary.Total)}.");
            due += amount;
        }

        return due;
    }

    private void TellLimit(AdditionalPaid paid, PeriodRates rates)
    {
        var deferred = _scenario.AggregateLimit.Excess == ExcessTreatment.Deferred;
        _record.Limit(l => l with
        {
            Limit = rates.AggregateLimit,
            Salary = l.Salary + _salary.Total,
            Additional = l.Additional + paid.Total,
            Released = l.Released + paid.ReleasedRecognition + paid.ReleasedSpecial,
            Deferred = l.Deferred + (deferred ? paid.Excess : 0),
            Forfeited = l.Forfeited + (deferred ? 0 : paid.Excess),
        });
        var released = paid.ReleasedRecognition + paid.ReleasedSpecial;
        if (released > 0) Find(Release, FindingUnit.Cents, 0, released, "Deferred over the aggregate limit of the year before and paid on the first payday of this one.");
        if (paid.Excess == 0) return;
        var due = paid.Recognition + paid.Special + paid.Excess;
        Find(deferred ? Headroom.Deferral : Headroom.Forfeiture, FindingUnit.Cents, due, due - paid.Excess,
            $"Limit {Money(rates.AggregateLimit)}; with the salary still expected to the end of the calendar year {Money(paid.Headroom)} are left for additional compensation.");
    }

    private void PayOther()
    {
        _record.Pay(Component.StudentLoan, _studentLoan, "student loan repayment");
        _studentLoan = 0;
        foreach (var course in _training) _record.Pay(Component.Training, course.Cents, course.Name);
        _training.Clear();
    }

    /// <summary>What becomes of deferred amounts when the person leaves.</summary>
    private void SettleAccount(WorkPeriod period)
    {
        if (_account.DeferredRecognition + _account.DeferredSpecial == 0) return;
        AdditionalCompensation.OpenYear(ref _account, period.CalendarYear);
        var settlement = SeparationSettlement.Of(ref _account, _parameters.Flag("deferred_paid_at_separation"));
        Find(settlement.IsPaid ? SeparationSettlement.PaidOut : SeparationSettlement.Outstanding, FindingUnit.Cents, settlement.IsPaid ? 0 : settlement.Total, settlement.Total, "Additional compensation that had been deferred over the aggregate limit.");
        if (!settlement.IsPaid) return;
        _record.Pay(Component.RecognitionPayment, settlement.Recognition, "deferred amounts, paid at separation");
        _record.Pay(Component.SpecialWorkingConditions, settlement.Special, "deferred amounts, paid at separation");
    }
}
