using CtmsAnalytics.Budget;
using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Projection;

/// <summary>Costs of one organisation, work level and local market, by fiscal year and component. Cents.</summary>
internal sealed class LedgerCell(string agency, string organisation, string workLevel, string market, OrganisationFlow flow, int fiscalYears)
{
    private static readonly int Components = Enum.GetValues<Component>().Length;
    private readonly long[] _cents = new long[fiscalYears * Components];

    public string Agency => agency;

    public string Organisation => organisation;

    public string WorkLevel => workLevel;

    public string Market => market;

    public OrganisationFlow Flow => flow;

    public void Add(int yearIndex, Component component, long cents) => _cents[(yearIndex * Components) + (int)component] += cents;

    public void AddTo(CostCube cube, int firstFiscalYear)
    {
        for (var i = 0; i < _cents.Length; i++)
            cube.Add(new CostKey(firstFiscalYear + (i / Components), agency, organisation, workLevel, market, (Component)(i % Components)), _cents[i]);
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

    /// <summary>Recognition time-off granted, millionths of an hour.</summary>
    public long[] TimeOffMillionths { get; } = new long[fiscalYears];

    /// <summary>That time-off at the hourly rates of the people who receive it, cents.</summary>
    public long[] TimeOffCents { get; } = new long[fiscalYears];
}
