using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.PayHistory;

/// <summary>Collects what happens on a person's path and cuts a year out of it.</summary>
internal sealed class PathRecord(string personId, PayCalendar calendar)
{
    private readonly List<(PayLine Line, string WorkLevel)> _lines = [];
    private readonly List<(WorkPeriod Period, LuckEvent Event)> _luck = [];
    private readonly List<HoursLine> _hours = [];
    private readonly List<(WorkPeriod Period, SalaryStep Step)> _salary = [];
    private readonly List<(WorkPeriod Period, Finding Finding)> _findings = [];
    private readonly List<(WorkPeriod Period, PersonnelAction Action)> _actions = [];
    private readonly List<(WorkPeriod? Period, string Text)> _assumptions = [];
    private readonly SortedDictionary<int, LimitPosition> _limits = [];
    private WorkPeriod? _period;

    private WorkPeriod Period => _period ?? throw new InvalidOperationException("No work period is open.");

    /// <summary>The salary that holds at present; null before the first one.</summary>
    public SalaryStep? Salary => _salary.Count == 0 ? null : _salary[^1].Step;

    /// <summary>What chance decided, in order; empty where it was assumed instead.</summary>
    public IEnumerable<LuckEvent> Luck => _luck.Select(l => l.Event);

    /// <summary>Every amount and the work level that it is booked to, in order.</summary>
    public IReadOnlyList<(PayLine Line, string WorkLevel)> Lines => _lines;

    /// <summary>Work level that amounts are booked to.</summary>
    public string WorkLevel { get; set; } = "";

    public void Open(WorkPeriod period) => _period = period;

    public void Draw(LuckKind kind, string text) => _luck.Add((Period, new LuckEvent(Period.FirstDay, kind, text)));

    public void Find(RuleReference rule, FindingUnit unit, long before, long after, string why) =>
        _findings.Add((Period, new Finding(personId, Period.FirstDay, rule, unit, before, after, why)));

    public void Pay(Component component, long cents, string how)
    {
        if (cents != 0) _lines.Add((new PayLine(Period, component, cents, ComponentParagraph.Of(component), how), WorkLevel));
    }

    public void Count(string kind, double hours, string paragraph)
    {
        if (hours != 0) _hours.Add(new HoursLine(Period, kind, hours, paragraph));
    }

    public void Step(SalaryStep step) => _salary.Add((Period, step));

    public void Carried(PersonnelAction action) => _actions.Add((Period, action));

    /// <summary>Notes an assumption about the person's luck; one without a work period holds for every year.</summary>
    public void Assume(string text, bool always) => _assumptions.Add((always ? null : Period, text));

    /// <summary>Adds to the position against the aggregate limit of the payday's calendar year.</summary>
    public void Limit(Func<LimitPosition, LimitPosition> change) =>
        _limits[Period.CalendarYear] = change(_limits.GetValueOrDefault(Period.CalendarYear) ?? new LimitPosition(Period.CalendarYear, 0, 0, 0, 0, 0, 0, 0));

    public PersonExplanation Explain(RosterPerson person, string scenario, int year, YearBasis basis, IReadOnlyList<Parameter> parameters, string? part)
    {
        var before = _salary.LastOrDefault(s => IsBefore(s.Period, year, basis)).Step;
        var during = _salary.Where(s => IsIn(s.Period, year, basis)).Select(s => s.Step);
        var lines = _lines.Select(l => l.Line with { Cents = PartOf(l.Line, year, basis) }).Where(l => l.Cents != 0).ToList();
        var paydays = lines.Select(l => l.Period.CalendarYear).ToHashSet();
        return new PersonExplanation(
            person,
            scenario,
            year,
            basis,
            [.. (before is null ? [] : new[] { before }).Concat(during)],
            lines,
            [.. _hours.Where(h => IsIn(h.Period, year, basis))],
            [.. _findings.Where(f => IsIn(f.Period, year, basis)).Select(f => f.Finding)],
            [.. _limits.Values.Where(l => paydays.Contains(l.CalendarYear))],
            [.. _actions.Where(a => IsIn(a.Period, year, basis)).Select(a => a.Action)],
            parameters,
            [.. _assumptions.Where(a => a.Period is null || IsIn(a.Period, year, basis)).Select(a => a.Text).Concat(part is null ? [] : new[] { part }).Distinct(StringComparer.Ordinal)])
        {
            Luck = [.. _luck.Where(l => IsIn(l.Period, year, basis)).Select(l => l.Event)],
        };
    }

    private static long PartOf(PayLine line, int year, YearBasis basis)
    {
        if (basis == YearBasis.Calendar) return line.Period.CalendarYear == year ? line.Cents : 0;
        var (first, next) = line.Period.SplitByFiscalYear(line.Cents);
        return (line.Period.FirstFiscalYear == year ? first : 0) + (line.Period.FirstFiscalYear + 1 == year ? next : 0);
    }

    /// <summary>A work period is told in the fiscal year of its last day, or in the calendar year of its payday.</summary>
    private int YearOf(WorkPeriod period, YearBasis basis) => basis == YearBasis.Calendar ? period.CalendarYear : calendar.FiscalYearOf(period.LastDay);

    private bool IsIn(WorkPeriod period, int year, YearBasis basis) => YearOf(period, basis) == year;

    private bool IsBefore(WorkPeriod period, int year, YearBasis basis) => YearOf(period, basis) < year;
}
