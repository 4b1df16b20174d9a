namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>Why somebody cannot be matched with an assignment.</summary>
[Flags]
public enum MatchObstacles
{
    /// <summary>Nothing stands against it.</summary>
    None = 0,

    /// <summary>The personnel security requirement is not satisfied (158.706(e)(4)).</summary>
    Security = 1,

    /// <summary>The work is of another work level (158.404(c)).</summary>
    WorkLevel = 2,

    /// <summary>The location is another one, and the policy wants the same (158.704).</summary>
    Location = 4,

    /// <summary>The qualifications align less than the policy wants (158.703(c), (d)(1)).</summary>
    Alignment = 8,
}

/// <summary>The score of one person for one assignment, in points of which a perfect match on every consideration has <see cref="MatchScoring.Scale"/> (158.703(c), (d)).</summary>
/// <param name="Points">The whole score, the sum of the parts, rounded; not meaningful where there are obstacles.</param>
/// <param name="Obstacles">What stands against the match.</param>
/// <param name="Alignment">Alignment of qualifications, 0 (none) to 1 (every required proficiency is met).</param>
/// <param name="Excess">Mean proficiency above the requirement.</param>
/// <param name="Parts">Points by consideration.</param>
public sealed record MatchScore(int Points, MatchObstacles Obstacles, double Alignment, double Excess, IReadOnlyList<MatchPart> Parts)
{
    /// <summary>The requirements one by one.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<QualificationFit> Fits { get; init; } = [];
}

/// <summary>What one consideration adds to a score.</summary>
/// <param name="Name">The consideration in words.</param>
/// <param name="Paragraph">Paragraph that names it.</param>
/// <param name="Points">Points, below 0 for a cost.</param>
public sealed record MatchPart(string Name, string Paragraph, double Points);

/// <summary>How a proficiency meets a requirement.</summary>
/// <param name="Qualification">Identifier of the qualification.</param>
/// <param name="Required">Proficiency that is required.</param>
/// <param name="Held">Proficiency that the person holds.</param>
public sealed record QualificationFit(string Qualification, double Required, double Held)
{
    /// <summary>What is missing, 0 or more.</summary>
    public double Missing => Math.Max(0, Required - Held);

    /// <summary>What is held above the requirement, 0 or more.</summary>
    public double Over => Math.Max(0, Held - Required);
}
