using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>Studies talent acquisition under a scenario that has a hiring funnel.</summary>
public sealed class AcquisitionAnalysis
{
    /// <summary>How the numbers are made, in one sentence.</summary>
    public const string Method =
        "Candidates: exact negative binomial quantiles of the product of the stages' rates; times: exact convolution of the stages with a geometric number of lost offers; acceptance: logistic in initial salary / national market target; "
        + "costs of other initial salaries: the scenario projected anew with each of them.";

    private readonly Scenario _scenario;
    private readonly ProjectionInput _input;
    private readonly AcquisitionOptions _options;
    private readonly HiringFunnel _funnel;
    private readonly ParameterReader _parameters;
    private readonly PayConstants _constants;
    private readonly IReadOnlyList<(string Level, int Hires)> _hires;

    /// <summary>Prepares a study.</summary>
    /// <param name="scenario">A validated scenario with a funnel.</param>
    /// <param name="input">Roster with at least one person, parameters, wages and markets.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="InputException">The scenario has no funnel, or not at the level, the roster is empty, or an option lies outside its range.</exception>
    public AcquisitionAnalysis(Scenario scenario, ProjectionInput input, AcquisitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        if (input.Roster.Count == 0) throw new InputException("The roster has no people. Import a roster first: ctms import roster FILE.");
        _funnel = scenario.Workforce.Funnel ?? throw new InputException($"'{scenario.Name}' has no hiring funnel. Add 'workforce.funnel' to it; data/scenarios/hiring-funnel.yaml has one.");
        if (options.WorkLevel is { } level && _funnel.Of(level) is null)
            throw new InputException($"--level {level}: '{scenario.Name}' has no funnel for this work level. It has {string.Join(", ", _funnel.Levels.Select(l => l.WorkLevel))}.");
        if (options.Hires < 1) throw new InputException(FormattableString.Invariant($"--hires {options.Hires}: Write a number of hires a year, 1 or more."));
        if (options.Probability is not (> 0 and < 1)) throw new InputException(FormattableString.Invariant($"--probability {options.Probability}: Write a probability above 0 and below 1."));
        if (options.EntryPlaces.Any(p => p is not (>= 0 and <= 1))) throw new InputException("--entry-salary: Write places in the range from 0 (minimum) to 1 (maximum), for example 0.3,0.5 (158.620).");
        (_scenario, _input, _options) = (scenario, input, options);
        _parameters = new ParameterReader(input.Parameters, scenario.Economy);
        _constants = new PolicyTimeline(scenario, _parameters).Constants(scenario.Horizon.Start);
        _hires = Shares();
    }

    /// <summary>Makes the study.</summary>
    /// <param name="inputs">Every input with its digest, for the manifest.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The study.</returns>
    /// <exception cref="InputException">The roster does not fit the scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AcquisitionStudy Run(IReadOnlyList<ManifestInput> inputs, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var places = Places();
        Scenario[] scenarios = [_scenario, .. places.Select(p => Entering(p))];
        var results = new ProjectionResult[scenarios.Length];
        var whole = progress is null ? null : new SharedProgress(progress, scenarios.Length + (_options.Draws > 0 ? 1 : 0));
        SideBySide.Run(scenarios.Length, i => results[i] = PointEstimate.Run(scenarios[i], _input, whole?.Part(i), cancellationToken), cancellationToken);
        var alternatives = scenarios.Select((s, i) => Alternative(i == 0 ? null : places[i - 1], s, results[i])).ToList();
        if (_options.Draws > 0)
        {
            var simulated = StructureCosting.Run(scenarios[0], scenarios[1..], _input, new CostingOptions(_options.Draws, _options.Seed), 0, whole?.Part(scenarios.Length), cancellationToken);
            for (var i = 1; i < scenarios.Length; i++) alternatives[i] = alternatives[i] with { Simulated = StructureCosting.Of(simulated, i, null) };
        }

        var pay = EntryPay.Of(_scenario, _input).ToDictionary(p => p.WorkLevel, StringComparer.Ordinal);
        return new AcquisitionStudy(
            RunManifest.Create(inputs, Method),
            new AcquisitionFrame(_scenario.Name, _options.Hires, _options.WorkLevel, _options.Probability, [.. results[0].FiscalYears], _input.Roster.Count, _options.Draws),
            [.. _hires.Select(h => Level(_funnel.Of(h.Level)!.At(pay[h.Level].Ratio), h.Hires, pay[h.Level]))],
            alternatives)
        {
            AssumedParameters = results[0].AssumedParameters,
            Notes = [.. Notes()],
        };
    }

    private AcquisitionLevel Level(LevelFunnel funnel, int hires, EntryPay pay)
    {
        var time = funnel.TimeToFill();
        return new AcquisitionLevel(
            funnel.WorkLevel,
            funnel.Track,
            hires,
            pay,
            [
                .. LevelFunnel.Stages.Select(stage => new StageNeed(
                    stage, funnel.Step(stage).PassRate, funnel.Yield(stage) == 0 ? null : hires * funnel.CandidatesPerHire(stage), CandidateCount.ToReach(hires, funnel.Yield(stage), _options.Probability))),
                new StageNeed(FunnelStage.Entered, 1, hires, hires),
            ],
            [.. Costs(funnel, pay)],
            new TimeToHire(time.Minimum, time.Probabilities, time.Mean, time.Quantile(0.5), time.Quantile(0.9)));
    }

    private IEnumerable<HireCost> Costs(LevelFunnel funnel, EntryPay pay)
    {
        yield return new HireCost("Sourcing", "158.511", funnel.CostPerHire(FunnelStage.Sourced));
        yield return new HireCost("Assessment", "158.520", funnel.CostPerHire(FunnelStage.Assessed));
        yield return new HireCost("Interview travel", "158.512", funnel.TravelPerHire());
        yield return new HireCost("Selection and offers", "158.522", funnel.CostPerHire(FunnelStage.Selected) + funnel.CostPerHire(FunnelStage.Offered));
        yield return new HireCost("After acceptance", "158.521", funnel.CostPerHire(FunnelStage.Accepted));
        yield return new HireCost("Payments in offers", "158.632(b)", OfferPayment(pay.Salary));
    }

    /// <summary>Recognition payment in an offer for each hire, inside its limit: expected, on the salary without supplement.</summary>
    private long OfferPayment(long salary)
    {
        var workforce = _scenario.Workforce;
        var maximum = RecognitionPayment.MaximumOf(true, false, _constants.PaymentMaximum, _constants.PaymentMaximumApproved, _constants.OfferMaximum);
        return Rounding.HalfUp(workforce.OfferPaymentShare * RecognitionPayment.Within(RecognitionPayment.Amount(salary, workforce.OfferPaymentPercent), salary, maximum, 0).Granted);
    }

    private EntryAlternative Alternative(double? place, Scenario scenario, ProjectionResult result)
    {
        var pay = EntryPay.Of(scenario, _input).ToDictionary(p => p.WorkLevel, StringComparer.Ordinal);
        var levels = _hires.Where(h => h.Hires > 0).Select(h => (h.Hires, Funnel: scenario.Workforce.Funnel!.Of(h.Level)!.At(pay[h.Level].Ratio), Pay: pay[h.Level])).ToList();
        double Mean(Func<(int Hires, LevelFunnel Funnel, EntryPay Pay), double> of) => levels.Sum(l => l.Hires * of(l)) / _options.Hires;
        var (offers, accepted) = (Mean(l => l.Funnel.CandidatesPerHire(FunnelStage.Offered)), Mean(l => l.Funnel.CandidatesPerHire(FunnelStage.Accepted)));
        return new EntryAlternative(
            place,
            Mean(l => l.Pay.Salary),
            Mean(l => l.Pay.Ratio),
            accepted / offers,
            Mean(l => l.Funnel.TimeToFill().Mean),
            Rounding.HalfUp(Mean(l => Costs(l.Funnel, l.Pay).Sum(c => c.Cents))),
            levels.Sum(l => l.Hires * l.Funnel.TimeToFill().Mean),
            result.Costs.Sum(_ => true),
            result.Headcount.Sum(h => h.Fte) / scenario.Horizon.FiscalYears);
    }

    /// <summary>The scenario with an initial salary at the levels that are asked about.</summary>
    private Scenario Entering(double place)
    {
        var funnel = new HiringFunnel([.. _funnel.Levels.Select(l => _options.WorkLevel is null || l.WorkLevel == _options.WorkLevel ? l with { EntryPlaceInRange = place } : l)]);
        return _scenario with { Name = FormattableString.Invariant($"{_scenario.Name}, entry at {place:0.##}"), Workforce = _scenario.Workforce with { Funnel = funnel } };
    }

    private IReadOnlyList<double> Places()
    {
        if (_options.EntryPlaces.Count > 0) return _options.EntryPlaces;
        var own = (_options.WorkLevel is { } level ? _funnel.Of(level)!.EntryPlaceInRange : null) ?? _scenario.Workforce.EntryPlaceInRange;
        var step = _parameters.Constant("acquisition_entry_step");
        return [.. Enumerable.Range(1, 2).Select(i => Math.Round(Math.Min(1, own + (i * step)), 9)).Distinct()];
    }

    /// <summary>A year's hires by level: where people are expected to leave, by the hazard of their level before tenure and pay.</summary>
    private List<(string Level, int Hires)> Shares()
    {
        if (_options.WorkLevel is { } only) return [(only, _options.Hires)];
        var people = _input.Roster.CountBy(p => p.WorkLevel).ToDictionary();
        double Leaving(string level) => people.GetValueOrDefault(level) * _scenario.Workforce.SeparationHazard.GetValueOrDefault(level);
        var leaving = _funnel.Levels.Select(l => Leaving(l.WorkLevel)).ToList();
        // A hazard without end, or nobody who leaves: the levels share alike.
        var usable = leaving.TrueForAll(double.IsFinite) && leaving.Sum() > 0;
        var weights = leaving.Select(l => usable ? Rounding.HalfUp(l * PersonShare.Whole.Millionths) : 1).ToList();
        return [.. _funnel.Levels.Zip(LargestRemainder.Split(weights, _options.Hires), (l, hires) => (l.WorkLevel, (int)hires))];
    }

    private IEnumerable<string> Notes()
    {
        yield return "Every rate, time and cost of the funnel is the scenario's assumption; nothing of it is published by the service.";
        if (_options.WorkLevel is null)
            yield return "The hires are shared out over the levels as people are expected to leave them: people of the roster x hazard of the level, before tenure and pay.";
        yield return "Each level reaches its hires with the probability on its own; that all of them do is less likely. Candidates are taken as independent of one another.";
        yield return "Acceptance rests on the initial structure salary against the national market target when the horizon starts; supplements are taken to make up for local markets. It stays the same over the horizon.";
        yield return "The cost over the horizon is that of the whole scenario with its own vacancies, not of the hires asked about; payments in offers stand in it as recognition payments.";
        if (_scenario.Workforce.OfferTimeOffHours > 0)
            yield return FormattableString.Invariant($"Every offer holds {RecognitionTimeOff.InOffer(_scenario.Workforce.OfferTimeOffHours, _constants.OfferTimeOffMaximum)} hours of recognition time-off (158.633(b)): capacity, not a cost.");
        if (_funnel.Levels.All(l => l.AcceptanceSlope == 0)) yield return "No level has an acceptance slope, so that pay does not change acceptance.";
    }
}
