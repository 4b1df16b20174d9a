using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CtmsAnalytics.Simulation;

/// <content>The rounds. Four half-filled vectors are in flight at once, round by round: one alone would wait for its own multiplications.</content>
internal sealed partial class PhiloxLanes
{
    private const int WordBits = 32;
    private const ulong LowHalf = uint.MaxValue;
    private const byte ExclusiveOrOfThree = 0x96;

    /// <summary>Counters that differ in consecutive draws alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Consecutive<TSink>(uint key, uint first, uint when, uint word, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var alike = new Alike(key, when, word, in _keys);
        var draws = Vector512.Create(first) + Vector512<uint>.Indices;
        for (var lane = 0; lane < Lanes; lane += 2 * Step)
        {
            Four(draws, draws + Vector512.Create((uint)Step), in alike, lane, ref sink);
            draws += Vector512.Create(2u * Step);
        }
    }

    /// <summary>Counters that differ in their draw alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Listed<TSink>(uint key, ReadOnlySpan<uint> draws, uint when, uint word, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var alike = new Alike(key, when, word, in _keys);
        var lane = 0;
        for (; lane + Step < draws.Length; lane += 2 * Step) Four(Vector512.Create(draws[lane..]), Vector512.Create(draws[(lane + Step)..]), in alike, lane, ref sink);
        if (lane < draws.Length) Two(Vector512.Create(draws[lane..]), in alike, lane, ref sink);
    }

    /// <summary>Counters that differ in all but the first word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Separate<TSink>(uint key, ReadOnlySpan<uint> draws, ReadOnlySpan<uint> whens, ReadOnlySpan<uint> words, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var product = (ulong)Philox.Multiplier0 * key;
        for (var lane = 0; lane < draws.Length; lane += Step)
        {
            var (draw, when, word) = (Vector512.Create(draws[lane..]).AsUInt64(), Vector512.Create(whens[lane..]).AsUInt64(), Vector512.Create(words[lane..]).AsUInt64());
            var even = Start(product, draw, when, word, in _keys);
            var odd = Start(product, draw >>> WordBits, when >>> WordBits, word >>> WordBits, in _keys);
            for (var round = 1; round < AlikeRounds; round++)
            {
                Round(round, in _keys, ref even);
                Round(round, in _keys, ref odd);
            }

            for (var round = AlikeRounds; round < Philox.Rounds - 1; round++)
            {
                Round(round, in _keys, ref even);
                Round(round, in _keys, ref odd);
            }

            Finish(in _keys, in even, in odd, lane, ref sink);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Four<TSink>(Vector512<uint> first, Vector512<uint> second, in Alike alike, int lane, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var counters = (first ^ Vector512.Create(alike.Word0After1)).AsUInt64();
        var others = (second ^ Vector512.Create(alike.Word0After1)).AsUInt64();
        var even = Skip(counters, in alike, in _keys);
        var odd = Skip(counters >>> WordBits, in alike, in _keys);
        var otherEven = Skip(others, in alike, in _keys);
        var otherOdd = Skip(others >>> WordBits, in alike, in _keys);
        Round(4, in _keys, ref even);
        Round(4, in _keys, ref odd);
        Round(4, in _keys, ref otherEven);
        Round(4, in _keys, ref otherOdd);
        Round(5, in _keys, ref even);
        Round(5, in _keys, ref odd);
        Round(5, in _keys, ref otherEven);
        Round(5, in _keys, ref otherOdd);
        Round(6, in _keys, ref even);
        Round(6, in _keys, ref odd);
        Round(6, in _keys, ref otherEven);
        Round(6, in _keys, ref otherOdd);
        Round(7, in _keys, ref even);
        Round(7, in _keys, ref odd);
        Round(7, in _keys, ref otherEven);
        Round(7, in _keys, ref otherOdd);
        Round(8, in _keys, ref even);
        Round(8, in _keys, ref odd);
        Round(8, in _keys, ref otherEven);
        Round(8, in _keys, ref otherOdd);
        Finish(in _keys, in even, in odd, lane, ref sink);
        Finish(in _keys, in otherEven, in otherOdd, lane + Step, ref sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Two<TSink>(Vector512<uint> draws, in Alike alike, int lane, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var counters = (draws ^ Vector512.Create(alike.Word0After1)).AsUInt64();
        var even = Skip(counters, in alike, in _keys);
        var odd = Skip(counters >>> WordBits, in alike, in _keys);
        for (var round = AlikeRounds; round < Philox.Rounds - 1; round++)
        {
            Round(round, in _keys, ref even);
            Round(round, in _keys, ref odd);
        }

        Finish(in _keys, in even, in odd, lane, ref sink);
    }

    /// <summary>Rounds 2 to 4 where only the first word differs from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static State Skip(Vector512<ulong> counter, in Alike alike, in Schedule keys)
    {
        var state = default(State);
        var second0 = Multiply(counter, Philox.Multiplier0);
        var third1 = Multiply((second0 >>> WordBits) ^ All(alike.Word2After2), Philox.Multiplier1);
        var fourth0 = Multiply((third1 >>> WordBits) ^ All(alike.Word0After3), Philox.Multiplier0);
        var fourth1 = Multiply(second0 ^ All(alike.Word2After3), Philox.Multiplier1);
        state.Word0 = ExclusiveOr(fourth1 >>> WordBits, third1, All(keys[3]));
        state.Word1 = fourth1;
        state.Word2 = (fourth0 >>> WordBits) ^ All(alike.Word2After4);
        state.Word3 = fourth0;
        return state;
    }

    /// <summary>Round 1 where the first word is alike in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static State Start(ulong product, Vector512<ulong> draw, Vector512<ulong> when, Vector512<ulong> word, in Schedule keys)
    {
        var state = default(State);
        state.Word1 = Multiply(when, Philox.Multiplier1);
        state.Word0 = ExclusiveOr(state.Word1 >>> WordBits, draw, All(keys[0]));
        state.Word2 = word ^ All((uint)(product >> WordBits));
        state.Word3 = All(unchecked((uint)product));
        return state;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(int round, in Schedule keys, ref State state)
    {
        var product0 = Multiply(state.Word0, Philox.Multiplier0);
        var product1 = Multiply(state.Word2, Philox.Multiplier1);
        state.Word0 = ExclusiveOr(product1 >>> WordBits, state.Word1, All(keys[round]));
        state.Word1 = product1;
        state.Word2 = ExclusiveOr(product0 >>> WordBits, state.Word3, All(Key1(round)));
        state.Word3 = product0;
    }

    /// <summary>Round 10, and the words in the order of their lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TSink>(in Schedule keys, in State even, in State odd, int lane, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var (even0, even1) = (Multiply(even.Word0, Philox.Multiplier0), Multiply(even.Word2, Philox.Multiplier1));
        var (odd0, odd1) = (Multiply(odd.Word0, Philox.Multiplier0), Multiply(odd.Word2, Philox.Multiplier1));
        sink.Take(
            lane,
            ExclusiveOr(High(even1, odd1), Low(even.Word1, odd.Word1), All(keys[Philox.Rounds - 1])).AsUInt32(),
            Low(even1, odd1).AsUInt32(),
            ExclusiveOr(High(even0, odd0), Low(even.Word3, odd.Word3), All(Key1(Philox.Rounds - 1))).AsUInt32(),
            Low(even0, odd0).AsUInt32());
    }

    /// <summary>The low halves: even lanes from one, odd lanes from the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Low(Vector512<ulong> even, Vector512<ulong> odd) => Vector512.ConditionalSelect(Vector512.Create(LowHalf), even, odd << WordBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> High(Vector512<ulong> even, Vector512<ulong> odd) => Vector512.ConditionalSelect(Vector512.Create(LowHalf), even >>> WordBits, odd);

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

        return (words & Vector512.Create(LowHalf)) * Vector512.Create((ulong)multiplier);
    }
}
