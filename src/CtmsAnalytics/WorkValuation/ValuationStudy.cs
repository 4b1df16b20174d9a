using System.Text.Json.Serialization;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.WorkValuation;

/// <summary>A work valuation of a roster (158.404): levels by the scheme beside those of the roster, and as asked for what another scheme does, a calibration and the stability against noise.</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="Source">Name of the roster.</param>
/// <param name="Scheme">The scheme in force.</param>
/// <param name="Unvalued">People of the roster of whom no qualification is known.</param>
/// <param name="Levels">Each work level of the scheme.</param>
/// <param name="People">Each person who was valued.</param>
public sealed record ValuationStudy(
    RunManifest Manifest,
    string Source,
    ValuationScheme Scheme,
    int Unvalued,
    IReadOnlyList<LevelOfScheme> Levels,
    IReadOnlyList<PersonPoints> People) : Study(Manifest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.Valuation;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsWhatIf => WhatIf is not null;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => FormattableString.Invariant($"Work valuation of {People.Count:N0} people in {Source}: {Scheme.Label}")
        + (WhatIf is null ? "" : ", changed") + (Calibration is null ? "" : ", calibrated") + (Noise is null ? "" : ", with noise");

    /// <summary>People to whom the scheme gives another level than the roster.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonPoints> Misfits => [.. People.Where(p => p.Level != p.RosterLevel)];

    /// <summary>What changed weights or cut points do.</summary>
    /// <value>Default null: not asked for.</value>
    public ValuationWhatIf? WhatIf { get; init; }

    /// <summary>Weights and cut points fitted to the roster's levels.</summary>
    /// <value>Default null: not asked for.</value>
    public Calibration? Calibration { get; init; }

    /// <summary>Stability against noise in the measurement of proficiency.</summary>
    /// <value>Default null: not asked for.</value>
    public NoiseResult? Noise { get; init; }

    /// <summary>The valuation of one person.</summary>
    /// <value>Default null: not asked for.</value>
    public Valuation? Person { get; init; }
}

/// <summary>A work level of a scheme and its people.</summary>
/// <param name="Code">Code.</param>
/// <param name="Title">Title.</param>
/// <param name="Rank">Rank.</param>
/// <param name="Ladder">Ladder.</param>
/// <param name="CutPoint">Points from which it holds.</param>
/// <param name="InRoster">Valued people at it in the roster.</param>
/// <param name="Valued">People at it by the scheme.</param>
/// <param name="Both">People at it by both.</param>
/// <param name="MeanPoints">Mean points of the people at it in the roster; null without any.</param>
public sealed record LevelOfScheme(string Code, string Title, string Rank, string Ladder, double CutPoint, int InRoster, int Valued, int Both, double? MeanPoints);

/// <summary>Points of one person.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Ladder">Ladder.</param>
/// <param name="RosterLevel">Work level in the roster.</param>
/// <param name="Level">Work level by the scheme.</param>
/// <param name="Points">Points.</param>
/// <param name="Specialisation">Name of the specialisation; null for none.</param>
/// <param name="AboveCut">Points above the cut point; null at the lowest level.</param>
/// <param name="ToNext">Points to the next level; null at the highest.</param>
public sealed record PersonPoints(string PersonId, string Ladder, string RosterLevel, string Level, double Points, string? Specialisation, double? AboveCut, double? ToNext);
