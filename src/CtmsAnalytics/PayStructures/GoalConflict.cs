using System.Globalization;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.PayStructures;

/// <summary>Says which goals contradict each other and by how much.</summary>
internal static class GoalConflict
{
    private const int MostSteps = 64;
    private const double Percent = 100;

    /// <summary>Checks what can be said of a level alone, before anything is projected.</summary>
    /// <exception cref="InputException">A level has no range that meets the goals about its people.</exception>
    public static void RequireEachLevel(StructureSituation situation, IReadOnlyList<IReadOnlyList<LevelCandidate>> candidates, StructureGoals goals)
    {
        var problems = new List<string>();
        for (var i = 0; i < candidates.Count; i++)
        {
            var (code, level) = (situation.Levels[i].Subrange.WorkLevel, candidates[i]);
            var sound = level.Where(c => c.Position.BelowMinimum == 0).ToList();
            if (sound.Count == 0)
            {
                problems.Add(Text($"{code}: {level.Min(c => c.Position.BelowMinimum)} of its people stay below every minimum that is searched. A raised minimum moves people from the old one (158.621(c)); these are below it already, the lowest paid {situation.Levels[i].Salaries.Min()} against {situation.Levels[i].Subrange.Minimum}. Raise them first, or search wider."));
                continue;
            }

            var allowed = sound.Where(c => goals.MayLower || c.Keeps(level[0])).ToList();
            if (allowed.Count == 0)
            {
                problems.Add(Text($"{code}: every range that leaves nobody below its minimum has a lower minimum or midpoint than the base. Let them fall (--may-lower)."));
                continue;
            }

            var ratios = allowed.Select(c => c.Position.CompaRatio).OfType<double>().ToList();
            if (ratios.Count == 0 || ratios.Exists(r => r >= goals.CompaRatioMinimum - StructureGrid.Rest && r <= goals.CompaRatioMaximum + StructureGrid.Rest)) continue;
            problems.Add(Text($"{code}: its people's mean compa-ratio is {ratios.Min():0.000} to {ratios.Max():0.000} under the ranges that {(goals.MayLower ? "are searched" : "keep the base's minimum and midpoint or raise them")}, outside the band of {goals.CompaRatioMinimum:0.###} to {goals.CompaRatioMaximum:0.###} by {Math.Max(goals.CompaRatioMinimum - ratios.Max(), ratios.Min() - goals.CompaRatioMaximum):0.000}."));
        }

        if (problems.Count > 0) throw new InputException("The goals cannot be met; nothing was written.\n" + string.Join('\n', problems));
    }

    /// <summary>What each goal would have to give for the others to hold.</summary>
    public static InputException Explain(StructureSituation situation, StructureSolver solver, StructureGoals goals, IReadOnlyList<SolvedProposal?> path, CancellationToken cancellation)
    {
        var levels = situation.Levels.Count;
        var needed = solver.Needed(goals.ShareWithin);
        var lines = new List<string> { "The goals contradict each other; nothing was written." };
        if (path[needed] is { Short: { Count: > 0 } missing })
        {
            lines.AddRange(missing.Select(m => Text($"{m.Name} reaches a market ratio of {m.Ratio:0.000} with a supplement of {m.Supplement * Percent:0.##} %, {goals.MarketRatio - m.Ratio:0.000} short of {goals.MarketRatio:0.###}; the ceilings of salaries (158.611(d), 158.613) and of the search stop it there.")));
        }
        else if (solver.MostWithin(goals) is { } most)
        {
            lines.Add(Text($"With the other goals at most {most} of {levels} levels can be within {goals.Tolerance * Percent:0.##} % of the market target, and {needed} are asked for: {needed - most} too many."));
        }

        var ways = new List<string>();
        foreach (var goal in Enum.GetValues<StructureGoal>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (LeastStep(goal, goals, situation, solver, needed) is { } relaxation) ways.Add(Words(relaxation, goals, levels));
        }

        lines.AddRange(ways.Select(w => "Any one of these would do: " + w).Take(1));
        lines.AddRange(ways.Skip(1).Select(w => "  or " + w));
        if (ways.Count == 0) lines.Add("No single goal, made easier alone, is enough: relax two of them, for example the share of levels and the progression.");
        return new InputException(string.Join('\n', lines));
    }

    /// <summary>The cheapest proposal costs more than the budget.</summary>
    public static InputException OverBudget(StructureSituation situation, StructureGoals goals, SimulatedCost cost, IReadOnlyList<FrontierStructure> frontier)
    {
        var budget = goals.BudgetCents!.Value;
        var within = frontier.Where(p => p.Cost.MeanCents <= budget).MaxBy(p => p.Within);
        var levels = situation.Levels.Count;
        var cheaper = within is { } point
            ? Text($"The budget buys {point.Within} of {levels} levels within the tolerance, for {Dollars(point.Cost.MeanCents)}.")
            : Text($"The base itself costs {Dollars(cost.MeanCents - cost.DifferenceCents)}; with these goals nothing that was found fits the budget.");
        return new InputException(
            Text($"The goals and the budget contradict each other; nothing was written.\nThe cheapest proposal found that meets the other goals costs {Dollars(cost.MeanCents)} by the simulation, {Dollars(cost.MeanCents - budget)} more than the budget of {Dollars(budget)}.\n{cheaper}"));
    }

    private static Relaxation? LeastStep(StructureGoal goal, StructureGoals goals, StructureSituation situation, StructureSolver solver, int needed)
    {
        Relaxation? At(int steps) => Relaxation.Step(goal, goals, situation, needed, situation.Levels.Count, steps);
        var (bad, good) = (0, 1);
        while (At(good) is { } tried && !solver.CanMeet(tried.Goals))
        {
            bad = good;
            good *= 2;
            if (good > MostSteps) return null;
        }

        if (At(good) is null)
        {
            // The last steps that the goal has may still do.
            while (good > bad + 1 && At(good) is null) good--;
            if (At(good) is not { } last || !solver.CanMeet(last.Goals)) return null;
        }

        while (good - bad > 1)
        {
            var middle = (good + bad) / 2;
            if (At(middle) is { } tried && solver.CanMeet(tried.Goals)) good = middle;
            else bad = middle;
        }

        return At(good);
    }

    private static string Words(Relaxation to, StructureGoals goals, int levels) => to.Goal switch
    {
        StructureGoal.ShareWithin => Text($"{to.To * levels:0} of {levels} levels within the tolerance (--share {to.To:0.####})."),
        StructureGoal.Tolerance => Text($"a tolerance of {to.To * Percent:0.##} % instead of {goals.Tolerance * Percent:0.##} % (--tolerance {to.To:0.####})."),
        StructureGoal.NotLowered => "minimums and midpoints that may fall below the base's (--may-lower).",
        StructureGoal.ProgressionMinimum => Text($"a midpoint progression from {to.To * Percent:0.##} % on instead of {goals.ProgressionMinimum * Percent:0.##} %."),
        StructureGoal.ProgressionMaximum => Text($"a midpoint progression up to {to.To * Percent:0.##} % instead of {goals.ProgressionMaximum * Percent:0.##} %."),
        StructureGoal.CompaRatioMinimum => Text($"a mean compa-ratio from {to.To:0.###} on instead of {goals.CompaRatioMinimum:0.###}."),
        StructureGoal.CompaRatioMaximum => Text($"a mean compa-ratio up to {to.To:0.###} instead of {goals.CompaRatioMaximum:0.###}."),
        StructureGoal.MarketRatio => Text($"a market ratio of {to.To:0.###} instead of {goals.MarketRatio:0.###} (--market-ratio {to.To:0.###})."),
        StructureGoal.SupplementFloor => Text($"supplements from {to.To * Percent:0.##} % on."),
        _ => Text($"an adjustment pool from {to.To * Percent:0.##} % on."),
    };

    private static string Dollars(double cents) => Text($"${cents / Percent:#,##0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
