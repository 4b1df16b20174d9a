using System.Globalization;

namespace Benchmarks.W1;

/// <summary>What the workload is run with.</summary>
/// <param name="Persons">People of the roster.</param>
/// <param name="Draws">Draws.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Seed">Seed of the random numbers.</param>
/// <param name="WithPeer">Whether the peer runs too.</param>
internal sealed record W1Arguments(int Persons, int Draws, int Threads, uint Seed, bool WithPeer)
{
    internal const string Usage = "w1 PERSONS DRAWS [--threads N] [--seed S] [--peer]";
    internal const uint ReferenceSeed = 20_261_121;

    /// <summary>Reads the arguments; null where they are not of the form of <see cref="Usage"/>.</summary>
    internal static W1Arguments? Parse(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length < 2 || Number(arguments[0]) is not (> 0 and var persons) || Number(arguments[1]) is not (> 0 and var draws)) return null;
        var parsed = new W1Arguments((int)persons, (int)draws, Environment.ProcessorCount, ReferenceSeed, false);
        for (var i = 2; i < arguments.Length; i++)
        {
            if (arguments[i] == "--peer") parsed = parsed with { WithPeer = true };
            else if (arguments[i] == "--threads" && i + 1 < arguments.Length && Number(arguments[++i]) is > 0 and var threads) parsed = parsed with { Threads = (int)threads };
            else if (arguments[i] == "--seed" && i + 1 < arguments.Length && Number(arguments[++i]) is { } seed) parsed = parsed with { Seed = (uint)seed };
            else return null;
        }

        return parsed.Persons == persons && parsed.Draws == draws ? parsed : null;
    }

    private static long? Number(string text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
