using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Analyses;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>How many draws a simulation has, by which seed, and what is computed beside them.</summary>
public sealed record DrawOptions
{
    /// <summary>Number of draws; with a stopping rule the number before it may stop.</summary>
    /// <value>1 or more. Default 1000.</value>
    public int Draws { get; init; } = 1000;

    /// <summary>Seed of every random number, 0 to 2^32 - 1.</summary>
    /// <value>Default 1.</value>
    public uint Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one for each processor. The results do not depend on it.</summary>
    /// <value>0 or more. Default 0.</value>
    public int Threads { get; init; }

    /// <summary>Share of the total's mean that the standard error of every scenario is to fall below; draws are added in blocks of 256 until it does.</summary>
    /// <value>Above 0 and below 1. Default null: a fixed number of draws.</value>
    public double? UntilError { get; init; }

    /// <summary>Most draws with a stopping rule.</summary>
    /// <value><see cref="Draws"/> or more. Default 100,000.</value>
    public int MaximumDraws { get; init; } = 100_000;

    /// <summary>Whether the draws are done again with each source of randomness held still, which tells what carries the risk.</summary>
    /// <value>Default false.</value>
    public bool Breakdown { get; init; }

    /// <summary>What is computed beside the draws.</summary>
    /// <value>Default <see cref="AnalysisLevel.None"/>.</value>
    public AnalysisLevel Analysis { get; init; }

    /// <summary>Checks the figures.</summary>
    /// <returns>The options.</returns>
    /// <exception cref="InputException">A figure lies outside its range.</exception>
    internal DrawOptions Checked()
    {
        if (Draws < 1) throw new InputException(FormattableString.Invariant($"{nameof(Draws)} is {Draws}. Give a number of draws, 1 or more."));
        if (Threads < 0) throw new InputException(FormattableString.Invariant($"{nameof(Threads)} is {Threads}. Give a number of threads, 0 for one for each processor."));
        if (UntilError is not (null or (> 0 and < 1))) throw new InputException(FormattableString.Invariant($"{nameof(UntilError)} is {UntilError}. Give a share above 0 and below 1, for example 0.001."));
        if (UntilError is not null && MaximumDraws < Draws) throw new InputException(FormattableString.Invariant($"{nameof(MaximumDraws)} is {MaximumDraws}, below {nameof(Draws)}, {Draws}. Give at least as many."));
        return this;
    }
}
