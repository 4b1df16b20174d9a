using System.Text.Json.Serialization;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.InternalEquity;

/// <summary>What internal equity compares of one person (158.404(a)). Annual rates, whole US dollars.</summary>
/// <param name="PersonId">Identifier.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Track">Career track.</param>
/// <param name="Component">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the component.</param>
/// <param name="Market">Code of the local market of the official worksite.</param>
/// <param name="Worksite">County code of the official worksite.</param>
/// <param name="Specialisation">Specialisation; null where it is not known.</param>
/// <param name="ServiceYears">Completed years of service.</param>
/// <param name="Rating">Last mission impact rating; null where there is none yet.</param>
/// <param name="StructureSalary">Salary under the structure, without the local supplement.</param>
/// <param name="Salary">Salary with the local supplement.</param>
/// <param name="Minimum">Minimum of the subrange.</param>
/// <param name="Maximum">Maximum of the subrange.</param>
public sealed record EquityPerson(
    string PersonId,
    string WorkLevel,
    string Track,
    string Component,
    string Organisation,
    string Market,
    string Worksite,
    string? Specialisation,
    int ServiceYears,
    int? Rating,
    long StructureSalary,
    long Salary,
    long Minimum,
    long Maximum)
{
    /// <summary>Compa-ratio: structure salary over the midpoint of the subrange.</summary>
    [JsonIgnore]
    public double CompaRatio => RangePlace.CompaRatio(StructureSalary, Minimum, Maximum);

    /// <summary>Compa-ratio of the salary with the supplement.</summary>
    [JsonIgnore]
    public double SalaryCompaRatio => RangePlace.CompaRatio(Salary, Minimum, Maximum);

    /// <summary>Range penetration: 0 at the minimum of the subrange, 1 at its maximum.</summary>
    [JsonIgnore]
    public double RangePenetration => RangePlace.Penetration(StructureSalary, Minimum, Maximum);

    /// <summary>The pay of one basis.</summary>
    /// <param name="basis">With or without the local supplement.</param>
    /// <returns>Annual rate, whole US dollars.</returns>
    public long Pay(PayBasis basis) => basis == PayBasis.Salary ? Salary : StructureSalary;
}
