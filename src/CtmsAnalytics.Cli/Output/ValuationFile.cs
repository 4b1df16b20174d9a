using System.Globalization;
using System.Text;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Writes a change of the valuation scheme as a scenario file that extends another.</summary>
internal static class ValuationFile
{
    /// <summary>Writes the file and reads it back, so that what stands in it is what was studied.</summary>
    /// <param name="file">The file.</param>
    /// <param name="baseline">File of the scenario that it extends.</param>
    /// <param name="policy">The change.</param>
    /// <param name="study">The study that it comes from.</param>
    /// <param name="rules">What scenarios are checked against.</param>
    /// <exception cref="InputException">The file cannot be read back; it was not kept.</exception>
    public static void Write(string file, string baseline, ValuationPolicy policy, ValuationStudy study, ScenarioRules rules)
    {
        var partial = file + ".partial.yaml";
        try
        {
            File.WriteAllText(partial, Text(file, baseline, policy, study));
            var read = ScenarioLoading.Load(partial, rules).Scenario.OpeningPolicies.OfType<ValuationPolicy>().SingleOrDefault();
            if (read is null || policy.Weights.Any(w => read.Weights.GetValueOrDefault(w.Key, double.NaN) != w.Value) || policy.CutPoints.Any(c => read.CutPoints.GetValueOrDefault(c.Key, double.NaN) != c.Value))
                throw new InputException($"--emit {file}: The file would not say what was studied. Extend a baseline without a section 'valuation'.");
            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static string Text(string file, string baseline, ValuationPolicy policy, ValuationStudy study)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Changed work valuation of study {study.Manifest.RunId}, on top of {study.Scheme.Label}.\n");
        text.Append(CultureInfo.InvariantCulture, $"extends: \"{EmittedScenario.Extends(file, baseline).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
        text.Append("name: Changed work valuation\ndescription: Work levels by changed weights or cut points of the valuation scheme; everything else as in the baseline.\n\nvaluation:\n");
        Section("weights", policy.Weights);
        Section("cut_points", policy.CutPoints);
        return text.ToString();

        void Section(string name, IReadOnlyDictionary<string, double> figures)
        {
            if (figures.Count == 0) return;
            text.Append(CultureInfo.InvariantCulture, $"  {name}:\n");
            foreach (var (key, value) in figures) text.Append(CultureInfo.InvariantCulture, $"    {key}: {value:0.################}\n");
        }
    }
}
