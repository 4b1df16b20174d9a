using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Cli.Simulations;

/// <summary>What the command line of <c>ctms simulate</c> asks for.</summary>
/// <param name="Scenarios">Scenario files, the baseline first.</param>
/// <param name="Workspace">Folder of the workspace.</param>
/// <param name="Roster">Number of the roster; null for the current one.</param>
/// <param name="Draws">Number of draws; with a stopping rule, the number before it may stop.</param>
/// <param name="Seed">Seed of every random number.</param>
/// <param name="Threads">Threads; 0 for one for each processor.</param>
public sealed record SimulateOptions(IReadOnlyList<string> Scenarios, string Workspace, int? Roster, int Draws, uint Seed, int Threads)
{
    /// <summary>Share of the total's mean that its standard error is to fall below; null for a fixed number of draws.</summary>
    /// <value>Default null.</value>
    public double? UntilError { get; init; }

    /// <summary>Most draws with a stopping rule.</summary>
    public int MaximumDraws { get; init; }

    /// <summary>Whether the draws are done again with each source of randomness held still.</summary>
    /// <value>Default false.</value>
    public bool Breakdown { get; init; }

    /// <summary>Whether an unfinished run is continued.</summary>
    /// <value>Default false.</value>
    public bool Resume { get; init; }

    /// <summary>The part of the run; null for all of it, which is reported and stored.</summary>
    /// <value>Default null.</value>
    public ShardSelection? Shard { get; init; }

    /// <summary>Folder for the file of draws; null for none.</summary>
    /// <value>Default null.</value>
    public string? Out { get; init; }

    /// <summary>Time between checkpoints.</summary>
    public TimeSpan Checkpoint { get; init; }

    /// <summary>How much of what a report shows is computed, a value of <see cref="AnalysisOption"/>.</summary>
    public required string Analysis { get; init; }

    /// <summary>The draws and what is computed beside them.</summary>
    public DrawOptions DrawOptions => new() { Draws = Draws, Seed = Seed, Threads = Threads, UntilError = UntilError, MaximumDraws = MaximumDraws, Breakdown = Breakdown, Analysis = AnalysisOption.Of(Analysis) };

    /// <summary>Identifier that the run must have; null for any.</summary>
    /// <value>Default null.</value>
    public string? Run { get; init; }
}
