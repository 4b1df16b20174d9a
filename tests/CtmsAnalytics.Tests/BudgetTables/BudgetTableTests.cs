using CtmsAnalytics.Budget;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.BudgetTables;

/// <summary>Every table adds up to the cube, to the cent and rounded.</summary>
public sealed class BudgetTableTests
{
    private static readonly ObjectClass Permanent = new("11.1", "Full-time permanent");
    private static readonly ObjectClass Other = new("11.3", "Other than full-time permanent");
    private static readonly ObjectClass Benefits = new("12.1", "Civilian personnel benefits");

    private static readonly BudgetPolicy Policy = new(
        [
            .. new[] { Component.Salary, Component.RecognitionAdjustment, Component.Supplement }.SelectMany(c => new[]
            {
                Rule(c, Employment.FullTimePermanent, Permanent), Rule(c, Employment.Other, Other),
            }),
            .. Enum.GetValues<Component>().Except([Component.Salary, Component.RecognitionAdjustment, Component.Supplement]).Select(c => Rule(c, null, Benefits)),
        ],
        [Fund("CISA", null, 2021, "A"), Fund("CISA", "IOD", 2021, "B"), Fund("CISA", "IOD", 2028, "C")]);

    private static readonly BudgetDimension[] Dimensions = Enum.GetValues<BudgetDimension>();

    private static readonly Gen<BudgetDimension[]> Cuts = Gen.Elements(Dimensions).NonEmptyListOf().Select(d => d.Distinct().ToArray());

    [Fact]
    public void Cut_ByAnyDimensions_AddsUpToTheCubeToTheCent() => Check((source, lines, by, _) =>
    {
        var table = CutTable.Of(source, lines, by);
        return table.Reconciliation.Ties
            && table.Totals[^1] == source.Costs.Total
            && table.Rows.All(r => r.Amounts[^1] == r.Amounts.SkipLast(1).Sum())
            && lines.GroupBy(l => l.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(l => l.Cents))).SequenceEqual(source.Costs.Cells);
    });

    [Fact]
    public void Quarters_OfAnyYear_AddUpToItAndToTheCube() => Check((source, _, _, _) =>
    {
        var table = QuarterTable.Of(source);
        return table.Reconciliation.Ties && table.Totals[^1] == source.Costs.Total && table.Rows.All(r => r.Amounts[^1] == r.Amounts.Take(4).Sum());
    });

    [Fact]
    public void RoundedTo_AnyUnit_ShowsNumbersThatAddUpAndTheSameYearsInEveryTable() => Check((source, lines, by, unit) =>
    {
        BudgetTable[] exact = [CutTable.Of(source, lines, by), QuarterTable.Of(source), ProgramChangeTable.Of(source, lines, source, lines, by)];
        var tables = exact.Select(t => t.RoundedTo(unit)).ToList();
        var years = source.FiscalYears.Select(y => Math.Floor((source.Costs.Sum(k => k.FiscalYear == y) / (decimal)unit) + 0.5m)).ToList();
        var near = exact.Zip(tables).All(t => t.First.Rows.Zip(t.Second.Rows).All(r => r.First.Amounts.Zip(r.Second.Amounts)
            .Where((_, c) => t.First.Columns[c].SumOf.Count == 0).All(a => Math.Abs((a.First / (decimal)unit) - a.Second) < 1)));
        return near
            && tables[0].Totals.Take(years.Count).Select(t => (decimal)t).SequenceEqual(years)
            && tables[0].Rows.All(r => r.Amounts[^1] == r.Amounts.SkipLast(1).Sum())
            && years.Select((y, i) => tables[1].Rows.Where(r => r.Keys[0] == $"FY{source.FiscalYears[i]}").Sum(r => r.Amounts[^1]) == y).All(same => same)
            && years.Select((y, i) => tables[2].Rows.Where(r => r.Keys[0] == $"FY{source.FiscalYears[i]}").Sum(r => r.Amounts[1]) == y).All(same => same)
            && tables[2].Rows.All(r => r.Amounts[2] == r.Amounts[1] - r.Amounts[0]);
    });

    [Fact]
    public void Mean_OfAnyCube_KeepsTheYearsAndSplitsThemOverQuarters() => Check((source, _, _, unit) =>
    {
        // Means of three draws have thirds of a cent.
        var means = source.Costs.Cells.ToDictionary(c => c.Key, c => c.Value + ((c.Value % 3) / 3m));
        var mean = source.AtMean(means);
        var high = source.AtP80(means, source.FiscalYears.ToDictionary(y => y, y => source.Costs.Sum(k => k.FiscalYear == y) + unit));
        return source.FiscalYears.All(y =>
                mean.Costs.Sum(k => k.FiscalYear == y) == (long)Math.Round(means.Where(m => m.Key.FiscalYear == y).Sum(m => m.Value), MidpointRounding.AwayFromZero)
                && high.Costs.Sum(k => k.FiscalYear == y) == source.Costs.Sum(k => k.FiscalYear == y) + unit)
            && mean.Costs.Cells.All(c => Math.Abs(c.Value - means[c.Key]) < 1)
            && QuarterTable.Of(mean).Reconciliation.Ties
            && QuarterTable.Of(high).Reconciliation.Ties
            && CutTable.Of(high, BudgetLines.Of(high, Policy), Dimensions).Reconciliation.Ties;
    });

    [Fact]
    public void Raises_OfAnyScenario_AddUpToTheChange() => Prop.ForAll(RandomWorlds.WithRaises.ToArbitrary(), world =>
    {
        var input = TestWorld.Input(world.Roster);
        var table = RaiseTable.Of(BudgetSource.Of(PointEstimate.Run(world.Scenario, input), RaiseEffects.Of(world.Scenario, input)));
        var rounded = table.RoundedTo(100_000);
        return table.Reconciliation.Ties && rounded.Rows.All(r => r.Amounts[^1] == r.Amounts.SkipLast(1).Sum())
            && rounded.Rows.Zip(rounded.Rows.Skip(1)).All(r => r.First.Amounts[^1] == r.Second.Amounts[0]);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void BasicPay_PartTimeAndRenewable_IsOtherThanFullTimePermanent()
    {
        var source = Source(TestWorld.Person("P1"), TestWorld.Person("P2", hours: 40), TestWorld.Person("P3") with { Appointment = AppointmentType.Renewable });
        var table = CutTable.Of(source, BudgetLines.Of(source, Policy), [BudgetDimension.ObjectClass]);

        // One full-time salary is permanent; half of one and one more are not.
        Assert.Equal(["11.1", "11.3", "12.1"], table.Rows.Select(r => r.Keys[0]));
        Assert.Equal(table.Rows[0].Amounts[0] * 3 / 2, table.Rows[1].Amounts[0]);
    }

    [Fact]
    public void Fund_OfAnOrganisation_IsThatOfItsOwnRowFromItsYearOn()
    {
        var source = Source(TestWorld.Person("P1"), TestWorld.Person("P2") with { Organisation = "IOD" });
        var table = CutTable.Of(source, BudgetLines.Of(source, Policy), [BudgetDimension.Fund]);

        Assert.Equal(["A", "B", "C"], table.Rows.Select(r => r.Keys[0]));
        Assert.Equal((0L, 0L), (table.Rows[1].Amounts[1], table.Rows[2].Amounts[0]));
    }

    [Fact]
    public void ContinuingResolution_SecondYear_ProvidesTheYearBeforeByDays()
    {
        var table = QuarterTable.ContinuingResolution(Source(TestWorld.Person()));

        // Fiscal year 2028 has 366 days, of which 92, 183, 274 and 366 lie in its first quarters.
        Assert.Equal([92, 183, 274, 366], table.Rows.Select(r => (long)Math.Round(r.Amounts[1] * 366m / table.Rows[3].Amounts[1])));
        Assert.All(table.Rows, r => Assert.Equal(r.Amounts[2], r.Amounts[0] - r.Amounts[1]));
        Assert.True(table.Reconciliation.Ties);
    }

    [Fact]
    public void Staffing_OneFullTimePerson_IsOneFteAndCostsTheWholeRate()
    {
        var source = Source(TestWorld.Person());
        var row = StaffingTable.Of(source).Rows[0];

        Assert.Equal(1m, decimal.Round(row.Fte, 9));
        Assert.Equal(1m, row.People);
        Assert.Equal(source.Costs.Sum(k => k.FiscalYear == 2027), row.CentsPerFte);
        Assert.Equal((long)Math.Round(row.Cents / 2088m), row.CentsPerPaidHour);
        Assert.True(row.CentsPerHourWorked > row.CentsPerPaidHour);
    }

    [Fact]
    public void ObjectClassOf_NoRow_NamesTheComponent()
    {
        var error = Assert.Throws<InputException>(() => (Policy with { ObjectClasses = [] }).ObjectClassOf(Component.Training, Employment.Other, 2027));
        Assert.Contains("Professional development and training", error.Message, StringComparison.Ordinal);
    }

    private static void Check(Func<BudgetSource, IReadOnlyList<BudgetLine>, BudgetDimension[], long, bool> holds) => Prop.ForAll(
        RandomWorlds.All.ToArbitrary(),
        Cuts.ToArbitrary(),
        Gen.Elements(1L, 7, 100, 100_000, 100_000_000).ToArbitrary(),
        (world, by, unit) =>
        {
            var source = BudgetSource.Of(PointEstimate.Run(world.Scenario, TestWorld.Input(world.Roster)), []);
            return holds(source, BudgetLines.Of(source, Policy), by, unit);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static BudgetSource Source(params RosterPerson[] roster) => BudgetSource.Of(PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(roster)), []);

    private static ObjectClassRule Rule(Component component, Employment? employment, ObjectClass objectClass) => new(component, employment, 2021, objectClass, ParameterMark.Assumed, "test");

    private static FundRule Fund(string agency, string? organisation, int year, string code) => new(agency, organisation, year, new Fund(code, code), ParameterMark.Assumed, "test");
}
