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
        var years = scenario.Horizon.FiscalYears + 2;
        Span<double> raises = stackalloc double[years];
        Span<double> factors = stackalloc double[years];
        Draw(scenario, luck, draw, raises, factors);
        var (moves, market) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        for (var y = 1; y < years; y++)
        {
            moves[scenario.Horizon.Start.Year + y] = raises[y];
            market[scenario.Horizon.Start.Year + y] = factors[y];
        }

        return new DrawEconomy(scenario.Economy.PayRaiseDeviation == 0 ? scenario : WithRaises(scenario, moves), market);
    }

    /// <summary>Draws the moves of each calendar year since that of the horizon's start, whose own are none.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="luck">Seed and held sources.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="raises">Receives what each year adds to the base pay raise.</param>
    /// <param name="marketFactors">Receives the factor on market wages.</param>
    public static void Draw(Scenario scenario, Luck luck, uint draw, Span<double> raises, Span<double> marketFactors)
    {
        var economy = scenario.Economy;
        (raises[0], marketFactors[0]) = (0, 1);
        for (var y = 1; y < raises.Length; y++)
        {
            raises[y] = economy.PayRaiseDeviation == 0 ? 0 : economy.PayRaiseDeviation * Normal(LuckPurpose.PayRaise, y);
            var move = economy.MarketGrowthDeviation == 0 ? 0 : economy.MarketGrowthDeviation * Normal(LuckPurpose.Market, y);
            marketFactors[y] = move == 0 ? marketFactors[y - 1] : marketFactors[y - 1] * (Math.Max(0, 1 + economy.MarketGrowth + move) / (1 + economy.MarketGrowth));
        }

        double Normal(LuckPurpose purpose, int year) => Deterministic.NormalQuantile(luck.Block(purpose, 0, 0, draw, year).Uniform0);
    }

    /// <summary>A rate with the move of a draw: nothing falls below zero by it.</summary>
    public static double Moved(double rate, double move) => Math.Max(-1, rate + move);

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

    private static Dictionary<int, double> Moved(IReadOnlyDictionary<int, double> rates, Dictionary<int, double> moves)
    {
        var moved = new Dictionary<int, double>(rates);
        foreach (var (year, move) in moves) moved[year] = Moved(rates.GetValueOrDefault(year), move);
        return moved;
    }
}
