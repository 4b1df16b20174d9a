using System.Text.Json.Serialization;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Statistics;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Equity;

/// <summary>A pay equity analysis: differences in pay between groups, what of them the legitimate factors explain, and what it costs to make them good. Holds no single person, but groups of any size.</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="Source">Name of the file or roster.</param>
/// <param name="Specification">What was compared and held equal.</param>
/// <param name="RowsRead">Rows of the table.</param>
/// <param name="RowsSelected">Rows that the conditions select.</param>
/// <param name="Excluded">Rows that could not be used, by reason.</param>
/// <param name="Reference">Value of the class that the others are compared with.</param>
/// <param name="Factors">How each factor was read.</param>
/// <param name="Everybody">Pay of the whole cohort.</param>
/// <param name="Groups">Pay by class, the reference first, then by number of people.</param>
/// <param name="Correlation">Correlation of pay with belonging to the reference (0) or not (1), -1 to 1; null without variance.</param>
/// <param name="Gaps">Differences to the reference, one entry for each other class value.</param>
/// <param name="WithClass">The model with the class in it.</param>
/// <param name="WithoutClass">The model without the class.</param>
/// <param name="Units">Gaps inside each pay analysis group; empty where none are asked for.</param>
/// <param name="Decompositions">One for each class value beside the reference.</param>
/// <param name="Remedies">What each method costs and leaves.</param>
/// <param name="Staged">The remedy for everybody, spread over years.</param>
public sealed record EquityStudy(
    RunManifest Manifest,
    string Source,
    EquitySpecification Specification,
    int RowsRead,
    int RowsSelected,
    IReadOnlyList<EquityExclusion> Excluded,
    string Reference,
    IReadOnlyList<EquityFactor> Factors,
    GroupSummary Everybody,
    IReadOnlyList<GroupSummary> Groups,
    double? Correlation,
    IReadOnlyList<GroupGaps> Gaps,
    FittedModel WithClass,
    FittedModel WithoutClass,
    IReadOnlyList<UnitGaps> Units,
    IReadOnlyList<Decomposition> Decompositions,
    IReadOnlyList<Remedy> Remedies,
    IReadOnlyList<RemedyYear> Staged) : Study(Manifest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.Equity;

    /// <summary>The notes without those of the decompositions, which count people of groups of any size.</summary>
    [JsonIgnore]
    public override IReadOnlyList<string> PublicNotes
    {
        get
        {
            var counted = Decompositions.SelectMany(d => new[] { d.LeftOutNote, d.ReasonNote }).ToHashSet(StringComparer.Ordinal);
            return [.. Notes.Where(n => !counted.Contains(n))];
        }
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => FormattableString.Invariant($"Pay equity by {Specification.Group}: {Specification.Outcome} of {Everybody.People:N0} people in {Source}");
}

/// <summary>A regression as it was fitted.</summary>
/// <param name="People">Number of people with a weight above 0.</param>
/// <param name="DegreesOfFreedom">People less coefficients.</param>
/// <param name="RSquared">Share of the outcome's variance that is explained, 0 to 1; null without variance.</param>
/// <param name="ResidualStandardDeviation">Residual standard deviation, in units of the outcome; null without a degree of freedom.</param>
/// <param name="Coefficients">One entry for each column.</param>
public sealed record FittedModel(int People, int DegreesOfFreedom, double? RSquared, double? ResidualStandardDeviation, IReadOnlyList<ModelCoefficient> Coefficients);
