using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>
/// Where chance decides nothing, the histories of single people add up to the projection of all of them, to the cent, in every year and component: two engines on the
/// same rules, each the proof of the other.
/// </summary>
public sealed class PersonPathAgreementTests
{
    private static readonly PersonnelAction[] Called =
    [
        new SpecialWorkingConditionsAction(TestWorld.Start, "nights", 100, null),
        new SpecialWorkingConditionsAction(TestWorld.Start, "range", 100, null),
    ];

    [Fact]
    public void Histories_ChanceDecidesNothing_AddUpToTheProjection() =>
        Prop.ForAll(CertainWorlds.Cases, c => AddUp(c.Scenario, c.Roster)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>A payment that a simulation draws from a range is its middle in both.</summary>
    [Fact]
    public void Histories_PaymentsHaveRanges_AddUpToTheProjection() =>
        Prop.ForAll(CertainWorlds.Cases, c => AddUp(c.Scenario.With(Ranges), c.Roster)).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Totals_AnyYear_AddUpToTheTotal() => Prop.ForAll(CertainWorlds.Cases, c =>
    {
        var told = PersonPath.Explain(c.Scenario, TestWorld.Input(c.Roster), c.Roster[0].PersonId, 2027, YearBasis.Calendar, Called);
        return told.Totals.Sum(t => t.Cents) == told.Total
            && (told.Total > 0 ? !c.Roster[0].IsUncompensated : c.Roster[0].IsUncompensated || c.Roster[0].AppointmentMaximumHours is not null)
            && told.Lines.All(l => l.Paragraph.Length > 0 && l.How.Length > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static PayPolicy Ranges(PayPolicy policy) => policy with
    {
        Recognition = policy.Recognition with { PaymentPercentHighest = [0, 0.5, 0.5] },
        SpecialWorkingConditions = [.. policy.SpecialWorkingConditions.Select(p => p with { MinimumPercent = p.Percent / 3, MaximumPercent = 0.25 })],
    };

    private static void AddUp(Scenario scenario, RosterPerson[] roster)
    {
        var input = TestWorld.Input(roster);
        var projection = PointEstimate.Run(scenario, input);
        foreach (var year in projection.FiscalYears)
        {
            var histories = roster.Select(p => PersonPath.Explain(scenario, input, p.PersonId, year, YearBasis.Fiscal, Called)).ToList();
            foreach (var component in Enum.GetValues<Component>())
            {
                var told = histories.Sum(h => h.Lines.Where(l => l.Component == component).Sum(l => l.Cents));
                var booked = projection.Costs.Sum(k => k.FiscalYear == year && k.Component == component);
                Assert.True(told == booked, $"{component} of {year}: the histories say {told}, the projection {booked}. {string.Join("; ", histories.Select(h => h.Lines.Where(l => l.Component == component).Sum(l => l.Cents)))}");
            }
        }
    }
}
