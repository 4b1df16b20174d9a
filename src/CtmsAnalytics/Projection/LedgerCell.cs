using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>Costs of the people of one organisation, pay plan, track, work level and local market, by fiscal year and component. Cents.</summary>
internal sealed class LedgerCell(string agency, StructureMember member, string workLevel, string market, WorksiteArea area, OrganisationFlow flow, int fiscalYears)
{
    private static readonly int Components = Enum.GetValues<Component>().Length;
    private static readonly int Employments = Enum.GetValues<Employment>().Length;
    private readonly long[] _cents = new long[fiscalYears * PayCalendar.Quarters * Employments * Components];

    public string Agency => agency;

    public string Organisation => member.Organisation;

    /// <summary>What decides which structure its people are paid under.</summary>
    public StructureMember Member => member;

    public string WorkLevel => workLevel;

    public string Market => market;

    /// <summary>Areas of the official worksite; hires into the cell have them as well.</summary>
    public WorksiteArea Area => area;

    public OrganisationFlow Flow => flow;

    public void Add(int yearIndex, int quarter, Employment employment, Component component, long cents) =>
        _cents[(((((yearIndex * PayCalendar.Quarters) + quarter - 1) * Employments) + (int)employment) * Components) + (int)component] += cents;

    public void AddTo(CostCube cube, int firstFiscalYear)
    {
        foreach (var (year, _, _, component, cents) in Booked(firstFiscalYear)) cube.Add(new CostKey(year, agency, member.Organisation, workLevel, market, component), cents);
    }

    public void AddTo(IDictionary<(int Year, int Quarter, string Agency, string Organisation, Employment Employment, Component Component), long> sums, int firstFiscalYear)
    {
        foreach (var (year, quarter, employment, component, cents) in Booked(firstFiscalYear))
        {
            var key = (year, quarter, agency, member.Organisation, employment, component);
            sums.TryGetValue(key, out var before);
            sums[key] = checked(before + cents);
        }
    }

    private IEnumerable<(int Year, int Quarter, Employment Employment, Component Component, long Cents)> Booked(int firstFiscalYear)
    {
        for (var i = 0; i < _cents.Length; i++)
        {
            if (_cents[i] == 0) continue;
            var (slot, component) = Math.DivRem(i, Components);
            var (quarters, employment) = Math.DivRem(slot, Employments);
            var (year, quarter) = Math.DivRem(quarters, PayCalendar.Quarters);
            yield return (firstFiscalYear + year, quarter + 1, (Employment)employment, (Component)component, _cents[i]);
        }
    }
}

/// <summary>Movement of people and paid hours of one organisation, by fiscal year.</summary>
internal sealed class OrganisationFlow(int fiscalYears)
{
    public PersonShare[] Start { get; } = new PersonShare[fiscalYears];

    public PersonShare[] Hires { get; } = new PersonShare[fiscalYears];

    public PersonShare[] Separations { get; } = new PersonShare[fiscalYears];

    /// <summary>Paid regular hours x weekdays of the year in the period x millionths of a person: exact as integers.</summary>
    public long[] HourWeekdays { get; } = new long[fiscalYears];

    public decimal[] HolidayHours { get; } = new decimal[fiscalYears];

    public decimal[] AnnualLeaveHours { get; } = new decimal[fiscalYears];

    public decimal[] SickLeaveHours { get; } = new decimal[fiscalYears];

    /// <summary>Recognition time-off granted, millionths of an hour.</summary>
    public long[] TimeOffMillionths { get; } = new long[fiscalYears];

    /// <summary>That time-off at the hourly rates of the people who receive it, cents.</summary>
    public long[] TimeOffCents { get; } = new long[fiscalYears];
}

/// <summary>Areas that the county of an official worksite lies in.</summary>
/// <param name="Nonforeign">Allowance area (5 CFR 591.207); null for none.</param>
/// <param name="Inauguration">Whether Inauguration Day is a holiday there (5 U.S.C. 6103(c)).</param>
internal readonly record struct WorksiteArea(string? Nonforeign, bool Inauguration);
