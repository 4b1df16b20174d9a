using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation.Replays;

namespace CtmsAnalytics.PayHistory;

/// <summary>
/// One person's pay, period by period, through the scalar rules: the specification that every faster way of computing pay must agree with to the cent. Every rule that
/// does something leaves a finding, every amount a line.
/// </summary>
/// <remarks>
/// Order in a work period: policy and rates take effect; raised minimums; personnel actions; official worksite; paid hours; the annual review; salary, deferred amounts, recognition payments, special
/// working conditions; employer cost; in a draw, separation. What the person's organisation spends in a review couples people: the pools of the point estimate hold, or those of the draw.
/// </remarks>
public sealed partial class PersonPath
{
    private readonly Scenario _scenario;
    private readonly ParameterReader _parameters;
    private PayConstants _constants;
    private readonly PayCalendar _calendar;
    private readonly PolicyTimeline _policies;
    private readonly IReadOnlyList<WorkPeriod> _periods;
    private readonly RosterPerson _person;
    private readonly Queue<PersonnelAction> _actions;
    private readonly Dictionary<DateOnly, ReviewPool> _pools;
    private readonly PathRecord _record;
    private readonly IReadOnlyList<OpeningChange> _openingChanges;

    private readonly DrawnLuck? _luck;

    private PayAccount _account;
    private WorkPeriodSalary _salary;
    private PeriodRates? _rates;
    private int _rating;
    private bool _ratingDecided;

    /// <param name="scenario">The scenario, in a draw with the economy of the draw.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="person">The person.</param>
    /// <param name="pools">Pools of the reviews; empty where they are handed to each step.</param>
    /// <param name="actions">Personnel actions of the person.</param>
    /// <param name="luck">What chance decides; null where it is assumed instead.</param>
    internal PersonPath(Scenario scenario, ProjectionInput input, RosterPerson person, IReadOnlyList<ReviewPool> pools, IReadOnlyList<PersonnelAction> actions, DrawnLuck? luck = null)
    {
        _luck = luck;
        _scenario = scenario;
        _parameters = new ParameterReader(input.Parameters, scenario.Economy);
        _policies = new PolicyTimeline(scenario, _parameters);
        _calendar = new PayCalendar(_parameters);
        _constants = _policies.Constants(scenario.Horizon.Start);
        _periods = _calendar.Periods(scenario.Horizon.Start, scenario.Horizon.FiscalYears);
        _person = person;
        _actions = new Queue<PersonnelAction>(actions.Concat(Approval(scenario, person)).OrderBy(a => a.Effective));
        _pools = pools.Where(p => p.Agency == person.Agency && p.Organisation == person.Organisation).ToDictionary(p => p.Date);
        _record = new PathRecord(person.PersonId, _calendar);
        _structureSalary = person.StructureSalary;
        _workLevel = person.WorkLevel;
        (_worksite, _market, _nonforeignArea) = (person.WorksiteFips, person.Market, person.NonforeignArea);
        _moves = Moves(person, actions);
        _holidays = new FederalHolidays(_parameters);
        _appointment = person.Appointment;
        _schedule = person.Schedule;
        _hours = person.HoursPerWorkPeriod;
        _member = StructureMember.Of(person);
        _rating = OpeningRating(scenario, person);
        _openingChanges = [.. input.OpeningChanges.Where(c => c.PersonId == person.PersonId)];
    }

    /// <summary>Tells the story of one person's pay in a year.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="personId">Identifier of a person of the roster.</param>
    /// <param name="year">The year, inside the horizon.</param>
    /// <param name="basis">Whether it is a fiscal or a calendar year.</param>
    /// <param name="actions">Personnel actions of the person, in any order; empty for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="InputException">The roster has no such person, the year or an action lies outside the horizon, or an action cannot be carried out.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PersonExplanation Explain(
        Scenario scenario,
        ProjectionInput input,
        string personId,
        int year,
        YearBasis basis,
        IReadOnlyList<PersonnelAction> actions,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actions);
        var opened = Opening.Apply(scenario, input);
        var person = opened.Roster.FirstOrDefault(p => p.PersonId == personId)
            ?? throw new InputException($"The roster has no person '{personId}'; people in it: {input.Roster.Count}.");
        var projection = PointEstimate.Run(scenario, input, null, cancellationToken);
        return new PersonPath(scenario, opened, person, projection.Reviews, actions).Explain(year, basis, cancellationToken);
    }

    private PersonExplanation Explain(int year, YearBasis basis, CancellationToken cancellationToken)
    {
        CheckYear(year, basis);
        CheckActions();
        for (var index = 0; index < _periods.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Open(index);
            if (_separated) break;
            Review();
            Close();
        }

        return Tell(year, basis);
    }

    /// <summary>What has been told of a year so far.</summary>
    /// <param name="year">The year, inside the horizon.</param>
    /// <param name="basis">Whether it is a fiscal or a calendar year.</param>
    internal PersonExplanation Tell(int year, YearBasis basis) => _record.Explain(_person, _scenario.Name, year, basis, _parameters.Used, Part(year, basis));

    /// <summary>Says that the horizon holds only a part of a calendar year.</summary>
    private string? Part(int year, YearBasis basis)
    {
        if (basis != YearBasis.Calendar) return null;
        var paydays = _periods.Where(p => p.CalendarYear == year).ToList();
        return _calendar.PaydaysBefore(paydays[0]) > 0 || paydays[^1].PaydaysLeft > 1
            ? $"The horizon holds only the paydays from {paydays[0].Payday:yyyy-MM-dd} to {paydays[^1].Payday:yyyy-MM-dd} of {year}; the amounts are of that part."
            : null;
    }

    /// <summary>Carries out a personnel action at the beginning of a work period.</summary>
    private void Carry(PersonnelAction action, PolicyYear policy, WorkPeriod period)
    {
        _record.Carried(action);
        switch (action)
        {
            case WorksiteAction worksite: TellStay(worksite); break;
            case WorkLevelAction level: Move(level, policy); break;
            case AppointmentAction appointment: Appoint(appointment, policy); break;
            case WorkScheduleAction schedule: Schedule(schedule); break;
            case ExtendedRangeAction extended: Extend(extended, policy); break;
            case RatingAction rating: Rate(rating, policy); break;
            case RecognitionHoldAction hold: _holds.Add(hold); break;
            case RecognitionAdjustmentAction adjustment: Adjust(adjustment, policy, period); break;
            case RecognitionPaymentAction payment: Grant(payment, policy, period); break;
            case TimeOffAction timeOff: Grant(timeOff, policy, period); break;
            case TimeOffUseAction use: Use(use, period); break;
            case HonoraryRecognitionAction honour: Honour(honour, period); break;
            case SpecialWorkingConditionsAction special: Determine(special, policy, period); break;
            case HoursWorkedAction hours: _hoursWorked = hours.Hours; break;
            case StudentLoanAction loan: _loansAsked.Add(loan.Cents); break;
            case TrainingAction training: _training.Add((training.Name, training.Cents)); break;
            case SeparationAction: Separate(period, _rates!); break;
            default: throw new InvalidOperationException($"{action.GetType().Name} has no rule.");
        }
    }

    private void Rate(RatingAction action, PolicyYear policy)
    {
        var ratings = policy.Policy.Recognition.RatingShares.Count;
        if (action.Rating >= ratings)
            throw new InputException($"The rating of {action.Effective:yyyy-MM-dd} is {action.Rating}; the scenario has ratings 0 to {ratings - 1}.");
        (_rating, _ratingDecided) = (action.Rating, true);
    }

    private void CheckYear(int year, YearBasis basis) => CheckYear(_scenario, _calendar, _periods, year, basis);

    /// <summary>Requires that a year lies inside a horizon.</summary>
    /// <exception cref="InputException">It does not.</exception>
    internal static void CheckYear(Scenario scenario, PayCalendar calendar, IReadOnlyList<WorkPeriod> periods, int year, YearBasis basis)
    {
        // The last work period may reach into a fiscal year that the horizon does not cover.
        var firstFiscal = calendar.FirstFiscalYear(scenario.Horizon.Start);
        var (first, last) = basis == YearBasis.Calendar
            ? (periods[0].CalendarYear, periods[^1].CalendarYear)
            : (firstFiscal, firstFiscal + scenario.Horizon.FiscalYears - 1);
        if (year < first || year > last)
            throw new InputException($"{(basis == YearBasis.Calendar ? "Calendar" : "Fiscal")} year {year} lies outside the horizon of '{scenario.Name}', which covers {first} to {last}.");
    }

    private void CheckActions()
    {
        var (start, end) = (_periods[0].FirstDay, _periods[^1].FirstDay);
        var outside = _actions.Where(a => a.Effective < start || a.Effective > end).Select(a => a.Effective.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var separation = _actions.OfType<SeparationAction>().Select(a => (DateOnly?)a.Effective).FirstOrDefault();
        if (_actions.FirstOrDefault(a => a.Effective > separation) is { } late)
            throw new InputException($"The person leaves on {separation:yyyy-MM-dd}; the personnel action of {late.Effective:yyyy-MM-dd} comes after that. Remove it, or move the separation.");
        if (outside.Count > 0)
            throw new InputException($"The work periods of '{_scenario.Name}' begin from {start:yyyy-MM-dd} to {end:yyyy-MM-dd}; the personnel action of {string.Join(", ", outside)} takes effect in none of them.");
    }

    private void Find(RuleReference rule, FindingUnit unit, long before, long after, string why) => _record.Find(rule, unit, before, after, why);
}
