using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Projection;

/// <summary>Books amounts, hours, movements and rule effects to fiscal years inside the horizon.</summary>
internal sealed class Ledger(int firstFiscalYear, int fiscalYears)
{
    private readonly SortedDictionary<(int Year, string Rule, string Paragraph, string Effect), (double People, long Cents)> _rules = [];
    private readonly SortedDictionary<(int Year, string Agency, string Organisation), Movement> _movements = [];

    public CostCube Costs { get; } = new();

    public int LastFiscalYear => firstFiscalYear + fiscalYears - 1;

    public IEnumerable<int> FiscalYears => Enumerable.Range(firstFiscalYear, fiscalYears);

    /// <summary>The fiscal year in the horizon to which people who move in a period are counted: the year of its last day.</summary>
    public int HomeYear(WorkPeriod period) => Math.Clamp(PayCalendar.FiscalYearOf(period.LastDay), firstFiscalYear, LastFiscalYear);

    public void Book(Cohort cohort, WorkPeriod period, Component component, long cents)
    {
        if (cents == 0) return;
        var (first, next) = period.SplitByFiscalYear(cohort.Share.Of(cents));
        BookIn(cohort, period.FirstFiscalYear, component, first);
        BookIn(cohort, period.FirstFiscalYear + 1, component, next);
    }

    public void Touch(Cohort cohort, WorkPeriod period, RuleReference rule, long cents)
    {
        var year = HomeYear(period);
        var key = (year, rule.Name, rule.Paragraph, rule.Effect);
        var (people, sum) = _rules.GetValueOrDefault(key);
        if (cohort.TouchedBy.Add($"{year}/{rule.Name}/{rule.Effect}")) people += (double)cohort.Share.Persons;
        _rules[key] = (people, sum + cohort.Share.Of(cents));
    }

    public void Move(Cohort cohort, int year, Action<Movement> change)
    {
        var key = (year, cohort.Agency, cohort.Organisation);
        if (!_movements.TryGetValue(key, out var movement)) _movements[key] = movement = new Movement();
        change(movement);
    }

    public void Hours(Cohort cohort, WorkPeriod period)
    {
        var hours = (decimal)cohort.Hours * cohort.Share.Persons / period.Weekdays;
        AddHours(cohort, period.FirstFiscalYear, hours * period.WeekdaysInFirstFiscalYear);
        AddHours(cohort, period.FirstFiscalYear + 1, hours * (period.Weekdays - period.WeekdaysInFirstFiscalYear));
    }

    public IReadOnlyList<RuleEffect> RuleEffects() =>
        [.. _rules.Select(r => new RuleEffect(r.Key.Year, r.Key.Rule, r.Key.Paragraph, r.Value.People, r.Value.Cents, r.Key.Effect))];

    public IReadOnlyList<HeadcountFlow> Headcount(PayCalendar calendar) =>
        [.. _movements.Select(m => new HeadcountFlow(
            m.Key.Year,
            m.Key.Agency,
            m.Key.Organisation,
            m.Value.Start.Persons,
            m.Value.Hires.Persons,
            m.Value.Separations.Persons,
            (m.Value.Start + m.Value.Hires - m.Value.Separations).Persons,
            (double)m.Value.Hours / calendar.CompensableHours(m.Key.Year)))];

    private void BookIn(Cohort cohort, int year, Component component, long cents)
    {
        if (year >= firstFiscalYear && year <= LastFiscalYear)
            Costs.Add(new CostKey(year, cohort.Agency, cohort.Organisation, cohort.WorkLevel, cohort.Market, component), cents);
    }

    private void AddHours(Cohort cohort, int year, decimal hours)
    {
        if (year >= firstFiscalYear && year <= LastFiscalYear) Move(cohort, year, m => m.Hours += hours);
    }

    internal sealed class Movement
    {
        public PersonShare Start { get; set; } = PersonShare.None;

        public PersonShare Hires { get; set; } = PersonShare.None;

        public PersonShare Separations { get; set; } = PersonShare.None;

        public decimal Hours { get; set; }
    }
}
