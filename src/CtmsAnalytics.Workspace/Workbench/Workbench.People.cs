using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation.Replays;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace;

/// <content>People: pay equity, internal equity, whom a proposal moves, and one person's pay.</content>
public sealed partial class Workbench
{
    private static readonly EquityDimension[] UsualDimensions = [EquityDimension.Level, EquityDimension.Component, EquityDimension.Market];

    /// <summary>Analyses pay equity among the people of a file, as <c>ctms equity FILE</c> does.</summary>
    /// <param name="people">File of people (.csv, .xlsx), a header and one row for each.</param>
    /// <param name="outcome">Column of pay.</param>
    /// <param name="group">Column of the protected class.</param>
    /// <param name="factors">Legitimate factors that are held equal: <c>column</c>, <c>column^2</c>, <c>log(column)</c>; null for none.</param>
    /// <param name="change">Changes the further figures of the analysis, which the parameters give, for example <c>s => s with { By = "unit" }</c>; null for none.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">The file is no table, has no such column, or too few people of a class.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EquityStudy Equity(
        string people,
        string outcome,
        string group,
        IReadOnlyList<string>? factors = null,
        Func<EquitySpecification, EquitySpecification>? change = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var parameters = Read(workspace => workspace.LoadParameters());
        return Equity(EquitySource.OfFile(people, cancellationToken), parameters, outcome, group, factors, change, progress, cancellationToken);
    }

    /// <summary>Analyses pay equity among the people of the roster, with their protected classes from a file, as <c>ctms equity --classes FILE</c> does.</summary>
    /// <param name="classes">File with the column person_id and the classes (.csv, .xlsx).</param>
    /// <param name="group">Column of the protected class.</param>
    /// <param name="factors">Legitimate factors that are held equal, columns of the roster or of the file; null for none.</param>
    /// <param name="outcome">Column of pay.</param>
    /// <param name="change">Changes the further figures of the analysis, which the parameters give; null for none.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">The file is no table or of nobody in the roster, has no such column, or a factor is pay itself.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EquityStudy RosterEquity(
        string classes,
        string group,
        IReadOnlyList<string>? factors = null,
        string outcome = "salary",
        Func<EquitySpecification, EquitySpecification>? change = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var (parameters, source) = Read(workspace => (workspace.LoadParameters(), EquitySource.OfRoster(workspace, _rosterId, classes, cancellationToken)));
        return Equity(source, parameters, outcome, group, factors, change, progress, cancellationToken);
    }

    /// <summary>Tells how people are paid against their ranges and one another, before and after a proposal (158.404(a)), as <c>ctms internal-equity</c> does.</summary>
    /// <param name="scenario">The scenario, or the baseline.</param>
    /// <param name="proposal">A proposal; null for none.</param>
    /// <param name="by">What people are grouped by; null for level, component and market.</param>
    /// <param name="withEnd">Whether the end of the horizon is told as well.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">The horizons differ, or the roster does not fit a scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public InternalEquityStudy InternalEquity(
        LoadedScenario scenario,
        LoadedScenario? proposal = null,
        IReadOnlyList<EquityDimension>? by = null,
        bool withEnd = true,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var snapshot = Snapshot();
        IReadOnlyList<LoadedScenario> scenarios = proposal is null ? [scenario] : [scenario, proposal];
        ScenarioLoading.RequireFit(scenarios, snapshot);
        var specialisations = Read(workspace => InternalEquityRuns.Specialisations(workspace, scenario));
        return InternalEquityRuns.Of(snapshot, scenarios, specialisations, by is { Count: > 0 } ? [.. by.Distinct()] : UsualDimensions, withEnd, progress, cancellationToken);
    }

    /// <summary>Lists the people whose pay a proposal moves in a year, by how much and by which rule, as <c>ctms whom</c> does.</summary>
    /// <param name="baseline">The scenario to compare with.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="year">Year inside the horizon.</param>
    /// <param name="basis">Which year it is.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The people who are moved: personal data.</returns>
    /// <exception cref="InputException">The horizons differ, the year lies outside them, or the roster does not fit a scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Moves Whom(
        LoadedScenario baseline, LoadedScenario proposal, int year, YearBasis basis = YearBasis.Fiscal, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(proposal);
        var snapshot = Snapshot();
        ScenarioLoading.RequireFit([baseline, proposal], snapshot);
        return PersonPaths.Moves(snapshot, baseline, proposal, year, basis, progress, cancellationToken);
    }

    /// <summary>Tells the whole story of one person's pay in a year, every dollar to its paragraph, as <c>ctms explain</c> does.</summary>
    /// <param name="person">Identifier of the person in the roster.</param>
    /// <param name="year">Year inside the scenario's horizon.</param>
    /// <param name="scenario">The scenario; null for the shipped baseline.</param>
    /// <param name="basis">Which year it is.</param>
    /// <param name="actions">File of personnel actions of the person (YAML); null for none but the annual review.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The explanation: personal data.</returns>
    /// <exception cref="InputException">The roster has no such person, the year lies outside the horizon, or the actions have problems.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PersonExplanation Explain(
        string person, int year, LoadedScenario? scenario = null, YearBasis basis = YearBasis.Fiscal, string? actions = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        var snapshot = Snapshot();
        PersonPaths.RequirePerson(snapshot, person, year, null);
        var loaded = Fitting(scenario);
        var decided = actions is null ? [] : Read(workspace => PersonPaths.Actions(workspace, snapshot, actions, person, loaded));
        return PersonPaths.Explain(snapshot, loaded, person, year, basis, decided, cancellationToken);
    }

    /// <summary>Replays one draw of a simulation for a person and whoever is hired into the position after that, as <c>ctms explain --draw</c> does.</summary>
    /// <param name="person">Identifier of the person in the roster.</param>
    /// <param name="year">Year inside the horizon.</param>
    /// <param name="draw">Number of the draw, 0 or more.</param>
    /// <param name="scenarios">The scenarios of the simulation, the one to replay first; null for the shipped baseline.</param>
    /// <param name="seed">Seed of the simulation.</param>
    /// <param name="basis">Which year it is.</param>
    /// <param name="cancellationToken">Stops the replay.</param>
    /// <returns>The replay, and the year of everybody who holds the position, one after the other: personal data.</returns>
    /// <exception cref="InputException">The roster has no such person, or the horizons differ.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public (PersonReplay Replay, IReadOnlyList<PersonExplanation> Explanations) Replay(
        string person, int year, int draw, IReadOnlyList<LoadedScenario>? scenarios = null, uint seed = 1, YearBasis basis = YearBasis.Fiscal, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        if (draw < 0) throw new InputException(FormattableString.Invariant($"Draw {draw}: Draws are counted from 0."));
        var snapshot = Snapshot();
        PersonPaths.RequirePerson(snapshot, person, year, draw);
        return PersonPaths.Replay(snapshot, scenarios is { Count: > 0 } ? scenarios : [Fitting(null)], person, year, draw, seed, basis, cancellationToken);
    }

    private static EquityStudy Equity(
        EquitySource source,
        ParameterSet figures,
        string outcome,
        string group,
        IReadOnlyList<string>? factors,
        Func<EquitySpecification, EquitySpecification>? change,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var defaults = new ParameterReader(figures, EconomyPath.None);
        var given = EquitySpecifications.Of(outcome, group, defaults) with { Factors = factors ?? [], FrozenOn = source.AsOf };
        var specification = change?.Invoke(given) ?? given;
        source.Require(specification);
        return source.Analyse(specification, EquitySpecifications.Used(specification, figures), progress, cancellation).Study;
    }
}
