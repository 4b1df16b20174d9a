using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CtmsAnalytics.Simulation;

/// <content>The rounds. Constants and their source are those of <see cref="Philox"/>.</content>
internal sealed partial class PhiloxLanes
{
    private const int WordBits = 32;
    private const ulong EvenLanes = uint.MaxValue;
    private const byte ExclusiveOrOfThree = 0x96;

    /// <summary>Counters that differ in consecutive draws alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Consecutive<TSink>(uint key, uint first, uint when, uint word, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var alike = new Alike(key, when, word, in _keys);
        var draws = Vector512.Create(first) + Vector512<uint>.Indices;
        for (var lane = 0; lane < Lanes; lane += Step)
        {
            Alternate(draws, in alike, in _keys, lane, ref sink);
            draws += Vector512.Create((uint)Step);
        }
    }

    /// <summary>Counters that differ in their draw alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Listed<TSink>(uint key, ReadOnlySpan<uint> draws, uint when, uint word, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var alike = new Alike(key, when, word, in _keys);
        for (var lane = 0; lane < draws.Length; lane += Step) Alternate(Vector512.Create(draws[lane..]), in alike, in _keys, lane, ref sink);
    }

    /// <summary>Counters that differ in all but the first word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Separate<TSink>(uint key, ReadOnlySpan<uint> draws, ReadOnlySpan<uint> whens, ReadOnlySpan<uint> words, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var product0 = (ulong)Philox.Multiplier0 * key;
        for (var lane = 0; lane < draws.Length; lane += Step)
        {
            var (draw, when, word) = (Vector512.Create(draws[lane..]).AsUInt64(), Vector512.Create(whens[lane..]).AsUInt64(), Vector512.Create(words[lane..]).AsUInt64());
            Start(product0, draw, when, word, in _keys, out var even0, out var even1, out var even2, out var even3);
            Start(product0, draw >>> WordBits, when >>> WordBits, word >>> WordBits, in _keys, out var odd0, out var odd1, out var odd2, out var odd3);
            Round(1, in _keys, ref even0, ref even1, ref even2, ref even3);
            Round(1, in _keys, ref odd0, ref odd1, ref odd2, ref odd3);
            Round(2, in _keys, ref even0, ref even1, ref even2, ref even3);
            Round(2, in _keys, ref odd0, ref odd1, ref odd2, ref odd3);
            Round(3, in _keys, ref even0, ref even1, ref even2, ref even3);
            Round(3, in _keys, ref odd0, ref odd1, ref odd2, ref odd3);
            Finish(in _keys, even0, even1, even2, even3, odd0, odd1, odd2, odd3, lane, ref sink);
        }
    }

    /// <summary>First key word of each round; the second one depends on nothing.</summary>
    [InlineArray(Philox.Rounds)]
    private struct Schedule
    {
        private uint _first;

        public static Schedule Of(uint seed)
        {
            var keys = default(Schedule);
            for (var round = 0u; round < Philox.Rounds; round++) keys[(int)round] = unchecked(seed + (round * Philox.Weyl0));
            return keys;
        }
    }

    /// <summary>What the first four rounds hold that does not depend on the draw.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Alternate<TSink>(Vector512<uint> draws, in Alike alike, in Schedule keys, int lane, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var counters = (draws ^ Vector512.Create(alike.Word0After1)).AsUInt64();
        Skip(counters, in alike, in keys, out var even0, out var even1, out var even2, out var even3);
        Skip(counters >>> WordBits, in alike, in keys, out var odd0, out var odd1, out var odd2, out var odd3);
        Finish(in keys, even0, even1, even2, even3, odd0, odd1, odd2, odd3, lane, ref sink);
    }

    /// <summary>Rounds 2 to 4 where only the first word differs from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Skip(
        Vector512<ulong> counter, in Alike alike, in Schedule keys, out Vector512<ulong> word0, out Vector512<ulong> word1, out Vector512<ulong> word2, out Vector512<ulong> word3)
    {
        var product0 = Multiply(counter, Philox.Multiplier0);
        var product1 = Multiply((product0 >>> WordBits) ^ All(alike.Word2After2), Philox.Multiplier1);
        word0 = (product1 >>> WordBits) ^ All(alike.Word0After3);
        word2 = product0 ^ All(alike.Word2After3);
        product0 = Multiply(word0, Philox.Multiplier0);
        var product = Multiply(word2, Philox.Multiplier1);
        word0 = ExclusiveOr(product >>> WordBits, product1, All(keys[3]));
        word1 = product;
        word2 = (product0 >>> WordBits) ^ All(alike.Word2After4);
        word3 = product0;
    }

    /// <summary>Round 1 where the first word is alike in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start(
        ulong product0, Vector512<ulong> draw, Vector512<ulong> when, Vector512<ulong> word, in Schedule keys,
        out Vector512<ulong> word0, out Vector512<ulong> word1, out Vector512<ulong> word2, out Vector512<ulong> word3)
    {
        word1 = Multiply(when, Philox.Multiplier1);
        word0 = ExclusiveOr(word1 >>> WordBits, draw, All(keys[0]));
        word2 = word ^ All((uint)(product0 >> WordBits));
        word3 = All(unchecked((uint)product0));
    }

    /// <summary>Rounds 5 to 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TSink>(
        in Schedule keys,
        Vector512<ulong> even0, Vector512<ulong> even1, Vector512<ulong> even2, Vector512<ulong> even3,
        Vector512<ulong> odd0, Vector512<ulong> odd1, Vector512<ulong> odd2, Vector512<ulong> odd3,
        int lane, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        Round(4, in keys, ref even0, ref even1, ref even2, ref even3);
        Round(4, in keys, ref odd0, ref odd1, ref odd2, ref odd3);
        Round(5, in keys, ref even0, ref even1, ref even2, ref even3);
        Round(5, in keys, ref odd0, ref odd1, ref odd2, ref odd3);
        Round(6, in keys, ref even0, ref even1, ref even2, ref even3);
        Round(6, in keys, ref odd0, ref odd1, ref odd2, ref odd3);
        Round(7, in keys, ref even0, ref even1, ref even2, ref even3);
        Round(7, in keys, ref odd0, ref odd1, ref odd2, ref odd3);
        Round(8, in keys, ref even0, ref even1, ref even2, ref even3);
        Round(8, in keys, ref odd0, ref odd1, ref odd2, ref odd3);
        var (evenProduct0, evenProduct1) = (Multiply(even0, Philox.Multiplier0), Multiply(even2, Philox.Multiplier1));
        var (oddProduct0, oddProduct1) = (Multiply(odd0, Philox.Multiplier0), Multiply(odd2, Philox.Multiplier1));
        sink.Take(
            lane,
            ExclusiveOr(High(evenProduct1, oddProduct1), Low(even1, odd1), All(keys[9])).AsUInt32(),
            Low(evenProduct1, oddProduct1).AsUInt32(),
            ExclusiveOr(High(evenProduct0, oddProduct0), Low(even3, odd3), All(Key1(9))).AsUInt32(),
            Low(evenProduct0, oddProduct0).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(int round, in Schedule keys, ref Vector512<ulong> word0, ref Vector512<ulong> word1, ref Vector512<ulong> word2, ref Vector512<ulong> word3)
    {
        var product0 = Multiply(word0, Philox.Multiplier0);
        var product1 = Multiply(word2, Philox.Multiplier1);
        word0 = ExclusiveOr(product1 >>> WordBits, word1, All(keys[round]));
        word1 = product1;
        word2 = ExclusiveOr(product0 >>> WordBits, word3, All(Key1((uint)round)));
        word3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Key1(uint round) => unchecked(round * Philox.Weyl1);

    /// <summary>The low halves, even lanes from one and odd lanes from the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Low(Vector512<ulong> even, Vector512<ulong> odd) => Vector512.ConditionalSelect(Vector512.Create(EvenLanes), even, odd << WordBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> High(Vector512<ulong> even, Vector512<ulong> odd) => Vector512.ConditionalSelect(Vector512.Create(EvenLanes), even >>> WordBits, odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> All(uint word) => Vector512.Create(word).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> ExclusiveOr(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(a.AsUInt32(), b.AsUInt32(), c.AsUInt32(), ExclusiveOrOfThree).AsUInt64() : a ^ b ^ c;

    /// <summary>Products of the low halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Multiply(Vector512<ulong> words, uint multiplier)
    {
        if (Avx512F.IsSupported) return Avx512F.Multiply(words.AsUInt32(), Vector512.Create(multiplier));
        if (Avx2.IsSupported)
        {
            var factor = Vector256.Create(multiplier);
            return Vector512.Create(Avx2.Multiply(words.GetLower().AsUInt32(), factor), Avx2.Multiply(words.GetUpper().AsUInt32(), factor));
        }

        return (words & Vector512.Create(EvenLanes)) * Vector512.Create((ulong)multiplier);
    }
}
