namespace CtmsAnalytics.WorkValuation;

/// <summary>A CTMS qualification (158.402(c)): what a person knows and can do, with a proficiency on the library's scale from 0 (none) to its maximum; fractional values are allowed.</summary>
/// <param name="Id">Identifier, unique among qualifications and work factors of a library, for example <c>NET</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Category">Group that it belongs to, for example <c>technical</c>.</param>
/// <param name="Description">What it means, one sentence.</param>
public sealed record Qualification(string Id, string Name, string Category, string Description)
{
    /// <summary>Elements of published frameworks that mean the same or part of it.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<FrameworkLink> Links { get; init; } = [];
}

/// <summary>An element of a published framework.</summary>
/// <param name="Framework"><c>DCWF</c> for the DoD Cyber Workforce Framework, <c>O*NET</c> for the occupational network of the Department of Labor.</param>
/// <param name="Id">Identifier there: a KSAT (<c>22</c>) or an element (<c>2.A.1.a</c>).</param>
public sealed record FrameworkLink(string Framework, string Id);

/// <summary>A named level of the proficiency scale.</summary>
/// <param name="Level">Proficiency, 1 for the lowest; the scale runs without gaps.</param>
/// <param name="Name">Name, for example <c>Advanced</c>.</param>
/// <param name="Meaning">What a person at it does, one sentence.</param>
public sealed record Proficiency(int Level, string Name, string Meaning);

/// <summary>A property of DHS-CS work that counts in the valuation of whoever does it (158.404(b)(2)), rated on the scale of proficiency.</summary>
/// <param name="Id">Identifier, unique among qualifications and work factors of a library, for example <c>WCX</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Description">What it means, one sentence.</param>
public sealed record WorkFactor(string Id, string Name, string Description);

/// <summary>A specialisation (158.404(c)): the qualifications that make it and the work roles that it corresponds to.</summary>
/// <param name="Code">Code, unique in the library.</param>
/// <param name="Name">Name.</param>
/// <param name="Qualifications">Weight by qualification, above 0; the specialisation of a person is the one with the highest weighted mean proficiency.</param>
/// <param name="WorkRoles">Work roles of published frameworks.</param>
public sealed record Specialisation(string Code, string Name, IReadOnlyDictionary<string, double> Qualifications, IReadOnlyList<FrameworkLink> WorkRoles);
