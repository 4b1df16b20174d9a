using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>A position: the person who holds it at the start, and the hires who fill it after that. All of it is the same in every draw.</summary>
internal sealed class Seat
{
    /// <summary>Identifier: the person's, or the hiring plan's.</summary>
    public required string Id { get; init; }

    /// <summary>First counter word of its luck.</summary>
    public required uint Key { get; init; }

    /// <summary>Person at the start; null for a position that the hiring plan opens.</summary>
    public required RosterPerson? Person { get; init; }

    /// <summary>Class of people under the same structures.</summary>
    public required int MemberClass { get; init; }

    /// <summary>Index of the local market.</summary>
    public required int Market { get; init; }

    /// <summary>Index of member class and market among the stages' pay bases.</summary>
    public required int Basis { get; init; }

    /// <summary>Index of the work level at the start.</summary>
    public required int Level { get; init; }

    /// <summary>Cell of the organisation by work level; -1 for levels that nobody in it can reach.</summary>
    public required int[] Cells { get; init; }

    /// <summary>Tenure factor from period indexes on for the person at the start.</summary>
    public required TenureFactor[] Tenure { get; init; }

    /// <summary>Paid hours of the person at the start by period index, where they change; null where they are always <see cref="Hours"/>.</summary>
    public int[]? HoursByPeriod { get; init; }

    /// <summary>Paid hours of a work period of the person at the start.</summary>
    public required int Hours { get; init; }

    /// <summary>Approval for the extended range and the index of the work period from which it holds; null for none.</summary>
    public (ExtendedRangeApproval Approval, int From)? Approval { get; init; }

    /// <summary>Index of the work period in which the position is opened; 0 for the roster's.</summary>
    public int Opens { get; init; }

    /// <summary>Index of the work period from which the position is not filled again.</summary>
    public int Closes { get; init; } = int.MaxValue;

    /// <summary>Whether who holds it separates at the end of the period before <see cref="Closes"/>.</summary>
    public bool ClosesOnDate { get; init; }

    /// <summary>Whether the person at the start is paid.</summary>
    public bool IsUncompensated => Person is { IsUncompensated: true };

    /// <summary>Whether the salary of the person at the start is not all basic pay and wages, or an allowance comes with it.</summary>
    public bool HasOwnWages => Person is { AnnuityPerYear: not null };

    /// <summary>Nonforeign area of the worksite; null for none.</summary>
    public string? NonforeignArea { get; init; }
}

/// <summary>Factor on the separation hazard from a work period on.</summary>
/// <param name="From">Index of the work period.</param>
/// <param name="Factor">The factor.</param>
internal readonly record struct TenureFactor(int From, double Factor)
{
    /// <summary>Index of the factor that holds in a work period.</summary>
    public static int IndexAt(TenureFactor[] factors, int period)
    {
        var index = 0;
        while (index + 1 < factors.Length && factors[index + 1].From <= period) index++;
        return index;
    }
}
