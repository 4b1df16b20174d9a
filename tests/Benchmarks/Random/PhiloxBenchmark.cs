using System.Globalization;
using System.Numerics;
using Benchmarks.Harness;
using CtmsAnalytics.Simulation;

namespace Benchmarks.Random;

/// <summary>Blocks of Philox a second, one at a time and side by side; see README.md.</summary>
internal static class PhiloxBenchmark
{
    private const int Repetitions = 9;
    private const int Keys = 400_000;
    private const int Blocks = Keys * PhiloxLanes.Lanes;
    private const uint Seed = 20_261_121;
    private const uint When = 17;
    private const uint Purpose = 3;
    private const ulong Threshold = 1ul << 28;
    private const string OneAtATime = "Philox.Block, one at a time";
    private const string SideBySide = "PhiloxLanes, consecutive draws";
    private const string Listed = "PhiloxLanes, listed draws";
    private const string Separate = "PhiloxLanes, every counter its own";

    private static readonly uint[] Word0 = new uint[PhiloxLanes.Lanes];
    private static readonly uint[] Word1 = new uint[PhiloxLanes.Lanes];
    private static readonly uint[] Word2 = new uint[PhiloxLanes.Lanes];
    private static readonly uint[] Word3 = new uint[PhiloxLanes.Lanes];

    internal static int Run()
    {
        var lanes = new PhiloxLanes(Seed);
        uint[] draws = [.. Enumerable.Range(0, PhiloxLanes.Lanes).Select(i => (uint)i)];
        uint[] whens = [.. draws.Select(_ => When)];
        uint[] words = [.. draws.Select(_ => Purpose)];
        var called = Part(
            "Who is called: first words below 1/16, and their second words",
            (OneAtATime, () => Called(BelowOneAtATime)),
            (SideBySide, () => Called(key => lanes.Below(key, DrawLanes.From(0), When, Purpose, Threshold, Word1))),
            (Listed, () => Called(key => lanes.Below(key, draws, When, Purpose, Threshold, Word1))),
            (Separate, () => Called(key => lanes.Below(key, draws, whens, words, Threshold, Word1))));
        var all = Part(
            "All four words",
            (OneAtATime, () => Filled(OneAtATimeWords)),
            (SideBySide, () => Filled(key => lanes.Words(key, DrawLanes.From(0), When, Purpose, Word0, Word1, Word2, Word3))),
            (Separate, () => Filled(key => lanes.Words(key, draws, whens, words, Word0, Word1, Word2, Word3))));
        var report = new Report("philox", Machine.This, "one thread", [called, all]);
        report.Write(ProjectFolder.Results);
        Console.WriteLine(report.Markdown());
        return 0;
    }

    private static Part Part(string title, params (string Way, Func<ulong> Do)[] ways)
    {
        var timings = Timing.Compare(Repetitions, ways);
        var rates = timings.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Way}: {Blocks / t.BestSeconds / 1e6:F0} M blocks/s, {t.BestSeconds * 1e9 / Blocks:F2} ns a block"));
        return new Part(
            title,
            string.Create(CultureInfo.InvariantCulture, $"{Keys:N0} keys x {PhiloxLanes.Lanes} draws, one draw of each key goes into the answer. Best runs: {string.Join("; ", rates)}."),
            timings,
            [.. timings.Skip(1).Select(t => Ratio.Of($"{t.Way}, against {timings[0].Way}", timings[0], t))]);
    }

    private static ulong BelowOneAtATime(uint key)
    {
        var lanes = 0ul;
        for (var draw = 0; draw < PhiloxLanes.Lanes; draw++)
        {
            var block = Philox.Block(key, (uint)draw, When, Purpose, Seed);
            if (block.Word0 < Threshold) lanes |= 1ul << draw;
            Word1[draw] = block.Word1;
        }

        return lanes;
    }

    private static void OneAtATimeWords(uint key)
    {
        for (var draw = 0; draw < PhiloxLanes.Lanes; draw++) (Word0[draw], Word1[draw], Word2[draw], Word3[draw]) = Philox.Block(key, (uint)draw, When, Purpose, Seed);
    }

    private static ulong Called(Func<uint, ulong> below)
    {
        var sum = 0ul;
        for (var key = 0u; key < Keys; key++) sum = BitOperations.RotateLeft(sum, 1) + below(key) + Word1[key % PhiloxLanes.Lanes];
        return sum;
    }

    private static ulong Filled(Action<uint> fill)
    {
        var sum = 0ul;
        for (var key = 0u; key < Keys; key++)
        {
            fill(key);
            var lane = key % PhiloxLanes.Lanes;
            sum = BitOperations.RotateLeft(sum, 1) + Word0[lane] + Word1[lane] + Word2[lane] + Word3[lane];
        }

        return sum;
    }
}
