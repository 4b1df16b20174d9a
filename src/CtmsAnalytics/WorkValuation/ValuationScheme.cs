using System.Text.Json.Serialization;

namespace CtmsAnalytics.WorkValuation;

/// <summary>
/// A version of the work valuation scheme (158.404): how qualifications and DHS-CS work become points, and points a work level, a title, a rank and a specialisation.
/// Points = <see cref="Points"/> times the weighted mean of the factors' scores, so that a weight counts relative to the others and points always run from 0 to <see cref="Points"/>.
/// </summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version, 1 for the first.</param>
/// <param name="Effective">First day on which it holds.</param>
/// <param name="Points">Points of a person with the highest proficiency and rating in everything that counts, above 0.</param>
/// <param name="LeastSpecialisation">Least weighted mean proficiency that makes a specialisation; below it a person has none.</param>
/// <param name="Factors">Factors, in the order in which they are shown.</param>
/// <param name="Levels">Work levels by ladder, ascending cut points.</param>
/// <param name="Ladders">Ladder by career track.</param>
public sealed record ValuationScheme(
    string Name,
    int Version,
    DateOnly Effective,
    double Points,
    double LeastSpecialisation,
    IReadOnlyList<ValuationFactor> Factors,
    IReadOnlyList<ValuationLevel> Levels,
    IReadOnlyDictionary<string, string> Ladders)
{
    /// <summary>Name and version for tables and manifests.</summary>
    [JsonIgnore]
    public string Label => FormattableString.Invariant($"{Name}, version {Version} of {Effective:yyyy-MM-dd}");

    /// <summary>The ladders, in the order in which the levels name them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LadderNames => [.. Levels.Select(l => l.Ladder).Distinct(StringComparer.Ordinal)];

    /// <summary>Work levels of a ladder, lowest first.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <returns>The levels; empty for an unknown ladder.</returns>
    public IReadOnlyList<ValuationLevel> LevelsOf(string ladder) => [.. Levels.Where(l => l.Ladder == ladder)];

    /// <summary>What is wrong with the scheme, one sentence each.</summary>
    /// <param name="library">The library that it counts by.</param>
    /// <returns>The problems; none where it can be used.</returns>
    public IReadOnlyList<string> Problems(QualificationLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var items = library.Items.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Points > 0 && double.IsFinite(Points) ? Array.Empty<string>() : ["The points of a scheme are a number above 0."],
            .. QualificationLibrary.Twice(Factors.Select(f => f.Id), "factor"),
            .. QualificationLibrary.Twice(Levels.Select(l => l.Code), "work level"),
            .. Factors.SelectMany(f => f.Problems(items)),
            .. Factors.Sum(f => f.Weight) > 0 ? Array.Empty<string>() : ["No factor has a weight above 0: everybody would have 0 points."],
            .. Factors.SelectMany(f => f.Items.Keys).Any(library.Qualifications.Select(q => q.Id).Contains) ? Array.Empty<string>() : ["No factor counts a qualification; 158.404(b)(1) bases the valuation on them."],
            .. LadderNames.SelectMany(Ascending),
            .. Ladders.Where(l => !LadderNames.Contains(l.Value)).Select(l => $"Track {l.Key} climbs the ladder {l.Value}, which has no work level."),
        ];
    }

    private IEnumerable<string> Ascending(string ladder)
    {
        var levels = LevelsOf(ladder);
        if (levels.Any(l => !double.IsFinite(l.CutPoint))) yield return $"A cut point of the ladder {ladder} is not a number.";
        foreach (var (lower, higher) in levels.Zip(levels.Skip(1)).Where(p => p.Second.CutPoint <= p.First.CutPoint))
        {
            yield return FormattableString.Invariant(
                $"The cut point of {higher.Code} ({higher.CutPoint:0.##} points) is not above the one of {lower.Code} ({lower.CutPoint:0.##}). Right would be cut points that rise with the work levels of a ladder.");
        }
    }
}

/// <summary>A factor of a scheme: a weighted combination of qualifications and of properties of DHS-CS work (158.404(b)).</summary>
/// <param name="Id">Identifier, unique in the scheme.</param>
/// <param name="Name">Name.</param>
/// <param name="Weight">Weight in the points, 0 or more; it counts relative to the other factors.</param>
/// <param name="Best">How many of the highest weighted proficiencies count, so that depth in a few is not diluted by the rest; 0 for all.</param>
/// <param name="Items">Weight by qualification or work factor, above 0; it counts relative to the others of the factor.</param>
public sealed record ValuationFactor(string Id, string Name, double Weight, int Best, IReadOnlyDictionary<string, double> Items)
{
    internal IEnumerable<string> Problems(IReadOnlySet<string> known)
    {
        if (!(Weight >= 0 && double.IsFinite(Weight))) yield return $"The weight of factor {Id} is not a number of 0 or more.";
        if (Items.Count == 0) yield return $"Factor {Id} counts nothing. Give it a qualification or a work factor.";
        if (Best < 0 || Best > Items.Count) yield return FormattableString.Invariant($"Factor {Id} counts its best {Best} of {Items.Count}. Right would be 1 to {Items.Count}, or nothing for all.");
        foreach (var (item, weight) in Items)
        {
            if (!known.Contains(item)) yield return $"Factor {Id} counts {item}, which is no qualification or work factor of the library.";
            if (!(weight > 0 && double.IsFinite(weight))) yield return $"Factor {Id}: the weight of {item} is not above 0.";
        }
    }
}

/// <summary>A work level of a scheme with its title and rank (158.404(c)).</summary>
/// <param name="Code">Code of the work level, as rosters and salary structures name it.</param>
/// <param name="Ladder">Ladder that it stands on: a track climbs one.</param>
/// <param name="CutPoint">Points from which the level holds; the lowest level of a ladder holds below its own as well.</param>
/// <param name="Title">Title of people at it.</param>
/// <param name="Rank">Rank of people at it.</param>
/// <param name="Track">Career track of people who enter it; empty where they keep theirs.</param>
public sealed record ValuationLevel(string Code, string Ladder, double CutPoint, string Title, string Rank, string Track);
