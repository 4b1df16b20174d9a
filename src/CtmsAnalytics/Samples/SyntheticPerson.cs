namespace CtmsAnalytics.Samples;

/// <summary>One synthetic person: a row of the sample roster.</summary>
public sealed record SyntheticPerson
{
    /// <summary>Identifier, unique in the roster: <c>S0001</c> and on.</summary>
    public required string PersonId { get; init; }

    /// <summary>Component, as in the workforce cell.</summary>
    public required string Component { get; init; }

    /// <summary>Office or division inside the component.</summary>
    public required string Organisation { get; init; }

    /// <summary>Pay plan, as in the workforce cell.</summary>
    public required string PayPlan { get; init; }

    /// <summary>Career track of the work level.</summary>
    public required string Track { get; init; }

    /// <summary>Code of the work level (158.404).</summary>
    public required string WorkLevel { get; init; }

    /// <summary>County of the official worksite (158.704), five-digit FIPS code.</summary>
    public required string WorksiteFips { get; init; }

    /// <summary><c>renewable</c>, <c>continuing</c> or <c>advisory</c> (158.522).</summary>
    public required string AppointmentType { get; init; }

    /// <summary><c>full-time</c>, <c>part-time</c> or <c>contingent</c> (158.705).</summary>
    public required string Schedule { get; init; }

    /// <summary>Hours of a 14-day work period, 1 to 80.</summary>
    public required int HoursPerWorkPeriod { get; init; }

    /// <summary>Day from which Federal service counts; the first day of a work period.</summary>
    public required DateOnly EntryOnDuty { get; init; }

    /// <summary>Annual rate under the salary structure without supplement, whole US dollars.</summary>
    public required int StructureSalary { get; init; }

    /// <summary>Annual salary, whole US dollars: structure salary plus the supplement of the worksite (612), half a dollar up.</summary>
    public required int Salary { get; init; }

    /// <summary><c>none</c>, <c>self_only</c>, <c>self_plus_one</c> or <c>self_and_family</c>.</summary>
    public required string HealthPlan { get; init; }

    /// <summary>Mission impact rating of the last review (158.805), 0 to 3; <see langword="null"/> for someone not reviewed yet.</summary>
    public required int? LastRating { get; init; }

    /// <summary>Day that the row describes.</summary>
    public required DateOnly AsOf { get; init; }
}
