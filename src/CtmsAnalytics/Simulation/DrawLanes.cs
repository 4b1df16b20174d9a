namespace CtmsAnalytics.Simulation;

/// <summary>The second counter word of <see cref="PhiloxLanes.Lanes"/> lanes side by side: consecutive draws, 0 after the last, or the same one in every lane.</summary>
/// <remarks>Implementation note: one number, so that it passes through a register.</remarks>
internal readonly record struct DrawLanes
{
    private const ulong StillBit = 1ul << 32;

    private readonly ulong _value;

    private DrawLanes(ulong value) => _value = value;

    /// <summary>Lanes of a source that is held still.</summary>
    public static DrawLanes Still => new(Luck.StillDraw | StillBit);

    /// <summary>Draw of the first lane.</summary>
    public uint First => (uint)_value;

    /// <summary>Whether every lane has that draw.</summary>
    public bool IsStill => _value >= StillBit;

    /// <summary>Consecutive draws.</summary>
    public static DrawLanes From(uint first) => new(first);
}
