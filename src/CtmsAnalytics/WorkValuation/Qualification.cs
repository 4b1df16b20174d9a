namespace CtmsAnalytics.WorkValuation;

/// <summary>A CTMS qualification (158.402(c)): something that a person can be proficient in and that DHS-CS cybersecurity work needs.</summary>
/// <param name="Id">Identifier, unique in the library.</param>
/// <param name="Name">Name.</param>
/// <param name="Category">Group of qualifications that it belongs to.</param>
/// <param name="Description">What the qualification is, in one sentence.</param>
public sealed record Qualification(string Id, string Name, string Category, string Description)
{
    /// <summary>Elements of published frameworks that the qualification corresponds to.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<FrameworkLink> Links { get; init; } = [];
}

/// <summary>An element of a published framework.</summary>
/// <param name="Framework">Framework, <c>DCWF</c> or <c>O*NET</c>.</param>
/// <param name="Id">Identifier of the element in the framework.</param>
public sealed record FrameworkLink(string Framework, string Id);
