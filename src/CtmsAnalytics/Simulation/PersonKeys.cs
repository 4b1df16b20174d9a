using System.Text;

namespace CtmsAnalytics.Simulation;

/// <summary>The first counter word of people, positions and organisations: a hash of their identifier, so that somebody who joins or leaves a roster changes nobody else's luck.</summary>
internal static class PersonKeys
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>One key for each identifier. Where two would share a key, the one that comes later in ordinal order takes the next free one.</summary>
    /// <param name="identifiers">Identifiers, each once, in any order.</param>
    /// <returns>Keys in the order of the identifiers.</returns>
    public static uint[] Of(IReadOnlyList<string> identifiers)
    {
        var keys = new uint[identifiers.Count];
        var taken = new HashSet<uint>(identifiers.Count);
        foreach (var i in Enumerable.Range(0, identifiers.Count).OrderBy(i => identifiers[i], StringComparer.Ordinal))
        {
            var key = Hash(identifiers[i]);
            while (!taken.Add(key)) unchecked { key++; }
            keys[i] = key;
        }

        return keys;
    }

    /// <summary>FNV-1a of the UTF-8 bytes, finished so that alike names lie far apart.</summary>
    private static uint Hash(string identifier)
    {
        var hash = Offset;
        unchecked
        {
            foreach (var b in Encoding.UTF8.GetBytes(identifier)) hash = (hash ^ b) * Prime;
            hash ^= hash >> 16;
            hash *= 0x7FEB352D;
            hash ^= hash >> 15;
        }

        return hash;
    }
}
