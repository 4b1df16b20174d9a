using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Runs;

/// <summary>Computes the facts of a run beside its draws.</summary>
public static class RunAnalysis
{
    /// <summary>Projects the scenarios, splits what each costs more than the baseline by cause, finds where everybody stands, and weighs the assumed figures.</summary>
    /// <param name="scenarios">Validated scenarios of the same horizon, the baseline first.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="options">What is computed.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The facts, without notes.</returns>
    /// <exception cref="InputException">There is no scenario, the horizons differ, or the roster does not fit a scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RunFacts Of(
        IReadOnlyList<Scenario> scenarios,
        ProjectionInput input,
        RunAnalysisOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(input);
        if (scenarios.Count == 0) throw new InputException("There is no scenario to analyse. Name at least one.");
        var wanted = options ?? RunAnalysisOptions.Default;
        var steps = new StepProgress(progress, scenarios.Count + (wanted.People ? scenarios.Count : 0) + (wanted.Raises ? scenarios.Count : 0) + (wanted.Sensitivities ? scenarios.Count : 0));
        var comparisons = new Comparison[scenarios.Count];
        for (var s = 0; s < comparisons.Length; s++) comparisons[s] = Comparer.Compare(scenarios[0], comparisons[0]?.Baseline, scenarios[s], input, [], steps.Next(), cancellationToken);
        ProjectionResult[] projections = [.. comparisons.Select(c => c.Proposal)];
        var years = projections[0].FiscalYears;
        // The first year of a proposal is partly the year before it; the second one shows it in full.
        var year = years[Math.Min(1, years.Count - 1)];
        IReadOnlyList<PersonPosition>[] people = [.. scenarios.Select((s, i) => wanted.People ? PersonPositions.Of(s, input, projections[i], year, steps.Next(), cancellationToken) : [])];
        IReadOnlyList<RaiseEffect>[] raises = [.. scenarios.Select((s, i) => wanted.Raises ? RaiseEffects.Of(s, projections[i], input, steps.Next(), cancellationToken) : [])];
        var weights = wanted.Sensitivities ? Sensitivities.Of(scenarios, input, projections, progress: steps.Next(scenarios.Count), cancellationToken: cancellationToken) : [.. scenarios.Select(_ => Array.Empty<Sensitivity>())];
        return new RunFacts(
            [],
            input.Roster.Count,
            year,
            [.. scenarios.Select((_, s) => new ScenarioFacts(projections[s], comparisons[s].Drivers, comparisons[s].Staircase, people[s], weights[s]) { Raises = raises[s], Moved = wanted.People ? Moved(s) : null })])
        {
            Recipients = Recipients(people),
            Moved = MovedPeople.ByComponent(people),
            Markets = input.Markets.ToDictionary(m => m.Code, m => m.Name, StringComparer.Ordinal),
        };

        int Moved(int scenario)
        {
            MoveSize[] moved = [.. people[0].Zip(people[scenario], MoveSizes.Of)];
            // What takes effect later is followed to the end of the horizon only where it decides whether many people are meant.
            var isSettled = MovedPeople.Count(moved) >= SmallCells.Least && moved.Contains(MoveSize.Real);
            if (isSettled || years[^1] == year || !scenarios[0].Policies.Concat(scenarios[scenario].Policies).Any(p => p.Effective.Year >= year)) return MovedPeople.Count(moved);
            IReadOnlyList<PersonPosition> AtEnd(int s) => PersonPositions.Of(scenarios[s], input, projections[s], years[^1], null, cancellationToken);
            return MovedPeople.Count([.. moved.Zip(AtEnd(0).Zip(AtEnd(scenario), MoveSizes.Of), (now, later) => now > later ? now : later)]);
        }
    }

    private static Dictionary<Component, int> Recipients(IReadOnlyList<IReadOnlyList<PersonPosition>> people)
    {
        var counts = people.Select(p => p.SelectMany(x => x.Components).CountBy(c => c).ToDictionary()).ToList();
        return Enum.GetValues<Component>().Select(c => (Component: c, People: counts.Where(x => x.ContainsKey(c)).Select(x => x[c]).DefaultIfEmpty().Min()))
            .Where(c => c.People > 0).ToDictionary(c => c.Component, c => c.People);
    }

    /// <summary>Adds up the progress of steps that follow one another.</summary>
    private sealed class StepProgress(IProgress<double>? whole, int steps)
    {
        private int _begun;

        public IProgress<double>? Next(int weight = 1)
        {
            if (whole is null) return null;
            var first = _begun;
            _begun += weight;
            return new Step(whole, first, weight, steps);
        }

        private sealed class Step(IProgress<double> whole, int first, int weight, int steps) : IProgress<double>
        {
            public void Report(double value) => whole.Report((first + (value * weight)) / steps);
        }
    }
}
