using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.WorkValuation;

/// <summary>What people are valued by: the library and the scheme in force.</summary>
/// <param name="Library">The qualifications library.</param>
/// <param name="Scheme">The scheme in force.</param>
public sealed record ValuationBasis(QualificationLibrary Library, ValuationScheme Scheme)
{
    /// <summary>Checks library and scheme.</summary>
    /// <param name="source">Name of the file or folder, for the message.</param>
    /// <returns>The basis itself.</returns>
    /// <exception cref="InputException">Something is wrong; every problem is named.</exception>
    public ValuationBasis Require(string source)
    {
        List<string> problems = [.. Library.Problems()];
        if (problems.Count == 0) problems.AddRange(Scheme.Problems(Library));
        return problems.Count == 0 ? this : throw new InputException([.. problems.Select(p => new InputProblem(source, null, null, p, ""))]);
    }
}
