using System.Globalization;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>Consecutive draws.</summary>
/// <param name="First">First draw, 0 or more.</param>
/// <param name="Last">Last draw, included; not below <paramref name="First"/>.</param>
public readonly record struct DrawRange(int First, int Last)
{
    /// <summary>Number of draws.</summary>
    public long Count => (long)Last - First + 1;

    /// <summary>The range in words: <c>draw 7</c> or <c>draws 0 to 63</c>.</summary>
    /// <returns>The words.</returns>
    public override string ToString() =>
        First == Last ? string.Create(CultureInfo.InvariantCulture, $"draw {First}") : string.Create(CultureInfo.InvariantCulture, $"draws {First} to {Last}");
}
