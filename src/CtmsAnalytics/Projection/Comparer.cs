using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CtmsAnalytics.Deployment;
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
        (PolicySection.Valuation, "valuation", "Work valuation"),
        (PolicySection.Deployment, "deployment", "Worksites and schedules"),
        (PolicySection.Workforce, "workforce", "Workforce"),
        (PolicySection.Other, "other", "Economy and other"),
    ];

    // A separation hazard may be infinite.
    private static readonly JsonSerializerOptions Contents = new() { IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

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
        CancellationToken cancellationToken = default) => Compare(baseline, null, proposal, input, inputs, progress, cancellationToken);

    /// <summary>The same, for a baseline that may have been projected already with the same input.</summary>
    internal static Comparison Compare(
        Scenario baseline,
        ProjectionResult? projected,
        Scenario proposal,
        ProjectionInput input,
        IReadOnlyList<ManifestInput> inputs,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(inputs);
        baseline.RequireSameHorizon(proposal);
        var steps = Steps.Where(step => Differs(step.Section, baseline, proposal)).ToList();
        var scenarios = new List<Scenario> { baseline };
        for (var i = 1; i <= steps.Count; i++)
            scenarios.Add(i == steps.Count ? proposal : ScenarioSections.Combine(baseline, proposal, steps.Take(i).Select(s => s.Section).ToHashSet()));
        if (steps.Count == 0 && !ReferenceEquals(baseline, proposal)) scenarios.Add(proposal);
        ProjectionResult[] results = projected is null
            ? Project(scenarios, input, progress, cancellationToken)
            : [projected, .. Project(scenarios[1..], input, progress, cancellationToken)];
        var drivers = steps.Select((step, i) => Driver(step.Name, step.Title, results[i], results[i + 1])).Where(d => d.CentsByYear.Values.Any(c => c != 0)).ToList();
        return new Comparison(results[0], results[^1], drivers, Staircase(baseline, proposal, input), RunManifest.Create(inputs, PointEstimate.Method));
    }

    /// <summary>Projections are independent of one another, so they run side by side.</summary>
    private static ProjectionResult[] Project(List<Scenario> scenarios, ProjectionInput input, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var results = new ProjectionResult[scenarios.Count];
        var whole = progress is null ? null : new SharedProgress(progress, scenarios.Count);
        SideBySide.Run(scenarios.Count, i => results[i] = PointEstimate.Run(scenarios[i], input, whole?.Part(i), cancellationToken), cancellationToken);
        return results;
    }

    /// <summary>Whether a section says something different in the two scenarios; sections are plain data, so their serialised forms are compared.</summary>
    private static bool Differs(PolicySection section, Scenario baseline, Scenario proposal) => section switch
    {
        PolicySection.Structure => Timeline(baseline, p => new { p.Structure, p.FurtherStructures }) != Timeline(proposal, p => new { p.Structure, p.FurtherStructures })
            || JsonSerializer.Serialize(baseline.ExtendedRange) != JsonSerializer.Serialize(proposal.ExtendedRange),
        PolicySection.Supplements => Timeline(baseline, p => p.Supplements) != Timeline(proposal, p => p.Supplements),
        PolicySection.Recognition => Timeline(baseline, p => p.Recognition) != Timeline(proposal, p => p.Recognition),
        PolicySection.SpecialWorkingConditions => Timeline(baseline, p => p.SpecialWorkingConditions) != Timeline(proposal, p => p.SpecialWorkingConditions),
        PolicySection.Valuation or PolicySection.Deployment => Openings(baseline, section) != Openings(proposal, section),
        PolicySection.Workforce => JsonSerializer.Serialize(baseline.Workforce, Contents) != JsonSerializer.Serialize(proposal.Workforce, Contents),
        _ => JsonSerializer.Serialize((baseline.Economy, baseline.EmployerCost, baseline.AggregateLimit, baseline.OtherCompensation), Contents)
            != JsonSerializer.Serialize((proposal.Economy, proposal.EmployerCost, proposal.AggregateLimit, proposal.OtherCompensation), Contents),
    };

    private static string Openings(Scenario scenario, PolicySection section) =>
        JsonSerializer.Serialize<object[]>([.. scenario.OpeningPolicies.Where(p => p.Section == section)], Contents);

    /// <summary>A section's contents with the dates on which they change; a date on which only other sections change does not count.</summary>
    private static string Timeline(Scenario scenario, Func<PayPolicy, object> section)
    {
        var text = new StringBuilder();
        var before = "";
        foreach (var (effective, policy) in scenario.Policies)
        {
            var now = JsonSerializer.Serialize(section(policy));
            if (now != before) text.Append(CultureInfo.InvariantCulture, $"{effective:yyyy-MM-dd} {now}\n");
            before = now;
        }

        return text.ToString();
    }

    private static CostDriver Driver(string section, string title, ProjectionResult before, ProjectionResult after)
    {
        var from = before.Costs.SumBy(k => k.FiscalYear);
        var to = after.Costs.SumBy(k => k.FiscalYear);
        return new CostDriver(section, title, before.FiscalYears.ToDictionary(y => y, y => to.GetValueOrDefault(y) - from.GetValueOrDefault(y)));
    }

    /// <summary>
    /// The subranges of the structures that the proposal ends with, the main structure first. Each person counts in the one step whose structure covers him in the proposal,
    /// so that the steps add up to the roster.
    /// </summary>
    private static List<StaircaseStep> Staircase(Scenario baseline, Scenario proposal, ProjectionInput input)
    {
        var parameters = new ParameterReader(input.Parameters, baseline.Economy);
        var market = new MarketReference(input.Wages, input.Markets, baseline.Economy.MarketGrowth, (int)parameters.Constant("survey_reference_month"));
        var (before, after) = (baseline.Policies[^1].Policy, proposal.Policies[^1].Policy);
        var covered = Opening.Of(proposal, input).Roster.ToLookup(p => after.StructureFor(StructureMember.Of(p)), ReferenceEqualityComparer.Instance);
        return
        [
            .. Steps(after.Structure, before.Structure, ""),
            .. after.FurtherStructures.Select(f => f.Structure).SelectMany(s => Steps(s, Named(before, s.Name), $" ({s.Name})")),
        ];

        IEnumerable<StaircaseStep> Steps(SalaryStructure structure, SalaryStructure? counterpart, string suffix) => structure.Subranges.Select(subrange =>
        {
            List<RosterPerson> people = [.. covered[structure].Where(p => subrange.WorkLevels().Contains(p.WorkLevel))];
            var held = (counterpart ?? Covering(before, people)).Subranges.FirstOrDefault(s => s.WorkLevels().Contains(subrange.WorkLevel)) ?? subrange;
            return new StaircaseStep(
                subrange.WorkLevel,
                subrange.Title + suffix,
                held.Minimum,
                held.Maximum,
                subrange.Minimum,
                subrange.Maximum,
                market.ForLevel(subrange.Market, null, baseline.Horizon.Start),
                [.. people.Select(p => p.StructureSalary)]);
        });
    }

    private static SalaryStructure? Named(PayPolicy policy, string name) => policy.FurtherStructures.FirstOrDefault(s => s.Structure.Name == name)?.Structure;

    /// <summary>The structure that covers most of some people, the first of those that cover equally many; the main one for nobody.</summary>
    private static SalaryStructure Covering(PayPolicy policy, IReadOnlyList<RosterPerson> people) =>
        policy.AllStructures().MaxBy(s => people.Count(p => ReferenceEquals(policy.StructureFor(StructureMember.Of(p)), s)))!;
}
