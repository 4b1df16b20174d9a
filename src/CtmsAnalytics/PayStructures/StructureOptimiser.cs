using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.PayStructures;

/// <summary>
/// Finds the cheapest combination of structure, supplements and adjustment pool that meets goals. A separable approximation, calibrated by paired simulations of each level alone, leads an exact search over
/// the levels; neighbours of what it finds are simulated on draws of their own; the proposal, the frontier and every relaxation are then simulated beside the base on the draws that are reported.
/// </summary>
public static class StructureOptimiser
{
    internal const int DefaultSearchDraws = 64;
    private const int Rounds = 2;
    private const double Calibrated = 0.5;
    private const double Searched = 0.7;

    /// <summary>How the numbers are made, for the manifest.</summary>
    public const string Method =
        "Structure optimiser: dynamic programming over the levels on an approximation calibrated by simulating each level alone, neighbours compared by simulation, both on draws of their own; every cost shown is the simulation\u2019s, on draws that share their luck with the base.";

    /// <summary>Searches.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <param name="goals">The goals.</param>
    /// <param name="options">Draws, seed and threads of what is reported.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The proposal, described, beside the base.</returns>
    /// <exception cref="InputException">The goals contradict each other; the message says which and by how much.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static OptimisedStructure Run(StructureSituation situation, StructureGoals goals, CostingOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(goals);
        ArgumentNullException.ThrowIfNull(options);
        goals.Checked();
        var candidates = LevelCandidates.Of(situation, goals.Grid);
        GoalConflict.RequireEachLevel(situation, candidates, goals);
        var surrogate = StructureSurrogate.Build(situation, candidates, goals.Grid, options with { Draws = options.SearchDraws }, options.Draws, Part(progress, 0, Calibrated), cancellation);
        var solver = new StructureSolver(situation, candidates, surrogate, new SupplementSolver(situation));
        var path = solver.Path(goals, cancellation);
        var needed = solver.Needed(goals.ShareWithin);
        if (path[needed] is not { Short.Count: 0 } first) throw GoalConflict.Explain(situation, solver, goals, path, cancellation);
        List<SolvedProposal> found = [.. path.OfType<SolvedProposal>().Prepend(first).Concat(Unchanged(solver, candidates.Count, goals with { ShareWithin = 0 }, cancellation)).Where(s => s.Short.Count == 0).DistinctBy(s => s.Proposal.Key)];
        var (chosen, searched, saved) = Improve(situation, solver, first, [.. found.Where(s => s.Within >= needed)], goals, options, Part(progress, Calibrated, Searched), cancellation);

        List<SolvedProposal> frontier = [.. found.Prepend(chosen).DistinctBy(s => s.Proposal.Key)];
        var relaxed = Relaxation.All(goals, situation, solver.Needed(goals.ShareWithin), situation.Levels.Count)
            .Select(r => (r.Goal, r.To, Options: Easier(solver, r.Goals, first, chosen, cancellation))).ToList();
        List<SolvedProposal> all = [.. frontier.Concat(relaxed.SelectMany(r => r.Options)).DistinctBy(s => s.Proposal.Key)];
        var result = StructureCosting.Run(situation.Base, [.. all.Select(s => Scenario(situation, s.Proposal))], situation.Input, options, 0, Part(progress, Searched, 1), cancellation);
        int Place(SolvedProposal s) => 1 + all.FindIndex(a => a.Proposal.Key == s.Proposal.Key);
        var cost = StructureCosting.Of(result, Place(chosen), goals.BudgetCents);
        var points = frontier.Select(s => new FrontierStructure(s.Within, (double)s.Within / situation.Levels.Count, s.Proposal.Ranges, StructureCosting.Of(result, Place(s), goals.BudgetCents), s.ApproximateCents, s == chosen))
            .OrderBy(p => p.Cost.MeanCents).ThenByDescending(p => p.Within).ToList();
        points.RemoveAll(p => !p.IsChosen && points.Exists(o => o != p && o.Within >= p.Within && o.Cost.MeanCents <= p.Cost.MeanCents));
        if (goals.BudgetCents is { } budget && cost.MeanCents > budget) throw GoalConflict.OverBudget(situation, goals, cost, points);

        var relaxations = relaxed.ToDictionary(r => r.Goal, r => Best(result, r.To, Place(chosen), chosen, [.. r.Options.Select(o => (o, Place(o)))]));
        var description = StructureAlternatives.Describe(situation, chosen.Proposal, "Proposal", "Cheapest found that meets every goal", goals.Tolerance, cost) with { ApproximateCents = chosen.ApproximateCents };
        return new OptimisedStructure(
            chosen.Proposal,
            [StructureAlternatives.Base(situation, goals.Tolerance, result, goals.BudgetCents), description],
            new StructureOptimum(
                GoalCheck.Of(situation, goals, description, relaxations), points, candidates.Sum(c => c.Count), surrogate.Structures, searched, saved));
    }

    private static Scenarios.Scenario Scenario(StructureSituation situation, StructureProposal proposal) => proposal.Apply(situation, "candidate", "");

    /// <summary>Simulates neighbours, takes the improving steps of different levels together, and keeps the cheapest of all that was simulated.</summary>
    private static (SolvedProposal Chosen, int Searched, double Saved) Improve(
        StructureSituation situation, StructureSolver solver, SolvedProposal first, IReadOnlyList<SolvedProposal> others, StructureGoals goals, CostingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var known = new Dictionary<string, (SolvedProposal Solved, double Cents)>(StringComparer.Ordinal);
        var current = first;
        for (var round = 0; round < Rounds; round++)
        {
            List<SolvedProposal> fresh = [.. solver.Beside(current, goals, cancellation).Prepend(current).Concat(round == 0 ? others : []).Where(s => !known.ContainsKey(s.Proposal.Key)).DistinctBy(s => s.Proposal.Key)];
            if (fresh.Count == 0) break;
            var result = StructureCosting.Run(
                situation.Base, [.. fresh.Select(s => Scenario(situation, s.Proposal))], situation.Input, options with { Draws = options.SearchDraws }, options.Draws + options.SearchDraws,
                Part(progress, (double)round / Rounds, (round + 1.0) / Rounds), cancellation);
            for (var i = 0; i < fresh.Count; i++) known[fresh[i].Proposal.Key] = (fresh[i], result.Difference(i + 1, CostMargin.Total).Mean);
            var here = known[current.Proposal.Key].Cents;
            var choices = current.Choices.ToArray();
            foreach (var (solved, _) in fresh.Select(s => known[s.Proposal.Key]).Where(k => k.Cents < here && Differences(k.Solved, current) == 1).OrderBy(k => k.Cents).ThenBy(k => k.Solved.Proposal.Key, StringComparer.Ordinal))
            {
                var level = Enumerable.Range(0, choices.Length).First(i => solved.Choices[i] != current.Choices[i]);
                if (choices[level] != current.Choices[level]) continue;
                int[] together = [.. choices];
                together[level] = solved.Choices[level];
                if (solver.IsFeasible(together, goals)) choices = together;
            }

            if (choices.AsSpan().SequenceEqual(current.Choices.ToArray())) break;
            var next = solver.Of(choices, goals, cancellation);
            if (next.Short.Count > 0) break;
            current = next;
        }

        var best = known.Values.OrderBy(k => k.Cents).ThenBy(k => k.Solved.Proposal.Key, StringComparer.Ordinal).First();
        return (best.Solved, known.Count, known[first.Proposal.Key].Cents - best.Cents);
    }

    private static int Differences(SolvedProposal one, SolvedProposal other) => one.Choices.Zip(other.Choices, (a, b) => a != b).Count(d => d);

    /// <summary>The structure as it is, where it meets goals.</summary>
    private static IEnumerable<SolvedProposal> Unchanged(StructureSolver solver, int levels, StructureGoals goals, CancellationToken cancellation)
    {
        var choices = new int[levels];
        if (solver.IsFeasible(choices, goals)) yield return solver.Of(choices, goals, cancellation);
    }

    /// <summary>What easier goals lead to: solved anew, and with the steps that simulation found on the levels where both solutions agree.</summary>
    private static IReadOnlyList<SolvedProposal> Easier(StructureSolver solver, StructureGoals goals, SolvedProposal first, SolvedProposal chosen, CancellationToken cancellation)
    {
        var found = new List<SolvedProposal>();
        if (solver.Solve(goals, cancellation) is { Short.Count: 0 } solved)
        {
            found.Add(solved);
            int[] improved = [.. solved.Choices.Select((c, i) => c == first.Choices[i] ? chosen.Choices[i] : c)];
            if (solver.IsFeasible(improved, goals)) found.Add(solver.Of(improved, goals, cancellation));
        }

        if (solver.IsFeasible(chosen.Choices, goals)) found.Add(solver.Of(chosen.Choices, goals, cancellation));
        found.AddRange(Unchanged(solver, chosen.Choices.Count, goals, cancellation));
        return [.. found.Where(f => f.Short.Count == 0).DistinctBy(f => f.Proposal.Key)];
    }

    private static GoalRelaxation Best(SimulationResult result, double to, int from, SolvedProposal chosen, IReadOnlyList<(SolvedProposal Solved, int Place)> options)
    {
        var best = options.Select(o => (o.Solved, Saving: StructureCosting.Saving(result, from, o.Place))).OrderByDescending(o => o.Saving.Mean).FirstOrDefault();
        return best.Solved is null || best.Saving.Mean <= 0
            ? new GoalRelaxation(to, false, 0, null, null, 0)
            : new GoalRelaxation(to, true, best.Saving.Mean, best.Saving.Interval?.Lower, best.Saving.Interval?.Upper, chosen.ApproximateCents - best.Solved.ApproximateCents);
    }

    private static Share? Part(IProgress<double>? progress, double from, double to) => progress is null ? null : new Share(progress, from, to);

    private sealed class Share(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value * (to - from)));
    }
}

/// <summary>What the optimiser found.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Alternatives">The base and the proposal, described.</param>
/// <param name="Optimum">Goals, frontier and the search.</param>
public sealed record OptimisedStructure(StructureProposal Proposal, IReadOnlyList<StructureAlternative> Alternatives, StructureOptimum Optimum);
