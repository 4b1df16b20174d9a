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
    private WorkPeriod? _splitPeriod;
    private QuarterSplit? _split;

    public IEnumerable<int> FiscalYears => Enumerable.Range(firstFiscalYear, fiscalYears);

    public LedgerCell Cell(string agency, StructureMember member, string workLevel, string market, WorksiteArea area)
    {
        var key = (agency, member, workLevel, market, area);
        if (_cells.TryGetValue(key, out var cell)) return cell;
        if (!_flows.TryGetValue((agency, member.Organisation), out var flow)) _flows[(agency, member.Organisation)] = flow = new OrganisationFlow(fiscalYears);
        return _cells[key] = new LedgerCell(agency, member, workLevel, market, area, flow, fiscalYears);
    }

    /// <summary>The fiscal year to which people who move in a period are counted, by its place in the horizon: the year of the period's last day.</summary>
    public int HomeYear(WorkPeriod period) => Math.Clamp(calendar.FiscalYearOf(period.LastDay) - firstFiscalYear, 0, fiscalYears - 1);

    public void Book(Cohort cohort, WorkPeriod period, Component component, long cents) => Book(cohort, cohort.Share, period, component, cents);

    /// <summary>Books an amount of a whole person for a part of a cohort.</summary>
    public void Book(Cohort cohort, PersonShare share, WorkPeriod period, Component component, long cents)
    {
        if (cents == 0) return;
        if (!ReferenceEquals(_splitPeriod, period)) (_splitPeriod, _split) = (period, calendar.SplitByQuarter(period));
        var split = _split!;
        var (first, last) = split.Split(share.Of(cents));
        Add(split.FirstYear - firstFiscalYear, split.FirstQuarter, first);
        if (last != 0) Add(split.LastYear - firstFiscalYear, split.LastQuarter, last);

        void Add(int year, int quarter, long part)
        {
            if (year >= 0 && year < fiscalYears) cohort.Cell.Add(year, quarter, cohort.Employment, component, part);
        }
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
        var year = period.FirstFiscalYear - firstFiscalYear;
        var first = (double)period.WeekdaysInFirstFiscalYear / period.Weekdays;
        Add(year, first);
        if (first < 1) Add(year + 1, 1 - first);

        void Add(int index, double part)
        {
            if (index < 0 || index >= fiscalYears) return;
            var persons = (decimal)part * cohort.Share.Persons;
            cohort.Cell.Flow.HolidayHours[index] += persons * (decimal)holiday;
            cohort.Cell.Flow.AnnualLeaveHours[index] += persons * (decimal)annual;
            cohort.Cell.Flow.SickLeaveHours[index] += persons * (decimal)sick;
        }
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
        totals.People[HomeYear(period)] += people;
        totals.Cents[HomeYear(period)] += cents;
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
        var sums = new SortedDictionary<(int Year, int Quarter, string Agency, string Organisation, Employment Employment, Component Component), long>(QuarterOrder.Instance);
        foreach (var cell in _cells.Values) cell.AddTo(sums, firstFiscalYear);
        return [.. sums.Select(s => new QuarterCost(s.Key.Year, s.Key.Quarter, s.Key.Agency, s.Key.Organisation, s.Key.Employment, s.Key.Component, s.Value))];
    }

    public IReadOnlyList<RuleEffect> RuleEffects() =>
        [.. from year in Enumerable.Range(0, fiscalYears)
            from rule in _rules.OrderBy(r => r.Key.Name, StringComparer.Ordinal).ThenBy(r => r.Key.Effect, StringComparer.Ordinal)
            where rule.Value.People[year] != PersonShare.None
            select new RuleEffect(firstFiscalYear + year, rule.Key.Name, rule.Key.Paragraph, (double)rule.Value.People[year].Persons, rule.Value.Cents[year], rule.Key.Effect)];

    /// <summary>Paid hours and absences of each organisation and fiscal year; organisations in order.</summary>
    public IReadOnlyList<CapacityHours> Capacity() =>
        [.. from year in Enumerable.Range(0, fiscalYears)
            from flow in _flows.OrderBy(f => f.Key.Agency, StringComparer.Ordinal).ThenBy(f => f.Key.Organisation, StringComparer.Ordinal)
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
                f.TimeOffCents[year])];

    public IReadOnlyList<HeadcountFlow> Headcount(PayCalendar calendar) =>
        [.. from year in Enumerable.Range(0, fiscalYears)
            from flow in _flows.OrderBy(f => f.Key.Agency, StringComparer.Ordinal).ThenBy(f => f.Key.Organisation, StringComparer.Ordinal)
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

    private RuleTotals Totals(RuleReference rule) =>
        _rules.TryGetValue(rule, out var totals) ? totals : _rules[rule] = new RuleTotals(1ul << _rules.Count, fiscalYears);

    private sealed class RuleTotals(ulong bit, int fiscalYears)
    {
        public ulong Bit => bit;

        public PersonShare[] People { get; } = new PersonShare[fiscalYears];

        public long[] Cents { get; } = new long[fiscalYears];
    }

    /// <summary>Text in ordinal order, so that the order is the same on every machine.</summary>
    private sealed class QuarterOrder : IComparer<(int Year, int Quarter, string Agency, string Organisation, Employment Employment, Component Component)>
    {
        public static readonly QuarterOrder Instance = new();

        public int Compare(
            (int Year, int Quarter, string Agency, string Organisation, Employment Employment, Component Component) x,
            (int Year, int Quarter, string Agency, string Organisation, Employment Employment, Component Component) y)
        {
            var c = (x.Year, x.Quarter).CompareTo((y.Year, y.Quarter));
            if (c == 0) c = string.CompareOrdinal(x.Agency, y.Agency);
            if (c == 0) c = string.CompareOrdinal(x.Organisation, y.Organisation);
            return c == 0 ? (x.Employment, x.Component).CompareTo((y.Employment, y.Component)) : c;
        }
    }
}
