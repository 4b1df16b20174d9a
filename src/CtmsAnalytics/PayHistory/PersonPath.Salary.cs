using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.PayHistory;

/// <content>Salary: what it is at the start, what changes it, and how it is built (158.610-622).</content>
public sealed partial class PersonPath
{
    private readonly List<(string Reason, string Paragraph)> _reasons = [];
    private string _workLevel;
    private string _market;
    private AppointmentType _appointment;
    private int _hours;
    private int? _hoursWorked;
    private long _structureSalary;
    private long _adjusted;
    private bool _separated;

    private void OpenSalary(PolicyYear policy, WorkPeriod period)
    {
        var subrange = policy.Subrange(_workLevel);
        Because("salary at the start, as the roster states", "158.620");
        if (_structureSalary < subrange.Minimum)
            Find(StructureAdjustment.BelowMinimum, FindingUnit.AnnualDollars, _structureSalary, _structureSalary, $"Structure salary {Dollars(_structureSalary)} lies below the minimum of {_workLevel}, {Dollars(subrange.Minimum)}; nothing raises it by itself.");
        if (_structureSalary > subrange.Maximum)
            Find(StructureAdjustment.AboveMaximum, FindingUnit.AnnualDollars, _structureSalary, _structureSalary, $"Structure salary {Dollars(_structureSalary)} lies above the maximum of {_workLevel}, {Dollars(subrange.Maximum)}; it is kept and gets no adjustment.");
        _account.CalendarYear = period.CalendarYear;
    }

    private void ChangePolicy(PolicyYear before, PolicyYear after)
    {
        var (old, subrange) = (before.Subrange(_workLevel), after.Subrange(_workLevel));
        if (old.Minimum != subrange.Minimum || old.Maximum != subrange.Maximum) Because($"subrange {_workLevel} {Dollars(old.Minimum)}-{Dollars(old.Maximum)} becomes {Dollars(subrange.Minimum)}-{Dollars(subrange.Maximum)}", "158.611(e)");
        var (former, present) = (before.Policy.Supplements.GetValueOrDefault(_market), after.Policy.Supplements.GetValueOrDefault(_market));
        if (former != present) Because($"supplement of {_market} from {Percent(former)} to {Percent(present)}", "158.612; 158.621(a)");
        var raised = StructureAdjustment.Apply(_structureSalary, old.Minimum, subrange.Minimum, _constants.RaiseBetweenMinimums);
        if (raised == _structureSalary) return;
        var between = _structureSalary != old.Minimum;
        Find(StructureAdjustment.RaisedMinimum, FindingUnit.AnnualDollars, _structureSalary, raised,
            $"The minimum of {_workLevel} rises from {Dollars(old.Minimum)} to {Dollars(subrange.Minimum)}; {(between ? "people left between the two are raised as well (assumed)" : "people paid at it move to the new one")}. This is not a recognition adjustment.");
        Because("raised subrange minimum", "158.621(c)");
        _structureSalary = raised;
    }

    private void Move(WorksiteAction action, WorkPeriod period)
    {
        Because($"official worksite moves to county {action.WorksiteFips} in {action.Market} on {period.FirstDay:yyyy-MM-dd}", "158.704(c)");
        _market = action.Market;
    }

    private void Move(WorkLevelAction action, PolicyYear policy)
    {
        var minimum = policy.Subrange(action.WorkLevel).Minimum;
        Because($"work level {_workLevel} becomes {action.WorkLevel}", "158.404(c)");
        _workLevel = action.WorkLevel;
        if (_structureSalary >= minimum) return;
        Find(WorkLevelMove, FindingUnit.AnnualDollars, _structureSalary, minimum, $"The subrange of {action.WorkLevel} begins at {Dollars(minimum)}: a recognition adjustment raises the salary to it.");
        _adjusted += minimum - _structureSalary;
        _structureSalary = minimum;
    }

    private void Appoint(AppointmentAction action, PolicyYear policy)
    {
        _appointment = action.Appointment;
        Because($"appointment becomes {action.Appointment.ToString().ToLowerInvariant()}", "158.522-523");
    }

    private void Schedule(WorkScheduleAction action)
    {
        Because($"work schedule becomes {action.Hours} hours a work period", "158.705(c)(2)");
        _hours = action.Hours;
    }

    private void Extend(ExtendedRangeAction action, PolicyYear policy)
    {
        _structureSalary = action.Salary;
        Because($"extended range approved by name: {action.Determination}", "158.613(c)");
    }

    private void Separate(WorkPeriod period)
    {
        _separated = true;
        EndPayments(period);
        SettleAccount(period);
    }

    /// <summary>Computes the salary of the work period and tells every change of it.</summary>
    private void Price(PolicyYear policy, WorkPeriod period)
    {
        var subrange = policy.Subrange(_workLevel);
        var fraction = policy.Policy.Supplements.GetValueOrDefault(_market);
        var hours = _hoursWorked ?? _hours;
        _hoursWorked = null;
        _salary = WorkPeriodSalary.Of(
            _structureSalary, _adjusted, fraction, subrange.Limitation, _constants.LimitationCoversSupplement, policy.StandardRange, hours, _constants.HourlyDivisor);
        _paidHours = hours;
        var asked = Supplement.SalaryWith(_structureSalary, fraction);
        var step = new SalaryStep(
            period.FirstDay,
            string.Join("; ", _reasons.Select(r => r.Reason)),
            string.Join("; ", _reasons.Select(r => r.Paragraph).Distinct(StringComparer.Ordinal)),
            _workLevel,
            _market,
            subrange.Minimum,
            subrange.Maximum,
            _salary.StructureSalary,
            _salary.Salary - _salary.StructureSalary,
            fraction,
            subrange.Limitation,
            policy.StandardRange,
            asked - _salary.Salary);
        _reasons.Clear();
        if (_record.Salary is { } last && last with { Date = step.Date, Reason = step.Reason, Paragraph = step.Paragraph } == step && step.Reason.Length == 0) return;
        if (step.Reason.Length == 0) step = step with { Reason = "rates of a new calendar year", Paragraph = "158.613(b); 158.614" };
        if (_record.Salary?.Cut != step.Cut || _record.Salary?.Salary != step.Salary) FindCeilings(asked, subrange.Limitation, policy.StandardRange);
        _record.Step(step);
    }

    private void FindCeilings(long asked, long limitation, long range)
    {
        var paid = SalaryCeilings.Apply(_structureSalary, asked, limitation, _constants.LimitationCoversSupplement, range);
        if (paid.CutByLimitation > 0) Find(SalaryCeilings.Limitation, FindingUnit.AnnualDollars, asked, asked - paid.CutByLimitation, $"The limitation of {_workLevel} is {Dollars(limitation)} a year.");
        if (paid.CutByRange > 0) Find(SalaryCeilings.StandardRange, FindingUnit.AnnualDollars, asked - paid.CutByLimitation, paid.Salary, $"The standard range ends at {Dollars(range)} a year, the Vice President's rate.");
    }

    private void Because(string reason, string paragraph) => _reasons.Add((reason, paragraph));

    private static string Dollars(long dollars) => dollars.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Money(long cents) => (cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Percent(double fraction) => (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
