using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>
/// Takes the raises apart: what each January raise and each review cost in the year in which they take effect, when they are paid for a part of it, and in the next, when they are
/// paid for the whole of it.
/// </summary>
/// <remarks>
/// The raises are put in order (January raise of the first fiscal year, its review, January raise of the second, ...), and the scenario is projected with the first of them, the first two,
/// and so on. A raise costs what the projection with it costs more than the one before. The last of these is the scenario itself, so that the raises and what remains without
/// them add up to the scenario's cost in every cell, to the cent. No raise looks ahead: what is left out after a fiscal year changes nothing in it.
/// People stay longer where pay is higher, and that is part of what a raise costs. A pay rate that is published for its year stays in: it is a fact and no raise of the scenario.
/// </remarks>
public static class RaiseEffects
{
    /// <summary>Computes what the raises cost.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the projections.</param>
    /// <returns>Amounts other than zero, by kind, year of the raise, fiscal year, agency, organisation and component.</returns>
    /// <exception cref="Diagnostics.InputException">The roster does not fit the scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<RaiseEffect> Of(Scenario scenario, ProjectionInput input, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Of(scenario, null, input, progress, cancellationToken);

    /// <summary>The same, for a scenario that may have been projected already with the same input: the last stage is the scenario itself.</summary>
    internal static IReadOnlyList<RaiseEffect> Of(Scenario scenario, ProjectionResult? projected, ProjectionInput input, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        var calendar = new PayCalendar(new ParameterReader(input.Parameters, scenario.Economy));
        var first = calendar.FirstFiscalYear(scenario.Horizon.Start);
        var last = first + scenario.Horizon.FiscalYears - 1;
        List<Stage> stages = [new(first - 1, RaiseKind.Review)];
        for (var year = first; year <= last; year++) stages.AddRange([new(year, RaiseKind.January), new(year, RaiseKind.Review)]);
        var costs = new CostCube[stages.Count];
        var computed = projected is null ? stages.Count : stages.Count - 1;
        if (projected is not null) costs[^1] = projected.Costs;
        var whole = progress is null ? null : new SharedProgress(progress, computed);
        SideBySide.Run(computed, i => costs[i] = PointEstimate.Run(Until(scenario, stages[i], calendar, last), input, whole?.Part(i), cancellationToken).Costs, cancellationToken);
        return [.. stages.Skip(1).SelectMany((stage, i) => Between(stage, last, costs[i], costs[i + 1]))];
    }

    /// <summary>The scenario with the raises up to a stage, as far as the year after it.</summary>
    internal static Scenario Until(Scenario scenario, Stage stage, PayCalendar calendar, int last)
    {
        var (january, review) = (stage.Year, stage.Kind == RaiseKind.Review ? stage.Year : stage.Year - 1);
        var cut = calendar.FirstDayOf(review + 1, 1);
        var first = calendar.FirstFiscalYear(scenario.Horizon.Start);
        IEnumerable<DatedPolicy> policies = scenario.Policies;
        if (policies.All(p => p.Effective != cut) && cut > scenario.Policies[0].Effective) policies = policies.Append(new DatedPolicy(cut, scenario.PolicyOn(cut)));
        return scenario with
        {
            // A stage is compared with the one before it and the one after it, which for a review is that of the next year.
            Horizon = scenario.Horizon with { FiscalYears = Math.Min(last, review + 2) - first + 1 },
            Economy = scenario.Economy with { PayRaise = UpTo(scenario.Economy.PayRaise, january) },
            Policies = [.. policies.OrderBy(p => p.Effective).Select(p => p with { Policy = Without(p.Policy, january, isReviewed: p.Effective < cut) })],
        };
    }

    private static PayPolicy Without(PayPolicy policy, int january, bool isReviewed) => policy with
    {
        Structure = Without(policy.Structure, january),
        FurtherStructures = [.. policy.FurtherStructures.Select(s => s with { Structure = Without(s.Structure, january) })],
        Recognition = isReviewed ? policy.Recognition : policy.Recognition with { Guideline = [.. policy.Recognition.Guideline.Select(row => row.Select(_ => 0.0).ToList())] },
    };

    private static SalaryStructure Without(SalaryStructure structure, int january) => structure with { AnnualAdjustment = UpTo(structure.AnnualAdjustment, january) };

    private static Dictionary<int, double> UpTo(IReadOnlyDictionary<int, double> byYear, int last) => byYear.Where(r => r.Key <= last).ToDictionary(r => r.Key, r => r.Value);

    private static IEnumerable<RaiseEffect> Between(Stage stage, int last, CostCube without, CostCube with)
    {
        var sums = new SortedDictionary<CostKey, long>(CostKeyOrder.Instance);
        Add(with, 1);
        Add(without, -1);
        return sums.Where(s => s.Value != 0).Select(s => new RaiseEffect(stage.Kind, stage.Year, s.Key.FiscalYear, s.Key.Agency, s.Key.Organisation, s.Key.Component, s.Value));

        void Add(CostCube cube, int sign)
        {
            foreach (var (key, cents) in cube.Cells)
            {
                if (key.FiscalYear < stage.Year || key.FiscalYear > Math.Min(last, stage.Year + 1)) continue;
                var cell = key with { WorkLevel = "", Market = "" };
                sums.TryGetValue(cell, out var before);
                sums[cell] = checked(before + (sign * cents));
            }
        }
    }

    /// <summary>The raises up to and with one of them.</summary>
    internal readonly record struct Stage(int Year, RaiseKind Kind);
}
