using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace;

/// <content>Studies of the talent market: position, structures, local supplements.</content>
public sealed partial class Workbench
{
    /// <summary>Says where the salaries of the roster stand in the talent market (158.403), as <c>ctms market</c> does.</summary>
    /// <param name="options">What they are compared with; null for the defaults.</param>
    /// <param name="scenario">The scenario whose market matches, subranges and limitations hold; null for the shipped baseline.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">There is no such index or survey, the weights of a blend are unsound, or the roster does not fit the scenario.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MarketStudy Market(MarketOptions? options = null, LoadedScenario? scenario = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var (asked, snapshot, loaded) = (options ?? new MarketOptions(), Snapshot(), Fitting(scenario));
        var prepared = Read(workspace => MarketStudies.Prepare(workspace, snapshot, loaded, asked));
        var study = MarketStudies.Of(snapshot, loaded, prepared, progress, cancellationToken);
        return asked.Individuals ? study : study.WithoutIndividuals();
    }

    /// <summary>Designs salary structures from market wages and costs them beside the base, as <c>ctms structure compare</c> does.</summary>
    /// <param name="scenario">The base; null for the shipped baseline.</param>
    /// <param name="options">How they are designed and costed; null for the defaults.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">There are no methods or more than three, an option lies outside its range, or the roster does not fit the base.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StructureStudy Structure(LoadedScenario? scenario = null, StructureOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var asked = options ?? new StructureOptions();
        var methods = asked.Methods.Distinct().ToList();
        if (methods.Count is < 1 or > StructureOptions.MostMethods)
            throw new InputException(FormattableString.Invariant($"There are {methods.Count} alternatives. Compare one to {StructureOptions.MostMethods} at once."));
        var studies = new StructureStudies(Snapshot(), Fitting(scenario), asked.Effective, Sound(asked.Costing));
        var designed = studies.Design(asked with { Methods = methods });
        return studies.Study(designed, studies.Cost(designed, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Finds the cheapest structure, supplements and pool that meet goals, as <c>ctms structure optimise</c> does.</summary>
    /// <param name="scenario">The base; null for the shipped baseline.</param>
    /// <param name="goals">The goals; what is not stated comes from the parameters. Null for those alone.</param>
    /// <param name="effective">Day from which the structure holds; null for the first of the second fiscal year.</param>
    /// <param name="costing">Draws and seed that every cost is simulated on; null for 128 draws with seed 1.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The study with the optimum and the frontier; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">No structure meets the goals, which the message explains; a goal lies outside its range, or the roster does not fit the base.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StructureStudy OptimiseStructure(
        LoadedScenario? scenario = null,
        StatedGoals? goals = null,
        DateOnly? effective = null,
        CostingOptions? costing = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var studies = new StructureStudies(Snapshot(), Fitting(scenario), effective, Sound(costing ?? StructureOptions.DefaultCosting));
        var asked = studies.Goals(goals ?? new StatedGoals());
        return studies.Study(asked, studies.Optimise(asked, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Measures what talent costs in every local market and proposes a supplement for each (158.612), as <c>ctms supplement</c> does.</summary>
    /// <param name="scenario">The scenario whose supplements are the present ones; null for the shipped baseline.</param>
    /// <param name="change">Changes the options that the parameters give, for example <c>o => o with { Draws = 200 }</c>; null for none.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study; <see cref="Save"/> stores it.</returns>
    /// <exception cref="InputException">An option lies outside its range, or the roster does not fit the scenario.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SupplementStudy Supplements(
        LoadedScenario? scenario = null, Func<SupplementOptions, SupplementOptions>? change = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var (snapshot, loaded) = (Snapshot(), Fitting(scenario));
        var given = SupplementStudies.Defaults(snapshot, loaded);
        var options = change?.Invoke(given) ?? given;
        return SupplementStudies.Of(snapshot, loaded, Read(workspace => workspace.LoadLocalMarketData()), options with { Policy = options.Policy.Checked() }, progress, cancellationToken).Study;
    }

    private static CostingOptions Sound(CostingOptions costing)
    {
        if (costing.Draws < 1) throw new InputException(FormattableString.Invariant($"{nameof(costing.Draws)} is {costing.Draws}. Give a number of draws, 1 or more."));
        if (costing.SearchDraws < 1) throw new InputException(FormattableString.Invariant($"{nameof(costing.SearchDraws)} is {costing.SearchDraws}. Give a number of draws, 1 or more."));
        return costing.Threads >= 0 ? costing : throw new InputException(FormattableString.Invariant($"{nameof(costing.Threads)} is {costing.Threads}. Give 0 or more."));
    }
}
