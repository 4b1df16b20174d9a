namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>How people are matched with open assignments (158.703).</summary>
public sealed record MatchOptions
{
    /// <summary>Day that the matching looks from.</summary>
    /// <value>Default null: the roster's.</value>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether everybody is matched, also people whose assignment goes on.</summary>
    /// <value>Default false.</value>
    public bool Everybody { get; init; }

    /// <summary>Whether nobody is matched with an assignment at another location than his official worksite.</summary>
    /// <value>Default false.</value>
    public bool Stay { get; init; }

    /// <summary>File with person_id, qualification and proficiency that is used in place of the workspace's qualifications.</summary>
    /// <value>Default null: the workspace's.</value>
    public string? QualificationsFile { get; init; }
}

/// <summary>Qualified positions that are priced before they are designated (158.702(d)).</summary>
/// <param name="Positions">Number of positions, 1 or more.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Organisation">Organisation that requires them, one of the roster's.</param>
/// <param name="Market">Code of the local market of the worksite.</param>
public sealed record DesignationOptions(int Positions, string WorkLevel, string Organisation, string Market)
{
    /// <summary>Day from which the positions are established.</summary>
    /// <value>Default null: the scenario's start.</value>
    public DateOnly? From { get; init; }
}
