using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Simulation;

/// <content>What is computed before the rounds.</content>
internal sealed partial class PhiloxLanes
{
    private const int AlikeRounds = 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Key1(int round) => unchecked((uint)round * Philox.Weyl1);

    /// <summary>The words of eight counters, in the low half of each 64-bit lane.</summary>
    private struct State
    {
        public Vector512<ulong> Word0;
        public Vector512<ulong> Word1;
        public Vector512<ulong> Word2;
        public Vector512<ulong> Word3;
    }

    /// <summary>First key word of each round; the second one depends on nothing.</summary>
    [InlineArray(Philox.Rounds)]
    private struct Schedule
    {
        private uint _first;

        public static Schedule Of(uint seed)
        {
            var keys = default(Schedule);
            for (var round = 0; round < Philox.Rounds; round++) keys[round] = unchecked(seed + ((uint)round * Philox.Weyl0));
            return keys;
        }
    }

    /// <summary>What the first four rounds hold that does not depend on the draw, with the round's key word in it.</summary>
    private readonly ref struct Alike
    {
        public readonly uint Word0After1;
        public readonly uint Word2After2;
        public readonly uint Word0After3;
        public readonly uint Word2After3;
        public readonly uint Word2After4;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Alike(uint key, uint when, uint word, in Schedule keys)
        {
            unchecked
            {
                var product0 = (ulong)Philox.Multiplier0 * key;
                var product1 = (ulong)Philox.Multiplier1 * when;
                Word0After1 = (uint)(product1 >> WordBits) ^ keys[0];
                Word2After2 = (uint)product0 ^ Key1(1);
                var word1 = (uint)product1;
                product1 = (ulong)Philox.Multiplier1 * ((uint)(product0 >> WordBits) ^ word);
                Word0After3 = (uint)product1 ^ keys[2];
                product0 = (ulong)Philox.Multiplier0 * ((uint)(product1 >> WordBits) ^ word1 ^ keys[1]);
                Word2After3 = (uint)(product0 >> WordBits) ^ Key1(2);
                Word2After4 = (uint)product0 ^ Key1(3);
            }
        }
    }
}
