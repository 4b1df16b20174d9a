namespace CtmsAnalytics.Simulation;

/// <summary>The second counter word of <see cref="PhiloxLanes.Lanes"/> lanes side by side.</summary>
/// <param name="First">Draw of the first lane.</param>
/// <param name="IsStill">Whether every lane has that draw; otherwise each has the one after its neighbour's, and 0 comes after the last.</param>
internal readonly record struct DrawLanes(uint First, bool IsStill)
{
    /// <summary>Lanes of a source that is held still.</summary>
    public static readonly DrawLanes Still = new(Luck.StillDraw, true);

    /// <summary>Consecutive draws.</summary>
    public static DrawLanes From(uint first) => new(first, false);
}
