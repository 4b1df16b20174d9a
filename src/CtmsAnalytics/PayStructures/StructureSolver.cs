namespace CtmsAnalytics.PayStructures;

/// <summary>Finds the cheapest proposal that meets goals by the optimiser's own approximation: exactly over the levels, then the smallest supplements and the least pool.</summary>
internal sealed class StructureSolver(StructureSituation situation, IReadOnlyList<IReadOnlyList<LevelCandidate>> candidates, StructureSurrogate surrogate, SupplementSolver supplements)
{
    /// <summary>Candidates of each level that goals leave, by index into all of them.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Left(StructureGoals goals) =>
        [.. candidates.Select(level => (IReadOnlyList<int>)[.. Enumerable.Range(0, level.Count).Where(c => Meets(level[c], level[0], goals))])];

    /// <summary>The cheapest proposal for each number of competitive levels.</summary>
    /// <param name="goals">The goals; the share of competitive levels is not looked at.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>By the least number of levels that count, 0 to all; null where goals contradict each other.</returns>
    public IReadOnlyList<SolvedProposal?> Path(StructureGoals goals, CancellationToken cancellation) =>
        [.. Choices(goals).Select(c => c is null ? null : Of(c, goals, cancellation))];

    /// <summary>The cheapest proposal that meets goals.</summary>
    /// <returns>The proposal; null where goals contradict each other. Markets that fall short are in it.</returns>
    public SolvedProposal? Solve(StructureGoals goals, CancellationToken cancellation) => Choices(goals)[Needed(goals.ShareWithin)] is { } choices ? Of(choices, goals, cancellation) : null;

    /// <summary>Whether the goals, the budget aside, can be met together.</summary>
    public bool CanMeet(StructureGoals goals) =>
        Choices(goals)[Needed(goals.ShareWithin)] is { } choices && supplements.Solve([.. choices.Select((c, i) => candidates[i][c].Range)], goals).Short.Count == 0;

    /// <summary>The most levels that can count together with the other goals; null where these contradict each other.</summary>
    public int? MostWithin(StructureGoals goals)
    {
        var choices = Choices(goals);
        return Enumerable.Range(0, choices.Length).Where(k => choices[k] is not null).Select(k => (int?)k).Max();
    }

    private IReadOnlyList<int>?[] Choices(StructureGoals goals)
    {
        var left = Left(goals);
        if (left.Any(l => l.Count == 0)) return new IReadOnlyList<int>?[candidates.Count + 1];
        var choices = left.Select((l, i) => (IReadOnlyList<PathChoice>)[.. l.Select(c => new PathChoice(surrogate.Of(i, candidates[i][c]), candidates[i][c].Position.IsWithin(goals.Tolerance)))]).ToList();
        var solutions = LevelPath.Solve(choices, (level, below, here) => Ascends(candidates[level - 1][left[level - 1][below]].Range, candidates[level][left[level][here]].Range, goals));
        return [.. solutions.Select(s => s is null ? null : (IReadOnlyList<int>)[.. s.Choices.Select((c, i) => left[i][c])])];
    }

    /// <summary>Proposals one step beside another that meet the goals as well: one level's midpoint a step lower or higher, or its next narrower or wider spread.</summary>
    public IReadOnlyList<SolvedProposal> Beside(SolvedProposal solved, StructureGoals goals, CancellationToken cancellation)
    {
        var left = Left(goals);
        var found = new List<SolvedProposal>();
        for (var level = 0; level < candidates.Count; level++)
        {
            var here = candidates[level][solved.Choices[level]];
            foreach (var other in left[level].Where(c => IsBeside(candidates[level], here, candidates[level][c])))
            {
                int[] choices = [.. solved.Choices.Select((c, i) => i == level ? other : c)];
                if (!IsFeasible(choices, goals)) continue;
                var proposal = Of(choices, goals, cancellation);
                if (proposal.Short.Count == 0) found.Add(proposal);
            }
        }

        return found;
    }

    /// <summary>Number of levels that must count for a share.</summary>
    public int Needed(double share) => (int)Math.Ceiling((share * candidates.Count) - StructureGrid.Rest);

    /// <summary>Whether choices meet the goals that are about the structure.</summary>
    public bool IsFeasible(IReadOnlyList<int> choices, StructureGoals goals)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            if (!Meets(candidates[i][choices[i]], candidates[i][0], goals)) return false;
            if (i > 0 && !Ascends(candidates[i - 1][choices[i - 1]].Range, candidates[i][choices[i]].Range, goals)) return false;
        }

        return choices.Where((c, i) => candidates[i][c].Position.IsWithin(goals.Tolerance)).Count() >= Needed(goals.ShareWithin);
    }

    /// <summary>The proposal of choices.</summary>
    public SolvedProposal Of(IReadOnlyList<int> choices, StructureGoals goals, CancellationToken cancellation) =>
        Proposal(choices, choices.Select((c, i) => surrogate.Of(i, candidates[i][c])).Sum(), goals, cancellation);

    private SolvedProposal Proposal(IReadOnlyList<int> choices, long structureCents, StructureGoals goals, CancellationToken cancellation)
    {
        List<ProposedRange> ranges = [.. choices.Select((c, i) => candidates[i][c].Range)];
        var (solved, missing) = supplements.Solve(ranges, goals);
        var proposal = new StructureProposal(ranges, solved, goals.PoolFloor ?? situation.Policy.Recognition.AdjustmentPool);
        return new SolvedProposal(proposal, choices, structureCents + surrogate.OfOther(proposal, cancellation), choices.Where((c, i) => candidates[i][c].Position.IsWithin(goals.Tolerance)).Count(), missing);
    }

    private static bool Meets(LevelCandidate candidate, LevelCandidate own, StructureGoals goals) =>
        candidate.Position.BelowMinimum == 0
        && (goals.MayLower || candidate.Keeps(own))
        && (candidate.Position.CompaRatio is not { } ratio || (ratio >= goals.CompaRatioMinimum - StructureGrid.Rest && ratio <= goals.CompaRatioMaximum + StructureGrid.Rest));

    private static bool Ascends(ProposedRange below, ProposedRange here, StructureGoals goals)
    {
        var growth = (here.Midpoint / below.Midpoint) - 1;
        return growth >= goals.ProgressionMinimum - StructureGrid.Rest && growth <= goals.ProgressionMaximum + StructureGrid.Rest
            && here.Midpoint > below.Midpoint && here.Minimum >= below.Minimum && here.Maximum >= below.Maximum;
    }

    private static bool IsBeside(IReadOnlyList<LevelCandidate> level, LevelCandidate here, LevelCandidate other)
    {
        if (ReferenceEquals(here, other)) return false;
        if (other.IsBase || here.IsBase) return Math.Abs(other.Design - here.Design) <= Step(level) && Spreads(level, here, other) <= 1;
        return (other.Spread == here.Spread && Math.Abs(other.Design - here.Design) <= Step(level)) || (other.Design == here.Design && Spreads(level, here, other) == 1);
    }

    private static double Step(IReadOnlyList<LevelCandidate> level) => level.Skip(1).Select(c => c.Design).Distinct().Order().ToList() is [var first, var second, ..] ? second - first : 0;

    private static int Spreads(IReadOnlyList<LevelCandidate> level, LevelCandidate here, LevelCandidate other)
    {
        List<double> spreads = [.. level.Select(c => c.Spread).Distinct().Order()];
        return Math.Abs(spreads.IndexOf(here.Spread) - spreads.IndexOf(other.Spread));
    }
}

/// <summary>A proposal with what the optimiser thinks of it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Choices">Index of the candidate of each level.</param>
/// <param name="ApproximateCents">What it costs more than the base by the optimiser's approximation, cents.</param>
/// <param name="Within">Number of levels whose midpoint lies within the tolerance.</param>
/// <param name="Short">Markets that cannot reach the market ratio.</param>
internal sealed record SolvedProposal(StructureProposal Proposal, IReadOnlyList<int> Choices, long ApproximateCents, int Within, IReadOnlyList<ShortMarket> Short);
