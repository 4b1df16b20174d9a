namespace CtmsAnalytics.Simulation;

/// <summary><see cref="Philox"/> for many counters side by side: in every lane the bits of <see cref="Philox.Block"/>. Nothing is allocated.</summary>
/// <remarks>
/// Implementation note: sixteen counters at a time, those of even lanes in one vector of 64-bit lanes and those of odd ones in another. A multiplication takes the low half of a lane and fills the
/// whole; the rest of a round is a shift and an exclusive or of three, and what is left in the high half is never read. What is alike in all lanes is computed once, so that of the first three rounds little is
/// left; of the last two only what the wanted words need.
/// </remarks>
internal sealed partial class PhiloxLanes
{
    /// <summary>Lanes side by side.</summary>
    public const int Lanes = DrawTile.Lanes;

    /// <summary>Lanes that are computed at once: shorter spans hold a multiple of it.</summary>
    public const int Step = 16;

    private readonly uint _seed;
    private readonly Schedule _keys;

    /// <param name="seed">First key word; the second is 0.</param>
    public PhiloxLanes(uint seed) => (_seed, _keys) = (seed, Schedule.Of(seed));

    /// <summary>Which lanes have a first word below a threshold: bit i for lane i.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word.</param>
    /// <param name="when">Third counter word.</param>
    /// <param name="word">Fourth counter word.</param>
    /// <param name="threshold">As from <see cref="Luck.Threshold"/>, 0 to 2^32.</param>
    /// <param name="word1">Receives the second words of all lanes, unless the threshold is 0.</param>
    public ulong Below(uint key, DrawLanes draws, uint when, uint word, ulong threshold, Span<uint> word1)
    {
        if (threshold == 0) return 0;
        if (draws.IsStill)
        {
            var block = Philox.Block(key, draws.First, when, word, _seed);
            word1[..Lanes].Fill(block.Word1);
            return block.Word0 < threshold ? ulong.MaxValue : 0;
        }

        var sink = new BelowSink(threshold, word1);
        Consecutive(key, draws.First, when, word, ref sink);
        return sink.Lanes;
    }

    /// <summary>As above, of any draws.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word of each lane: a multiple of <see cref="Step"/> of them, up to <see cref="Lanes"/>.</param>
    /// <param name="when">Third counter word.</param>
    /// <param name="word">Fourth counter word.</param>
    /// <param name="threshold">As from <see cref="Luck.Threshold"/>, 0 to 2^32.</param>
    /// <param name="word1">Receives the second words, unless the threshold is 0.</param>
    public ulong Below(uint key, ReadOnlySpan<uint> draws, uint when, uint word, ulong threshold, Span<uint> word1)
    {
        if (threshold == 0) return 0;
        var sink = new BelowSink(threshold, word1);
        Listed(key, draws, when, word, ref sink);
        return sink.Lanes;
    }

    /// <summary>As above, where each lane has its own third and fourth counter words.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word of each lane: a multiple of <see cref="Step"/> of them, up to <see cref="Lanes"/>.</param>
    /// <param name="whens">Third counter word of each lane.</param>
    /// <param name="words">Fourth counter word of each lane.</param>
    /// <param name="threshold">As from <see cref="Luck.Threshold"/>, 0 to 2^32.</param>
    /// <param name="word1">Receives the second words, unless the threshold is 0.</param>
    public ulong Below(uint key, ReadOnlySpan<uint> draws, ReadOnlySpan<uint> whens, ReadOnlySpan<uint> words, ulong threshold, Span<uint> word1)
    {
        if (threshold == 0) return 0;
        var sink = new BelowSink(threshold, word1);
        Separate(key, draws, whens, words, ref sink);
        return sink.Lanes;
    }

    /// <summary>The first word of each lane.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word.</param>
    /// <param name="when">Third counter word.</param>
    /// <param name="word">Fourth counter word.</param>
    /// <param name="word0">Receives the words.</param>
    public void Words(uint key, DrawLanes draws, uint when, uint word, Span<uint> word0)
    {
        if (draws.IsStill)
        {
            word0[..Lanes].Fill(Philox.Block(key, draws.First, when, word, _seed).Word0);
            return;
        }

        var sink = new FirstWordSink(word0);
        Consecutive(key, draws.First, when, word, ref sink);
    }

    /// <summary>The first two words of each lane.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word.</param>
    /// <param name="when">Third counter word.</param>
    /// <param name="word">Fourth counter word.</param>
    /// <param name="word0">Receives the first words.</param>
    /// <param name="word1">Receives the second words.</param>
    public void Words(uint key, DrawLanes draws, uint when, uint word, Span<uint> word0, Span<uint> word1)
    {
        if (draws.IsStill)
        {
            var block = Philox.Block(key, draws.First, when, word, _seed);
            word0[..Lanes].Fill(block.Word0);
            word1[..Lanes].Fill(block.Word1);
            return;
        }

        var sink = new TwoWordsSink(word0, word1);
        Consecutive(key, draws.First, when, word, ref sink);
    }

    /// <summary>All words of each lane.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word.</param>
    /// <param name="when">Third counter word.</param>
    /// <param name="word">Fourth counter word.</param>
    /// <param name="word0">Receives the first words.</param>
    /// <param name="word1">Receives the second words.</param>
    /// <param name="word2">Receives the third words.</param>
    /// <param name="word3">Receives the fourth words.</param>
    public void Words(uint key, DrawLanes draws, uint when, uint word, Span<uint> word0, Span<uint> word1, Span<uint> word2, Span<uint> word3)
    {
        if (draws.IsStill)
        {
            var block = Philox.Block(key, draws.First, when, word, _seed);
            word0[..Lanes].Fill(block.Word0);
            word1[..Lanes].Fill(block.Word1);
            word2[..Lanes].Fill(block.Word2);
            word3[..Lanes].Fill(block.Word3);
            return;
        }

        var sink = new FourWordsSink(word0, word1, word2, word3);
        Consecutive(key, draws.First, when, word, ref sink);
    }

    /// <summary>The first two words of each lane, of any counters.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word of each lane: a multiple of <see cref="Step"/> of them, up to <see cref="Lanes"/>.</param>
    /// <param name="whens">Third counter word of each lane.</param>
    /// <param name="words">Fourth counter word of each lane.</param>
    /// <param name="word0">Receives the first words.</param>
    /// <param name="word1">Receives the second words.</param>
    public void Words(uint key, ReadOnlySpan<uint> draws, ReadOnlySpan<uint> whens, ReadOnlySpan<uint> words, Span<uint> word0, Span<uint> word1)
    {
        var sink = new TwoWordsSink(word0, word1);
        Separate(key, draws, whens, words, ref sink);
    }

    /// <summary>All words of each lane, of any counters.</summary>
    /// <param name="key">First counter word.</param>
    /// <param name="draws">Second counter word of each lane: a multiple of <see cref="Step"/> of them, up to <see cref="Lanes"/>.</param>
    /// <param name="whens">Third counter word of each lane.</param>
    /// <param name="words">Fourth counter word of each lane.</param>
    /// <param name="word0">Receives the first words.</param>
    /// <param name="word1">Receives the second words.</param>
    /// <param name="word2">Receives the third words.</param>
    /// <param name="word3">Receives the fourth words.</param>
    public void Words(
        uint key, ReadOnlySpan<uint> draws, ReadOnlySpan<uint> whens, ReadOnlySpan<uint> words, Span<uint> word0, Span<uint> word1, Span<uint> word2, Span<uint> word3)
    {
        var sink = new FourWordsSink(word0, word1, word2, word3);
        Separate(key, draws, whens, words, ref sink);
    }
}
