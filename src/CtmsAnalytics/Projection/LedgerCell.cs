using CtmsAnalytics.Budget;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>Costs of the people of one organisation, pay plan, track, work level and local market, by fiscal year and component. Cents.</summary>
internal sealed class LedgerCell(string agency, StructureMember member, string workLevel, string market, OrganisationFlow flow, int fiscalYears)
{
    private static readonly int Components = Enum.GetValues<Component>().Length;
    private readonly long[] _cents = new long[fiscalYears * Components];

    public string Agency => agency;

    public string Organisation => member.Organisation;

    /// <summary>What decides which structure its people are paid under.</summary>
    public StructureMember Member => member;

    public string WorkLevel => workLevel;

    public string Market => market;

    public OrganisationFlow Flow => flow;

    public void Add(int yearIndex, Component component, long cents) => _cents[(yearIndex * Components) + (int)component] += cents;

    public void AddTo(CostCube cube, int firstFiscalYear)
    {
        for (var i = 0; i < _cents.Length; i++)
            cube.Add(new CostKey(firstFiscalYear + (i / Components), agency, member.Organisation, workLevel, market, (Component)(i % Components)), _cents[i]);
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
}
