using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.PersonnelActions;

/// <summary>What an actions file is checked against.</summary>
/// <param name="PersonId">Person that the actions are for.</param>
/// <param name="Scenario">Scenario that they are carried out in: its horizon, ratings, programs and work levels.</param>
/// <param name="Rules">Numbers of the regulation.</param>
/// <param name="Worksites">Code of the local market by five-digit county code.</param>
public sealed record ActionsContext(string PersonId, Scenario Scenario, ScenarioRules Rules, IReadOnlyDictionary<string, string> Worksites);
