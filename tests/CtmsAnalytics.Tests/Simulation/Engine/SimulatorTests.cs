using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Engine;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Tests.Projection;
using CtmsAnalytics.Tests.Simulation.Replays;

namespace CtmsAnalytics.Tests.Simulation.Engine;

/// <summary>What a run promises: the same bytes in any split, paired luck, honest errors.</summary>
public sealed class SimulatorTests
{
    private static readonly RosterPerson[] People =
    [
        .. Enumerable.Range(0, 12).Select(i => TestWorld.Person($"P{i:00}", 70_000 + (9_000 * i), i % 3 == 0 ? TestWorld.High : TestWorld.Low, i % 2 == 0 ? "RUS" : "CAP") with
        {
            Organisation = i < 5 ? "CSD" : "IOD",
            HealthPlan = (HealthPlan)(i % 4),
        }),
    ];

    private static readonly Scenario Lively = TestWorld.Quiet.Leaving(0.3).With(p => p with
    {
        Recognition = p.Recognition with
        {
            Guideline = [[0, 0, 0], [0.03, 0.02, 0.01], [0.06, 0.05, 0.04]],
            PaymentShare = [0, 0.3, 0.6],
            PaymentPercent = [0, 0.05, 0.10],
            AdjustmentPool = 0.02,
            PaymentPool = 0.01,
            RatingPersistence = 0.5,
        },
        SpecialWorkingConditions = [new SwcProgram("surge", "incidents", [], [], 0, 0.15, null, null) { Incidents = new IncidentProcess(5, new PeriodRange(1, 3), 0.3, 0.8) }],
    }) with
    {
        Economy = TestWorld.Quiet.Economy with { MarketGrowthDeviation = 0.02, PayRaiseDeviation = 0.01 },
    };

    private static readonly Scenario Generous = Lively.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.12 } }) with { Name = "generous" };

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 200)]
    [InlineData(3, 200)]
    [InlineData(2, 64)]
    [InlineData(1, 128)]
    public void Run_AnyThreadsAndBlocks_LeavesTheSameBytes(int threads, int block)
    {
        var whole = Bytes(Simulator(1).Run(0, 200));

        var simulator = Simulator(threads);
        var tally = simulator.Run(0, Math.Min(block, 200));
        for (var first = block; first < 200; first += block) tally.Merge(simulator.Run(first, Math.Min(block, 200 - first)));

        Assert.Equal(whole, Bytes(tally));
    }

    [Fact]
    public void Run_SixteenShardsInAnyOrder_LeaveTheSameBytes()
    {
        var whole = Bytes(Simulator(1).Run(0, 160));
        var shards = Enumerable.Range(0, 16).Select(i => Simulator(1).Run(i * 10, 10)).ToList();
        var tally = shards[7];
        foreach (var i in new[] { 15, 0, 3, 1, 2, 4, 6, 5, 14, 8, 13, 9, 12, 10, 11 }) tally.Merge(shards[i]);

        Assert.Equal(whole, Bytes(tally));
    }

    [Fact]
    public void Run_AgainstItself_DiffersByExactlyZero()
    {
        var result = new Simulator([Lively, Lively with { Name = "again" }], TestWorld.Input(People), Drawn.Options).Run(0, 100).Result();

        Assert.All(result.Layout.FiscalYears, year => Assert.Equal(0, result.Difference(1, CostMargin.OfYear(year)).Mean));
        Assert.Equal(0, result.Difference(1, CostMargin.Total).StandardError);
        Assert.All(result.CostByDraw(0, CostMargin.Total).Zip(result.CostByDraw(1, CostMargin.Total)), d => Assert.Equal(d.First, d.Second));
    }

    [Fact]
    public void Run_OnePersonPaidMore_ChangesNobodyElse()
    {
        // Pools that cannot bind: money couples people only through them.
        var free = Lively.With(p => p with { Recognition = p.Recognition with { AdjustmentPool = 1, PaymentPool = 1 } });
        var moved = People.Select(p => p.PersonId == "P03" ? p with { StructureSalary = 180_000, Salary = 180_000 } : p).ToArray();
        var (before, after) = (ByPosition(free, People), ByPosition(free, moved));

        Assert.NotEqual(before["P03"], after["P03"]);
        Assert.All(People.Where(p => p.PersonId != "P03"), p => Assert.Equal(before[p.PersonId], after[p.PersonId]));
    }

    [Fact]
    public void Run_SomebodyJoins_ChangesNobodyElse()
    {
        var free = Lively.With(p => p with { Recognition = p.Recognition with { AdjustmentPool = 1, PaymentPool = 1 } });
        // Hires enrol as the roster does, so that a roster of one health plan stays one.
        RosterPerson[] people = [.. People.Select(p => p with { HealthPlan = HealthPlan.SelfOnly })];
        RosterPerson[] joined = [TestWorld.Person("A new one") with { Organisation = "CSD", HealthPlan = HealthPlan.SelfOnly }, .. people];
        var (before, after) = (ByPosition(free, people), ByPosition(free, joined));

        Assert.All(People, p => Assert.Equal(before[p.PersonId], after[p.PersonId]));
    }

    [Fact]
    public void Run_HigherPay_NeverBringsASeparationForward()
    {
        var paid = Lively.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.2, ["RUS"] = 0.2 } });
        for (var draw = 0; draw < 40; draw++)
        {
            foreach (var person in People)
            {
                var low = Replay(Lively, person.PersonId, draw);
                var high = Replay(paid, person.PersonId, draw);
                Assert.True((high ?? DateOnly.MaxValue) >= (low ?? DateOnly.MaxValue), $"{person.PersonId} leaves on {high} and not on {low} in draw {draw}");
            }
        }

        static DateOnly? Replay(Scenario scenario, string id, int draw) =>
            CtmsAnalytics.Simulation.Replays.Replay.Of([scenario], 0, TestWorld.Input(People), Drawn.Options, id, draw).Spells[0].To;
    }

    [Fact]
    public void Run_EverySourceHeldStill_HasNoVariance()
    {
        const RandomSources All = RandomSources.Separations | RandomSources.Hiring | RandomSources.Ratings | RandomSources.Surges | RandomSources.Market;
        var result = new Simulator([Lively], TestWorld.Input(People), Drawn.Options with { Held = All }).Run(0, 70).Result();

        Assert.Single(result.CostByDraw(0, CostMargin.Total).Distinct());
    }

    [Theory]
    [InlineData(RandomSources.Separations)]
    [InlineData(RandomSources.Hiring)]
    [InlineData(RandomSources.Ratings)]
    [InlineData(RandomSources.Surges)]
    [InlineData(RandomSources.Market)]
    public void Run_OneSourceHeldStill_ChangesTheDraws(RandomSources held)
    {
        var free = Simulator(1).Run(0, 20).Result().CostByDraw(0, CostMargin.Total);
        var still = new Simulator([Lively, Generous], TestWorld.Input(People), Drawn.Options with { Held = held }).Run(0, 20).Result().CostByDraw(0, CostMargin.Total);

        Assert.NotEqual(free, still);
        Assert.True(still.Distinct().Count() > 1);
    }

    [Fact]
    public void Run_PeopleAreConserved_InEveryDraw()
    {
        var model = Simulator(1).Model;
        var worker = new TileWorker(model);
        for (var o = 0; o < 2; o++)
        {
            var tile = new DrawTile();
            worker.Run(0, o, 0, DrawTile.Lanes, Tables(model), tile);
            for (var lane = 0; lane < DrawTile.Lanes; lane++)
            {
                double Flow(int year, FlowKind kind) => tile.Movement[(((year * DrawTile.Flows) + (int)kind) * DrawTile.Lanes) + lane];
                Assert.Equal(Flow(1, FlowKind.Start), Flow(0, FlowKind.Start) + Flow(0, FlowKind.Hires) - Flow(0, FlowKind.Separations));
            }
        }
    }

    [Fact]
    public void Run_HazardOfInfinity_EverybodyLeavesAtTheEndOfTheFirstPeriod()
    {
        var result = new Simulator([Lively.Leaving(double.PositiveInfinity).With(w => w with { Backfill = 0 })], TestWorld.Input(People), Drawn.Options).Run(0, 10).Result();

        Assert.All(result.CostByDraw(0, CostMargin.OfYear(2028)), cents => Assert.Equal(0, cents));
        Assert.All(result.CostByDraw(0, CostMargin.OfYear(2027)), cents => Assert.True(cents > 0));
    }

    [Fact]
    public void Run_HazardOfZero_NobodyLeaves()
    {
        var headcount = new Simulator([Lively.Leaving(0)], TestWorld.Input(People), Drawn.Options).Run(0, 10).Result().Headcount(0);

        Assert.All(headcount, h => Assert.Equal(0, h.Separations.Mean));
    }

    [Fact]
    public void Run_OnePerson_IsSimulated() =>
        Assert.Equal(3, new Simulator([Lively], TestWorld.Input(TestWorld.Person()), Drawn.Options).Run(0, 3).Draws);

    [Fact]
    public void Run_EverybodyAboveExecutiveLevelIV_HasNoSpecialWorkingConditions()
    {
        var above = People.Select(p => p with { WorkLevel = TestWorld.High, StructureSalary = 205_000, Salary = 205_000 }).ToArray();
        var result = new Simulator([Lively.Leaving(0)], TestWorld.Input(above), Drawn.Options).Run(0, 30).Result();

        Assert.Equal(0, result.Cost(0, new CostMargin { Component = Component.SpecialWorkingConditions }).Mean);
    }

    [Fact]
    public void Simulator_NoPeople_IsRefused() =>
        Assert.Contains("no people", Assert.Throws<InputException>(() => new Simulator([Lively], TestWorld.Input(), Drawn.Options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Simulator_NoScenario_IsRefused() => Assert.Throws<InputException>(() => new Simulator([], TestWorld.Input(People), Drawn.Options));

    [Fact]
    public void Simulator_DifferentHorizons_IsRefused() => Assert.Throws<InputException>(() =>
        new Simulator([Lively, Lively with { Horizon = Lively.Horizon with { FiscalYears = 3 } }], TestWorld.Input(People), Drawn.Options));

    [Fact]
    public void Run_NoDraws_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Simulator(1).Run(0, 0));

    [Fact]
    public void Run_Cancelled_ReturnsNothing() => Assert.Throws<OperationCanceledException>(() => Simulator(1).Run(0, 10, null, new CancellationToken(true)));

    [Fact]
    public void Run_AnotherTile_AllocatesNothing()
    {
        var model = Simulator(1).Model;
        var (worker, tile, tables) = (new TileWorker(model), new DrawTile(), Tables(model));
        long Allocated(uint firstDraw)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            worker.Run(0, 0, firstDraw, DrawTile.Lanes, tables, tile);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // What the runtime sets up once, the first time that a path is taken, is not a tile's.
        Assert.Contains(Enumerable.Range(0, 5).Select(i => Allocated((uint)(DrawTile.Lanes * i))), bytes => bytes == 0);
    }

    /// <summary>The whole result of a run, as a file: it has the same bytes on every machine.</summary>
    internal static byte[] Cube() => Bytes(Simulator(2).Run(0, 80));

    private static DrawnTables Tables(EngineModel model)
    {
        var tables = new DrawnTables(model.Scenarios[0]);
        tables.Draw(model.Luck, 0, DrawTile.Lanes);
        return tables;
    }

    private static Simulator Simulator(int threads) => new([Lively, Generous], TestWorld.Input(People), Drawn.Options with { Threads = threads });

    private static byte[] Bytes(SimulationTally tally)
    {
        using var stream = new MemoryStream();
        tally.Write(stream);
        return stream.ToArray();
    }

    /// <summary>What each position costs in each draw, by row.</summary>
    private static Dictionary<string, double[]> ByPosition(Scenario scenario, RosterPerson[] roster)
    {
        var model = new Simulator([scenario], TestWorld.Input(roster), Drawn.Options).Model;
        var worker = new TileWorker(model);
        var of = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var o = 0; o < model.Names.Organisations.Count; o++)
        {
            for (var s = 0; s < model.Seats[0][o].Count; s++)
            {
                var tile = new DrawTile();
                worker.Run(0, o, 0, DrawTile.Lanes, Tables(model), tile, s);
                of[model.Seats[0][o][s].Id] = [.. Enumerable.Range(0, DrawTile.Lanes).Select(lane => tile.Costs.Take(tile.CostRows * DrawTile.Lanes).Where((_, i) => i % DrawTile.Lanes == lane).Sum())];
            }
        }

        return of;
    }
}
