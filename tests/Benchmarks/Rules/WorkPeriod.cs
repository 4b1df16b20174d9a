using CtmsAnalytics.Budget;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;

namespace Benchmarks.Rules;

/// <summary>What a work period of one person comes to, cents.</summary>
internal readonly record struct WorkPeriodAnswer(long Salary, long Additional, long Employer)
{
    internal long Sum => Salary + Additional + Employer;
}

/// <summary>A full work period of one person: salary under its ceilings, additional compensation inside the aggregate limit, what the employer pays.</summary>
internal static class WorkPeriod
{
    private static readonly EmployerRates Rates = new(People.Retirement, People.SavingsPlan, People.SocialSecurity, People.Medicare);

    /// <summary>By the library's rules.</summary>
    internal static WorkPeriodAnswer ByRules(int person)
    {
        var pay = WorkPeriodSalary.Of(People.Salaries[person], 0, People.Supplements[person], People.Limitation, true, People.StandardRange, People.Hours, People.Divisor);
        var special = SwcPayment.Excludes(pay.Salary, People.EligibilityRate, AppointmentType.Continuing) is null ? SwcPayment.Amount(pay.Total, People.SpecialPercent) : 0;
        var account = new PayAccount { CalendarYear = 2026, SalaryPaid = 13 * pay.Total, WagesPaid = 13 * pay.Total };
        var paid = AdditionalCompensation.Pay(ref account, false, People.AggregateLimit, pay.Total, People.PaydaysLeft, People.Recognition[person], special, ExcessTreatment.Deferred);
        var charges = EmployerCharges.Of(pay.Total, pay.Total + paid.Total, account.WagesPaid, People.WageBase, in Rates);
        return new WorkPeriodAnswer(
            pay.Total,
            paid.Total,
            charges.Retirement + charges.SavingsPlan + charges.SocialSecurity + charges.Medicare
                + EmployerCost.LifeInsurance(pay.Salary, People.LifeStep, People.LifeAddition, People.LifeRate));
    }

    /// <summary>As a spreadsheet does it: dollars in decimal, one cell after another.</summary>
    internal static WorkPeriodAnswer BySpreadsheet(int person)
    {
        var structure = (decimal)People.Salaries[person];
        var asked = structure + decimal.Round(structure * (decimal)People.Supplements[person], 0, MidpointRounding.AwayFromZero);
        var salary = Math.Min(Math.Min(asked, People.Limitation), People.StandardRange);
        var hourly = Cents(salary / People.Divisor);
        var pay = hourly * People.Hours;
        var special = salary >= People.EligibilityRate ? 0 : Cents(pay * (decimal)People.SpecialPercent);
        var headroom = Math.Max(0, (People.AggregateLimit / 100m) - (13 * pay) - (pay * People.PaydaysLeft));
        var recognition = Math.Min(headroom, People.Recognition[person] / 100m);
        var additional = recognition + Math.Min(headroom - recognition, special);
        var taxed = Math.Clamp((People.WageBase / 100m) - (13 * pay), 0, pay + additional);
        var insurance = (Math.Ceiling(salary / People.LifeStep) * People.LifeStep) + People.LifeAddition;
        var employer = Cents(pay * (decimal)People.Retirement) + Cents(pay * (decimal)People.SavingsPlan) + Cents(taxed * (decimal)People.SocialSecurity)
            + Cents((pay + additional) * (decimal)People.Medicare) + Cents(insurance / People.LifeStep * (decimal)People.LifeRate);
        return new WorkPeriodAnswer((long)(pay * 100), (long)(additional * 100), (long)(employer * 100));
    }

    private static decimal Cents(decimal dollars) => decimal.Round(dollars, 2, MidpointRounding.AwayFromZero);
}
