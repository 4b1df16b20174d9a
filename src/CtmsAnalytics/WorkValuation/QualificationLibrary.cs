using System.Text.Json.Serialization;

namespace CtmsAnalytics.WorkValuation;

/// <summary>The qualifications library: what people are valued by, the scale, and the specialisations (158.402(c), 158.404(b)-(c)).</summary>
/// <param name="Qualifications">Qualifications, in the order in which they are shown.</param>
/// <param name="Scale">Named levels of proficiency, ascending from 1 without gaps.</param>
/// <param name="WorkFactors">Properties of DHS-CS work.</param>
/// <param name="Specialisations">Specialisations.</param>
public sealed record QualificationLibrary(
    IReadOnlyList<Qualification> Qualifications,
    IReadOnlyList<Proficiency> Scale,
    IReadOnlyList<WorkFactor> WorkFactors,
    IReadOnlyList<Specialisation> Specialisations)
{
    /// <summary>Highest proficiency.</summary>
    [JsonIgnore]
    public double Maximum => Scale[^1].Level;

    /// <summary>Identifiers of everything that has a proficiency or a rating: the qualifications, then the work factors.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Items => [.. Qualifications.Select(q => q.Id), .. WorkFactors.Select(w => w.Id)];

    /// <summary>Name of a qualification or work factor.</summary>
    /// <param name="item">Its identifier.</param>
    /// <returns>The name; the identifier itself where the library has none.</returns>
    public string NameOf(string item) => Qualifications.FirstOrDefault(q => q.Id == item)?.Name ?? WorkFactors.FirstOrDefault(w => w.Id == item)?.Name ?? item;

    /// <summary>The level of the scale that a proficiency has reached, in words.</summary>
    /// <param name="proficiency">Proficiency, 0 or more.</param>
    /// <returns>The name of the highest level that is not above it; <c>none</c> below the lowest.</returns>
    public string LevelName(double proficiency) => Scale.LastOrDefault(s => s.Level <= proficiency)?.Name ?? "none";

    /// <summary>What is wrong with the library, one sentence each.</summary>
    /// <returns>The problems; none where it can be used.</returns>
    public IReadOnlyList<string> Problems() =>
    [
        .. Qualifications.Count == 0 ? ["There is no qualification; 158.404(b)(1) bases the valuation on them."] : Array.Empty<string>(),
        .. Twice(Items, "qualification or work factor"),
        .. Twice(Specialisations.Select(s => s.Code), "specialisation"),
        .. Qualifications.Where(q => q.Category.Length == 0 || q.Name.Length == 0).Select(q => $"Qualification {q.Id} has no name or no category."),
        .. Qualifications.SelectMany(q => Twice(q.Links.Select(l => $"{l.Framework} {l.Id}"), $"link of {q.Id}")),
        .. Scale.Count == 0 ? ["The scale of proficiency has no level."] : Array.Empty<string>(),
        .. Scale.Where((s, i) => s.Level != i + 1).Take(1).Select(s => FormattableString.Invariant($"The scale of proficiency has level {s.Level} out of order. Right would be 1, 2, 3 and so on.")),
        .. Specialisations.SelectMany(Problems),
    ];

    private IEnumerable<string> Problems(Specialisation specialisation)
    {
        var known = Qualifications.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        if (specialisation.Qualifications.Count == 0) yield return $"Specialisation {specialisation.Code} has no qualification that makes it.";
        foreach (var (id, weight) in specialisation.Qualifications)
        {
            if (!known.Contains(id)) yield return $"Specialisation {specialisation.Code} names {id}, which is no qualification of the library.";
            if (!(weight > 0 && double.IsFinite(weight))) yield return $"Specialisation {specialisation.Code}: the weight of {id} is not above 0.";
        }
    }

    internal static IEnumerable<string> Twice(IEnumerable<string> names, string what) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"The {what} {g.Key} stands more than once. Right would be each once.");
}
