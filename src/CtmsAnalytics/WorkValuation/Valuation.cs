using System.Text.Json.Serialization;

namespace CtmsAnalytics.WorkValuation;

/// <summary>The valuation of one person (158.404): points, what gave them, and the work and career structures that follow.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Points">Points, 0 to those of the scheme, rounded to hundredths.</param>
/// <param name="Factors">What each factor contributed.</param>
/// <param name="Ladder">Ladder that the person's track climbs.</param>
/// <param name="Level">Work level.</param>
/// <param name="Title">Title.</param>
/// <param name="Rank">Rank.</param>
/// <param name="Specialisation">Code of the specialisation; null where none is strong enough.</param>
/// <param name="AboveCut">Points above the cut point of the level, 0 or more; null at the lowest level of a ladder.</param>
/// <param name="ToNext">Points that are missing to the next level, above 0; null at the highest one.</param>
/// <param name="NextLevel">The next level of the ladder; null at the highest one.</param>
public sealed record Valuation(
    string PersonId,
    double Points,
    IReadOnlyList<FactorContribution> Factors,
    string Ladder,
    string Level,
    string Title,
    string Rank,
    string? Specialisation,
    double? AboveCut,
    double? ToNext,
    string? NextLevel)
{
    /// <summary>Least distance to a cut point, points; infinite where the ladder has one level.</summary>
    [JsonIgnore]
    public double Margin => Math.Min(AboveCut ?? double.PositiveInfinity, ToNext ?? double.PositiveInfinity);

    /// <summary>The valuation in sentences, each with its paragraph.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Explanation { get; init; } = [];
}

/// <summary>What a factor contributed to the points of a person.</summary>
/// <param name="Factor">Identifier of the factor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">Share of all weights, 0 to 1.</param>
/// <param name="Score">What the person reaches of the factor's maximum, 0 to 1.</param>
/// <param name="Points">Points.</param>
/// <param name="Items">What each qualification and work factor gave of them, the highest first.</param>
public sealed record FactorContribution(string Factor, string Name, double Share, double Score, double Points, IReadOnlyList<ItemContribution> Items);

/// <summary>What a qualification or work factor contributed.</summary>
/// <param name="Item">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Proficiency">Proficiency or rating of the person.</param>
/// <param name="Points">Points; 0 where it is not among the best that count.</param>
/// <param name="Counts">Whether it counts.</param>
public sealed record ItemContribution(string Item, string Name, double Proficiency, double Points, bool Counts);
