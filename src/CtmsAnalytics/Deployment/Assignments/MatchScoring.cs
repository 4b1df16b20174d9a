using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>Scores matches by the alignment of qualifications and the further considerations of 158.703(c) and (d).</summary>
public static class MatchScoring
{
    /// <summary>Points of a perfect match on every consideration.</summary>
    public const int Scale = 10_000;

    /// <summary>The match is based on the alignment of qualifications, for an initial assignment.</summary>
    public static readonly RuleReference Initial = new("initial assignment matched by qualifications", "158.703(c)", "reported");

    /// <summary>The match is based on the alignment of qualifications, for a subsequent assignment.</summary>
    public static readonly RuleReference Subsequent = new("subsequent assignment matched by qualifications", "158.703(d)(1)", "reported");

    /// <summary>Scores one person for one assignment (158.703(c), (d)(1)).</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="person">The person.</param>
    /// <param name="policy">Weights and limits.</param>
    /// <returns>The score with its parts.</returns>
    public static MatchScore Of(Assignment assignment, AssignmentCandidate person, MatchPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(policy);
        List<QualificationFit> fits = [.. assignment.Requirements.Select(r => new QualificationFit(r.Qualification, r.Proficiency, person.Qualifications.Proficiency.GetValueOrDefault(r.Qualification)))];
        double met = 0, over = 0, weights = 0;
        for (var k = 0; k < fits.Count; k++)
        {
            var weight = assignment.Requirements[k].Weight;
            met += weight * Math.Min(1, fits[k].Held / fits[k].Required);
            over += weight * fits[k].Over;
            weights += weight;
        }

        var (alignment, excess) = fits.Count == 0 ? (1, 0) : (met / weights, over / weights);
        var moves = assignment.WorksiteFips != person.WorksiteFips;
        var (individual, organisation) = (assignment.IndividualInput.GetValueOrDefault(person.PersonId), assignment.OrganisationInput.GetValueOrDefault(person.PersonId));
        var parts = Parts(assignment, person, policy, alignment, excess, moves, individual, organisation);
        return new MatchScore((int)Rounding.HalfUp(parts.Sum(p => p.Points)), Obstacles(assignment, person, policy, alignment), alignment, excess, parts) { Fits = fits };
    }

    /// <summary>What stands against a match (158.703, 158.704, 158.706(e)).</summary>
    internal static MatchObstacles Obstacles(Assignment assignment, AssignmentCandidate person, MatchPolicy policy, double alignment) =>
        (person.Security < assignment.Security ? MatchObstacles.Security : 0)
        | (person.WorkLevel != assignment.WorkLevel ? MatchObstacles.WorkLevel : 0)
        | (policy.IsLocationRequired && assignment.WorksiteFips != person.WorksiteFips ? MatchObstacles.Location : 0)
        | (alignment < policy.LeastAlignment ? MatchObstacles.Alignment : 0);

    /// <summary>Alignment of qualifications: how much of the required proficiency is held, by weight (158.703(c), (d)(1)).</summary>
    internal static double Alignment(Assignment assignment, AssignmentCandidate person)
    {
        double met = 0, weights = 0;
        foreach (var requirement in assignment.Requirements)
        {
            met += requirement.Weight * Math.Min(1, person.Qualifications.Proficiency.GetValueOrDefault(requirement.Qualification) / requirement.Proficiency);
            weights += requirement.Weight;
        }

        return weights == 0 ? 1 : met / weights;
    }

    private static List<MatchPart> Parts(
        Assignment assignment, AssignmentCandidate person, MatchPolicy policy, double alignment, double excess, bool moves, double individual, double organisation)
    {
        var unit = Scale / policy.Weights;
        var initial = person.IsInitial;
        string Cite(string first, string later) => initial ? $"158.703(c){first}" : $"158.703(d)(1){later}";
        var performance = initial ? 0 : (person.LastRating ?? 0) / policy.HighestRating;
        List<MatchPart> parts =
        [
            new("alignment of qualifications", Cite("", ""), unit * policy.Qualifications * alignment),
            new("input of the individual", Cite("(1)", "(i)"), unit * policy.Individual * individual),
            new("input of organizations", Cite("(2)", "(ii)"), unit * policy.Organisation * organisation),
            new("performance and career", "158.703(d)(1)(iii)", unit * policy.Performance * performance),
            new("mission-related requirements", Cite("(3)", "(iv)"), unit * policy.Mission * assignment.MissionNeed * alignment),
            new("strategic talent priorities", Cite("(4)", "(v)"), unit * policy.Strategic * assignment.StrategicPriority * alignment),
            new("proficiency beyond the work", "158.703(a)", -Scale * policy.ExcessCost * excess),
            new("change of worksite", "158.704(c)", moves ? -Scale * policy.MoveCost : 0),
        ];
        return parts;
    }
}
