using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.PayHistory;

/// <content>Salary: what it is at the start, what changes it, and how it is built (158.610-622).</content>
public sealed partial class PersonPath
{
    private readonly List<(string Reason, string Paragraph)> _reasons = [];
    private string _workLevel;
    private AppointmentType _appointment;
    private readonly StructureMember _member;
    private bool _isExtended;
    private long _structureSalary;
    private long _adjusted;
    private bool _separated;

    private void OpenSalary(PolicyYear policy, WorkPeriod period)
    {
        var subrange = policy.Subrange(_workLevel, _member);
        Because(_luck?.IsHire == true ? "initial salary of the hire" : _openingChanges.Count > 0 ? "salary at the start, after what the scenario changes about the position" : "salary at the start, as the roster states", "158.620");
        foreach (var change in _openingChanges)
        {
            Find(change.Rule, FindingUnit.None, 0, 0, change.Text);
            _record.Assume($"{change.Text} ({change.Rule.Paragraph})", true);
        }

        if (_structureSalary < subrange.Minimum)
            Find(StructureAdjustment.BelowMinimum, FindingUnit.AnnualDollars, _structureSalary, _structureSalary, $"Structure salary {Dollars(_structureSalary)} lies below the minimum of {_workLevel}, {Dollars(subrange.Minimum)}; nothing raises it by itself.");
        if (_structureSalary > subrange.Maximum)
            Find(StructureAdjustment.AboveMaximum, FindingUnit.AnnualDollars, _structureSalary, _structureSalary, $"Structure salary {Dollars(_structureSalary)} lies above the maximum of {_workLevel}, {Dollars(subrange.Maximum)}; it is kept and gets no adjustment.");
        _account.CalendarYear = period.CalendarYear;
    }

    private void ChangePolicy(PolicyYear before, PolicyYear after)
    {
        var (old, subrange) = (before.Subrange(_workLevel, _member), after.Subrange(_workLevel, _member));
        if (old.Minimum != subrange.Minimum || old.Maximum != subrange.Maximum) Because($"subrange {_workLevel} {Dollars(old.Minimum)}-{Dollars(old.Maximum)} becomes {Dollars(subrange.Minimum)}-{Dollars(subrange.Maximum)}", "158.611(e)");
        var (former, present) = (before.Policy.Supplements.GetValueOrDefault(_market), after.Policy.Supplements.GetValueOrDefault(_market));
        if (former != present)
        {
            Because($"supplement of {_market} from {Percent(former)} to {Percent(present)}", "158.612; 158.621(a)");
            Find(Supplement.Changed, FindingUnit.AnnualDollars, Supplement.SalaryWith(_structureSalary, former), Supplement.SalaryWith(_structureSalary, present),
                $"The supplement of {_market} is {Percent(present)} of structure salary instead of {Percent(former)}; before ceilings.");
        }

        if (StructureAdjustment.LeavesAbove(_structureSalary, old.Maximum, subrange.Maximum))
            Find(StructureAdjustment.AboveMaximum, FindingUnit.AnnualDollars, _structureSalary, _structureSalary, $"The maximum of {_workLevel} falls from {Dollars(old.Maximum)} to {Dollars(subrange.Maximum)}; the salary is kept and gets no adjustment.");
        var raised = StructureAdjustment.Apply(_structureSalary, old.Minimum, subrange.Minimum, _constants.RaiseBetweenMinimums);
        if (raised == _structureSalary) return;
        var between = _structureSalary != old.Minimum;
        Find(StructureAdjustment.RaisedMinimum, FindingUnit.AnnualDollars, _structureSalary, raised,
            $"The minimum of {_workLevel} rises from {Dollars(old.Minimum)} to {Dollars(subrange.Minimum)}; {(between ? "people left between the two are raised as well (assumed)" : "people paid at it move to the new one")}. This is not a recognition adjustment.");
        Because("raised subrange minimum", "158.621(c)");
        _structureSalary = raised;
    }

    private void Move(WorkLevelAction action, PolicyYear policy)
    {
        var minimum = policy.Subrange(action.WorkLevel, _member).Minimum;
        Because($"work level {_workLevel} becomes {action.WorkLevel}", "158.404(c)");
        _workLevel = action.WorkLevel;
        if (_structureSalary >= minimum) return;
        Find(WorkLevelMove, FindingUnit.AnnualDollars, _structureSalary, minimum, $"The subrange of {action.WorkLevel} begins at {Dollars(minimum)}: a recognition adjustment raises the salary to it.");
        _adjusted += minimum - _structureSalary;
        _structureSalary = minimum;
    }

    /// <summary>The scenario's approval for the extended range; one of before the start is in force from the start.</summary>
    private static IEnumerable<ExtendedRangeAction> Approval(Scenario scenario, RosterPerson person) =>
        scenario.ExtendedRange.Approvals.TryGetValue(person.PersonId, out var approval)
            ? [new ExtendedRangeAction(approval.From < scenario.Horizon.Start ? scenario.Horizon.Start : approval.From, approval.Salary ?? 0, approval.Determination)]
            : [];

    private void Appoint(AppointmentAction action, PolicyYear policy)
    {
        var asked = Supplement.SalaryWith(_structureSalary, policy.Policy.Supplements.GetValueOrDefault(_market));
        var limitation = policy.Limitation(policy.Subrange(_workLevel, _member), _isExtended);
        var paid = SalaryCeilings.Apply(_structureSalary, asked, limitation, _constants.LimitationCoversSupplement, policy.RangeMaximum(_isExtended)).Salary;
        if (SalaryRange.RefusalOfChange(action.Appointment, paid, policy.StandardRange) is { } rule)
        {
            Find(rule, FindingUnit.AnnualDollars, paid, paid, $"Salary {Dollars(paid)} lies above the standard range of {Dollars(policy.StandardRange)}: the appointment stays renewable.");
            return;
        }

        _isExtended &= action.Appointment == AppointmentType.Renewable;
        _appointment = action.Appointment;
        Because($"appointment becomes {action.Appointment.ToString().ToLowerInvariant()}", "158.522-523");
    }

    private void Extend(ExtendedRangeAction action, PolicyYear policy)
    {
        if (SalaryRange.Refusal(_appointment) is { } rule)
        {
            Find(rule, FindingUnit.AnnualDollars, action.Salary, _structureSalary, $"The appointment is {_appointment.ToString().ToLowerInvariant()}, not renewable: the standard range holds.");
            return;
        }

        _isExtended = true;
        var raise = Math.Max(0, action.Salary - _structureSalary);
        if (raise > 0) Find(Adjustment, FindingUnit.AnnualDollars, _structureSalary, action.Salary, "The salary that was approved by name for the extended range.");
        _structureSalary += raise;
        _adjusted += raise;
        Because($"extended range approved by name: {action.Determination}", "158.613(c)");
    }

    /// <summary>The person leaves before a work period begins.</summary>
    private void Separate(WorkPeriod period, PeriodRates rates)
    {
        _separated = true;
        EndPayments(period.Number - 1, period.FirstDay);
        SettleAccount(period, rates);
    }

    /// <summary>Computes the salary of the work period.</summary>
    private void Reckon(PolicyYear policy)
    {
        var subrange = policy.Subrange(_workLevel, _member);
        _salary = WorkPeriodSalary.Of(
            _structureSalary,
            _adjusted,
            policy.Policy.Supplements.GetValueOrDefault(_market),
            policy.Limitation(subrange, _isExtended),
            _constants.LimitationCoversSupplement,
            policy.RangeMaximum(_isExtended),
            _paidHours,
            _constants.HourlyDivisor);
    }

    /// <summary>Tells the salary of the work period where it differs from the last one.</summary>
    private void TellSalary(PolicyYear policy, WorkPeriod period)
    {
        var subrange = policy.Subrange(_workLevel, _member);
        var fraction = policy.Policy.Supplements.GetValueOrDefault(_market);
        var (limitation, range) = (policy.Limitation(subrange, _isExtended), policy.RangeMaximum(_isExtended));
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
            Math.Min(limitation, range),
            range,
            asked - _salary.Salary);
        _reasons.Clear();
        if (step.Reason.Length == 0)
        {
            if (_record.Salary is { } last && last with { Date = step.Date, Reason = "", Paragraph = "" } == step) return;
            step = step with { Reason = "rates of a new calendar year", Paragraph = "158.613(b); 158.614" };
        }

        if (_record.Salary?.Cut != step.Cut || _record.Salary?.Salary != step.Salary) FindCeilings(asked, limitation, range);
        if (_isExtended && step.Salary > policy.StandardRange)
            Find(SalaryRange.PaidInExtendedRange, FindingUnit.AnnualDollars, policy.StandardRange, step.Salary, $"Approved by name; the standard range ends at {Dollars(policy.StandardRange)}.");
        _record.Step(step);
    }

    private void FindCeilings(long asked, long limitation, long range)
    {
        var paid = SalaryCeilings.Apply(_structureSalary, asked, limitation, _constants.LimitationCoversSupplement, range);
        if (paid.CutByLimitation > 0) Find(SalaryCeilings.Limitation, FindingUnit.AnnualDollars, asked, asked - paid.CutByLimitation, $"The limitation of {_workLevel} is {Dollars(limitation)} a year.");
        if (paid.CutByRange == 0) return;
        Find(_isExtended ? SalaryRange.ExtendedRange : SalaryCeilings.StandardRange, FindingUnit.AnnualDollars, asked - paid.CutByLimitation, paid.Salary,
            _isExtended ? $"The extended range ends at {Dollars(range)} a year." : $"The standard range ends at {Dollars(range)} a year, the Vice President's rate.");
    }

    private void Because(string reason, string paragraph) => _reasons.Add((reason, paragraph));

    private static string Dollars(long dollars) => dollars.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Money(long cents) => (cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Percent(double fraction) => (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
