using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation;

/// <summary>The economy of one draw: a scenario whose raises are those of the draw, and how far the talent market has moved away from its stated growth.</summary>
/// <param name="Scenario">The scenario with the raises of the draw; the very object where nothing of it is random.</param>
/// <param name="MarketFactors">Factor on market wages by calendar year; a year that is not named has none.</param>
/// <remarks>Chance begins in the calendar year after that of the horizon's start: what is paid at the start is known.</remarks>
internal sealed record DrawEconomy(Scenario Scenario, IReadOnlyDictionary<int, double> MarketFactors)
{
    /// <summary>The economy of a draw.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="luck">Seed and held sources.</param>
    /// <param name="draw">The draw.</param>
    public static DrawEconomy Of(Scenario scenario, Luck luck, uint draw)
    {
        var economy = scenario.Economy;
        var years = Enumerable.Range(scenario.Horizon.Start.Year + 1, scenario.Horizon.FiscalYears + 1).ToList();
        Dictionary<int, double> Moves(double deviation, LuckPurpose purpose) => deviation == 0
            ? []
            : years.ToDictionary(y => y, y => deviation * Deterministic.NormalQuantile(luck.Block(purpose, 0, 0, draw, y - scenario.Horizon.Start.Year).Uniform0));

        var raises = Moves(economy.PayRaiseDeviation, LuckPurpose.PayRaise);
        var market = new Dictionary<int, double>();
        var factor = 1.0;
        foreach (var (year, move) in Moves(economy.MarketGrowthDeviation, LuckPurpose.Market).OrderBy(m => m.Key))
            market[year] = factor *= Math.Max(0, 1 + economy.MarketGrowth + move) / (1 + economy.MarketGrowth);
        return new DrawEconomy(raises.Count == 0 ? scenario : WithRaises(scenario, raises), market);
    }

    /// <summary>Factor on market wages in a calendar year.</summary>
    public double MarketFactor(int year) => MarketFactors.GetValueOrDefault(year, 1);

    private static Scenario WithRaises(Scenario scenario, Dictionary<int, double> moves)
    {
        var economy = scenario.Economy with { PayRaise = Moved(scenario.Economy.PayRaise, moves) };
        if (!economy.StructureFollowsPayRaise) return scenario with { Economy = economy };
        SalaryStructure Follow(SalaryStructure structure) => structure with { AnnualAdjustment = Moved(structure.AnnualAdjustment, moves) };
        return scenario with
        {
            Economy = economy,
            Policies =
            [
                .. scenario.Policies.Select(p => p with
                {
                    Policy = p.Policy with
                    {
                        Structure = Follow(p.Policy.Structure),
                        FurtherStructures = [.. p.Policy.FurtherStructures.Select(f => f with { Structure = Follow(f.Structure) })],
                    },
                }),
            ],
        };
    }

    /// <summary>Rates by year, moved; nothing falls below zero by it.</summary>
    private static Dictionary<int, double> Moved(IReadOnlyDictionary<int, double> rates, Dictionary<int, double> moves)
    {
        var moved = new Dictionary<int, double>(rates);
        foreach (var (year, move) in moves) moved[year] = Math.Max(-1, rates.GetValueOrDefault(year) + move);
        return moved;
    }
}
