using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Simulation.Results;

public sealed class SimulationTallyTests
{
    [Fact]
    public void Write_AnyOrderPartitionAndWorkers_GivesTheSameBytes()
    {
        var expected = Tiles.Bytes(Whole());
        Prop.ForAll(
            Gen.Choose(1, 64).ArrayOf().Select(w => w.Length == 0 ? [64] : w).SelectMany(widths => Gen.Choose(1, 4).SelectMany(workers => Gen.Choose(0, int.MaxValue).Select(seed => (widths, workers, seed)))).ToArbitrary(),
            plan =>
            {
                var tiles = Cut(plan.widths).SelectMany(t => new[] { (t.First, t.Draws, Organisation: 0), (t.First, t.Draws, Organisation: 1) })
                    .OrderBy(t => Philox.Block((uint)t.First, (uint)t.Organisation, 0, 0, (uint)plan.seed).Word0).ToList();
                var workers = Enumerable.Range(0, plan.workers).Select(_ => New()).ToList();
                foreach (var (i, tile) in tiles.Index()) Tiles.Add(workers[i % workers.Count], tile.Organisation, tile.First, tile.Draws, Cost);
                foreach (var worker in workers.Skip(1)) workers[0].MergeWorker(worker);
                return Tiles.Bytes(workers[0]).AsSpan().SequenceEqual(expected);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Merge_Shards_GiveTheBytesOfTheWhole()
    {
        var merged = New();
        foreach (var (first, draws) in new[] { (130, 70), (0, 1), (64, 66), (1, 63) }) merged.Merge(Read(Tiles.Bytes(Part(first, draws))));

        Assert.Equal(Tiles.Bytes(Whole()), Tiles.Bytes(merged));
        Assert.Equal([new DrawRange(0, 199)], merged.Ranges);
        Assert.Equal(200, merged.Draws);
    }

    [Fact]
    public void Read_WhatWasWritten_SaysTheSame()
    {
        var tally = Part(70, 60);
        var read = Read(Tiles.Bytes(tally));

        Assert.Equal("run 1", read.RunId);
        Assert.Equal([new DrawRange(70, 129)], read.Ranges);
        Assert.Equal(tally.Result().Cells(1), read.Result().Cells(1));
        Assert.Equal(tally.Result().Headcount(1), read.Result().Headcount(1));
        Assert.Equal(tally.Result().RuleEffects(1), read.Result().RuleEffects(1));
        Assert.Equal(Tiles.Bytes(tally), Tiles.Bytes(read));
    }

    [Fact]
    public void Read_NoDraws_IsAnEmptyTally()
    {
        var read = Read(Tiles.Bytes(New()));

        Assert.Equal(0, read.Draws);
        read.Merge(Part(0, 3));
        Assert.Equal(3, read.Draws);
    }

    [Fact]
    public void Read_CutShortOrAltered_IsRefused()
    {
        var bytes = Tiles.Bytes(Part(0, 5));

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<InputException>(() => Read(bytes[..length])));
        Assert.All(Enumerable.Range(0, bytes.Length), place =>
        {
            var altered = (byte[])bytes.Clone();
            altered[place] ^= 4;
            Assert.Throws<InputException>(() => Read(altered));
        });
        Assert.Contains("cut short or altered", Assert.Throws<InputException>(() => Read(bytes[..^1])).Message, StringComparison.Ordinal);
        Assert.Contains("no file of simulated draws", Assert.Throws<InputException>(() => Read("salaries"u8.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_ForeignRun_IsRefusedByName()
    {
        var foreign = new SimulationTally(Tiles.Layout()) { RunId = "run 2" };

        var message = Assert.Throws<InputException>(() => Part(0, 5).Merge(foreign)).Message;

        Assert.Contains("'run 2'", message, StringComparison.Ordinal);
        Assert.Contains("'run 1'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_OverlappingDraws_IsRefusedByDrawsAndChangesNothing()
    {
        var tally = Part(0, 100);
        var before = Tiles.Bytes(tally);

        Assert.Contains("draws 60 to 99", Assert.Throws<InputException>(() => tally.Merge(Part(60, 80))).Message, StringComparison.Ordinal);
        Assert.Contains("draw 99.", Assert.Throws<InputException>(() => tally.Merge(Part(99, 80))).Message, StringComparison.Ordinal);
        Assert.Contains("draws 0 to 99", Assert.Throws<InputException>(() => tally.Merge(tally)).Message, StringComparison.Ordinal);
        Assert.Equal(before, Tiles.Bytes(tally));
    }

    [Fact]
    public void Merge_OtherScenarios_IsRefusedByName()
    {
        var other = new SimulationTally(Tiles.Layout("status quo", "frugal")) { RunId = "run 1" };

        Assert.Contains("status quo, frugal instead of status quo, proposal", Assert.Throws<InputException>(() => Part(0, 5).Merge(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tally_OrganisationMissing_IsRefusedByDraws()
    {
        var tally = Part(0, 64);
        Tiles.Add(tally, 1, 64, 10, Cost);

        Assert.Equal(64, tally.Draws);
        Assert.Contains("draws 64 to 73", Assert.Throws<InputException>(() => tally.Result()).Message, StringComparison.Ordinal);
        Assert.Contains("draws 64 to 73", Assert.Throws<InputException>(() => Tiles.Bytes(tally)).Message, StringComparison.Ordinal);
        Assert.Contains("draws 64 to 73", Assert.Throws<InputException>(() => New().Merge(tally)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_SameDrawsTwice_IsRefused()
    {
        var tally = Part(0, 70);

        Assert.Contains("HQ/OCIO", Assert.Throws<ArgumentException>(() => Tiles.Add(tally, 1, 69, 10, Cost)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_CostBelowZero_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Tiles.Add(New(), 0, 0, 2, (_, _, _, draw) => -draw));

    [Fact]
    public void Add_DrawsThatHoldNothingNew_AllocatesNothing()
    {
        var tally = Part(0, 60);
        DrawTile[] tiles = [Tile(0), Tile(0)];
        DrawTile[] later = [Tile(2), Tile(2)];
        tally.Add(tiles);

        var before = GC.GetAllocatedBytesForCurrentThread();
        tally.Add(later);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static DrawTile Tile(int offset) => new() { Organisation = 0, FirstDraw = 60 + offset, Draws = 2, Costs = Filled(2 * 2 * DrawTile.Components), Movement = Filled(2 * DrawTile.Flows), RuleEffects = Filled(4) };

        static double[] Filled(int rows) => [.. Enumerable.Repeat(1000.0, rows * DrawTile.Lanes)];
    }

    [Fact]
    public void Tally_LayoutWithoutOrganisations_IsRefused() =>
        Assert.Throws<InputException>(() => new SimulationTally(Tiles.Layout() with { Organisations = [] }));

    private static SimulationTally New() => new(Tiles.Layout()) { RunId = "run 1" };

    private static SimulationTally Whole() => Part(0, 200);

    private static SimulationTally Part(int first, int draws)
    {
        var tally = New();
        Tiles.AddAll(tally, first, draws, Cost);
        return tally;
    }

    private static SimulationTally Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return SimulationTally.Read(stream);
    }

    /// <summary>Zero rows, zeros here and there, few and many values, beyond 2^46 now and then, and rows that do not differ between scenarios.</summary>
    private static double Cost(int scenario, int organisation, int row, int draw)
    {
        if (row % 5 == 0) return 0;
        var block = Philox.Block((uint)row, (uint)draw, (uint)organisation, row % 3 == 0 ? 0 : (uint)scenario, 1);
        if (row % 4 == 0 && block.Word1 % 3 == 0) return 0;
        return row % 11 == 1 ? ((long)block.Word0 << 20) + block.Word1 % 7 : row % 2 == 0 ? 5000 + (block.Word0 % 3) : block.Word0 % 9_000_001;
    }

    private static IEnumerable<(int First, int Draws)> Cut(int[] widths)
    {
        var first = 0;
        for (var i = 0; first < 200; i++)
        {
            var draws = Math.Min(widths[i % widths.Length], 200 - first);
            yield return (first, draws);
            first += draws;
        }
    }
}
