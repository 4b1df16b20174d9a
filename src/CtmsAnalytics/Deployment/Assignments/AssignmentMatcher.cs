namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>Matches people with assignments: as many as can be staffed, and of those the best by the sum of scores (158.703(b)). Each person gets one assignment at most (158.703(d)(2)).</summary>
public static class AssignmentMatcher
{
    /// <summary>Matches people with assignments.</summary>
    /// <param name="assignments">The open assignments, each once.</param>
    /// <param name="people">The people, each once.</param>
    /// <param name="policy">Weights and limits.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The matches in the order of the assignments, with an account of each, and who and what is left over.</returns>
    /// <exception cref="ArgumentException">An assignment or a person stands twice.</exception>
    public static AssignmentMatching Match(IReadOnlyList<Assignment> assignments, IReadOnlyList<AssignmentCandidate> people, MatchPolicy policy, CancellationToken cancellation = default)
    {
        var costs = Costs(assignments, people, policy, cancellation);
        var solution = LinearAssignment.Solve(costs, assignments.Count, people.Count, cancellation);
        return new AssignmentMatching(assignments, people, policy, costs, solution);
    }

    /// <summary>The costs that the matching minimises: points short of the most that any pair could have, or that the pair is not allowed (158.703).</summary>
    /// <param name="assignments">The assignments.</param>
    /// <param name="people">The people.</param>
    /// <param name="policy">Weights and limits.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Assignments x people, row by row.</returns>
    /// <exception cref="ArgumentException">An assignment or a person stands twice.</exception>
    public static int[] Costs(IReadOnlyList<Assignment> assignments, IReadOnlyList<AssignmentCandidate> people, MatchPolicy policy, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(policy);
        if (assignments.Select(a => a.AssignmentId).Distinct(StringComparer.Ordinal).Count() != assignments.Count) throw new ArgumentException("An assignment stands twice.", nameof(assignments));
        if (people.Select(p => p.PersonId).Distinct(StringComparer.Ordinal).Count() != people.Count) throw new ArgumentException("A person stands twice.", nameof(people));
        policy.Checked();
        var table = new MatchTable(assignments, people, policy);
        var costs = new int[checked(assignments.Count * people.Count)];
        Parallel.For(0, assignments.Count, new ParallelOptions { CancellationToken = cancellation }, i => table.Fill(i, costs.AsSpan(i * people.Count, people.Count)));
        return costs;
    }
}
