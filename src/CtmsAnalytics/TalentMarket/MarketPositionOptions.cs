using CtmsAnalytics.Projection;

namespace CtmsAnalytics.TalentMarket;

/// <summary>What competitive position is computed with beside scenario and roster.</summary>
public sealed record MarketPositionOptions
{
    /// <summary>Day that market wages are aged to.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How they are aged.</summary>
    public required Ageing Ageing { get; init; }

    /// <summary>What the study is computed from.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>The market wage that salaries are compared with.</summary>
    /// <value>Default each level's target.</value>
    public MarketReferencePoint Reference { get; init; } = MarketReferencePoint.Target;

    /// <summary>Number of the roster in its workspace.</summary>
    /// <value>Default 0: none.</value>
    public int RosterId { get; init; }

    /// <summary>Day that the roster describes.</summary>
    /// <value>Default 0001-01-01: not known.</value>
    public DateOnly RosterDate { get; init; }

    /// <summary>Weight of the wage survey in a blend.</summary>
    /// <value>0 or more. Default 1.</value>
    public double SurveyWeight { get; init; } = 1;

    /// <summary>Further sources of national wages, aged to <see cref="Date"/>.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<BlendSource> Sources { get; init; } = [];

    /// <summary>Level of the intervals.</summary>
    /// <value>Above 0 and below 1. Default 0.95.</value>
    public double Confidence { get; init; } = 0.95;
}
