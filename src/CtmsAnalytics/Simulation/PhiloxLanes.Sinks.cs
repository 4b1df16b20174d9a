using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Simulation;

/// <content>Where words go. A sink that leaves words out leaves out their computation.</content>
internal sealed partial class PhiloxLanes
{
    private interface ISink
    {
        /// <summary>Takes the words of <see cref="Step"/> lanes.</summary>
        void Take(int lane, Vector512<uint> word0, Vector512<uint> word1, Vector512<uint> word2, Vector512<uint> word3);
    }

    private ref struct BelowSink(ulong threshold, Span<uint> words1) : ISink
    {
        private readonly Span<uint> _words1 = words1;
        private readonly uint _highest = (uint)(threshold - 1);

        public ulong Lanes { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(int lane, Vector512<uint> word0, Vector512<uint> word1, Vector512<uint> word2, Vector512<uint> word3)
        {
            Lanes |= Vector512.LessThanOrEqual(word0, Vector512.Create(_highest)).ExtractMostSignificantBits() << lane;
            word1.CopyTo(_words1[lane..]);
        }
    }

    private readonly ref struct FirstWordSink(Span<uint> words0) : ISink
    {
        private readonly Span<uint> _words0 = words0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(int lane, Vector512<uint> word0, Vector512<uint> word1, Vector512<uint> word2, Vector512<uint> word3) => word0.CopyTo(_words0[lane..]);
    }

    private readonly ref struct TwoWordsSink(Span<uint> words0, Span<uint> words1) : ISink
    {
        private readonly Span<uint> _words0 = words0;
        private readonly Span<uint> _words1 = words1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(int lane, Vector512<uint> word0, Vector512<uint> word1, Vector512<uint> word2, Vector512<uint> word3)
        {
            word0.CopyTo(_words0[lane..]);
            word1.CopyTo(_words1[lane..]);
        }
    }

    private readonly ref struct FourWordsSink(Span<uint> words0, Span<uint> words1, Span<uint> words2, Span<uint> words3) : ISink
    {
        private readonly Span<uint> _words0 = words0;
        private readonly Span<uint> _words1 = words1;
        private readonly Span<uint> _words2 = words2;
        private readonly Span<uint> _words3 = words3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(int lane, Vector512<uint> word0, Vector512<uint> word1, Vector512<uint> word2, Vector512<uint> word3)
        {
            word0.CopyTo(_words0[lane..]);
            word1.CopyTo(_words1[lane..]);
            word2.CopyTo(_words2[lane..]);
            word3.CopyTo(_words3[lane..]);
        }
    }
}
