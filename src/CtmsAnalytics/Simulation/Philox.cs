namespace CtmsAnalytics.Simulation;

/// <summary>
/// Philox 4x32-10, the counter-based random number generator of Salmon, Moraes, Dror and Shaw (2011): 128 random bits as a pure function
/// of a 128-bit counter and a 64-bit key. There is no state and no sequence: who asks first changes nothing.
/// </summary>
/// <remarks>
/// The meaning of the counter words is the caller's. By convention they are (person, draw, when, purpose), and the key is (seed, 0).
/// Implementation note: only 32-bit integer operations, so results are the same bits on every machine. The published known-answer vectors
/// of Random123 are the tests.
/// </remarks>
public static class Philox
{
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9;
    internal const uint Weyl1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>Computes the random block of one counter under one key.</summary>
    /// <param name="counter0">First counter word, by convention the person, position or organisation.</param>
    /// <param name="counter1">Second counter word, by convention the draw.</param>
    /// <param name="counter2">Third counter word, by convention the period or year.</param>
    /// <param name="counter3">Fourth counter word, by convention the purpose.</param>
    /// <param name="key0">First key word, by convention the seed.</param>
    /// <param name="key1">Second key word, by convention 0.</param>
    /// <returns>Four independent words, each uniform over all 32-bit values.</returns>
    public static PhiloxBlock Block(uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1 = 0)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * counter0;
            var product1 = (ulong)Multiplier1 * counter2;
            counter0 = (uint)(product1 >> 32) ^ counter1 ^ key0;
            counter1 = (uint)product1;
            counter2 = (uint)(product0 >> 32) ^ counter3 ^ key1;
            counter3 = (uint)product0;
            unchecked
            {
                key0 += Weyl0;
                key1 += Weyl1;
            }
        }

        return new PhiloxBlock(counter0, counter1, counter2, counter3);
    }

    /// <summary>Maps a random word to the open unit interval: (word + 0.5) / 2^32.</summary>
    /// <param name="word">A word of a <see cref="PhiloxBlock"/>.</param>
    /// <returns>A multiple of 2^-33 in (0, 1), exact in double precision; never 0 and never 1, so that its logarithm is finite.</returns>
    public static double Uniform(uint word) => (word + 0.5) * (1.0 / 4294967296.0);
}
