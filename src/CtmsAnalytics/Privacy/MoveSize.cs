using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Privacy;

/// <summary>How far a person's pay differs between two scenarios.</summary>
internal enum MoveSize
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By less than a thousandth of what the Department pays for the person, as it does for everybody when a few raises move a pool that all share.</summary>
    Slight,

    /// <summary>By a thousandth or more.</summary>
    Real,
}

/// <summary>Measures moves.</summary>
internal static class MoveSizes
{
    private const int Thousandth = 1000;

    /// <summary>The move of a person's pay.</summary>
    public static MoveSize Of(PersonPosition one, PersonPosition other)
    {
        var cost = Of(one.CostCents, other.CostCents, Math.Max(one.CostCents, other.CostCents));
        return cost == MoveSize.None && (one.StructureSalary != other.StructureSalary || one.Supplement != other.Supplement) ? MoveSize.Slight : cost;
    }

    /// <summary>The move of an amount.</summary>
    /// <param name="one">One amount, cents.</param>
    /// <param name="other">The other one, cents.</param>
    /// <param name="cost">What the Department pays for the person, cents.</param>
    public static MoveSize Of(long one, long other, long cost) => one == other ? MoveSize.None : Math.Abs(one - other) * Thousandth >= cost ? MoveSize.Real : MoveSize.Slight;
}
