using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>What salaries are compared with in the talent market (158.403).</summary>
public sealed record MarketOptions
{
    /// <summary>The market wage that salaries are compared with.</summary>
    /// <value>Default each level's target.</value>
    public MarketReferencePoint Reference { get; init; } = MarketReferencePoint.Target;

    /// <summary>Day that market wages are aged to.</summary>
    /// <value>Default null: the day of the roster.</value>
    public DateOnly? Date { get; init; }

    /// <summary>Index of the workspace that wages are aged by (ECI, CPI-U, GS, or one that was imported), or <c>series</c> for each series' own growth.</summary>
    /// <value>Default null: the scenario's market growth.</value>
    public string? Index { get; init; }

    /// <summary>Growth a year where the index ends or a series has no growth of its own, a fraction.</summary>
    /// <value>Default null: that is an error.</value>
    public double? Then { get; init; }

    /// <summary>Sources of national wages by weight; <c>OEWS</c> is the wage survey.</summary>
    /// <value>Default empty: the wage survey alone.</value>
    public IReadOnlyList<BlendPart> Blend { get; init; } = [];

    /// <summary>First and last survey year of the micro-data in a blend.</summary>
    /// <value>Default null: the latest year of each survey.</value>
    public (int First, int Last)? SurveyYears { get; init; }

    /// <summary>Whether the study holds single people.</summary>
    /// <value>Default true.</value>
    public bool Individuals { get; init; } = true;
}

/// <summary>A source of a blend.</summary>
/// <param name="Source">Name of the survey, or <c>OEWS</c>.</param>
/// <param name="Weight">Its weight, 0 or more.</param>
public sealed record BlendPart(string Source, double Weight)
{
    /// <summary>The part as a study records it.</summary>
    internal string Text { get; init; } = FormattableString.Invariant($"{Source}={Weight:R}");
}
