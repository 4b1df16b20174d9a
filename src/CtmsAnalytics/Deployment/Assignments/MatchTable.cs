using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>The scores of many pairs, computed as <see cref="MatchScoring.Of"/> does but on columns: the proficiency of everybody in each qualification side by side.</summary>
internal sealed class MatchTable
{
    private readonly IReadOnlyList<Assignment> _assignments;
    private readonly IReadOnlyList<AssignmentCandidate> _people;
    private readonly MatchPolicy _policy;
    private readonly Dictionary<string, double[]> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _position = new(StringComparer.Ordinal);

    public MatchTable(IReadOnlyList<Assignment> assignments, IReadOnlyList<AssignmentCandidate> people, MatchPolicy policy)
    {
        (_assignments, _people, _policy) = (assignments, people, policy);
        foreach (var name in assignments.SelectMany(a => a.Requirements).Select(r => r.Qualification).Distinct(StringComparer.Ordinal))
            _held.Add(name, [.. people.Select(p => p.Qualifications.Proficiency.GetValueOrDefault(name))]);
        for (var j = 0; j < people.Count; j++) _position.Add(people[j].PersonId, j);
    }

    /// <summary>Most points that a score can have, so that no cost is negative.</summary>
    public const int Most = MatchScoring.Scale;

    public void Fill(int row, Span<int> costs)
    {
        var assignment = _assignments[row];
        var (met, over) = (new double[costs.Length], new double[costs.Length]);
        double weights = 0;
        foreach (var requirement in assignment.Requirements)
        {
            var held = _held[requirement.Qualification];
            var (weight, required) = (requirement.Weight, requirement.Proficiency);
            for (var j = 0; j < held.Length; j++)
            {
                met[j] += weight * Math.Min(1, held[j] / required);
                over[j] += weight * Math.Max(0, held[j] - required);
            }

            weights += weight;
        }

        var (individual, organisation) = (Inputs(assignment.IndividualInput), Inputs(assignment.OrganisationInput));
        var unit = MatchScoring.Scale / _policy.Weights;
        for (var j = 0; j < costs.Length; j++)
        {
            var person = _people[j];
            var moves = assignment.WorksiteFips != person.WorksiteFips;
            var alignment = weights == 0 ? 1 : met[j] / weights;
            var excess = weights == 0 ? 0 : over[j] / weights;
            if (person.Security < assignment.Security || person.WorkLevel != assignment.WorkLevel || (moves && _policy.IsLocationRequired) || alignment < _policy.LeastAlignment)
            {
                costs[j] = LinearAssignment.Forbidden;
                continue;
            }

            // The same sums in the same order as the parts of the score, so that both round alike.
            var points = (unit * _policy.Qualifications * alignment)
                + (unit * _policy.Individual * (individual?[j] ?? 0))
                + (unit * _policy.Organisation * (organisation?[j] ?? 0))
                + (unit * _policy.Performance * (person.IsInitial ? 0 : (person.LastRating ?? 0) / _policy.HighestRating))
                + (unit * _policy.Mission * assignment.MissionNeed * alignment)
                + (unit * _policy.Strategic * assignment.StrategicPriority * alignment)
                + (-MatchScoring.Scale * _policy.ExcessCost * excess)
                + (moves ? -MatchScoring.Scale * _policy.MoveCost : 0);
            costs[j] = Most - (int)Rounding.HalfUp(points);
        }
    }

    private double[]? Inputs(IReadOnlyDictionary<string, double> inputs)
    {
        if (inputs.Count == 0) return null;
        var column = new double[_people.Count];
        foreach (var (person, value) in inputs)
        {
            if (_position.TryGetValue(person, out var j)) column[j] = value;
        }

        return column;
    }
}
