using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Projection;

public sealed class RaiseEffectsTests
{
    private static readonly PayCalendar Calendar = new(new ParameterReader(new ParameterSet(TestWorld.Figures), TestWorld.Quiet.Economy));

    [Fact]
    public void JanuaryRaise_PersonAtTheMinimum_CostsAPartOfTheFirstYearAndAllOfTheNext()
    {
        var scenario = TestWorld.Quiet.With(p => p with { Structure = p.Structure with { AnnualAdjustment = new Dictionary<int, double> { [2027] = 0.02 } } });
        var effects = RaiseEffects.Of(scenario, TestWorld.Input(TestWorld.Person(salary: 60_000)));

        // 60,000 a year are 28.75 an hour and 61,200 are 29.32: 45.60 more a work period, of which each weekday is a tenth. The first period of January 2027 begins on the 10th.
        var salary = effects.Where(e => e.Component == Component.Salary).ToList();
        Assert.All(salary, e => Assert.Equal((RaiseKind.January, 2027, "CISA", "CSD"), (e.Kind, e.RaiseYear, e.Agency, e.Organisation)));
        Assert.Equal([(2027, 4_560L * Weekdays(new DateOnly(2027, 1, 10), new DateOnly(2027, 9, 30)) / 10), (2028, 4_560L * Weekdays(new DateOnly(2027, 10, 1), new DateOnly(2028, 9, 30)) / 10)],
            salary.Select(e => (e.FiscalYear, e.Cents)));
    }

    [Fact]
    public void Review_GivesTheAdjustmentsOfTheYear_ApartFromTheJanuaryRaise()
    {
        var scenario = TestWorld.Quiet.With(p => p with { Recognition = p.Recognition with { Guideline = [[0, 0, 0], [0.03, 0.03, 0.03], [0.03, 0.03, 0.03]], AdjustmentPool = 0.1 } });
        var input = TestWorld.Input(TestWorld.Person());
        var effects = RaiseEffects.Of(scenario, input);

        Assert.All(effects, e => Assert.Equal(RaiseKind.Review, e.Kind));
        var booked = PointEstimate.Run(scenario, input).Costs.Sum(k => k.FiscalYear == 2027 && k.Component == Component.RecognitionAdjustment);
        Assert.True(booked > 0);
        Assert.Equal(booked, effects.Where(e => e.FiscalYear == 2027 && e.Component == Component.RecognitionAdjustment).Sum(e => e.Cents));
    }

    [Fact]
    public void Raises_OfTheFirstTwoYears_AddUpToWhatTheyCostTogether() => Prop.ForAll(RandomWorlds.WithRaises.ToArbitrary(), world =>
    {
        var input = TestWorld.Input(world.Roster);
        var effects = RaiseEffects.Of(world.Scenario, input);
        var with = PointEstimate.Run(world.Scenario, input).Costs;
        var without = PointEstimate.Run(WithoutRaises(world.Scenario), input).Costs;
        return new[] { 2027, 2028 }.All(year => effects.Where(e => e.FiscalYear == year).Sum(e => e.Cents) == with.Sum(k => k.FiscalYear == year) - without.Sum(k => k.FiscalYear == year));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Stage_OfAYear_HasTheScenariosOwnCostsOfThatYear() => Prop.ForAll(RandomWorlds.WithRaises.ToArbitrary(), world =>
    {
        var input = TestWorld.Input(world.Roster);
        var whole = PointEstimate.Run(world.Scenario, input).Costs.Cells;
        return new[] { 2027, 2028, 2029 }.All(year =>
        {
            var stage = RaiseEffects.Until(world.Scenario, new RaiseEffects.Stage(year, RaiseKind.Review), Calendar, 2029);
            return PointEstimate.Run(stage, input).Costs.Cells.Where(c => c.Key.FiscalYear <= year).SequenceEqual(whole.Where(c => c.Key.FiscalYear <= year));
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static Scenario WithoutRaises(Scenario scenario) => scenario.With(p => p with
    {
        Structure = p.Structure with { AnnualAdjustment = new Dictionary<int, double>() },
        Recognition = p.Recognition with { Guideline = [[0, 0, 0], [0, 0, 0], [0, 0, 0]] },
    }) with
    { Economy = scenario.Economy with { PayRaise = new Dictionary<int, double>() } };

    private static int Weekdays(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
