namespace CtmsAnalytics.PayStructures;

/// <summary>Goals that are a step easier.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="To">Its easier figure.</param>
/// <param name="Goals">All goals with it.</param>
internal sealed record Relaxation(StructureGoal Goal, double To, StructureGoals Goals)
{
    /// <summary>One point of a fraction: the step in which tolerance, bounds and ratios are relaxed.</summary>
    private const double Point = 0.01;

    /// <summary>Each goal made a step easier, the others as they are: one level fewer, a point of a fraction, a step of the pool or the supplements.</summary>
    public static IEnumerable<Relaxation> All(StructureGoals goals, StructureSituation situation, int needed, int levels)
    {
        var all = Enum.GetValues<StructureGoal>().Select(goal => Step(goal, goals, situation, needed, levels, 1)).OfType<Relaxation>();
        return all;
    }

    /// <summary>A goal made some steps easier; null for one that cannot be.</summary>
    public static Relaxation? Step(StructureGoal goal, StructureGoals goals, StructureSituation situation, int needed, int levels, int steps)
    {
        double Less(double value, double step) => Math.Round(value - (steps * step), StructureGrid.Digits);
        double More(double value) => Math.Round(value + (steps * Point), StructureGrid.Digits);
        return goal switch
        {
            StructureGoal.ShareWithin when needed >= steps => Of((double)(needed - steps) / levels, v => goals with { ShareWithin = v }),
            StructureGoal.Tolerance when More(goals.Tolerance) < 1 => Of(More(goals.Tolerance), v => goals with { Tolerance = v }),
            StructureGoal.NotLowered when !goals.MayLower && steps == 1 => Of(1, _ => goals with { MayLower = true }),
            StructureGoal.ProgressionMinimum when levels > 1 && Less(goals.ProgressionMinimum, Point) > -1 => Of(Less(goals.ProgressionMinimum, Point), v => goals with { ProgressionMinimum = v }),
            StructureGoal.ProgressionMaximum when levels > 1 => Of(More(goals.ProgressionMaximum), v => goals with { ProgressionMaximum = v }),
            StructureGoal.CompaRatioMinimum when Less(goals.CompaRatioMinimum, Point) > 0 => Of(Less(goals.CompaRatioMinimum, Point), v => goals with { CompaRatioMinimum = v }),
            StructureGoal.CompaRatioMaximum => Of(More(goals.CompaRatioMaximum), v => goals with { CompaRatioMaximum = v }),
            StructureGoal.MarketRatio when goals.MarketRatio is { } ratio && Less(ratio, Point) > 0 => Of(Less(ratio, Point), v => goals with { MarketRatio = v }),
            StructureGoal.PoolFloor when Less(Pool(goals, situation), goals.Grid.PoolStep) >= 0 => Of(Less(Pool(goals, situation), goals.Grid.PoolStep), v => goals with { PoolFloor = v }),
            StructureGoal.SupplementFloor when goals is { MarketRatio: not null, SupplementFloor: > 0 } => Of(Math.Max(0, Less(goals.SupplementFloor.Value, goals.Grid.SupplementStep)), v => goals with { SupplementFloor = v }),
            _ => null,
        };

        Relaxation Of(double to, Func<double, StructureGoals> with) => new(goal, to, with(to));
    }

    private static double Pool(StructureGoals goals, StructureSituation situation) => goals.PoolFloor ?? situation.Policy.Recognition.AdjustmentPool;
}
