using CtmsAnalytics.Budget;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>Costs of the people of one organisation, pay plan, track, work level and local market, by fiscal year and component. Cents.</summary>
internal sealed class LedgerCell(string agency, StructureMember member, string workLevel, string market, WorksiteArea area, OrganisationFlow flow, int fiscalYears)
{
    public string Agency => agency;

    public string Organisation => member.Organisation;

    /// <summary>What decides which structure its people are paid under.</summary>
    public StructureMember Member => member;

    public string WorkLevel => workLevel;

    public string Market => market;

    /// <summary>Areas of the official worksite; hires into the cell have them as well.</summary>
    public WorksiteArea Area => area;

    public OrganisationFlow Flow => flow;

    /// <summary>What is booked, by quarter.</summary>
    public BookedCents Cents { get; } = new(fiscalYears);

    /// <summary>What the policy that was last asked for says about the cell's people; null before.</summary>
    public CellTerms? Terms { get; set; }

    /// <summary>Place of the cell among the vacancies of the present work period.</summary>
    public int Vacated { get; set; }

    public void Add(int quarterIndex, Employment employment, Component component, long cents) => Cents.Add(quarterIndex, employment, component, cents);

    public void AddTo(CostCube cube, int firstFiscalYear)
    {
        foreach (var (year, component, cents) in Cents.ByYear()) cube.Add(new CostKey(firstFiscalYear + year, agency, member.Organisation, workLevel, market, component), cents);
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

    /// <summary>Absences of the work period that is open.</summary>
    public PeriodAbsences Absences { get; } = new();

    /// <summary>Recognition time-off granted, millionths of an hour.</summary>
    public long[] TimeOffMillionths { get; } = new long[fiscalYears];

    /// <summary>That time-off at the hourly rates of the people who receive it, cents.</summary>
    public long[] TimeOffCents { get; } = new long[fiscalYears];
}

/// <summary>Areas that the county of an official worksite lies in.</summary>
/// <param name="Nonforeign">Allowance area (5 CFR 591.207); null for none.</param>
/// <param name="Inauguration">Whether Inauguration Day is a holiday there (5 U.S.C. 6103(c)).</param>
internal readonly record struct WorksiteArea(string? Nonforeign, bool Inauguration);
