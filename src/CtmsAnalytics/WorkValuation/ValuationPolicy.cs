using System.Globalization;
using System.Text.Json.Serialization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.WorkValuation;

/// <summary>
/// What a scenario changes in the valuation scheme in force (158.404). When the horizon opens people move exactly where the changed scheme gives another work level than the one in force: somebody
/// whose level in the roster differs from the scheme in force is a misfit, and is not moved by that alone.
/// </summary>
/// <param name="Weights">New weight by factor, 0 or more; factors that are not named keep theirs. Weights count relative to one another.</param>
/// <param name="CutPoints">New cut point in points by work level; levels that are not named keep theirs.</param>
public sealed record ValuationPolicy(IReadOnlyDictionary<string, double> Weights, IReadOnlyDictionary<string, double> CutPoints) : OpeningPolicy
{
    /// <inheritdoc/>
    public override PolicySection Section => PolicySection.Valuation;

    /// <summary>Whether nothing changes.</summary>
    [JsonIgnore]
    public bool IsNone => Weights.Count == 0 && CutPoints.Count == 0;

    /// <summary>The scheme with the changes.</summary>
    /// <param name="basis">Library and scheme in force.</param>
    /// <returns>The changed scheme; the same one where nothing changes.</returns>
    /// <exception cref="InputException">A factor or a level is unknown, or the cut points do not rise.</exception>
    public ValuationScheme Of(ValuationBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (IsNone) return basis.Scheme;
        var scheme = basis.Scheme;
        foreach (var factor in Weights.Keys.Where(k => scheme.Factors.All(f => f.Id != k)))
            throw new InputException($"The scheme '{scheme.Label}' has no factor '{factor}'. It has {string.Join(", ", scheme.Factors.Select(f => f.Id))}.");
        foreach (var level in CutPoints.Keys.Where(k => scheme.Levels.All(l => l.Code != k)))
            throw new InputException($"The scheme '{scheme.Label}' has no work level '{level}' (158.404(c)). It has {string.Join(", ", scheme.Levels.Select(l => l.Code))}.");
        var changed = scheme with
        {
            Factors = [.. scheme.Factors.Select(f => Weights.TryGetValue(f.Id, out var weight) ? f with { Weight = weight } : f)],
            Levels = [.. scheme.Levels.Select(l => CutPoints.TryGetValue(l.Code, out var cut) ? l with { CutPoint = cut } : l)],
        };
        var problems = changed.Problems(basis.Library);
        return problems.Count == 0 ? changed : throw new InputException($"The changed valuation scheme cannot be used: {string.Join(' ', problems)}");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<OpeningChange> Changes(IReadOnlyList<RosterPerson> roster, Scenario scenario, ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        if (IsNone) return [];
        if (input.Valuation is not { } basis || input.Qualifications.Count == 0)
            throw new InputException($"Scenario '{scenario.Name}' changes the valuation scheme (158.404), but the workspace has no qualifications of people. Import them first: ctms import qualifications FILE");
        return [.. SchemeMoves.Of(ValuedRoster.Of(roster, input.Qualifications, basis), basis.Scheme, Of(basis)).Where(m => m.Person.WorkLevel != m.To.Code).Select(Change)];
    }

    private static OpeningChange Change(SchemeMove move) => new(
        move.Person.PersonId,
        move.Person with { WorkLevel = move.To.Code, Track = move.To.Track.Length == 0 ? move.Person.Track : move.To.Track },
        string.Create(
            CultureInfo.InvariantCulture,
            $"The changed valuation scheme gives {move.PointsAfter:0.00} points instead of {move.PointsBefore:0.00}: work level {move.To.Code} (cut point {move.To.CutPoint:0.##}) instead of {move.From.Code} (cut point {move.CutBefore:0.##})")
            + (move.Person.WorkLevel == move.From.Code ? "." : $"; the roster has {move.Person.WorkLevel}."),
        Valuer.Revalued);
}
