using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>What scenario files are checked against when there is a workspace: its parameters, markets, occupations and counties.</summary>
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
            input.Wages.Where(w => w.Area == MarketReference.NationalArea).Select(w => w.Occupation),
            Market(input))
        {
            Valuation = input.Valuation,
            Counties = input.Worksites.Count == 0 ? null : input.Worksites.Select(w => w.Fips).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>The workspace's wages at a level's target percentile; null where it holds none.</summary>
    private static MarketWage? Market(ProjectionInput input)
    {
        if (input.Wages.All(w => w.Area != MarketReference.NationalArea || w.P25.Status == FigureStatus.Absent)) return null;
        var month = (int)input.Parameters.Latest("survey_reference_month").Value;
        return (match, date, growth) => new MarketReference(input.Wages, input.Markets, growth, month).ForLevel(match, null, date).Target;
    }
}
