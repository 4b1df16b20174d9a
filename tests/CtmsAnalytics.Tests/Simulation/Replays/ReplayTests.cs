using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Replays;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Simulation.Replays;

/// <summary>What a draw tells of one position. The horizon has the fiscal years 2027 and 2028.</summary>
public sealed class ReplayTests
{
    /// <summary>A world in which much is left to chance and no pool or limit binds.</summary>
    private static readonly Scenario Chance = TestWorld.Quiet.Leaving(0.5).With(w => w with { TimeToFill = new PeriodRange(1, 6), Backfill = 0.9 }).With(p => p with
    {
        Recognition = p.Recognition with { Guideline = [[0, 0, 0], [0.02, 0.02, 0.02], [0.04, 0.04, 0.04]], AdjustmentPool = 1, PaymentShare = [0, 0.2, 0.6], PaymentPercent = [0, 0.02, 0.05], PaymentPool = 1 },
        SpecialWorkingConditions = [new SwcProgram("nights", "unexpected time", [], [], 0.2, 0.1, null, null)],
    });

    [Fact]
    public void Replay_SameDrawTwice_IsIdentical()
    {
        var (first, second) = (Chance.Replayed(TestWorld.Person(), 3), Chance.Replayed(TestWorld.Person(), 3));

        Assert.Equal(first.Costs, second.Costs);
        Assert.Equal(first.Luck, second.Luck);
        Assert.NotEqual(first.Luck, Chance.Replayed(TestWorld.Person(), 4).Luck);
        Assert.NotEqual(first.Luck, Chance.Replayed(TestWorld.Person(), 3, new SimulationOptions { Seed = 8 }).Luck);
    }

    [Fact]
    public void Replay_AnotherPersonIsPaidMoreOrMissing_LeavesThePersonsLuckAndCosts()
    {
        var (person, other) = (TestWorld.Person(), TestWorld.Person("P2", 70_000));
        for (var draw = 0; draw < 5; draw++)
        {
            PersonReplay Beside(params CtmsAnalytics.Deployment.RosterPerson[] others) => Replay.Of([Chance], 0, TestWorld.Input([person, .. others]), Drawn.Options, "P1", draw);
            var replay = Beside(other);

            foreach (var changed in new[] { Beside(other with { StructureSalary = 110_000, Salary = 110_000 }), Beside(), Beside(other, TestWorld.Person("A0")) })
            {
                Assert.Equal(replay.Luck, changed.Luck);
                Assert.Equal(replay.Costs, changed.Costs);
            }
        }
    }

    [Fact]
    public void Replay_NoHazard_HoldsThePositionToTheEnd()
    {
        var replay = Chance.Leaving(0).Replayed(TestWorld.Person());

        Assert.Null(Assert.Single(replay.Spells).To);
        Assert.Empty(replay.Luck.Of(LuckKind.Separation));
    }

    [Fact]
    public void Replay_InfiniteHazard_LeavesAtTheEndOfTheFirstWorkPeriodAndIsPaidForIt()
    {
        var replay = TestWorld.Quiet.Leaving(double.PositiveInfinity).With(w => w with { Backfill = 0 }).Replayed(TestWorld.Person(salary: PayHistory.Story.Salary));

        Assert.Equal(Drawn.Periods[0].LastDay, Assert.Single(replay.Spells).To);
        Assert.Equal(400_000, replay.Lines(0).Cents(Component.Salary));
        Assert.Equal(["Separates at the end of the work period, on 2026-10-03.", "The position is not filled again."], replay.Luck.Select(l => l.Text));
    }

    [Fact]
    public void Hire_FirstWorkPeriod_BringsInitialSalaryOfferAndFreshAccount()
    {
        var replay = TestWorld.Quiet.Leaving(double.PositiveInfinity).With(w => w with { OfferPaymentShare = 1, OfferPaymentPercent = 0.1 }).Replayed(TestWorld.Person());

        var hire = replay.Spells[1];
        Assert.Equal(("P1 hire 1", Drawn.Periods[5].FirstDay, Drawn.Periods[5].LastDay), (hire.Person.PersonId, hire.From, hire.To));
        Assert.Equal((90_000, hire.From, CtmsAnalytics.Deployment.AppointmentType.Continuing), (hire.Person.StructureSalary, hire.Person.EntryOnDuty, hire.Person.Appointment));
        var lines = replay.Lines(1);
        Assert.Equal((344_960, 900_000), (lines.Cents(Component.Salary), lines.Cents(Component.RecognitionPayment)));
        var told = Assert.Single(replay.Explain(2026, YearBasis.Calendar), e => e.Draw!.Spell == 1);
        Assert.Equal((344_960, 900_000), (told.Limits.Single().Salary, told.Limits.Single().Additional));
        Assert.Equal("initial salary of the hire", told.Salary[0].Reason);
        Assert.Equal(ServiceAgreement.Owed, told.Findings[^1].Rule);
    }

    [Fact]
    public void Separation_DeferredAmounts_ArePaidInTheSameWorkPeriod()
    {
        var scenario = TestWorld.Quiet.Leaving(double.PositiveInfinity).With(w => w with { Backfill = 0 }).With(p => p with { SpecialWorkingConditions = [new SwcProgram("nights", "unexpected time", [], [], 1, 0.25, null, null)] });
        var replay = (scenario with { AggregateLimit = new AggregateLimitPolicy("EX-IV", ExcessTreatment.Deferred) }).Replayed(TestWorld.Person(salary: 197_000, level: TestWorld.High));

        var told = Assert.Single(replay.Explain(2026, YearBasis.Calendar));
        Assert.Contains(told.Findings, f => f.Rule == Headroom.Deferral);
        Assert.Contains(told.Findings, f => f.Rule == SeparationSettlement.PaidOut);
        Assert.Equal(188_780, told.Lines.Cents(Component.SpecialWorkingConditions));
        Assert.All(told.Lines, l => Assert.Equal(Drawn.Periods[0], l.Period));
        Assert.Equal(0, told.Limits.Single().Waiting);
    }

    [Fact]
    public void Incident_CallsForItsWholeLengthWithOnePercentage()
    {
        var process = new IncidentProcess(4, new PeriodRange(3, 3), 1, 1);
        var scenario = TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [new SwcProgram("surge", "incidents", [], [], 0, 0.1, null, null) { MinimumPercent = 0.05, MaximumPercent = 0.2, Incidents = process }] });
        var input = TestWorld.Input(TestWorld.Person(), TestWorld.Person("P2"));
        var draw = new ScenarioDraw([scenario], 0, input, Drawn.Options, 2);
        var incidents = draw.Incidents("CISA", "CSD", "surge", process);
        var called = Drawn.Periods.Where((_, t) => incidents.Any(i => i.Covers(t))).Select(p => p.FirstDay).ToList();

        Assert.NotEmpty(called);
        foreach (var person in input.Roster)
        {
            var replay = Replay.Of([scenario], 0, input, Drawn.Options, person.PersonId, 2);
            var calls = replay.Luck.Of(LuckKind.Call).ToList();
            Assert.Equal(called, calls.Select(c => c.Date));
            // One text for each incident: when it began, and the percentage.
            Assert.Equal(calls.Select(c => c.Text[..c.Text.IndexOf(':', StringComparison.Ordinal)]).Distinct().Count(), calls.Select(c => c.Text).Distinct().Count());
        }
    }

    [Fact]
    public void Progression_Certain_MovesAtTheFirstReviewAfterItsPayment()
    {
        var scenario = TestWorld.Quiet
            .With(w => w with { Progression = new Dictionary<string, LevelProgression> { [TestWorld.Low] = new(TestWorld.High, 1) } })
            .With(p => p with { Recognition = p.Recognition with { RatingShares = [0, 1, 0], PaymentShare = [0, 1, 0], PaymentPercent = [0, 0.1, 0], PaymentPool = 1 } });
        var told = Assert.Single(scenario.Replayed(TestWorld.Person(salary: 80_000)).Explain(2027, YearBasis.Calendar));

        Assert.Equal((TestWorld.High, 100_000), (told.Salary[^1].WorkLevel, told.Salary[^1].StructureSalary));
        Assert.Equal(800_000, told.Lines.Cents(Component.RecognitionPayment));
        Assert.True(told.Lines.Cents(Component.RecognitionAdjustment) > 0);
    }

    [Fact]
    public void Rating_Persistent_ChangesLessOften()
    {
        int Kept(double persistence) => Enumerable.Range(0, 40).Count(draw =>
        {
            var ratings = Chance.Leaving(0).With(p => p with { Recognition = p.Recognition with { RatingPersistence = persistence } })
                .Replayed(TestWorld.Person() with { LastRating = 2 }, draw).Luck.Of(LuckKind.Rating).Select(l => l.Text[..23]).ToList();
            return ratings[0].EndsWith('2') && ratings[1] == ratings[0];
        });

        Assert.True(Kept(0.95) > 2 * Kept(0), $"{Kept(0.95)} of 40 keep the rating with persistence, {Kept(0)} without.");
    }

    [Fact]
    public void Separation_HigherPay_NeverComesEarlier()
    {
        var moved = 0;
        for (var draw = 0; draw < 40; draw++)
        {
            DateOnly Leaves(long salary) => Chance.Leaving(1).Replayed(TestWorld.Person(salary: salary), draw).Spells[0].To ?? DateOnly.MaxValue;
            var (lower, higher) = (Leaves(75_000), Leaves(105_000));
            Assert.True(higher >= lower, $"Draw {draw}: {lower} at the lower pay, {higher} at the higher.");
            if (higher > lower) moved++;
        }

        Assert.NotEqual(0, moved);
    }

    [Fact]
    public void Draws_OnAverage_AreTheExpectedProjection()
    {
        var person = TestWorld.Person();
        var expected = PointEstimate.Run(Chance, TestWorld.Input(person)).Costs;
        const int Draws = 200;
        var totals = Enumerable.Range(0, Draws).Select(d => Chance.Replayed(person, d).Costs).ToList();
        foreach (var component in new[] { Component.Salary, Component.RecognitionAdjustment, Component.RecognitionPayment, Component.SpecialWorkingConditions })
        {
            var cents = totals.Select(t => (double)t.Where(c => c.Component == component).Sum(c => c.Cents)).ToList();
            var mean = cents.Average();
            var error = Math.Sqrt(cents.Sum(c => (c - mean) * (c - mean)) / (Draws - 1) / Draws);
            Assert.InRange(mean, expected.Sum(k => k.Component == component) - (4 * error), expected.Sum(k => k.Component == component) + (4 * error));
        }
    }

    [Fact]
    public void Economy_OfTheDraw_MovesRatesAndIsTold()
    {
        var stated = TestWorld.Quiet with { Economy = TestWorld.Quiet.Economy with { PayRaise = new Dictionary<int, double> { [2027] = 0.02, [2028] = 0.02 } } };
        var drawn = stated with { Economy = stated.Economy with { PayRaiseDeviation = 0.02, MarketGrowthDeviation = 0.03 } };
        Assert.Empty(stated.Replayed(TestWorld.Person()).Luck.Of(LuckKind.Economy));
        var told = drawn.Replayed(TestWorld.Person()).Luck.Of(LuckKind.Economy).ToList();
        Assert.Equal(["2027-01-10", "2028-01-09"], told.Select(l => l.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(told, l => Assert.Matches("^Year 202[78]: base pay raise -?[0-9.]+ %, stated 2 %; growth of the talent market -?[0-9.]+ %, stated 3 %.$", l.Text));

        var limits = Enumerable.Range(0, 20).Select(d => drawn.Replayed(TestWorld.Person(), d).Explain(2028, YearBasis.Calendar).Single().Limits.Single().Limit).ToList();
        Assert.True(limits.Distinct().Count() > 10);
        Assert.All(limits, l => Assert.Equal(0, l % 10_000));
        var held = Drawn.Options with { Held = RandomSources.Market };
        Assert.Equal(drawn.Replayed(TestWorld.Person(), 1, held).Luck.Of(LuckKind.Economy), drawn.Replayed(TestWorld.Person(), 2, held).Luck.Of(LuckKind.Economy));
    }

    [Fact]
    public void Held_Ratings_AreTheSameInEveryDraw()
    {
        var options = Drawn.Options with { Held = RandomSources.Ratings };
        var draws = Enumerable.Range(0, 4).Select(d => Chance.Leaving(0).Replayed(TestWorld.Person(), d, options).Luck.ToList()).ToList();

        Assert.All(draws, d => Assert.Equal(draws[0].Of(LuckKind.Rating).Concat(draws[0].Of(LuckKind.Payment)), d.Of(LuckKind.Rating).Concat(d.Of(LuckKind.Payment))));
        Assert.NotEqual(draws[0].Of(LuckKind.Call), draws[1].Of(LuckKind.Call));
    }

    [Fact]
    public void Organisation_AnyDraw_ConservesPeopleAndAddsUpToItsPositions()
    {
        var input = TestWorld.Input(TestWorld.Person(), TestWorld.Person("P2", 75_000), TestWorld.Person("P3", 150_000, TestWorld.High));
        var scenario = Chance.Leaving(1).With(p => p with { Recognition = p.Recognition with { AdjustmentPool = 0.01, PaymentPool = 0.01 } });
        for (var draw = 0; draw < 5; draw++)
        {
            var organisation = Assert.Single(scenario.Organisations(input, draw));
            Assert.Equal(organisation.Flow[1].Start, organisation.Flow[0].Start + organisation.Flow[0].Hires - organisation.Flow[0].Separations);
            Assert.Equal(organisation.Positions.Count(p => p.Present is not null), organisation.Flow[1].Start + organisation.Flow[1].Hires - organisation.Flow[1].Separations);
            var alone = input.Roster.SelectMany(p => Replay.Of([scenario], 0, input, Drawn.Options, p.PersonId, draw, organisation.Pools).Costs);
            Assert.Equal(organisation.Costs, alone);
            Assert.Equal(Replay.Of([scenario], 0, input, Drawn.Options, "P2", draw).Costs, organisation.Costs.Where(c => c.Position == "P2"));
        }
    }

    [Fact]
    public void Explain_EveryFiscalYear_AddsUpToTheCosts()
    {
        var replay = Enumerable.Range(0, 20).Select(draw => Chance.Leaving(2).Replayed(TestWorld.Person(), draw)).First(r => r.Spells.Count > 1);

        foreach (var year in new[] { 2027, 2028 })
            Assert.Equal(replay.Costs.Where(c => c.FiscalYear == year).Sum(c => c.Cents), replay.Explain(year, YearBasis.Fiscal).Sum(e => e.Total));
        Assert.Equal(replay.Cents(2027, Component.Salary), replay.Explain(2027, YearBasis.Fiscal).SelectMany(e => e.Lines).Cents(Component.Salary));
        Assert.Throws<InputException>(() => replay.Explain(2031, YearBasis.Fiscal));
    }

    [Fact]
    public void Explain_YearAfterThePositionIsLost_HasNobody() =>
        Assert.Empty(TestWorld.Quiet.Leaving(double.PositiveInfinity).With(w => w with { Backfill = 0 }).Replayed(TestWorld.Person()).Explain(2028, YearBasis.Fiscal));

    [Fact]
    public void Replay_UnknownPerson_IsRefused() =>
        Assert.Contains("no person 'P9'", Assert.Throws<InputException>(() => Replay.Of([Chance], 0, TestWorld.Input(TestWorld.Person()), Drawn.Options, "P9", 0)).Message, StringComparison.Ordinal);
}
