namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>A matching with its account.</summary>
public sealed class AssignmentMatching
{
    private readonly IReadOnlyList<AssignmentCandidate> _people;
    private readonly MatchPolicy _policy;
    private readonly int[] _costs;

    internal AssignmentMatching(IReadOnlyList<Assignment> assignments, IReadOnlyList<AssignmentCandidate> people, MatchPolicy policy, int[] costs, LinearAssignmentSolution solution)
    {
        (_people, _policy, _costs, Solution) = (people, policy, costs, solution);
        (Assignments, Total) = (assignments, (solution.Pairs.Count * (long)MatchTable.Most) - solution.TotalCost);
        var matched = solution.Pairs.ToDictionary(p => p.Row, p => p.Column);
        var places = solution.Pairs.ToDictionary(p => p.Column, p => p.Row);
        Matches = [.. solution.Pairs.Select(p => Tell(p.Row, p.Column, places))];
        Unstaffed = [.. Enumerable.Range(0, assignments.Count).Where(i => !matched.ContainsKey(i)).Select(Why)];
        People = people.Count;
    }

    /// <summary>The assignments that were to be staffed.</summary>
    public IReadOnlyList<Assignment> Assignments { get; }

    /// <summary>Number of people who could be matched.</summary>
    public int People { get; }

    /// <summary>Sum of the scores of the matches, points.</summary>
    public long Total { get; }

    /// <summary>The matches, in the order of the assignments.</summary>
    public IReadOnlyList<AssignmentMatch> Matches { get; }

    /// <summary>Assignments without a match, with the reason.</summary>
    public IReadOnlyList<UnstaffedAssignment> Unstaffed { get; }

    /// <summary>The solution behind the matches, with the certificate of its optimum.</summary>
    public LinearAssignmentSolution Solution { get; }

    /// <summary>Whether the dual variables prove that no other matching staffs more assignments, or as many with a higher sum of scores.</summary>
    /// <returns>True where the certificate holds.</returns>
    public bool IsCertified() => Solution.IsCertifiedBy(_costs);

    /// <summary>By how many points the sum of all scores would fall if a person took an assignment and everybody else were matched anew: the price of another decision (158.703(c), (d)).</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="personId">The person.</param>
    /// <returns>Points, 0 or more; null where the pair cannot be matched or fewer assignments would be staffed.</returns>
    /// <exception cref="InvalidOperationException">There is no such assignment or person.</exception>
    public long? LossOf(string assignmentId, string personId)
    {
        var row = Enumerable.Range(0, Assignments.Count).First(i => Assignments[i].AssignmentId == assignmentId);
        var column = Enumerable.Range(0, _people.Count).First(j => _people[j].PersonId == personId);
        if (_costs[(row * _people.Count) + column] == LinearAssignment.Forbidden) return null;
        var forced = (int[])_costs.Clone();
        for (var j = 0; j < _people.Count; j++)
        {
            if (j != column) forced[(row * _people.Count) + j] = LinearAssignment.Forbidden;
        }

        for (var i = 0; i < Assignments.Count; i++)
        {
            if (i != row) forced[(i * _people.Count) + column] = LinearAssignment.Forbidden;
        }

        var solution = LinearAssignment.Solve(forced, Assignments.Count, _people.Count);
        return solution.Pairs.Count < Solution.Pairs.Count ? null : solution.TotalCost - Solution.TotalCost;
    }

    private AssignmentMatch Tell(int row, int column, Dictionary<int, int> places)
    {
        var (assignment, person) = (Assignments[row], _people[column]);
        var costs = _costs.AsSpan(row * _people.Count, _people.Count);
        var next = -1;
        for (var j = 0; j < costs.Length; j++)
        {
            if (j != column && costs[j] != LinearAssignment.Forbidden && (next < 0 || costs[j] < costs[next])) next = j;
        }

        var nextBest = next < 0
            ? null
            : new NextBest(_people[next].PersonId, MatchTable.Most - costs[next], places.TryGetValue(next, out var at) ? Assignments[at].AssignmentId : null);
        return new AssignmentMatch(assignment.AssignmentId, person.PersonId, MatchScoring.Of(assignment, person, _policy), nextBest) { IsInitial = person.IsInitial, Moves = assignment.WorksiteFips != person.WorksiteFips };
    }

    private UnstaffedAssignment Why(int row)
    {
        var assignment = Assignments[row];
        var counts = new Dictionary<MatchObstacles, int>();
        var possible = 0;
        foreach (var person in _people)
        {
            var obstacles = MatchScoring.Obstacles(assignment, person, _policy, MatchScoring.Alignment(assignment, person));
            if (obstacles == MatchObstacles.None) possible++;
            // The first obstacle in the order of the rules is the one that counts, so that the numbers add up to the people.
            var first = new[] { MatchObstacles.WorkLevel, MatchObstacles.Security, MatchObstacles.Location, MatchObstacles.Alignment }.FirstOrDefault(o => (obstacles & o) != 0);
            if (first != MatchObstacles.None) counts[first] = counts.GetValueOrDefault(first) + 1;
        }

        return new UnstaffedAssignment(assignment.AssignmentId, possible, counts);
    }
}

/// <summary>One match.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Score">The score with its parts and what is short.</param>
/// <param name="NextBest">Who else has the highest score for the assignment; null where nobody else can be matched.</param>
public sealed record AssignmentMatch(string AssignmentId, string PersonId, MatchScore Score, NextBest? NextBest)
{
    /// <summary>Whether it is the person's initial assignment (158.703(c)).</summary>
    public bool IsInitial { get; init; }

    /// <summary>Whether the location is another than the official worksite (158.704).</summary>
    public bool Moves { get; init; }
}

/// <summary>The best of those who were not chosen.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Points">Score for the assignment, which may be above that of the person who was chosen.</param>
/// <param name="MatchedWith">The assignment that the person is matched with instead; null for none.</param>
public sealed record NextBest(string PersonId, int Points, string? MatchedWith);

/// <summary>An assignment without a match: it waits for somebody who is recruited (158.703(b)(3)).</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Possible">People who could be matched with it and are needed elsewhere more.</param>
/// <param name="Obstacles">The others by the first obstacle.</param>
public sealed record UnstaffedAssignment(string AssignmentId, int Possible, IReadOnlyDictionary<MatchObstacles, int> Obstacles);
