using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli;

/// <summary>What scenario files are checked against when there is a workspace: its parameters, markets and occupations.</summary>
public static class WorkspaceRules
{
    /// <summary>Creates the rules.</summary>
    /// <param name="input">What the workspace holds.</param>
    /// <returns>The rules.</returns>
    public static ScenarioRules Create(ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ScenarioRules(
            input.Parameters,
            input.Parameters.All.Select(p => p.Name).Where(n => n.StartsWith("fers_", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
            input.Markets.Select(m => m.Code),
            input.Wages.Where(w => w.Area == MarketReference.NationalArea).Select(w => w.Occupation));
    }
}
