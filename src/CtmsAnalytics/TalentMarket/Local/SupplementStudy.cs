using System.Text.Json.Serialization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>A study of local cybersecurity talent market supplements (158.612): cost of talent by market, a proposed percentage for each, who is covered, what it costs, and how such supplements would have done before.</summary>
/// <param name="Manifest">What the study was computed from.</param>
/// <param name="SurveyYear">Survey year of the wages.</param>
/// <param name="UsesMean">Whether means are compared instead of medians.</param>
/// <param name="Mix">The service's mix of occupations.</param>
/// <param name="Shrinkage">How estimates were shrunk; null where no area has figures.</param>
/// <param name="Policy">The policy.</param>
/// <param name="LocalityYear">Calendar year of the title 5 locality payments.</param>
/// <param name="Markets">Every local market.</param>
/// <param name="Worksites">Every county with people.</param>
/// <param name="Cost">What the proposal costs over the scenario's years.</param>
/// <param name="BackTest">Test on the past; null where the market data do not reach back.</param>
public sealed record SupplementStudy(
    RunManifest Manifest,
    int SurveyYear,
    bool UsesMean,
    IReadOnlyList<MixOccupation> Mix,
    ShrinkageSummary? Shrinkage,
    SupplementPolicy Policy,
    int LocalityYear,
    IReadOnlyList<MarketSupplement> Markets,
    IReadOnlyList<WorksiteSupplement> Worksites,
    SupplementCost Cost,
    SupplementBackTest? BackTest) : Study(Manifest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.Supplement;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => FormattableString.Invariant($"Local supplements from the wages of May {SurveyYear}");

    /// <summary>Number of the roster in the workspace; 0 for none.</summary>
    /// <value>Default 0.</value>
    public int RosterId { get; init; }

    /// <summary>Markets that were asked for by name.</summary>
    /// <value>Default empty: all.</value>
    public IReadOnlyList<string> Asked { get; init; } = [];
}

/// <summary>An occupation of the service's mix.</summary>
/// <param name="Occupation">SOC code.</param>
/// <param name="Title">Name of the occupation.</param>
/// <param name="Share">Share of people, above 0 to 1.</param>
public sealed record MixOccupation(string Occupation, string Title, double Share);

/// <summary>How the areas' estimates were shrunk. Standard deviations of log ratios: 0.1 is about 10 %.</summary>
/// <param name="Areas">Areas with figures.</param>
/// <param name="BetweenAreas">Standard deviation of true values within a division.</param>
/// <param name="BetweenDivisions">Standard deviation of the divisions' means.</param>
/// <param name="Centre">Mean index of the divisions, 1 for the nation.</param>
/// <param name="MedianError">Median sampling standard error of the areas.</param>
/// <param name="Divisions">The divisions.</param>
public sealed record ShrinkageSummary(int Areas, double BetweenAreas, double BetweenDivisions, double Centre, double MedianError, IReadOnlyList<DivisionSummary> Divisions);

/// <summary>A Census division.</summary>
/// <param name="Division">Its name.</param>
/// <param name="Areas">Areas with figures in it.</param>
/// <param name="Index">Posterior mean index, 1 for the nation.</param>
public sealed record DivisionSummary(string Division, int Areas, double Index);

/// <summary>What a proposal of supplements costs more than the present ones over a scenario's years, re-costed by the engine. Cents.</summary>
/// <param name="Baseline">Name of the scenario that it is compared with.</param>
/// <param name="Effective">Day from which the proposal holds.</param>
/// <param name="Years">By fiscal year, point estimate.</param>
/// <param name="Components">By component, over all years.</param>
/// <param name="Markets">By local market, over all years.</param>
/// <param name="Simulated">The total on paired draws; null where none were asked for.</param>
public sealed record SupplementCost(
    string Baseline,
    DateOnly Effective,
    IReadOnlyList<SupplementYear> Years,
    IReadOnlyList<SupplementComponent> Components,
    IReadOnlyList<SupplementMarketCost> Markets,
    SimulatedSupplementCost? Simulated)
{
    /// <summary>Difference over all years, cents.</summary>
    [JsonIgnore]
    public long TotalCents => Years.Sum(y => y.ChangeCents);
}

/// <summary>A fiscal year. Cents.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="BaselineCents">Cost of the baseline.</param>
/// <param name="ChangeCents">What the proposal costs more.</param>
public sealed record SupplementYear(int FiscalYear, long BaselineCents, long ChangeCents);

/// <summary>A component of cost.</summary>
/// <param name="Component">The component.</param>
/// <param name="ChangeCents">What the proposal costs more, cents.</param>
public sealed record SupplementComponent(Component Component, long ChangeCents);

/// <summary>A local market.</summary>
/// <param name="Market">Market code.</param>
/// <param name="ChangeCents">What the proposal costs more, cents.</param>
public sealed record SupplementMarketCost(string Market, long ChangeCents);

/// <summary>What the proposal costs more in a simulation on paired draws. Cents.</summary>
/// <param name="Draws">Number of draws.</param>
/// <param name="Seed">Seed of every random number.</param>
/// <param name="Mean">Mean over draws.</param>
/// <param name="StandardError">Standard error of the mean; null with one draw.</param>
/// <param name="P10">A tenth of the draws cost less.</param>
/// <param name="P90">A tenth of the draws cost more.</param>
public sealed record SimulatedSupplementCost(int Draws, long Seed, double Mean, double? StandardError, double P10, double P90);
