using System.Globalization;
using System.Text.Json.Serialization;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>What a file of draws says about itself: of which run they are, and which part of it.</summary>
/// <remarks>Nothing here depends on threads, machine or time, so that the same draws give the same file to the byte.</remarks>
/// <param name="Manifest">What the run is computed from.</param>
/// <param name="Seed">Seed of every random number.</param>
/// <param name="Horizon">Years of the scenarios.</param>
/// <param name="People">People of the roster.</param>
/// <param name="TotalDraws">Draws of the whole run, 1 or more.</param>
/// <param name="Shard">Number of this shard, 1 to <paramref name="Shards"/>.</param>
/// <param name="Shards">Number of shards of the run, 1 for all draws in one file.</param>
/// <param name="FirstDraw">First draw of the file.</param>
/// <param name="Draws">Number of draws in the file; fewer than the shard's in a checkpoint.</param>
/// <param name="HasBreakdown">Whether the same draws follow with each source of randomness held still.</param>
/// <param name="Facts">What a reader must know; null in every shard but the first. Holds personal data.</param>
public sealed record ShardHeader(
    RunManifest Manifest,
    uint Seed,
    Horizon Horizon,
    int People,
    int TotalDraws,
    int Shard,
    int Shards,
    int FirstDraw,
    int Draws,
    bool HasBreakdown,
    RunFacts? Facts)
{
    /// <summary>Extension of a complete file.</summary>
    public const string Extension = ".ctms";

    /// <summary>Extension of a file that an unfinished run leaves behind.</summary>
    public const string CheckpointExtension = ".checkpoint";

    /// <summary>Name of the file without its extension: the run's identifier and, where there are several, the shard.</summary>
    [JsonIgnore]
    public string FileName => Shards == 1
        ? Manifest.RunId
        : string.Create(CultureInfo.InvariantCulture, $"{Manifest.RunId}-shard-{Shard.ToString(Width, CultureInfo.InvariantCulture)}-of-{Shards}");

    /// <summary>The shard in words.</summary>
    [JsonIgnore]
    public string Title => string.Create(CultureInfo.InvariantCulture, $"shard {Shard} of {Shards}");

    /// <summary>The draws of a shard: as many as of any other shard, or one more.</summary>
    /// <param name="totalDraws">Draws of the whole run.</param>
    /// <param name="shard">Number of the shard, from 1.</param>
    /// <param name="shards">Number of shards.</param>
    /// <returns>First draw and number of draws.</returns>
    public static (int First, int Draws) RangeOf(int totalDraws, int shard, int shards)
    {
        var first = (int)((long)totalDraws * (shard - 1) / shards);
        return (first, (int)((long)totalDraws * shard / shards) - first);
    }

    /// <summary>The header once the draws are done: with a stopping rule their number is known only at the end.</summary>
    /// <param name="draws">Draws done.</param>
    /// <returns>The header; the same one for a shard.</returns>
    internal ShardHeader Finished(int draws) => Shards > 1 ? this : this with { TotalDraws = draws, Draws = draws };

    private string Width => new('0', Shards.ToString(CultureInfo.InvariantCulture).Length);
}
