using System.Text.Json.Serialization;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.WorkValuation;

/// <summary>Weights and cut points fitted to given work levels, and how far they reproduce them.</summary>
/// <param name="People">People with a given level.</param>
/// <param name="Before">People whose given level the scheme in force reproduces.</param>
/// <param name="CutPointsOnly">People reproduced with the weights in force and fitted cut points.</param>
/// <param name="After">People reproduced with fitted weights and cut points.</param>
/// <param name="Frequent">People reproduced by giving everybody the most frequent level of the ladder: what a scheme has to beat.</param>
/// <param name="OutOfSample">Share reproduced in folds that did not take part in the fit, with its interval.</param>
/// <param name="Folds">The folds.</param>
/// <param name="Weights">Weight of each factor before and after, shares of one.</param>
/// <param name="CutPoints">Cut point of each work level before and after, points.</param>
/// <param name="Misfits">People whom the fitted scheme puts at another level than the given one.</param>
public sealed record Calibration(
    int People,
    int Before,
    int CutPointsOnly,
    int After,
    int Frequent,
    ProbabilityEstimate OutOfSample,
    IReadOnlyList<CalibrationFold> Folds,
    IReadOnlyList<FittedFigure> Weights,
    IReadOnlyList<FittedFigure> CutPoints,
    IReadOnlyList<Misfit> Misfits)
{
    /// <summary>The fitted scheme as a change of the one in force.</summary>
    [JsonIgnore]
    public ValuationPolicy Policy => new(
        Weights.Where(w => w.Before != w.After).ToDictionary(w => w.Id, w => w.After, StringComparer.Ordinal),
        CutPoints.Where(c => c.Before != c.After).ToDictionary(c => c.Id, c => c.After, StringComparer.Ordinal));
}

/// <summary>A fold of the people.</summary>
/// <param name="People">People in it.</param>
/// <param name="Reproduced">Those of them whose given level the scheme fitted to the others reproduces.</param>
public sealed record CalibrationFold(int People, int Reproduced);

/// <summary>A weight or a cut point before and after a fit.</summary>
/// <param name="Id">Factor or work level.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Figure of the scheme in force.</param>
/// <param name="After">Fitted figure.</param>
public sealed record FittedFigure(string Id, string Name, double Before, double After);

/// <summary>A person whom a scheme puts at another level than the given one.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Given">Given work level.</param>
/// <param name="Valued">Work level by the scheme.</param>
/// <param name="Points">Points by the scheme.</param>
/// <param name="Levels">Levels between the two, 1 or more.</param>
public sealed record Misfit(string PersonId, string Given, string Valued, double Points, int Levels);
