namespace CtmsAnalytics.WorkValuation;

/// <summary>What one person holds (158.404(b)): proficiency by qualification id, each 0 or more; one that is not named is 0.</summary>
/// <param name="PersonId">Identifier in the roster.</param>
/// <param name="Proficiency">Proficiency by qualification, 0 to the scale's maximum.</param>
public sealed record PersonQualifications(string PersonId, IReadOnlyDictionary<string, double> Proficiency)
{
    /// <summary>Rating of the person's DHS-CS work by work factor, 0 to the scale's maximum; one that is not named is 0.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, double> Work { get; init; } = new Dictionary<string, double>();

    /// <summary>The latest day on which any of them was determined.</summary>
    /// <value>Default null: not recorded.</value>
    public DateOnly? Determined { get; init; }
}
