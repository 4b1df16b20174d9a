using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>Positions that open and close, on the expected path. The horizon is FY2027 and FY2028; work periods begin on 2026-09-20 and every 14 days after.</summary>
public sealed class HiringPlanTests
{
    private static readonly HiringPlanLine Line = new("", "CSD", TestWorld.Low, "RUS", new DateOnly(2027, 10, 1), 0, "DC", "Technical");

    [Fact]
    public void Opened_Positions_AreHiredInFullAfterTheTimeToFill()
    {
        var result = Run(Plan(Line with { Positions = 3 }) with { Backfill = 0 }, 2);

        // Vacant from 2027-10-03, the first work period of fiscal year 2028 that begins then, and filled four work periods later.
        Assert.Equal([(2m, 0m, 0m, 2m), (2m, 3m, 0m, 5m)], Flows(result));
        var hired = Fte(result, 2028) - Fte(result, 2027);
        Assert.Equal(3 * (26 - 4) / 26.0, hired, 1);
        Assert.Contains(result.Notes, n => n.StartsWith("The hiring plan opens 3 positions and closes 0", StringComparison.Ordinal));
    }

    [Fact]
    public void ClosedOnDate_Positions_AreLeftAtTheEndOfTheWorkPeriodBefore()
    {
        var result = Run(Plan(Line with { Positions = -2, Closing = PositionClosing.OnDate }), 3);

        // The last work period before 2027-10-03 ends in fiscal year 2028 and counts there.
        Assert.Equal([(3m, 0m, 0m, 3m), (3m, 0m, 2m, 1m)], Flows(result));
        Assert.Equal(Fte(result, 2027) / 3, Fte(result, 2028), 1);
    }

    [Fact]
    public void ClosedByAttrition_Position_StaysWithWhoeverIsInItAndIsNotFilledAgain()
    {
        var stays = Run(Plan(Line with { Positions = -1 }), 2);
        // Everybody leaves in every work period, and a position is filled at once where it is filled.
        var restless = Plan() with { SeparationHazard = All(double.PositiveInfinity), TimeToFillPeriods = 0 };
        var all = Run(restless, 2);
        var leaves = Run(restless with { HiringPlan = [Line with { Positions = -1, From = TestWorld.Start }] }, 2);

        Assert.Equal(2m, stays.Headcount[^1].End);
        Assert.Equal(all.Headcount.Sum(h => h.Hires) / 2, leaves.Headcount.Sum(h => h.Hires));
        Assert.Equal(leaves.Headcount.Sum(h => h.Hires) + 2, leaves.Headcount.Sum(h => h.Separations));
    }

    [Theory]
    [InlineData(PositionClosing.Attrition)]
    [InlineData(PositionClosing.OnDate)]
    public void Closed_PositionThatWasFilledAnew_ClosesForTheHireAsWell(PositionClosing closing)
    {
        var workforce = Plan(Line with { Positions = -2, Closing = closing, From = new DateOnly(2027, 10, 3) }) with { SeparationHazard = All(20), PayElasticity = 0, TimeToFillPeriods = 1 };

        var result = Run(workforce, 2);

        // Nobody is left of whom they were at the start; without the plan the two positions would go on being filled.
        Assert.InRange(result.Headcount[0].End, 0.5m, 1.99m);
        Assert.InRange(result.Headcount[1].End, 0m, 0.001m);
    }

    [Fact]
    public void Closed_PlaceWithSeveralPeople_IsWhoEnteredLast()
    {
        var roster = new[] { Entered("B", 2024, 60_000), Entered("A", 2024, 80_000), Entered("C", 2020, 100_000) };
        var scenario = Scenario(Plan(Line with { Positions = -1, Closing = PositionClosing.OnDate, From = new DateOnly(2026, 10, 4) }));

        var salaries = PointEstimate.Run(scenario, TestWorld.Input(roster)).Costs.Sum(k => k.FiscalYear == 2028 && k.Component == CtmsAnalytics.Budget.Component.Salary);

        // A and B entered last and on one day: the first of them by identifier goes.
        var without = PointEstimate.Run(Scenario(Plan()), TestWorld.Input(roster[0], roster[2])).Costs.Sum(k => k.FiscalYear == 2028 && k.Component == CtmsAnalytics.Budget.Component.Salary);
        Assert.Equal(without, salaries);
    }

    [Fact]
    public void Plan_OfAnySize_ConservesPeople() => Prop.ForAll(Plans.ToArbitrary(), plan =>
    {
        var result = Run(plan, 4);
        foreach (var flow in result.Headcount) Assert.Equal(flow.Start + flow.Hires - flow.Separations, flow.End);
        Assert.Equal(result.Headcount[0].End, result.Headcount[1].Start);
        var opened = plan.HiringPlan.Where(l => l.Positions > 0).Sum(l => l.Positions);
        return result.Headcount[1].End <= 4 + opened && result.Headcount[1].End >= 0;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Plan_ThatTheRosterDoesNotFit_SaysWhatWouldBeRight()
    {
        Assert.Equal(
            "The hiring plan closes 3 positions from 2027-10-01 in CISA CSD, work level LOW, market RUS. The roster has 2 people there. Close at most 2.",
            Error(Line with { Positions = -3 }));
        Assert.Equal(
            "The hiring plan closes 2 positions from 2028-01-01 in CISA CSD, work level LOW, market RUS. The roster has 2 people there, of whom earlier lines close the positions of 1. Close at most 1.",
            Error(Line with { Positions = -2, From = new DateOnly(2028, 1, 1) }, Line with { Positions = -1 }));
        Assert.Equal("The hiring plan opens 1 position in the organisation 'CDS', which nobody in the roster belongs to. The roster has CSD.", Error(Line with { Positions = 1, Organisation = "CDS" }));
        Assert.Equal("The hiring plan opens 2 positions in CSD of 'TSA'. The roster has CSD in CISA.", Error(Line with { Positions = 2, Agency = "TSA" }));
        Assert.Equal("The hiring plan opens 2 positions at the work level 'MID', for which the structure 'test' has no subrange. It has LOW, HIGH.", Error(Line with { Positions = 2, WorkLevel = "MID" }));
        Assert.StartsWith("The hiring plan closes 1 position in CSD on 2026-09-01, by which", Error(Line with { Positions = -1, Closing = PositionClosing.OnDate, From = new DateOnly(2026, 9, 1) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OrganisationInSeveralComponents_NeedsTheComponent()
    {
        var roster = new[] { TestWorld.Person("P1"), TestWorld.Person("P2") with { Agency = "FEMA" } };

        var error = Assert.Throws<InputException>(() => PointEstimate.Run(Scenario(Plan(Line with { Positions = 1 })), TestWorld.Input(roster)));
        Assert.Equal("The hiring plan opens 1 position in CSD, which the roster has in CISA and in FEMA. Name the component in 'agency'.", error.Message);
        var named = PointEstimate.Run(Scenario(Plan(Line with { Positions = 1, Agency = "FEMA" })), TestWorld.Input(roster));
        Assert.Equal([("CISA", 1m), ("FEMA", 2m)], named.Headcount.Where(h => h.FiscalYear == 2028).Select(h => (h.Agency, h.End)));
    }

    private static Gen<WorkforceAssumptions> Plans =>
        from opened in Gen.Choose(1, 7)
        from closed in Gen.Choose(1, 4)
        from closing in Gen.Elements(PositionClosing.Attrition, PositionClosing.OnDate)
        from day in Gen.Choose(20, 700)
        from hazard in Gen.Elements(0.0, 0.1, 3.0, 40.0, double.PositiveInfinity)
        from wait in Gen.Choose(0, 30)
        from backfill in Gen.Elements(0.0, 0.7, 1.0)
        let date = TestWorld.Start.AddDays(day)
        select Plan(Line with { Positions = opened, From = date.AddDays(-14) }, Line with { Positions = -closed, Closing = closing, From = date }) with
        {
            SeparationHazard = All(hazard),
            TimeToFillPeriods = wait,
            Backfill = backfill,
        };

    private static WorkforceAssumptions Plan(params HiringPlanLine[] lines) => TestWorld.Quiet.Workforce with { HiringPlan = lines };

    private static Dictionary<string, double> All(double hazard) => new() { [TestWorld.Low] = hazard, [TestWorld.High] = hazard };

    private static Scenario Scenario(WorkforceAssumptions workforce) => TestWorld.Quiet with { Workforce = workforce };

    private static CtmsAnalytics.Deployment.RosterPerson Entered(string id, int year, long salary) => TestWorld.Person(id, salary) with { EntryOnDuty = new DateOnly(year, 3, 1) };

    private static ProjectionResult Run(WorkforceAssumptions workforce, int people) =>
        PointEstimate.Run(Scenario(workforce), TestWorld.Input([.. Enumerable.Range(1, people).Select(i => TestWorld.Person($"P{i}"))]));

    private static string Error(params HiringPlanLine[] lines) => Assert.Throws<InputException>(() => Run(Plan(lines), 2)).Message;

    private static IEnumerable<(decimal Start, decimal Hires, decimal Separations, decimal End)> Flows(ProjectionResult result) =>
        result.Headcount.Select(h => (h.Start, h.Hires, h.Separations, h.End));

    private static double Fte(ProjectionResult result, int year) => result.Headcount.Where(h => h.FiscalYear == year).Sum(h => h.Fte);
}
