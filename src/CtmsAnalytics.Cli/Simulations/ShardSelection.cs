using System.Globalization;

namespace CtmsAnalytics.Cli.Simulations;

/// <summary>The part of a run that a process computes.</summary>
/// <param name="Shard">Number of the part, 1 to <paramref name="Shards"/>.</param>
/// <param name="Shards">Number of parts.</param>
public sealed record ShardSelection(int Shard, int Shards)
{
    /// <summary>Most parts of a run: more than any array of jobs has.</summary>
    public const int Most = 100_000;

    /// <summary>All draws in one piece.</summary>
    public static readonly ShardSelection Whole = new(1, 1);

    /// <summary>Reads <c>3/16</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The part; null where it is something else, or not one of the parts.</returns>
    public static ShardSelection? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var shard)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var shards)
            && shard >= 1 && shard <= shards && shards <= Most
                ? new ShardSelection(shard, shards)
                : null;
    }
}
