using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Projection;

/// <summary>Compares two proposals on the same workforce, market and rates, and splits the difference by the part of policy that causes it.</summary>
public static class Comparer
{
    /// <summary>The parts of policy in the order in which the split exchanges them, with their words for a chart.</summary>
    private static readonly (PolicySection Section, string Name, string Title)[] Steps =
    [
        (PolicySection.Structure, "structure", "Salary structure"),
        (PolicySection.Supplements, "supplements", "Local supplements"),
        (PolicySection.Recognition, "recognition", "Recognition"),
        (PolicySection.SpecialWorkingConditions, "special_working_conditions", "Special working conditions"),
        (PolicySection.Workforce, "workforce", "Workforce"),
        (PolicySection.Other, "other", "Economy and other"),
    ];

    /// <summary>Projects both scenarios and what lies between them.</summary>
    /// <param name="baseline">The scenario that the other is compared with.</param>
    /// <param name="proposal">The other scenario, with the same horizon.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="inputs">Every input of the run with its digest, for the manifest.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>The comparison; its drivers add up exactly to the difference.</returns>
    /// <exception cref="Diagnostics.InputException">The horizons differ, or the roster does not fit a scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Comparison Compare(
        Scenario baseline,
        Scenario proposal,
        ProjectionInput input,
        IReadOnlyList<ManifestInput> inputs,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(inputs);
        if (baseline.Horizon != proposal.Horizon)
        {
            throw new Diagnostics.InputException(
                $"The scenarios cover different years: '{baseline.Name}' {Describe(baseline.Horizon)}, '{proposal.Name}' {Describe(proposal.Horizon)}. Give both the same horizon.");
        }

        var results = new List<ProjectionResult>();
        var exchanged = new HashSet<PolicySection>();
        var runs = Steps.Length + 1.0;
        results.Add(PointEstimate.Run(baseline, input, Part(progress, 0, runs), cancellationToken));
        foreach (var (section, _, _) in Steps)
        {
            exchanged.Add(section);
            var hybrid = results.Count == Steps.Length ? proposal : ScenarioSections.Combine(baseline, proposal, exchanged);
            results.Add(PointEstimate.Run(hybrid, input, Part(progress, results.Count, runs), cancellationToken));
        }

        var drivers = Steps.Select((step, i) => Driver(step.Name, step.Title, results[i], results[i + 1])).Where(d => d.CentsByYear.Values.Any(c => c != 0)).ToList();
        return new Comparison(results[0], results[^1], drivers, Staircase(baseline, proposal, input), Manifest(inputs));
    }

    private static CostDriver Driver(string section, string title, ProjectionResult before, ProjectionResult after)
    {
        var from = before.Costs.SumBy(k => k.FiscalYear);
        var to = after.Costs.SumBy(k => k.FiscalYear);
        return new CostDriver(section, title, before.FiscalYears.ToDictionary(y => y, y => to.GetValueOrDefault(y) - from.GetValueOrDefault(y)));
    }

    private static List<StaircaseStep> Staircase(Scenario baseline, Scenario proposal, ProjectionInput input)
    {
        var parameters = new ParameterReader(input.Parameters, baseline.Economy);
        var market = new MarketReference(input.Wages, input.Markets, baseline.Economy.MarketGrowth, (int)parameters.Constant("survey_reference_month"));
        var before = baseline.Policies[^1].Policy.Structure.Subranges;
        var after = proposal.Policies[^1].Policy.Structure.Subranges.ToDictionary(s => s.WorkLevel, StringComparer.Ordinal);
        var added = after.Values.Where(s => before.All(b => b.WorkLevel != s.WorkLevel));
        var old = before.ToDictionary(s => s.WorkLevel, StringComparer.Ordinal);
        return [.. before.Concat(added).Select(step =>
        {
            var from = old.GetValueOrDefault(step.WorkLevel, step);
            var to = after.GetValueOrDefault(step.WorkLevel, step);
            return new StaircaseStep(
                step.WorkLevel,
                step.Title,
                from.Minimum,
                from.Maximum,
                to.Minimum,
                to.Maximum,
                market.ForLevel(step.Market, null, baseline.Horizon.Start),
                [.. input.Roster.Where(p => p.WorkLevel == step.WorkLevel).Select(p => p.StructureSalary)]);
        })];
    }

    private static RunManifest Manifest(IReadOnlyList<ManifestInput> inputs)
    {
        var version = typeof(Comparer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
        var text = string.Join('\n', inputs.Select(i => $"{i.Role}\t{i.Sha256}").Prepend(version));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new RunManifest(
            Convert.ToHexStringLower(digest)[..12],
            version,
            inputs,
            "Point estimate: the scalar rules of part 158 applied to every person and work period on the expected path, in whole cents; no random draws.");
    }

    private static Progress? Part(IProgress<double>? progress, double done, double of) => progress is null ? null : new Progress(progress, done, of);

    private static string Describe(Horizon horizon) =>
        string.Create(CultureInfo.InvariantCulture, $"starts {horizon.Start:yyyy-MM-dd} for {horizon.FiscalYears} fiscal years");

    private sealed class Progress(IProgress<double> whole, double done, double of) : IProgress<double>
    {
        public void Report(double value) => whole.Report((done + value) / of);
    }
}
