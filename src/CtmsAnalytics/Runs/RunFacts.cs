using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Runs;

/// <summary>Everything that tables, charts and reports show of a run beside its draws: the scenarios on the expected path, what lies between them, the people and what the numbers hang on.</summary>
/// <param name="Notes">Sentences about the roster.</param>
/// <param name="RosterPeople">People of the roster.</param>
/// <param name="PeopleYear">Fiscal year at whose end <see cref="ScenarioFacts.People"/> stand.</param>
/// <param name="Scenarios">One entry for each scenario, the baseline first.</param>
public sealed record RunFacts(IReadOnlyList<string> Notes, int RosterPeople, int PeopleYear, IReadOnlyList<ScenarioFacts> Scenarios)
{
    /// <summary>People of the roster who receive each component in <see cref="PeopleYear"/>, in the scenario in which fewest do; a component that nobody receives on the assumed path is absent.</summary>
    /// <value>Default empty: not computed.</value>
    public IReadOnlyDictionary<Component, int> Recipients { get; init; } = new Dictionary<Component, int>();

    /// <summary>People of the roster whose cost of a component differs between scenarios in <see cref="PeopleYear"/>, of those two scenarios in which fewest do; a component that is the same everywhere is absent.</summary>
    /// <value>Default empty: not computed.</value>
    public IReadOnlyDictionary<Component, int> Moved { get; init; } = new Dictionary<Component, int>();

    /// <summary>Names of the local talent markets by code (158.612).</summary>
    /// <value>Default empty: a market is shown by its code.</value>
    public IReadOnlyDictionary<string, string> Markets { get; init; } = new Dictionary<string, string>();

    /// <summary>A sentence about the roster for the first line of a report, for example that its people are synthetic.</summary>
    /// <value>Default null: no sentence.</value>
    public string? RosterNote { get; init; }
}
