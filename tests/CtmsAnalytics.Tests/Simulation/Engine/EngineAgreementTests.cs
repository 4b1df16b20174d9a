using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Engine;
using CtmsAnalytics.Simulation.Replays;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Simulation.Engine;

/// <summary>The vectorised engine against the scalar rules, which follow everybody of an organisation in a draw period by period: every cent, every movement, every pool.</summary>
public sealed class EngineAgreementTests
{
    private static readonly int[] Draws = [0, 5, 8, 63];

    [Fact]
    public void Engine_AnyPeopleAndPolicy_AgreesWithTheScalarRulesToTheCent() =>
        Prop.ForAll(ChanceWorlds.Cases, world => Check(world.Roster, world.Scenario)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Engine_AllowanceThatAloneChangesWithTheYear_AgreesWithTheScalarRulesToTheCent()
    {
        var input = TestWorld.Input(TestWorld.Person() with { NonforeignArea = "Island" });
        var later = TestWorld.Figure("nonforeign_allowance:Island", 0.07) with { EffectiveYear = 2027 };
        Check(input with { Parameters = new ParameterSet([.. TestWorld.Figures, later]) }, TestWorld.Quiet);
    }

    private static void Check(RosterPerson[] roster, Scenario scenario) => Check(TestWorld.Input(roster), scenario);

    private static void Check(ProjectionInput input, Scenario scenario)
    {
        var simulator = new Simulator([scenario], input, Replays.Drawn.Options);
        var model = simulator.Model;
        var worker = new TileWorker(model);
        for (var o = 0; o < model.Names.Organisations.Count; o++)
        {
            var drawn = new DrawnTables(model.Scenarios[0]);
            drawn.Draw(model.Luck, 0, DrawTile.Lanes);
            var tile = new DrawTile();
            worker.Run(0, o, 0, DrawTile.Lanes, drawn, tile);
            foreach (var draw in Draws)
            {
                var (agency, organisation) = model.Names.Organisations[o];
                var replay = OrganisationReplay.Of(new ScenarioDraw([scenario], 0, input, Replays.Drawn.Options, (uint)draw), agency, organisation);
                Assert.Equal(
                    replay.Costs.GroupBy(c => new CostKey(c.FiscalYear, agency, organisation, c.WorkLevel, c.Market, c.Component)).Select(g => (g.Key, Cents: g.Sum(c => c.Cents))).Where(c => c.Cents != 0).OrderBy(c => c.Key.ToString(), StringComparer.Ordinal),
                    Cells(model, o, tile, draw).OrderBy(c => c.Key.ToString(), StringComparer.Ordinal));
                for (var year = 0; year < scenario.Horizon.FiscalYears; year++)
                {
                    var flow = replay.Flow[year];
                    Assert.Equal([flow.Start, flow.Hires, flow.Separations, flow.HourWeekdays], Enum.GetValues<FlowKind>().Select(k => (long)tile.Movement[(((year * DrawTile.Flows) + (int)k) * DrawTile.Lanes) + draw]));
                }

                foreach (var pool in replay.Pools) Assert.Equal((pool.Adjustments, pool.Payments), worker.Reviews.First(r => r.Date == pool.Date).Of(draw));
            }
        }
    }

    private static IEnumerable<(CostKey Key, long Cents)> Cells(EngineModel model, int o, DrawTile tile, int draw)
    {
        var layout = model.Layout.Organisations[o];
        var years = model.Layout.FiscalYears;
        for (var row = 0; row < tile.CostRows; row++)
        {
            var cents = (long)tile.Costs[(row * DrawTile.Lanes) + draw];
            if (cents == 0) continue;
            var (component, year, cell) = (row % DrawTile.Components, row / DrawTile.Components % years.Count, row / DrawTile.Components / years.Count);
            yield return (new CostKey(years[year], layout.Agency, layout.Organisation, layout.Cells[cell].WorkLevel, layout.Cells[cell].Market, (Component)component), cents);
        }
    }
}
