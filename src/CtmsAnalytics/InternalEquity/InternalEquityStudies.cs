using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.InternalEquity;

/// <summary>Studies internal equity (158.404(a)) with which scenarios open, and at the end of their horizon.</summary>
public static class InternalEquityStudies
{
    /// <summary>How the numbers are made, for the manifest of a study.</summary>
    public const string Method = "Internal equity of the roster's people with the salaries and ranges that the scenario opens with, by the scalar rules of part 158; pairs are counted exactly. The end of the horizon is on assumed paths: nobody leaves, is hired or moves between levels, and everybody keeps the last rating.";

    /// <summary>Studies one scenario, or two beside one another.</summary>
    /// <param name="before">A validated scenario.</param>
    /// <param name="after">Another one with the same horizon; null for none.</param>
    /// <param name="input">Roster, parameters, wages and markets; everybody has a subrange in both.</param>
    /// <param name="options">Groups and inputs.</param>
    /// <param name="progress">Receives the share that is done, 0 to 1, from any thread; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The study. People without compensation (158.523(a)(2)) are left out of it, and its notes say so.</returns>
    /// <exception cref="InputException">The roster does not fit, everybody of it serves without compensation, or the horizons differ.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static InternalEquityStudy Of(Scenario before, Scenario? after, ProjectionInput input, InternalEquityOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        if (after is not null) before.RequireSameHorizon(after);
        if (input.Roster.Count == 0) throw new InputException("The roster has nobody in it. Import a roster with at least one person.");
        if (input.Roster.All(p => p.IsUncompensated)) throw new InputException("Everybody of the roster serves without compensation (158.523(a)(2)), so that there is no pay to compare.");
        var parameters = new ParameterReader(input.Parameters, before.Economy);
        var figures = InternalEquityParameters.From(parameters, before.Horizon.Start.Year);
        var first = Positions(before, input, figures, options, parameters, cancellationToken);
        progress?.Report(after is null ? 1 : 1 / 2d);
        (InternalEquityPosition Opening, InternalEquityPosition? End)? second = after is null ? null : Positions(after, input, figures, options, parameters, cancellationToken);
        progress?.Report(1);
        return new InternalEquityStudy(RunManifest.Create(options.Inputs, Method), options.RosterId, figures, first.Opening, second?.Opening)
        {
            BeforeAtEnd = first.End,
            AfterAtEnd = second?.End,
            AssumedParameters = parameters.AssumedUsed,
            Notes = Notes(input, options),
        };
    }

    /// <summary>Internal equity with which a scenario opens.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="options">Groups.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The position on the first day of the horizon.</returns>
    /// <exception cref="InputException">The roster does not fit the scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static InternalEquityPosition AtOpening(Scenario scenario, ProjectionInput input, InternalEquityOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        var parameters = new ParameterReader(input.Parameters, scenario.Economy);
        return Positions(scenario, input, InternalEquityParameters.From(parameters, scenario.Horizon.Start.Year), options with { WithEnd = false }, parameters, cancellationToken).Opening;
    }

    private static (InternalEquityPosition Opening, InternalEquityPosition? End) Positions(
        Scenario scenario, ProjectionInput input, InternalEquityParameters figures, InternalEquityOptions options, ParameterReader parameters, CancellationToken cancellation)
    {
        var calendar = new PayCalendar(parameters);
        var (start, year) = (scenario.Horizon.Start, calendar.FirstFiscalYear(scenario.Horizon.Start));
        var reviews = PointEstimate.Run(scenario, input, null, cancellation).Reviews;
        var opening = Position(start, year, t => t.Salary[0]);
        if (!options.WithEnd) return (opening, null);
        var last = year + scenario.Horizon.FiscalYears - 1;
        return (opening, Position(calendar.LastDayOf(last), last, t => t.Salary[^1]));

        InternalEquityPosition Position(DateOnly day, int fiscalYear, Func<PersonExplanation, SalaryStep> step)
        {
            var people = PersonPath.ExplainAll(scenario, input, reviews, fiscalYear, YearBasis.Fiscal, null, cancellation).Where(t => !t.Person.IsUncompensated).Select(t => Person(t.Person, step(t), day, options)).ToList();
            return InternalEquityAnalysis.Of(scenario.Name, day, people, Ladders.Order(scenario, day), Ladders.Of(scenario, day), figures, options.Dimensions);
        }
    }

    private static EquityPerson Person(RosterPerson person, SalaryStep salary, DateOnly day, InternalEquityOptions options) => new(
        person.PersonId, salary.WorkLevel, person.Track, person.Agency, person.Organisation, salary.Market, person.WorksiteFips, options.Specialisations.GetValueOrDefault(person.PersonId),
        LeaveAccrual.YearsOfService(person.EntryOnDuty, day), person.LastRating, salary.StructureSalary, salary.Salary, salary.Minimum, salary.Maximum);

    private static List<string> Notes(ProjectionInput input, InternalEquityOptions options)
    {
        var notes = new List<string> { "Service counts from the entry on duty that the roster states, which can be Federal service before the DHS Cybersecurity Service." };
        var unpaid = input.Roster.Count(p => p.IsUncompensated);
        if (unpaid > 0) notes.Add(FormattableString.Invariant($"{unpaid:N0} people who serve without compensation (158.523(a)(2)) are left out."));
        if (options.Dimensions.Contains(EquityDimension.Specialisation))
            notes.Add(FormattableString.Invariant($"The specialisation of {input.Roster.Count(p => options.Specialisations.ContainsKey(p.PersonId)):N0} of {input.Roster.Count:N0} people is on record (158.706(b)(2)); the others are in no group of it."));
        return notes;
    }
}
