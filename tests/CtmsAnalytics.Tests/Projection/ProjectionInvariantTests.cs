using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>What must hold in every projection, on random people and policies.</summary>
public sealed class ProjectionInvariantTests
{
    private static readonly Arbitrary<(RosterPerson[] Roster, Scenario Scenario)> Cases = RandomWorlds.All.ToArbitrary();

    [Fact]
    public void Costs_AnyCut_AddUpToTheTotal() => Check((_, result) =>
    {
        var costs = result.Costs;
        return costs.SumBy(k => k.FiscalYear).Values.Sum() == costs.Total
            && costs.SumBy(k => k.Component).Values.Sum() == costs.Total
            && costs.SumBy(k => (k.Agency, k.Organisation)).Values.Sum() == costs.Total
            && costs.SumBy(k => k.WorkLevel).Values.Sum() == costs.Total
            && costs.SumBy(k => k.Market).Values.Sum() == costs.Total;
    });

    [Fact]
    public void Quarters_EveryYearAndOrganisation_AddUpToTheCube() => Check((_, result) =>
        Sums(result.Quarters.Select(q => ((q.FiscalYear, q.Agency, q.Organisation, q.Component), q.Cents)))
            .SequenceEqual(Sums(result.Costs.Cells.Select(c => ((c.Key.FiscalYear, c.Key.Agency, c.Key.Organisation, c.Key.Component), c.Value))))
        && result.Quarters.All(q => q.Quarter is >= 1 and <= 4));

    [Fact]
    public void People_EveryYear_AreConserved() => Check((roster, result) =>
    {
        var start = result.Headcount.Where(f => f.FiscalYear == result.FiscalYears[0]).Sum(f => f.Start);
        for (var i = 1; i < result.FiscalYears.Count; i++)
        {
            var before = result.Headcount.Where(f => f.FiscalYear == result.FiscalYears[i - 1]).Sum(f => f.End);
            if (before != result.Headcount.Where(f => f.FiscalYear == result.FiscalYears[i]).Sum(f => f.Start)) return false;
        }

        return start == roster.Length && result.Headcount.All(f => f.End == f.Start + f.Hires - f.Separations && f.End >= 0);
    });

    [Fact]
    public void Salary_Anyone_StaysUnderTheStandardRange() => Check((roster, result) =>
    {
        const decimal Periods = 26.1m;
        var most = roster.Length * Periods * CtmsAnalytics.Salaries.HourlyRate.WorkPeriodPay(284_600, 80, 2087);
        return result.FiscalYears.All(y => result.Costs.Sum(k => k.FiscalYear == y && k.Component is Component.Salary or Component.RecognitionAdjustment or Component.Supplement) <= most);
    });

    [Fact]
    public void Compensation_CalendarYear_StaysUnderTheAggregateLimit() => Check((roster, result) =>
        result.Costs.Sum(k => k.Component is Component.RecognitionPayment or Component.SpecialWorkingConditions) <= roster.Length * 4L * 284_600_00);

    [Fact]
    public void Scenario_AgainstItself_DiffersByExactlyZero() => Prop.ForAll(Cases, c =>
    {
        var one = PointEstimate.Run(c.Scenario, TestWorld.Input(c.Roster));
        var two = PointEstimate.Run(c.Scenario, TestWorld.Input(c.Roster));
        return one.Costs.Cells.SequenceEqual(two.Costs.Cells) && one.Headcount.SequenceEqual(two.Headcount) && one.Rules.SequenceEqual(two.Rules);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Roster_InAnyOrder_GivesTheSameCents() => Prop.ForAll(Cases, c =>
    {
        var one = PointEstimate.Run(WithoutPools(c.Scenario), TestWorld.Input(c.Roster));
        var two = PointEstimate.Run(WithoutPools(c.Scenario), TestWorld.Input([.. c.Roster.Reverse()]));
        return one.Costs.Cells.SequenceEqual(two.Costs.Cells);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static IEnumerable<KeyValuePair<(int, string, string, Component), long>> Sums(IEnumerable<((int, string, string, Component) Key, long Cents)> amounts) =>
        amounts.GroupBy(a => a.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(a => a.Cents))).Where(g => g.Value != 0).OrderBy(g => g.Key);

    private static void Check(Func<RosterPerson[], ProjectionResult, bool> holds) =>
        Prop.ForAll(Cases, c => holds(c.Roster, PointEstimate.Run(c.Scenario, TestWorld.Input(c.Roster)))).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    /// <summary>Pools couple people through sums of floating numbers, whose order may matter in the last digit; everything else may not.</summary>
    private static Scenario WithoutPools(Scenario scenario) => scenario.With(p => p with { Recognition = p.Recognition with { AdjustmentPool = 10, PaymentPool = 10 } });
}
