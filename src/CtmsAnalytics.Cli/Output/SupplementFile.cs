using System.Globalization;
using System.Text;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Writes proposed supplements as a scenario file that extends another.</summary>
internal static class SupplementFile
{
    /// <summary>Writes the file and reads it back, so that what stands in it is what was costed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="baseline">File of the scenario that it extends.</param>
    /// <param name="scenario">That scenario.</param>
    /// <param name="analysis">The analysis.</param>
    /// <param name="study">What it found.</param>
    /// <param name="rules">What scenarios are checked against.</param>
    /// <exception cref="InputException">The file cannot be read back; it was not kept.</exception>
    public static void Write(string file, string baseline, Scenario scenario, SupplementAnalysis analysis, SupplementStudy study, ScenarioRules rules)
    {
        var partial = file + ".partial.yaml";
        try
        {
            File.WriteAllText(partial, Text(file, baseline, scenario, study));
            var read = ScenarioLoading.Load(partial, rules).Scenario;
            var meant = analysis.Proposal(study);
            if (!read.Policies.Select(p => p.Effective).Order().SequenceEqual(meant.Policies.Select(p => p.Effective)) || read.Policies.Any(p => study.Markets.Any(m => At(p.Policy, m) != At(meant.PolicyOn(p.Effective), m))))
                throw new InputException($"--emit {file}: The file would not say what was costed. Extend a baseline whose dated changes come before {analysis.Effective:yyyy-MM-dd}.");
            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        static double At(PayPolicy policy, MarketSupplement market) => policy.Supplements.GetValueOrDefault(market.Market);
    }

    private static string Text(string file, string baseline, Scenario scenario, SupplementStudy study)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Local supplements of study {study.Manifest.RunId}, from the wages of May {study.SurveyYear}.\n");
        text.Append(CultureInfo.InvariantCulture, $"extends: \"{EmittedScenario.Extends(file, baseline).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
        text.Append("name: Proposed supplements\n");
        text.Append(CultureInfo.InvariantCulture, $"description: Local supplements from the wages of May {study.SurveyYear}; everything else as in the baseline.\n\nchanges:\n");
        foreach (var date in SupplementProposal.Dates(scenario, study.Cost.Effective))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - effective: {date:yyyy-MM-dd}\n    supplements:\n");
            var before = scenario.PolicyOn(date).Supplements;
            foreach (var market in study.Markets.Where(m => m.Proposed != 0 || before.GetValueOrDefault(m.Market) != 0))
                text.Append(CultureInfo.InvariantCulture, $"      {market.Market}: {market.Proposed}\n");
        }

        return text.ToString();
    }
}
