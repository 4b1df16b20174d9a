using CtmsAnalytics.Budget;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>A figure holds from its own year on: a row of a later year changes nothing before it, in the projection and in one person's history alike.</summary>
public sealed class ParametersByYearTests
{
    [Fact]
    public void MedicareRate_DoubledIn2028_IsPaidFromThePeriodsThatBeginIn2028()
    {
        var input = TestWorld.Input(TestWorld.Person());
        var changed = input with { Parameters = new ParameterSet(input.Parameters.All.Append(TestWorld.Figure("medicare_rate", 0.029) with { EffectiveYear = 2028 })) };

        Assert.Equal(Tax(input, 2027), Tax(changed, 2027));

        // 3,412.80 a work period: 1.45 % are 49.49, 2.9 % are 98.97. Nineteen work periods of FY2028 begin in 2028.
        Assert.Equal(Tax(input, 2028) + (19 * (98_97 - 49_49)), Tax(changed, 2028));
        foreach (var year in new[] { 2027, 2028 })
        {
            var told = PersonPath.Explain(TestWorld.Quiet, changed, "P1", year, YearBasis.Fiscal, []);
            Assert.Equal(Tax(changed, year), told.Lines.Where(l => l.Component == Component.SocialSecurityMedicare).Sum(l => l.Cents));
        }
    }

    private static long Tax(ProjectionInput input, int year) =>
        PointEstimate.Run(TestWorld.Quiet, input).Costs.Sum(k => k.FiscalYear == year && k.Component == Component.SocialSecurityMedicare);
}
