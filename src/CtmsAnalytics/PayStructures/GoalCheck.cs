namespace CtmsAnalytics.PayStructures;

/// <summary>Checks a finished proposal against its goals, on its whole dollars and its simulated cost.</summary>
internal static class GoalCheck
{
    public static IReadOnlyList<GoalResult> Of(StructureSituation situation, StructureGoals goals, StructureAlternative proposal, IReadOnlyDictionary<StructureGoal, GoalRelaxation> relaxations)
    {
        var levels = proposal.Levels;
        double[] ratios = [.. levels.Select(l => l.Position.CompaRatio).OfType<double>()];
        double[] progressions = [.. levels.Select(l => l.Progression).OfType<double>()];
        double[] markets = [.. proposal.Supplements.Select(s => s.RatioAfter).OfType<double>()];
        var results = new List<GoalResult>();
        void Add(StructureGoal goal, double asked, double? reached, bool isMet) => results.Add(new GoalResult(goal, asked, reached, isMet, relaxations.GetValueOrDefault(goal)));
        void AtLeast(StructureGoal goal, double asked, double? reached) => Add(goal, asked, reached, reached is not { } value || value >= asked - StructureGrid.Rest);
        void AtMost(StructureGoal goal, double asked, double? reached) => Add(goal, asked, reached, reached is not { } value || value <= asked + StructureGrid.Rest);

        var share = (double)proposal.Within / levels.Count;
        AtLeast(StructureGoal.ShareWithin, goals.ShareWithin, share);
        Add(StructureGoal.Tolerance, goals.Tolerance, levels.Select(l => Math.Abs(l.Position.MarketRatio - 1)).Where(d => d <= goals.Tolerance + StructureGrid.Rest).Select(d => (double?)d).Max(), share >= goals.ShareWithin - StructureGrid.Rest);
        var below = levels.Sum(l => l.Position.BelowMinimum);
        Add(StructureGoal.NobodyBelow, 0, below, below == 0);
        if (!goals.MayLower)
        {
            var lowest = levels.Zip(situation.Levels, (l, s) => Math.Min(l.Midpoint / s.Subrange.Midpoint, (double)l.Minimum / s.Subrange.Minimum) - 1).Min();
            Add(StructureGoal.NotLowered, 0, lowest, lowest >= 0);
        }

        if (progressions.Length > 0)
        {
            AtLeast(StructureGoal.ProgressionMinimum, goals.ProgressionMinimum, progressions.Min());
            AtMost(StructureGoal.ProgressionMaximum, goals.ProgressionMaximum, progressions.Max());
        }

        AtLeast(StructureGoal.CompaRatioMinimum, goals.CompaRatioMinimum, ratios.Length == 0 ? null : ratios.Min());
        AtMost(StructureGoal.CompaRatioMaximum, goals.CompaRatioMaximum, ratios.Length == 0 ? null : ratios.Max());
        if (goals.MarketRatio is { } ratio)
        {
            AtLeast(StructureGoal.MarketRatio, ratio, markets.Length == 0 ? null : markets.Min());
            if (goals.SupplementFloor is { } floor) AtLeast(StructureGoal.SupplementFloor, floor, proposal.Supplements.Where(s => s.People > 0).Select(s => (double?)s.After).Min());
        }

        AtLeast(StructureGoal.PoolFloor, goals.PoolFloor ?? situation.Policy.Recognition.AdjustmentPool, proposal.AdjustmentPool);
        if (goals.BudgetCents is { } budget) AtMost(StructureGoal.Budget, budget, proposal.Cost.MeanCents);
        return results;
    }
}
