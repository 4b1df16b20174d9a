using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>Studies local supplements (158.612) for a roster under a scenario.</summary>
public sealed class SupplementAnalysis
{
    /// <summary>How the numbers are made, in one sentence.</summary>
    public const string Method =
        "Cost of talent: mean log ratio of area to national wages over the service's own mix of occupations; shrunk toward Census division and all areas by empirical Bayes with the survey's sampling variances (Paule-Mandel moments); "
        + "costs by the rules of salary, over the scenario's years by the engine.";

    private readonly Scenario _baseline;
    private readonly ProjectionInput _input;
    private readonly LocalMarketData _data;
    private readonly SupplementOptions _options;
    private readonly ParameterReader _parameters;
    private readonly DateOnly _effective;

    /// <summary>Prepares a study.</summary>
    /// <param name="baseline">The scenario whose supplements are the present ones.</param>
    /// <param name="input">Roster with at least one person, parameters, wages and markets.</param>
    /// <param name="data">Wages of areas, markets and counties.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="InputException">The roster is empty, a market is unknown, or an option lies outside its range.</exception>
    public SupplementAnalysis(Scenario baseline, ProjectionInput input, LocalMarketData data, SupplementOptions options)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        if (input.Roster.Count == 0) throw new InputException("The roster has no people. Import a roster first: ctms import roster FILE.");
        options.Policy.Checked();
        if (options.Markets.FirstOrDefault(m => data.Markets.All(known => known.Code != m)) is { } unknown)
            throw new InputException($"--market {unknown}: There is no such local market. There are {string.Join(", ", data.Markets.Select(m => m.Code))}.");
        (_baseline, _input, _data, _options) = (baseline, input, data, options);
        _parameters = new ParameterReader(input.Parameters, baseline.Economy);
        _effective = options.Effective ?? SupplementProposal.DefaultDate(baseline.Horizon, _parameters);
        SupplementProposal.Check(baseline.Horizon, _effective, _parameters);
    }

    /// <summary>First day of the proposal.</summary>
    public DateOnly Effective => _effective;

    /// <summary>Makes the study.</summary>
    /// <param name="inputs">Every input with its digest, for the manifest.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The study.</returns>
    /// <exception cref="InputException">The market data hold no wages of areas, or nothing to compare them with.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SupplementStudy Run(IReadOnlyList<ManifestInput> inputs, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        // Read again, so that the study lists the policy's assumed figures.
        SupplementOptions.Read(_parameters);
        var years = _data.Wages.Where(w => w.Area != MarketReference.NationalArea).Select(w => w.Year).Distinct().Order().ToList();
        if (years.Count == 0) throw new InputException("The workspace has no wages of metropolitan areas. Import some first, for example: ctms import market data/market/oews_metro_cyber.csv.");
        var year = years[^1];
        var mix = OccupationMix.Of(_input.Roster, _baseline.PolicyOn(_effective), _options.LeftOut);
        var errors = SurveyErrors.Read(_parameters);
        var least = _parameters.Constant("supplement_least_mix_covered");
        var premiums = AreaPremiums.Of(_data.Wages, year, mix, _options.UseMean, errors, least);
        var shrunk = premiums.Count == 0 ? null : MarketSupplements.Shrink(premiums);
        var present = _baseline.PolicyOn(_effective).Supplements;
        var people = _input.Roster.GroupBy(p => p.Market, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var markets = MarketSupplements.Of(_data, premiums, shrunk, _options.Policy, present, _options.Markets, people);
        var proposed = markets.ToDictionary(m => m.Market, m => m.Proposed, StringComparer.Ordinal);
        var worksites = SupplementCosts.Of(_input.Roster, _data.Counties, _baseline, _effective, _parameters, present, proposed);
        var cost = Cost(proposed, progress, cancellationToken, out var assumed);
        var (backTest, without) = BackTest(years, year, mix, errors, least, premiums);
        var titles = _data.Wages.Where(w => w.Year == year).GroupBy(w => w.Occupation, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().OccupationTitle, StringComparer.Ordinal);
        return new SupplementStudy(
            RunManifest.Create(inputs, Method),
            year,
            _options.UseMean,
            [.. mix.Select(m => new MixOccupation(m.Occupation, titles.GetValueOrDefault(m.Occupation, m.Occupation), m.Share))],
            Summary(premiums, shrunk),
            _options.Policy,
            _data.LocalityYear,
            markets,
            worksites,
            cost,
            backTest)
        {
            Asked = [.. _options.Markets.Order(StringComparer.Ordinal)],
            AssumedParameters = [.. _parameters.AssumedUsed.Concat(assumed).GroupBy(p => (p.Name, p.EffectiveYear)).Select(g => g.First()).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.EffectiveYear)],
            Notes = [.. SupplementNotes.Of(_data, year, premiums, markets, _options, backTest), .. without],
        };
    }

    /// <summary>The scenario with the proposal of a study.</summary>
    /// <param name="study">The study.</param>
    /// <returns>The scenario.</returns>
    public Scenario Proposal(SupplementStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Proposal(study.Markets.ToDictionary(m => m.Market, m => m.Proposed, StringComparer.Ordinal));
    }

    private Scenario Proposal(Dictionary<string, double> proposed) => SupplementProposal.Apply(_baseline, proposed, _effective, "Proposed supplements");

    private SupplementCost Cost(Dictionary<string, double> proposed, IProgress<double>? progress, CancellationToken cancellationToken, out IReadOnlyList<Parameter> assumed)
    {
        var scenarios = new[] { _baseline, Proposal(proposed) };
        var results = new ProjectionResult[scenarios.Length];
        var parts = _options.Draws > 0 ? scenarios.Length + 1 : scenarios.Length;
        var whole = progress is null ? null : new SharedProgress(progress, parts);
        SideBySide.Run(scenarios.Length, i => results[i] = PointEstimate.Run(scenarios[i], _input, whole?.Part(i), cancellationToken), cancellationToken);
        assumed = results[0].AssumedParameters;
        var (before, after) = (results[0].Costs, results[1].Costs);
        return new SupplementCost(
            _baseline.Name,
            _effective,
            [.. Changes(before, after, k => k.FiscalYear, results[0].FiscalYears).Select(c => new SupplementYear(c.Key, before.Sum(k => k.FiscalYear == c.Key), c.Cents))],
            [.. Changes(before, after, k => k.Component, []).Where(c => c.Cents != 0).Select(c => new SupplementComponent(c.Key, c.Cents))],
            [.. Changes(before, after, k => k.Market, []).Where(c => c.Cents != 0).Select(c => new SupplementMarketCost(c.Key, c.Cents))],
            _options.Draws > 0 ? Simulated(scenarios, whole?.Part(scenarios.Length), cancellationToken) : null);
    }

    private SimulatedSupplementCost Simulated(Scenario[] scenarios, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var tally = new Simulator(scenarios, _input, new SimulationOptions { Seed = _options.Seed }).Run(0, _options.Draws, progress, cancellationToken);
        var difference = tally.Result().Difference(1, CostMargin.Total);
        return new SimulatedSupplementCost(_options.Draws, _options.Seed, difference.Mean, difference.StandardError, difference.Quantiles!.P10, difference.Quantiles.P90);
    }

    private static List<(TKey Key, long Cents)> Changes<TKey>(CostCube before, CostCube after, Func<CostKey, TKey> by, IReadOnlyList<TKey> keys)
        where TKey : notnull
    {
        var (from, to) = (before.SumBy(by), after.SumBy(by));
        return [.. keys.Concat(from.Keys).Concat(to.Keys).Distinct().Order().Select(k => (k, to.GetValueOrDefault(k) - from.GetValueOrDefault(k)))];
    }

    private (SupplementBackTest? Test, IReadOnlyList<string> Without) BackTest(
        List<int> years, int year, IReadOnlyList<MixShare> mix, SurveyErrors errors, double least, IReadOnlyList<AreaPremium> after)
    {
        var from = year - (int)_parameters.Constant("supplement_back_test_years");
        if (!years.Contains(from)) return (null, [FormattableString.Invariant($"No back-test: the market data hold no wages of areas for May {from}.")]);
        IReadOnlyList<AreaPremium> before;
        try
        {
            before = AreaPremiums.Of(_data.Wages, from, mix, _options.UseMean, errors, least);
        }
        catch (InputException exception)
        {
            return (null, [$"No back-test: {exception.Message}"]);
        }

        if (before.Count == 0 || after.Count == 0) return (null, [FormattableString.Invariant($"No back-test: no area has figures in May {from} and May {year}.")]);
        var broken = Delineations.Changed(before, after);
        return (SupplementBackTests.Of(_data, from, before, year, after, _options.Policy, broken), []);
    }

    private static ShrinkageSummary? Summary(IReadOnlyList<AreaPremium> premiums, EmpiricalBayes? shrunk)
    {
        if (shrunk is null) return null;
        var errors = premiums.Select(p => Math.Sqrt(p.Variance)).Order().ToList();
        return new ShrinkageSummary(
            premiums.Count,
            Math.Sqrt(shrunk.BetweenVariance),
            Math.Sqrt(shrunk.GroupVariance),
            Math.Exp(shrunk.Centre),
            (errors[(errors.Count - 1) / 2] + errors[errors.Count / 2]) / 2,
            [.. premiums.Where(p => p.Division is not null).GroupBy(p => p.Division!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new DivisionSummary(g.Key, g.Count(), Math.Exp(shrunk.Group(g.Key)!.Value.Mean)))]);
    }
}
