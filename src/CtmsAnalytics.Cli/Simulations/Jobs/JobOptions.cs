using System.Globalization;

namespace CtmsAnalytics.Cli.Simulations.Jobs;

/// <summary>How the shards of a run are handed to the engine of a cluster.</summary>
/// <param name="Shards">Number of shards, one task each.</param>
public abstract record JobOptions(int Shards)
{
    /// <summary>Writes what the engine reads.</summary>
    /// <param name="runId">Identifier of the run; a task with other inputs refuses to start.</param>
    /// <param name="options">The run.</param>
    /// <returns>The text.</returns>
    public abstract string Write(string runId, SimulateOptions options);

    /// <summary>The command line of a task without its shard.</summary>
    /// <param name="runId">Identifier of the run.</param>
    /// <param name="options">The run.</param>
    /// <param name="path">How a path is written for the place where the task runs.</param>
    /// <returns>The arguments behind the name of the program.</returns>
    protected static List<string> Arguments(string runId, SimulateOptions options, Func<string, string> path)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(path);
        List<string> arguments = ["simulate", .. options.Scenarios.Select(path), "--workspace", path(options.Workspace), "--out", path(options.Out!)];
        arguments.AddRange(["--draws", Number(options.Draws), "--seed", options.Seed.ToString(CultureInfo.InvariantCulture), "--run", runId, "--resume"]);
        if (options.Roster is { } roster) arguments.AddRange(["--roster", Number(roster)]);
        if (options.Breakdown) arguments.Add("--breakdown");
        arguments.AddRange(["--analysis", options.Analysis]);
        arguments.AddRange(["--checkpoint", options.Checkpoint.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);
        return arguments;
    }

    /// <summary>A number without separators.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Its digits.</returns>
    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
