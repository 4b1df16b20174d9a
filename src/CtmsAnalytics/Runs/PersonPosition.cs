using System.Text.Json.Serialization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Runs;

/// <summary>Where one person of the roster stands in a scenario at the end of a fiscal year, on the path that is assumed for the person. Annual rates in whole US dollars.</summary>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Market">Code of the local market of the official worksite.</param>
/// <param name="EntryOnDuty">Date of entry on duty.</param>
/// <param name="Minimum">Minimum of the subrange.</param>
/// <param name="Maximum">Maximum of the subrange.</param>
/// <param name="StructureSalary">Salary under the structure.</param>
/// <param name="Supplement">Local talent market supplement.</param>
/// <param name="Limitation">Salary limitation of the subrange (158.611(d), 158.614).</param>
/// <param name="MarketMedian">Median wage of the matched occupations in the local market, aged to the end of the year.</param>
/// <param name="Components">Components that the Department pays something for in the fiscal year.</param>
/// <param name="CostCents">What the Department pays for the person in the fiscal year, cents.</param>
/// <param name="LimitCents">Aggregate compensation limit of the calendar year of the same number, cents; 0 where nothing is counted against it (158.604).</param>
/// <param name="CountedCents">Compensation of that calendar year that counts against the limit, what was deferred included, cents; the part of the year inside the horizon.</param>
public sealed record PersonPosition(
    string Agency,
    string Organisation,
    string WorkLevel,
    string Market,
    DateOnly EntryOnDuty,
    long Minimum,
    long Maximum,
    long StructureSalary,
    long Supplement,
    long Limitation,
    double MarketMedian,
    IReadOnlyList<Component> Components,
    long CostCents,
    long LimitCents,
    long CountedCents)
{
    /// <summary>What the Department pays for the person in the fiscal year by component, cents; known while a run is analysed, and not stored.</summary>
    internal IReadOnlyDictionary<Component, long> ComponentCents { get; init; } = new Dictionary<Component, long>();

    /// <summary>Salary with the supplement.</summary>
    [JsonIgnore]
    public long Salary => StructureSalary + Supplement;

    /// <summary>Compa-ratio: structure salary over the midpoint of the subrange.</summary>
    [JsonIgnore]
    public double CompaRatio => RangePlace.CompaRatio(StructureSalary, Minimum, Maximum);

    /// <summary>Range penetration: 0 at the minimum of the subrange, 1 at its maximum.</summary>
    [JsonIgnore]
    public double RangePenetration => RangePlace.Penetration(StructureSalary, Minimum, Maximum);

    /// <summary>Market ratio: salary with the supplement over the local market median.</summary>
    [JsonIgnore]
    public double MarketRatio => Salary / MarketMedian;

    /// <summary>Salary with the supplement over the salary limitation.</summary>
    [JsonIgnore]
    public double ShareOfLimitation => (double)Salary / Limitation;

    /// <summary>Compensation that counts over the aggregate limit (158.604); 0 where nothing is counted against it.</summary>
    [JsonIgnore]
    public double ShareOfAggregateLimit => LimitCents == 0 ? 0 : (double)CountedCents / LimitCents;
}
