using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>
/// What the draws of a simulation add up to. Everything kept is a whole number, so the same draws leave the same tally in any order, on any number of threads and machines, to the byte.
/// </summary>
/// <remarks>
/// For each cell of the cost cube: sum, sum of squares and counts in bins, and sum and sum of squares of the difference to the baseline. For every draw: costs by fiscal year and component and by fiscal year
/// and organisation, and movement of people by fiscal year. A cost of one draw, summed over everything, is below 2^63 cents. A tally belongs to one thread at a time.
/// </remarks>
public sealed partial class SimulationTally
{
    private readonly TallyShape _shape;
    private readonly ScenarioTally[] _scenarios;
    private readonly DrawBlocks _blocks;
    private readonly long[] _sums;
    private readonly double[] _baseline = new double[DrawTile.Lanes];
    private readonly double[] _lanes = new double[DrawTile.Lanes];
    private readonly double[] _difference = new double[DrawTile.Lanes];

    /// <summary>Creates an empty tally.</summary>
    /// <param name="layout">What the rows mean; at least one scenario, fiscal year and organisation.</param>
    /// <exception cref="InputException">The layout has no scenario, fiscal year or organisation.</exception>
    public SimulationTally(SimulationLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
        _shape = new TallyShape(layout);
        _scenarios = [.. Enumerable.Range(0, _shape.Scenarios).Select(s => new ScenarioTally(_shape, s == 0))];
        _blocks = new DrawBlocks(_shape);
        _sums = new long[_shape.Scenarios * DrawTile.Lanes];
    }

    /// <summary>What the rows mean.</summary>
    public SimulationLayout Layout { get; }

    /// <summary>Identifier of the run, set by whoever simulates; tallies of different runs do not merge.</summary>
    /// <value>Default empty.</value>
    public string RunId { get; set; } = "";

    /// <summary>Number of draws that every organisation has been added of.</summary>
    public long Draws => Ranges.Sum(r => r.Count);

    /// <summary>The draws that every organisation has been added of, ascending and disjoint.</summary>
    public IReadOnlyList<DrawRange> Ranges => _blocks.Complete;

    /// <summary>Adds the draws of another part of the same run.</summary>
    /// <param name="other">The other part; it is left as it is.</param>
    /// <exception cref="InputException">The other part is of another run or has other scenarios, lacks organisations, or holds draws that are here already. Nothing has been added then.</exception>
    public void Merge(SimulationTally other)
    {
        RequireSameRun(other);
        RequireComplete();
        other.RequireComplete();
        MergeWorker(other);
    }

    /// <summary>Adds what another thread of the same run has added up: other draws, or other organisations of the same draws.</summary>
    /// <param name="other">The other thread's tally; it is left as it is.</param>
    internal void MergeWorker(SimulationTally other)
    {
        RequireSameRun(other);
        if (_blocks.Overlap(other._blocks) is { Count: > 0 } overlap)
            throw new InputException($"Both parts of run '{RunId}' hold {string.Join(", ", overlap)}. Merge each part once, and parts that share no draw.");
        for (var s = 0; s < _scenarios.Length; s++) _scenarios[s].Add(other._scenarios[s]);
        _blocks.Add(other._blocks);
    }

    /// <summary>Standard error of the mean cost of all years, as a share of that mean: what a run that stops at a given error looks at.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>The share, 0 or more; null with fewer than two draws or a mean of zero.</returns>
    public double? RelativeError(int scenario)
    {
        var ranges = Ranges;
        var total = new long[ranges.Sum(r => r.Count)];
        for (var row = 0; row < TallyShape.SeriesOfComponent(_shape.Years, 0); row++) SeriesMath.AddTo(total, _blocks.Series(scenario, row, ranges));
        return SeriesMath.RelativeError(total);
    }

    /// <summary>What the draws say.</summary>
    /// <returns>A result that later additions do not change.</returns>
    /// <exception cref="InputException">There is no draw, or draws lack organisations.</exception>
    public SimulationResult Result()
    {
        RequireComplete();
        var ranges = Ranges;
        if (ranges.Count == 0) throw new InputException("There is no draw to report on. Simulate at least one.");
        var series = _scenarios.Select((_, s) => Enumerable.Range(0, _shape.SeriesRows).Select(row => _blocks.Series(s, row, ranges)).ToArray()).ToArray();
        return new SimulationResult(Layout, RunId, ranges, _shape, [.. _scenarios.Select(s => s.Copy())], series);
    }

    private void RequireSameRun(SimulationTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.RunId != RunId) throw new InputException($"The other part belongs to run '{other.RunId}', not to run '{RunId}'. Merge parts of one run: same scenarios, inputs, seed and version.");
        if (LayoutComparison.Difference(Layout, other.Layout) is { } difference)
            throw new InputException($"The other part of run '{RunId}' has {difference}. Merge parts that were simulated from the same inputs.");
    }

    private void RequireComplete()
    {
        if (_blocks.Incomplete is { Count: > 0 } incomplete)
            throw new InputException($"Not every organisation has been simulated in {string.Join(", ", incomplete)} of run '{RunId}'. Finish these draws, or leave them out.");
    }
}
