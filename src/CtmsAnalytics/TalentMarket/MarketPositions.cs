using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.TalentMarket;

/// <summary>Finds where the salaries of a roster stand in the talent market, and what it would cost to bring everybody up to it (158.403).</summary>
public sealed class MarketPositions
{
    private const int CentsPerDollar = 100;

    private readonly PricedMarket _market;
    private readonly MarketPositionOptions _options;
    private readonly double _reach;

    private MarketPositions(PricedMarket market, MarketPositionOptions options)
    {
        _market = market;
        _options = options;
        _reach = IntervalReach.Normal(options.Confidence);
    }

    /// <summary>Computes the study.</summary>
    /// <param name="scenario">A validated scenario: market matches, subranges and limitations, and the recognition payments that count as cash.</param>
    /// <param name="input">Roster, parameters, wages and markets; everybody of the roster has a subrange.</param>
    /// <param name="options">Date, ageing, reference.</param>
    /// <param name="progress">Receives the share of people done, 0 to 1, from any thread; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study. People without compensation (158.523(a)(2)) are left out of it, and its notes say so.</returns>
    /// <exception cref="InputException">The roster does not fit the scenario or is empty, or wages cannot be aged to the date.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static MarketStudy Of(Scenario scenario, ProjectionInput input, MarketPositionOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Confidence, "A confidence level lies above 0 and below 1.");
        if (input.Roster.Count == 0) throw new InputException("The roster has nobody in it. Import a roster with at least one person.");
        var parameters = new ParameterReader(input.Parameters, scenario.Economy);
        var relation = ErrorRelation.From(parameters.Constant("survey_error_scale"), parameters.Constant("survey_error_power"));
        var market = new PricedMarket(
            input.Wages, input.Markets, options.Ageing, options.Date, (int)parameters.Constant("survey_reference_month"), relation, options.SurveyWeight, options.Sources);
        return new MarketPositions(market, options).Study(scenario, input, parameters, progress, cancellationToken);
    }

    private MarketStudy Study(Scenario scenario, ProjectionInput input, ParameterReader parameters, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var year = new PayCalendar(parameters).FirstFiscalYear(scenario.Horizon.Start);
        var told = PersonPath.ExplainAll(scenario, input, year, YearBasis.Fiscal, progress, cancellationToken);
        var day = _options.Date > scenario.Horizon.Start ? _options.Date : scenario.Horizon.Start;
        var policy = new PolicyYear(scenario.PolicyOn(day), day.Year, scenario.Horizon.Start.Year, parameters);
        var fullTime = parameters.Constant("full_time_hours");
        var people = told.Where(t => !t.Person.IsUncompensated).Select(t => Priced(t, policy, fullTime)).OrderBy(p => p.Person.PersonId, StringComparer.Ordinal).ToList();
        if (people.Count == 0) throw new InputException("Everybody of the roster serves without compensation, so that nobody has a position in the market.");
        var basis = new MarketBasis(
            scenario.Name, _options.RosterId, _options.RosterDate, _options.Date, _market.SurveyYear, _options.Ageing.Text, _options.Reference, people.Count, _options.Confidence, year);
        MarketReferencePoint[] references = [MarketReferencePoint.P50, MarketReferencePoint.P75, MarketReferencePoint.Target];
        var order = scenario.PolicyOn(day).Structure.WorkLevels().ToList();
        var levels = people.Select(p => p.Level).Distinct().OrderBy(l => order.IndexOf(l.Split(' ')[0]) is >= 0 and var at ? at : int.MaxValue).ThenBy(l => l, StringComparer.Ordinal).ToList();
        return new MarketStudy(
            _options.Manifest,
            basis,
            Levels(people, levels),
            Groups(people, levels),
            [.. references.Select(r => Cost(null, r, people))],
            [.. levels.Select(l => Cost(l, _options.Reference, people.Where(p => p.Level == l)))],
            [.. people.Select(Person)])
        {
            Blend = [.. _market.BlendShares],
            AssumedParameters = parameters.AssumedUsed,
            Notes = Notes(input.Roster.Count - people.Count, people.Count(p => p.Price is null)),
        };
    }

    private PricedPerson Priced(PersonExplanation told, PolicyYear policy, double fullTime)
    {
        var person = told.Person;
        var member = StructureMember.Of(person);
        var subrange = policy.Subrange(person.WorkLevel, member);
        var structure = policy.Policy.StructureFor(member);
        var level = ReferenceEquals(structure, policy.Policy.Structure) ? person.WorkLevel : $"{person.WorkLevel} ({structure.Name})";
        var cash = told.Lines.Where(l => l.Component == Component.RecognitionPayment).Sum(l => l.Cents);
        return new PricedPerson(
            person, level, _market.ForLevel(subrange.Subrange.Market, person.Market), subrange, person.Salary + Rounding.HalfUp((double)cash / CentsPerDollar), Math.Min(1, person.HoursPerWorkPeriod / fullTime));
    }

    private static double At(PricedPerson person, MarketReferencePoint reference) => reference switch
    {
        MarketReferencePoint.P50 => SurveyPercentile.Median,
        MarketReferencePoint.P75 => SurveyPercentile.P75,
        _ => person.Price!.Match.TargetPercentile,
    };

    private static PricedFigure? Figure(PricedPerson person, MarketReferencePoint reference) =>
        person.Price?.At(At(person, reference)) is { AtLeast: not null } figure ? figure : null;

    private List<LevelMarketFigures> Levels(List<PricedPerson> people, List<string> levels) =>
    [
        .. levels.SelectMany(level =>
        {
            var first = people.First(p => p.Level == level);
            var match = first.Subrange.Subrange.Market;
            return people.Where(p => p.Level == level).Select(p => p.Person.Market).Distinct().OrderBy(m => m, StringComparer.Ordinal).Prepend(null)
                .Select(market => (Market: market, Price: _market.ForLevel(match, market)))
                .Where(p => p.Price is not null)
                .Select(p => new LevelMarketFigures(level, p.Market, Occupations(p.Price!), match.TargetPercentile, [.. p.Price!.Figures.Select(Told)]));
        }),
    ];

    private LevelFigure Told(PricedFigure figure)
    {
        var wage = figure.Estimate.Figure;
        double? error = figure.Value is { } value && _market.StandardError(figure.Exposure) is { } dollars ? dollars / value : null;
        return new LevelFigure(figure.Percentile, wage.Status, wage.Value, error);
    }

    private static string Occupations(LevelPrice price)
    {
        var used = price.Match.Occupations.Where(o => o.Value > 0 && !price.Missing.Contains(o.Key)).OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).ToList();
        var sum = used.Sum(o => o.Value);
        return string.Join(", ", used.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Key} {o.Value / sum * SurveyPercentile.Whole:0.#}%")));
    }

    private List<GroupPosition> Groups(List<PricedPerson> people, List<string> levels)
    {
        IEnumerable<GroupPosition> By(string name, Func<PricedPerson, string> key, List<string>? order = null) =>
            people.GroupBy(key).OrderBy(g => order?.IndexOf(g.Key) ?? 0).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Group(name, g.Key, [.. g]));
        return
        [
            Group("all", "everybody", people),
            .. By("work level", p => p.Level, levels),
            .. By("track", p => p.Person.Track),
            .. By("local market", p => p.Person.Market),
            .. By("organisation", p => $"{p.Person.Agency} {p.Person.Organisation}"),
        ];
    }

    private GroupPosition Group(string by, string name, List<PricedPerson> people)
    {
        var priced = people.Where(p => Figure(p, _options.Reference) is not null).ToList();
        if (priced.Count == 0) return new GroupPosition(by, name, 0, null, null, null, null, null, null, null, null, null, MarketSide.Unknown, false);
        var salaries = priced.Sum(p => (double)p.Person.Salary);
        var wages = priced.Sum(p => Figure(p, _options.Reference)!.AtLeast!.Value);
        var medians = priced.Sum(p => Figure(p, MarketReferencePoint.P50)!.AtLeast!.Value);
        var bounded = priced.Exists(p => Figure(p, _options.Reference)!.Value is null);
        var ratio = salaries / wages;
        var error = bounded ? null : _market.StandardError(Exposure(priced.Select(p => Figure(p, _options.Reference)!))) / wages;
        var (lower, upper) = (ratio * Math.Exp(-_reach * error ?? double.NaN), ratio * Math.Exp(_reach * error ?? double.NaN));
        var places = priced.Select(p => p.Price!.Curve.PercentileOf(p.Person.Salary)).OfType<PayPercentile>().OrderBy(p => p.Lower).ThenBy(p => p.Upper).ToList();
        return new GroupPosition(
            by,
            name,
            priced.Count,
            salaries / priced.Count,
            wages / priced.Count,
            salaries / medians,
            ratio,
            error is null ? null : lower,
            error is null ? null : upper,
            priced.Sum(p => (double)p.Cash) / wages,
            places.Count == 0 ? null : places[(places.Count - 1) / 2],
            priced.Count(p => p.Person.Salary < Dollars(Figure(p, _options.Reference)!)),
            error is null ? MarketSide.Unknown : upper < 1 ? MarketSide.Lags : lower > 1 ? MarketSide.Leads : MarketSide.Level,
            bounded);
    }

    private static SortedDictionary<int, double> Exposure(IEnumerable<PricedFigure> figures)
    {
        var sum = new SortedDictionary<int, double>();
        foreach (var figure in figures)
        {
            foreach (var (cell, dollars) in figure.Exposure) sum[cell] = sum.GetValueOrDefault(cell) + dollars;
        }

        return sum;
    }

    private RaiseCost Cost(string? level, MarketReferencePoint reference, IEnumerable<PricedPerson> people)
    {
        var priced = people.Select(p => (Person: p, Figure: Figure(p, reference))).Where(p => p.Figure is not null).ToList();
        var below = priced.Where(p => p.Person.Person.Salary < Dollars(p.Figure!)).ToList();
        var raises = below.ConvertAll(p => (Raise: Raise(p.Person, p.Figure!), p.Person.FullTimeShare));
        var exposure = new SortedDictionary<int, double>();
        for (var i = 0; i < below.Count; i++)
        {
            // Whom a limit stops costs the same whatever the market wage is.
            if (raises[i].Raise.Unpaid > 0) continue;
            foreach (var (cell, dollars) in below[i].Figure!.Exposure) exposure[cell] = exposure.GetValueOrDefault(cell) + (dollars * raises[i].FullTimeShare);
        }

        var bounded = priced.Exists(p => p.Figure!.Value is null);
        return new RaiseCost(
            level,
            reference,
            priced.Count,
            below.Count,
            raises.Sum(r => Rounding.HalfUp(r.Raise.Structure * r.FullTimeShare)),
            raises.Sum(r => Rounding.HalfUp(r.Raise.Supplement * r.FullTimeShare)),
            bounded ? null : _market.StandardError(exposure),
            raises.Count(r => r.Raise.Unpaid > 0),
            raises.Sum(r => Rounding.HalfUp(r.Raise.Unpaid * r.FullTimeShare)),
            bounded);
    }

    private static MarketRaise Raise(PricedPerson person, PricedFigure figure)
    {
        var (structure, salary) = (person.Person.StructureSalary, person.Person.Salary);
        return MarketRaise.To(structure, salary, (double)(salary - structure) / structure, Dollars(figure), person.Subrange.Maximum, person.Subrange.Limitation);
    }

    private static long Dollars(PricedFigure figure) => Rounding.HalfUp(figure.AtLeast!.Value);

    private PersonMarketPosition Person(PricedPerson priced)
    {
        var person = priced.Person;
        var figure = Figure(priced, _options.Reference);
        var wage = figure?.AtLeast;
        var ratio = person.Salary / wage;
        var error = figure?.Value is { } value ? _market.StandardError(figure.Exposure) / value : null;
        return new PersonMarketPosition(
            person.PersonId,
            priced.Level,
            person.Track,
            person.Market,
            $"{person.Agency} {person.Organisation}",
            person.Salary,
            priced.Cash,
            Figure(priced, MarketReferencePoint.P50)?.Value,
            wage,
            figure is not null && figure.Value is null,
            ratio,
            error is { } low ? ratio * Math.Exp(-_reach * low) : null,
            error is { } high ? ratio * Math.Exp(_reach * high) : null,
            priced.Price?.Curve.PercentileOf(person.Salary),
            figure is null ? 0 : Rounding.HalfUp(Raise(priced, figure).Total * priced.FullTimeShare));
    }

    private List<string> Notes(int uncompensated, int unpriced)
    {
        string Origins(ErrorOrigin origin) => _market.Cells.Count(c => c.Origin == origin).ToString("N0", CultureInfo.InvariantCulture);
        var notes = new List<string>
        {
            $"The survey publishes errors of mean wages (MEAN_PRSE); those of percentiles are derived from them for a lognormal wage. Of {_market.Cells.Count.ToString("N0", CultureInfo.InvariantCulture)} figures {Origins(ErrorOrigin.Published)} have a published error, {Origins(ErrorOrigin.Derived)} one from the relation between error and employment, {Origins(ErrorOrigin.Borrowed)} one at the occupation's smallest employment, {Origins(ErrorOrigin.Unknown)} none. Different figures are taken as independent; people who rest on the same figure share its error.",
            "Percentiles of a local market beside the median are the nation's, moved by the ratio of the medians: the metropolitan tables that are imported have no others.",
            "The survey's wages leave out overtime and year-end bonuses, so that total cash is shown beside salary and not compared like for like.",
        };
        if (uncompensated > 0) notes.Add(uncompensated.ToString("N0", CultureInfo.InvariantCulture) + (uncompensated == 1 ? " person serves" : " people serve") + " without compensation and are left out.");
        if (unpriced > 0) notes.Add(unpriced.ToString("N0", CultureInfo.InvariantCulture) + (unpriced == 1 ? " person has" : " people have") + " no market wage and are in no figure.");
        notes.AddRange(_market.Notes);
        return notes;
    }

    /// <summary>A person with the market of the work level.</summary>
    private sealed record PricedPerson(RosterPerson Person, string Level, LevelPrice? Price, AdjustedSubrange Subrange, long Cash, double FullTimeShare);
}
