using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace;

/// <content>People systems: work valuation, talent acquisition, deployment.</content>
public sealed partial class Workbench
{
    private const int LeastFolds = 2;

    /// <summary>Values the roster's people by the scheme in force, and studies a change of it, its calibration and its stability (158.404), as <c>ctms valuation</c> does.</summary>
    /// <param name="options">What is studied beside the valuation; null for nothing.</param>
    /// <param name="scenario">The scenario that a change is priced on; null for the shipped baseline.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">The workspace has no qualifications, the person is not in the roster, or a change or option is unsound.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValuationStudy Valuation(ValuationOptions? options = null, LoadedScenario? scenario = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var asked = options ?? new ValuationOptions();
        if (asked.Folds < LeastFolds) throw new InputException(FormattableString.Invariant($"{nameof(asked.Folds)} is {asked.Folds}. Give a number of parts, 2 or more."));
        if (asked.Noise is not (null or (> 0 and < double.PositiveInfinity))) throw new InputException(FormattableString.Invariant($"{nameof(asked.Noise)} is {asked.Noise}. Give a standard deviation in levels of proficiency, above 0."));
        if (asked.Draws < 1) throw new InputException(FormattableString.Invariant($"{nameof(asked.Draws)} is {asked.Draws}. Give a number of draws, 1 or more."));
        if (ValuationStudies.PolicyOf(asked) is null) return Read(workspace => ValuationStudies.Read(workspace, _rosterId)).Make(asked, null, progress, cancellationToken);
        var snapshot = Snapshot();
        return ValuationStudies.Of(snapshot).Make(asked, (snapshot, Fitting(scenario)), progress, cancellationToken);
    }

    /// <summary>Says which hiring funnel a number of hires needs, what a hire costs and what other initial salaries do (158.501-525), as <c>ctms funnel</c> does.</summary>
    /// <param name="scenario">A scenario with a hiring funnel, for example the shipped <c>hiring-funnel.yaml</c>.</param>
    /// <param name="hires">Hires a year, 1 or more.</param>
    /// <param name="level">The only work level to hire at; null for all that have a funnel.</param>
    /// <param name="probability">Probability with which each level is to reach its hires, above 0 and below 1; null for the parameter <c>acquisition_probability</c>.</param>
    /// <param name="entryPlaces">Places in the range to try as initial salary, each 0 to 1; null for steps up from the scenario's.</param>
    /// <param name="draws">Paired draws that differences of cost are simulated on; 0 for the point estimate alone.</param>
    /// <param name="seed">Seed of the simulation.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">The scenario has no funnel, or an option lies outside its range.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AcquisitionStudy Funnel(
        LoadedScenario scenario,
        int hires,
        string? level = null,
        double? probability = null,
        IReadOnlyList<double>? entryPlaces = null,
        int draws = 0,
        uint seed = 1,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (draws < 0) throw new InputException(FormattableString.Invariant($"{nameof(draws)} is {draws}. Give a number of draws, 0 for the point estimate alone."));
        var snapshot = Snapshot();
        var options = new AcquisitionOptions(hires, level, probability ?? AcquisitionStudies.DefaultProbability(snapshot, scenario), entryPlaces ?? [], draws, seed);
        return AcquisitionStudies.Of(snapshot, Fitting(scenario), options, progress, cancellationToken);
    }

    /// <summary>Matches people with open assignments by their qualifications and says why (158.703), as <c>ctms deployment match</c> does.</summary>
    /// <param name="options">How they are matched; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the matching.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">The workspace has no assignments or no qualifications.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DeploymentStudy Match(MatchOptions? options = null, CancellationToken cancellationToken = default) =>
        Read(workspace => new DeploymentStudies(workspace, _rosterId).Match(options ?? new MatchOptions(), cancellationToken));

    /// <summary>Sets hours worked against minimum hours and finds schedules to change (158.705), as <c>ctms deployment hours</c> does.</summary>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">The workspace has no hours of the roster's people.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    public DeploymentStudy Hours() => Read(workspace => new DeploymentStudies(workspace, _rosterId).Hours());

    /// <summary>Says by which day directed assignments need notice and what they cost in travel and relocation (158.708), as <c>ctms deployment directed</c> does.</summary>
    /// <param name="plan">File of directed assignments (.csv, .xlsx).</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">A row of the file is wrong; every problem is named.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    public DeploymentStudy Directed(string plan) => Read(workspace => new DeploymentStudies(workspace, _rosterId).Directed(plan));

    /// <summary>Says what details outside the Department take in capacity and what is reimbursed (158.707), as <c>ctms deployment details</c> does.</summary>
    /// <param name="plan">File of details (.csv, .xlsx).</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">A row of the file is wrong; every problem is named.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    public DeploymentStudy Details(string plan) => Read(workspace => new DeploymentStudies(workspace, _rosterId).Details(plan));

    /// <summary>Prices qualified positions before they are designated (158.702(d)), as <c>ctms deployment designate</c> does.</summary>
    /// <param name="options">The positions.</param>
    /// <param name="scenario">The scenario that they would be added to; null for the shipped baseline.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">There is no such organisation, local market or work level, or no position.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DeploymentStudy Designate(DesignationOptions options, LoadedScenario? scenario = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Positions < 1) throw new InputException(FormattableString.Invariant($"{nameof(options.Positions)} is {options.Positions}. Give a number of positions, 1 or more."));
        var (snapshot, loaded) = (Snapshot(), Fitting(scenario));
        var line = DeploymentStudies.Line(snapshot, loaded, options);
        return Read(workspace => new DeploymentStudies(workspace, _rosterId).Designate(snapshot, loaded, line, progress, cancellationToken));
    }
}
