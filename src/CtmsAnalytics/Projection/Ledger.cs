using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>Books amounts, hours, movements and rule effects to the fiscal years of the horizon; what falls outside them is not this budget's.</summary>
internal sealed class Ledger(PayCalendar calendar, int firstFiscalYear, int fiscalYears)
{
    private readonly Dictionary<(string Agency, StructureMember Member, string WorkLevel, string Market, WorksiteArea Area), LedgerCell> _cells = [];
    private readonly Dictionary<(string Agency, string Organisation), OrganisationFlow> _flows = [];
    private readonly Dictionary<RuleReference, RuleTotals> _rules = new(ReferenceEqualityComparer.Instance);
    private int _weekdays = 1;
    private OpenedPeriod? _opened;

    public IEnumerable<int> FiscalYears => Enumerable.Range(firstFiscalYear, fiscalYears);

    public LedgerCell Cell(string agency, StructureMember member, string workLevel, string market, WorksiteArea area)
    {
        var key = (agency, member, workLevel, market, area);
        if (_cells.TryGetValue(key, out var cell)) return cell;
        if (!_flows.TryGetValue((agency, member.Organisation), out var flow)) _flows[(agency, member.Organisation)] = flow = new OrganisationFlow(fiscalYears);
        return _cells[key] = new LedgerCell(agency, member, workLevel, market, area, flow, fiscalYears);
    }

    /// <summary>The fiscal year to which people who move in a period are counted, by its place in the horizon: the year of the period's last day.</summary>
    public int HomeYear(WorkPeriod period) => Open(period).HomeYear;

    public void Book(Cohort cohort, WorkPeriod period, Component component, long cents) => Book(cohort, cohort.Share, period, component, cents);

    /// <summary>Books an amount of a whole person for a part of a cohort.</summary>
    public void Book(Cohort cohort, PersonShare share, WorkPeriod period, Component component, long cents)
    {
        if (cents == 0) return;
        var opened = Open(period);
        var (first, last) = opened.Split.Split(share.Of(cents));
        if (opened.FirstQuarter is { } firstQuarter) cohort.Cell.Add(firstQuarter, cohort.Employment, component, first);
        if (last != 0 && opened.LastQuarter is { } lastQuarter) cohort.Cell.Add(lastQuarter, cohort.Employment, component, last);
    }

    public void Hours(Cohort cohort, WorkPeriod period)
    {
        _weekdays = period.Weekdays;
        var hours = cohort.Hours * cohort.Share.Millionths;
        var year = period.FirstFiscalYear - firstFiscalYear;
        if (year >= 0 && year < fiscalYears) cohort.Cell.Flow.HourWeekdays[year] += hours * period.WeekdaysInFirstFiscalYear;
        if (year + 1 >= 0 && year + 1 < fiscalYears) cohort.Cell.Flow.HourWeekdays[year + 1] += hours * (period.Weekdays - period.WeekdaysInFirstFiscalYear);
    }

    /// <summary>Hours of a whole person in the period that are paid and not worked, or that accrue, to the fiscal years by weekdays.</summary>
    public void Absence(Cohort cohort, WorkPeriod period, double holiday, double annual, double sick)
    {
        Open(period);
        cohort.Cell.Flow.Absences.Add(holiday, annual, sick, cohort.Share);
    }

    public void Touch(Cohort cohort, WorkPeriod period, RuleReference rule, long cents)
    {
        var year = HomeYear(period);
        var totals = Totals(rule);
        if (cohort.TouchedIn != year + 1)
        {
            cohort.TouchedIn = year + 1;
            cohort.TouchedBy = 0;
        }

        if ((cohort.TouchedBy & totals.Bit) == 0)
        {
            cohort.TouchedBy |= totals.Bit;
            totals.People[year] += cohort.Share;
        }

        totals.Cents[year] += cohort.Share.Of(cents);
    }

    /// <summary>Counts people and cents of a rule that touches a part of a cohort once, such as those who leave.</summary>
    public void Touch(PersonShare people, WorkPeriod period, RuleReference rule, long cents)
    {
        var totals = Totals(rule);
        var year = HomeYear(period);
        totals.People[year] += people;
        totals.Cents[year] += cents;
    }

    /// <summary>Counts recognition time-off as capacity: it is no cost.</summary>
    public void TimeOff(Cohort cohort, WorkPeriod period, double hours, long hourlyRate)
    {
        var year = HomeYear(period);
        cohort.Cell.Flow.TimeOffMillionths[year] += Rounding.HalfUp(hours * cohort.Share.Millionths);
        cohort.Cell.Flow.TimeOffCents[year] += cohort.Share.Of(Rounding.HalfUp(hours * hourlyRate));
    }

    public CostCube Costs()
    {
        var cube = new CostCube();
        foreach (var cell in _cells.Values) cell.AddTo(cube, firstFiscalYear);
        return cube;
    }

    /// <summary>The same costs by quarter and kind of employment; organisations in order.</summary>
    public IReadOnlyList<QuarterCost> Quarters()
    {
        var sums = Flows().Select(f => (f.Key.Agency, f.Key.Organisation, Cents: new BookedCents(fiscalYears), Flow: f.Value)).ToList();
        var ofFlow = sums.ToDictionary(s => s.Flow, s => s.Cents);
        foreach (var cell in _cells.Values) ofFlow[cell.Flow].Add(cell.Cents);
        return
        [
            .. from quarter in Enumerable.Range(0, fiscalYears * PayCalendar.Quarters)
               from sum in sums
               from booked in sum.Cents.InQuarter(quarter)
               select new QuarterCost(
                   firstFiscalYear + (quarter / PayCalendar.Quarters), (quarter % PayCalendar.Quarters) + 1, sum.Agency, sum.Organisation, booked.Employment, booked.Component, booked.Cents),
        ];
    }

    public IReadOnlyList<RuleEffect> RuleEffects() =>
        [.. from year in Enumerable.Range(0, fiscalYears)
            from rule in _rules.OrderBy(r => r.Key.Name, StringComparer.Ordinal).ThenBy(r => r.Key.Effect, StringComparer.Ordinal)
            where rule.Value.People[year] != PersonShare.None
            select new RuleEffect(firstFiscalYear + year, rule.Key.Name, rule.Key.Paragraph, (double)rule.Value.People[year].Persons, rule.Value.Cents[year], rule.Key.Effect)];

    /// <summary>Paid hours and absences of each organisation and fiscal year; organisations in order.</summary>
    public IReadOnlyList<CapacityHours> Capacity()
    {
        Close();
        return
        [
            .. from year in Enumerable.Range(0, fiscalYears)
            from flow in Flows()
            let f = flow.Value
            select new CapacityHours(
                firstFiscalYear + year,
                flow.Key.Agency,
                flow.Key.Organisation,
                f.HourWeekdays[year] / ((decimal)PersonShare.Whole.Millionths * _weekdays),
                f.HolidayHours[year],
                f.AnnualLeaveHours[year],
                f.SickLeaveHours[year],
                (decimal)f.TimeOffMillionths[year] / PersonShare.Whole.Millionths,
                f.TimeOffCents[year]),
        ];
    }

    public IReadOnlyList<HeadcountFlow> Headcount(PayCalendar calendar) =>
        [.. from year in Enumerable.Range(0, fiscalYears)
            from flow in Flows()
            let f = flow.Value
            select new HeadcountFlow(
                firstFiscalYear + year,
                flow.Key.Agency,
                flow.Key.Organisation,
                f.Start[year].Persons,
                f.Hires[year].Persons,
                f.Separations[year].Persons,
                (f.Start[year] + f.Hires[year] - f.Separations[year]).Persons,
                (double)f.HourWeekdays[year] / (PersonShare.Whole.Millionths * (double)_weekdays) / calendar.CompensableHours(firstFiscalYear + year))];

    private IEnumerable<KeyValuePair<(string Agency, string Organisation), OrganisationFlow>> Flows() =>
        _flows.OrderBy(f => f.Key.Agency, StringComparer.Ordinal).ThenBy(f => f.Key.Organisation, StringComparer.Ordinal);

    /// <summary>What is the same for everything that is booked in a work period; one period follows the other.</summary>
    private OpenedPeriod Open(WorkPeriod period)
    {
        if (_opened is { } opened && ReferenceEquals(opened.Period, period)) return opened;
        Close();
        var split = calendar.SplitByQuarter(period);
        return _opened = new OpenedPeriod(
            period,
            Math.Clamp(calendar.FiscalYearOf(period.LastDay) - firstFiscalYear, 0, fiscalYears - 1),
            split,
            Index(split.FirstYear, split.FirstQuarter),
            Index(split.LastYear, split.LastQuarter));

        int? Index(int year, int quarter) => year >= firstFiscalYear && year < firstFiscalYear + fiscalYears ? ((year - firstFiscalYear) * PayCalendar.Quarters) + quarter - 1 : null;
    }

    /// <summary>Absences of the open period go to the fiscal years by weekdays.</summary>
    private void Close()
    {
        if (_opened?.Period is not { } period) return;
        var year = period.FirstFiscalYear - firstFiscalYear;
        var first = (double)period.WeekdaysInFirstFiscalYear / period.Weekdays;
        foreach (var flow in _flows.Values)
        {
            Add(flow, year, first);
            if (first < 1) Add(flow, year + 1, 1 - first);
            flow.Absences.Clear();
        }

        void Add(OrganisationFlow flow, int index, double part)
        {
            if (index < 0 || index >= fiscalYears) return;
            foreach (var absence in flow.Absences.Kinds)
            {
                var persons = (decimal)part * absence.People.Persons;
                flow.HolidayHours[index] += persons * (decimal)absence.Holiday;
                flow.AnnualLeaveHours[index] += persons * (decimal)absence.Annual;
                flow.SickLeaveHours[index] += persons * (decimal)absence.Sick;
            }
        }
    }

    private RuleTotals Totals(RuleReference rule) =>
        _rules.TryGetValue(rule, out var totals) ? totals : _rules[rule] = new RuleTotals(1ul << _rules.Count, fiscalYears);

    private sealed class RuleTotals(ulong bit, int fiscalYears)
    {
        public ulong Bit => bit;

        public PersonShare[] People { get; } = new PersonShare[fiscalYears];

        public long[] Cents { get; } = new long[fiscalYears];
    }

    /// <summary>A work period that is booked to; quarters count from the first of the horizon, null outside of it.</summary>
    private sealed record OpenedPeriod(WorkPeriod Period, int HomeYear, QuarterSplit Split, int? FirstQuarter, int? LastQuarter);
}
