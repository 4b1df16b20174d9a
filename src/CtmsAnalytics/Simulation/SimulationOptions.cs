namespace CtmsAnalytics.Simulation;

/// <summary>How a simulation runs.</summary>
public sealed record SimulationOptions
{
    /// <summary>Seed of every random number, 0 to 2^32 - 1.</summary>
    /// <value>Default 1.</value>
    public uint Seed { get; init; } = 1;

    /// <summary>Threads, 1 or more; 0 for one for each processor. The results do not depend on it.</summary>
    /// <value>Default 0.</value>
    public int Threads { get; init; }

    /// <summary>Sources of randomness that are held still: every draw has the same luck in them.</summary>
    /// <value>Default none.</value>
    public RandomSources Held { get; init; }
}
