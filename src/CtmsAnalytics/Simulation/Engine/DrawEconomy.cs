using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>What chance adds to the growth of rates and of the talent market in a draw.</summary>
internal static class DrawEconomy
{
    /// <summary>Deviations from the stated growth by calendar year since the start's, whose own is 0.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="luck">Seed and held sources.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="raise">Receives the deviation of the base pay raise, one for each calendar year.</param>
    /// <param name="market">Receives that of the market's growth.</param>
    public static void Deviations(Scenario scenario, Luck luck, uint draw, Span<double> raise, Span<double> market)
    {
        raise[0] = market[0] = 0;
        for (var y = 1; y < raise.Length; y++)
        {
            raise[y] = scenario.Economy.PayRaiseDeviation * Normal(LuckPurpose.PayRaise, y);
            market[y] = scenario.Economy.MarketGrowthDeviation * Normal(LuckPurpose.Market, y);
        }

        double Normal(LuckPurpose purpose, int year) => Deterministic.NormalQuantile(luck.Block(purpose, 0, 0, draw, year).Uniform0);
    }

    /// <summary>Factor on market targets that a year's deviation brings.</summary>
    public static double MarketFactor(EconomyPath economy, double deviation) => (1 + economy.MarketGrowth + deviation) / (1 + economy.MarketGrowth);

    /// <summary>The scenario as the scalar rules see it in a draw: its pay raises, and the structures' adjustments where they follow, with the draw's deviations.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="raise">Deviations of the base pay raise by calendar year since the start's.</param>
    /// <returns>The scenario of the draw.</returns>
    public static Scenario With(Scenario scenario, ReadOnlySpan<double> raise)
    {
        if (scenario.Economy.PayRaiseDeviation == 0) return scenario;
        var first = scenario.Horizon.Start.Year;
        var raises = Moved(scenario.Economy.PayRaise, first, raise);
        var drawn = scenario with { Economy = scenario.Economy with { PayRaise = raises } };
        if (!scenario.Economy.StructureFollowsPayRaise) return drawn;
        var moved = new Dictionary<SalaryStructure, SalaryStructure>(ReferenceEqualityComparer.Instance);
        foreach (var structure in scenario.Policies.SelectMany(p => p.Policy.AllStructures()))
            moved.TryAdd(structure, structure with { AnnualAdjustment = Moved(structure.AnnualAdjustment, first, raise) });
        return drawn with
        {
            Policies =
            [
                .. scenario.Policies.Select(p => p with
                {
                    Policy = p.Policy with
                    {
                        Structure = moved[p.Policy.Structure],
                        FurtherStructures = [.. p.Policy.FurtherStructures.Select(s => s with { Structure = moved[s.Structure] })],
                    },
                }),
            ],
        };
    }

    private static Dictionary<int, double> Moved(IReadOnlyDictionary<int, double> stated, int first, ReadOnlySpan<double> deviation)
    {
        var moved = new Dictionary<int, double>(stated);
        for (var y = 1; y < deviation.Length; y++) moved[first + y] = stated.GetValueOrDefault(first + y) + deviation[y];
        return moved;
    }
}
