namespace CtmsAnalytics.Simulation.Results;

/// <summary>
/// What the draws of a simulation add up to. Everything kept is a whole number, so the same draws leave the same tally in any order, on any number of threads and machines, to the byte.
/// </summary>
public sealed class SimulationTally
{
    /// <summary>Creates an empty tally.</summary>
    /// <param name="layout">What the rows mean; at least one scenario, fiscal year and organisation.</param>
    public SimulationTally(SimulationLayout layout) => Layout = layout;

    /// <summary>What the rows mean.</summary>
    public SimulationLayout Layout { get; }

    /// <summary>Identifier of the run; tallies of different runs do not merge.</summary>
    /// <value>Default empty.</value>
    public string RunId { get; init; } = "";

    /// <summary>Number of draws that every organisation has been added of.</summary>
    public long Draws => throw new NotImplementedException();

    /// <summary>The draws that every organisation has been added of, ascending and disjoint.</summary>
    public IReadOnlyList<DrawRange> Ranges => throw new NotImplementedException();

    /// <summary>Adds one organisation's draws.</summary>
    /// <param name="tiles">One tile for each scenario, of the same organisation and draws.</param>
    internal void Add(ReadOnlySpan<DrawTile> tiles) => throw new NotImplementedException();

    /// <summary>Adds the draws of another part of the same run.</summary>
    /// <param name="other">The other part; it is left as it is.</param>
    /// <exception cref="Diagnostics.InputException">The other part is of another run or has other scenarios, lacks organisations, or holds draws that are here already.</exception>
    public void Merge(SimulationTally other) => throw new NotImplementedException();

    /// <summary>Adds what another thread of the same run has added up: other draws, or other organisations of the same draws.</summary>
    /// <param name="other">The other thread's tally; it is left as it is.</param>
    internal void MergeWorker(SimulationTally other) => throw new NotImplementedException();

    /// <summary>Standard error of the mean cost of all years, as a share of that mean: what a run that stops at a given error looks at.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>The share, 0 or more; null with fewer than two draws or a mean of zero.</returns>
    public double? RelativeError(int scenario) => throw new NotImplementedException();

    /// <summary>What the draws say.</summary>
    /// <returns>A result that later additions do not change.</returns>
    /// <exception cref="Diagnostics.InputException">There is no draw, or draws lack organisations.</exception>
    public SimulationResult Result() => throw new NotImplementedException();

    /// <summary>Writes the tally.</summary>
    /// <param name="stream">Where to.</param>
    /// <exception cref="Diagnostics.InputException">Draws lack organisations.</exception>
    public void Write(Stream stream) => throw new NotImplementedException();

    /// <summary>Reads a tally.</summary>
    /// <param name="stream">Where from; read to its end.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="Diagnostics.InputException">It is no tally, of another version, cut short or altered.</exception>
    public static SimulationTally Read(Stream stream) => throw new NotImplementedException();
}
