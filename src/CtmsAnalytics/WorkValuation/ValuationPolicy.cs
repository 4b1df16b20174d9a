using System.Text.Json.Serialization;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.WorkValuation;

/// <summary>What a scenario changes in the scheme in force (158.404).</summary>
/// <param name="Weights">New weight by factor, 0 or more; factors that are not named keep theirs. Weights count relative to one another.</param>
/// <param name="CutPoints">New cut point in points by work level; levels that are not named keep theirs.</param>
public sealed record ValuationPolicy(IReadOnlyDictionary<string, double> Weights, IReadOnlyDictionary<string, double> CutPoints)
{
    /// <summary>Nothing changes.</summary>
    public static readonly ValuationPolicy None = new(new Dictionary<string, double>(), new Dictionary<string, double>());

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
}
