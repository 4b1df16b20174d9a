using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Projection;

/// <summary>Everything beside the scenario that a projection computes with.</summary>
/// <param name="Roster">The workforce at the start, one entry per person.</param>
/// <param name="Parameters">Sourced figures: policy parameters and reference rates.</param>
/// <param name="Wages">Wages by survey year, area and occupation.</param>
/// <param name="Markets">Local talent markets.</param>
public sealed record ProjectionInput(
    IReadOnlyList<RosterPerson> Roster,
    ParameterSet Parameters,
    IReadOnlyList<OccupationWage> Wages,
    IReadOnlyList<LocalMarket> Markets)
{
    /// <summary>Qualifications of the roster's people (158.402(c)), in any order.</summary>
    /// <value>Default empty: none are known.</value>
    public IReadOnlyList<PersonQualifications> Qualifications { get; init; } = [];

    /// <summary>The qualifications library and the valuation scheme in force (158.404).</summary>
    /// <value>Default null: no scenario can change the scheme.</value>
    public ValuationBasis? Valuation { get; init; }

    /// <summary>Counties that an official worksite can lie in (158.704).</summary>
    /// <value>Default empty: only those of the roster's people.</value>
    public IReadOnlyList<Worksite> Worksites { get; init; } = [];

    /// <summary>What the scenario changed about positions when the horizon opened, once <see cref="Roster"/> is the roster that it opens with.</summary>
    internal IReadOnlyList<OpeningChange> OpeningChanges { get; init; } = [];
}
