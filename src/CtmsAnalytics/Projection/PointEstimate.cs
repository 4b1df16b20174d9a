using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Projection;

/// <summary>
/// The expected-path projection that a budget office calls the point estimate: the rules applied period by period to every person, with shares of people in the
/// place of chance. A person who may separate leaves in part, a vacancy is filled in part, a rating is held in its expected shares; ceilings are applied to
/// every outcome before the mean is taken. No randomness, so the same inputs give the same cents.
/// </summary>
/// <remarks>
/// Order in a work period: policy and rates take effect; raised minimums; supplements; hires; the annual review (adjustments, payments, progression);
/// salary, recognition payments, special working conditions, deferred amounts; employer cost; booking; separations.
/// </remarks>
public sealed partial class PointEstimate
{
    /// <summary>How the numbers are made, for the manifest of a run.</summary>
    public const string Method = "Point estimate: the scalar rules of part 158 applied to every person and work period on the expected path, in whole cents; no random draws.";

    private readonly Scenario _scenario;
    private readonly ParameterReader _parameters;
    private readonly PayCalendar _calendar;
    private readonly MarketReference _market;
    private PayConstants _constants;
    private readonly IReadOnlyList<WorkPeriod> _periods;
    private readonly Ledger _ledger;
    private readonly IReadOnlyDictionary<HealthPlan, double> _hireHealth;
    private readonly PolicyTimeline _policies;
    private readonly Dictionary<(LedgerCell Cell, PolicyYear Year), CellTerms> _terms = [];
    private readonly SortedDictionary<int, Dictionary<Vacancy, PersonShare>> _vacancies = [];
    private readonly PositionPlan _plan;
    private readonly Dictionary<string, HiringTerms> _hiring = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<RosterPerson> _roster;
    private readonly List<Cohort> _cohorts;
    private readonly List<ReviewPool> _reviews = [];
    private readonly FederalHolidays _holidays;
    private PeriodRates? _rates;
    private readonly IReadOnlyList<OpeningChange> _openingChanges;
    private readonly HashSet<string> _changed;
    private OpeningNote? _openingDifference;
    private int _index;

    private PointEstimate(Scenario scenario, ProjectionInput input)
    {
        _scenario = scenario = FunnelTerms.Settle(scenario, input);
        _parameters = new ParameterReader(input.Parameters, scenario.Economy);
        _policies = new PolicyTimeline(scenario, _parameters);
        _calendar = new PayCalendar(_parameters);
        _constants = _policies.Constants(scenario.Horizon.Start);
        _market = new MarketReference(input.Wages, input.Markets, scenario.Economy.MarketGrowth, (int)_parameters.Constant("survey_reference_month"));
        _periods = _calendar.Periods(scenario.Horizon.Start, scenario.Horizon.FiscalYears);
        _ledger = new Ledger(_calendar, _calendar.FirstFiscalYear(scenario.Horizon.Start), scenario.Horizon.FiscalYears);
        _holidays = new FederalHolidays(_parameters);
        _roster = input.Roster;
        _openingChanges = input.OpeningChanges;
        _changed = input.OpeningChanges.Select(c => c.PersonId).ToHashSet(StringComparer.Ordinal);
        _calls = new ExpectedCalls(_periods);
        _plan = PositionPlan.Of(scenario, input.Roster, _periods);
        _cohorts = [.. input.Roster.Select(OpeningCohort)];
        _hireHealth = input.Roster.GroupBy(p => p.HealthPlan).ToDictionary(g => g.Key, g => (double)g.Count() / input.Roster.Count);
        OpenPositions();
    }

    /// <summary>Projects a scenario.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets; the roster has at least one person.</param>
    /// <param name="progress">Receives the share of work periods done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the projection between two work periods.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Diagnostics.InputException">The roster is empty, has a work level that the structure lacks, or does not fit the hiring plan.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ProjectionResult Run(Scenario scenario, ProjectionInput input, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Roster.Count == 0)
            throw new Diagnostics.InputException("The roster has no people. Import a roster first: ctms import roster FILE.");
        return new PointEstimate(scenario, Opening.Apply(scenario, input)).Run(progress, cancellationToken);
    }

    private ProjectionResult Run(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        PolicyYear? before = null;
        WorkPeriod? previous = null;
        var homeYear = -1;
        for (var i = 0; i < _periods.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _index = i;
            var period = _periods[i];
            var year = _policies.For(period);
            _constants = _policies.Constants(period.FirstDay);
            if (_ledger.HomeYear(period) != homeYear) OpenFiscalYear(homeYear = _ledger.HomeYear(period));
            if (before is null) Approve(year, period);
            if (before is null) OpenCalendarYear(year, period);
            else if (!ReferenceEquals(year, before)) AdjustStructure(before, year, period);
            if (before is not null) Approve(year, period);
            if (previous is not null && previous.CalendarYear != period.CalendarYear) MergeHires(year, period);
            Hire(i, year, period);
            if (PolicyTimeline.IsReview(period, previous, year)) Review(year, period);
            if (_rates?.CalendarYear != period.CalendarYear) _rates = new PeriodRates(period.CalendarYear, _parameters, _scenario.AggregateLimit);
            _opensFiscalYear = PolicyTimeline.OpensFiscalYear(_calendar, _scenario.Horizon, period, previous);
            OpenHours(period);
            foreach (var cohort in _cohorts) PayPeriod(cohort, year, period, _rates);
            Separate(i, period);
            before = year;
            previous = period;
            progress?.Report((i + 1.0) / _periods.Count);
        }

        List<OpeningNote> opening = [.. UnknownOrganisations().Select(n => new OpeningNote(n, n)), .. RefusedApprovals(), .. ChangedPositions()];
        if (_openingDifference is { } difference) opening.Add(difference);
        List<string> warnings = [.. opening.Select(n => n.Text)];
        return new ProjectionResult(
            _scenario.Label, [.. _ledger.FiscalYears], _ledger.Costs(), _ledger.Headcount(_calendar), _ledger.RuleEffects(), _parameters.AssumedUsed, Notes(warnings))
        {
            Warnings = warnings,
            PublicNotes = Notes([.. opening.Select(n => n.Public).Distinct(StringComparer.Ordinal)]),
            Reviews = _reviews,
            Capacity = _ledger.Capacity(),
            Quarters = _ledger.Quarters(),
            QuarterDays = _ledger.FiscalYears.Prepend(_ledger.FiscalYears.First() - 1).ToDictionary(y => y, _calendar.QuarterDays),
            UsedParameters = _parameters.Used,
        };
    }

    private Cohort OpeningCohort(RosterPerson person, int index) => new()
    {
        Cell = _ledger.Cell(
            person.Agency,
            StructureMember.Of(person),
            person.WorkLevel,
            person.Market,
            new WorksiteArea(person.NonforeignArea, _holidays.IsInaugurationArea(person.WorksiteFips))),
        Appointment = person.Appointment,
        Hours = person.IsUncompensated ? 0 : WorkPeriodHours.Of(person.Schedule, person.HoursPerWorkPeriod, _constants.FullTimeHours, null, 0).Hours,
        Schedule = person.Schedule,
        MaximumHours = person.Schedule == WorkSchedule.Contingent ? person.AppointmentMaximumHours : null,
        IsUncompensated = person.IsUncompensated,
        Annuity = person.AnnuityPerYear,
        Approval = _scenario.ExtendedRange.Approvals.GetValueOrDefault(person.PersonId),
        EntryOnDuty = person.EntryOnDuty,
        Closing = _plan.Closings.GetValueOrDefault(index),
        Health = new Dictionary<HealthPlan, double> { [person.HealthPlan] = 1 },
        Share = PersonShare.Whole,
        StructureSalary = person.StructureSalary,
    };

    private CellTerms Terms(LedgerCell cell, PolicyYear year)
    {
        if (cell.Terms is { } terms && ReferenceEquals(terms.Year, year)) return terms;
        if (!_terms.TryGetValue((cell, year), out terms)) _terms[(cell, year)] = terms = new CellTerms(year, cell);
        return cell.Terms = terms;
    }

    private void OpenFiscalYear(int yearIndex)
    {
        foreach (var cohort in _cohorts) cohort.Cell.Flow.Start[yearIndex] += cohort.Share;
    }

    private void OpenCalendarYear(PolicyYear year, WorkPeriod period)
    {
        var earlier = _constants.CountEarlierPaydays ? _calendar.PaydaysBefore(period) : 0;
        foreach (var cohort in _cohorts)
        {
            var subrange = Terms(cohort.Cell, year).Subrange;
            if (cohort.StructureSalary < subrange.Minimum) _ledger.Touch(cohort, period, StructureAdjustment.BelowMinimum, 0);
            if (cohort.StructureSalary > subrange.Maximum) _ledger.Touch(cohort, period, StructureAdjustment.AboveMaximum, 0);
            Reprice(cohort, year, period);
            CheckAppointment(cohort, year, period);
            cohort.Account.CalendarYear = period.CalendarYear;
            cohort.Account.SalaryPaid = earlier * cohort.Pay.Total;
            cohort.Account.WagesPaid = cohort.Account.SalaryPaid;
        }

        _openingDifference = OpeningDifference();
    }

    /// <summary>How many positions the scenario changes when the horizon opens, by rule; a policy that changes none is most likely mistyped.</summary>
    private IEnumerable<OpeningNote> ChangedPositions()
    {
        if (_scenario.OpeningPolicies.Count == 0) yield break;
        if (_openingChanges.Count == 0)
        {
            const string Nobody = "The sections valuation and deployment of the scenario change nobody's position: check work levels, tracks, organisations, pay plans and worksites against the roster.";
            yield return new OpeningNote(Nobody, Nobody);
            yield break;
        }

        var rules = _openingChanges.GroupBy(c => c.Rule).Select(g => (Name: $"{g.Key.Name} ({g.Key.Paragraph})", People: g.Count())).ToList();
        // One small number beside the others would be worked out from the sum.
        var counted = rules.Exists(r => MovedPeople.AreFew(r.People)) ? rules.Select(r => r.Name) : rules.Select(Counted);
        var people = MovedPeople.AreFew(_changed.Count) ? "fewer than five" : FormattableString.Invariant($"{_changed.Count}");
        yield return new OpeningNote(Sentence(FormattableString.Invariant($"{_changed.Count}"), rules.Select(Counted)), Sentence(people, counted));

        static string Counted((string Name, int People) rule) => FormattableString.Invariant($"{rule.Name} for {rule.People}");
        string Sentence(string number, IEnumerable<string> by) => FormattableString.Invariant($"When the horizon opens the scenario changes the positions of {number} of {_roster.Count} people: {string.Join(", ", by)}.");
    }

    /// <summary>What the roster says that people are paid against what the scenario pays them at the start: a wrong supplement shows here and not only in the total.</summary>
    private OpeningNote? OpeningDifference()
    {
        var differing = _roster.Zip(_cohorts, (person, cohort) => _changed.Contains(person.PersonId) ? 0 : cohort.Pay.Salary - person.Salary).Where(d => d != 0).ToList();
        if (differing.Count == 0) return null;
        var text = Sentence(FormattableString.Invariant($"{differing.Count}"), FormattableString.Invariant($"; the scenario pays them {differing.Sum():+#,0;-#,0;0} dollars a year in all compared with the roster"));
        return new OpeningNote(text, MovedPeople.AreFew(differing.Count) ? Sentence("fewer than five", "") : text);

        string Sentence(string number, string dollars) => FormattableString.Invariant($"For {number} of {_roster.Count} people the roster's salary is not structure salary + the scenario's supplement under the ceilings{dollars}.");
    }

    private void AdjustStructure(PolicyYear before, PolicyYear after, WorkPeriod period)
    {
        foreach (var cohort in _cohorts)
        {
            var salary = cohort.StructureSalary;
            var (old, now) = (Terms(cohort.Cell, before).Subrange, Terms(cohort.Cell, after).Subrange);
            var raised = StructureAdjustment.Apply(salary, old.Minimum, now.Minimum, _constants.RaiseBetweenMinimums);
            if (raised > salary) _ledger.Touch(cohort, period, StructureAdjustment.RaisedMinimum, (raised - salary) * 100);
            if (StructureAdjustment.LeavesAbove(raised, old.Maximum, now.Maximum)) _ledger.Touch(cohort, period, StructureAdjustment.AboveMaximum, 0);
            cohort.StructureSalary = raised;
            Reprice(cohort, after, period);
        }
    }

    /// <summary>Approvals for the extended range take effect: the limits of the person move, and the salary rises to the one that was approved (158.613(c), 158.631(b)).</summary>
    private void Approve(PolicyYear year, WorkPeriod period)
    {
        if (_scenario.ExtendedRange.Approvals.Count == 0) return;
        foreach (var cohort in _cohorts)
        {
            if (cohort.Approval is not { } approval || approval.From > period.FirstDay) continue;
            cohort.Approval = null;
            if (SalaryRange.Refusal(cohort.Appointment) is { } rule)
            {
                _ledger.Touch(cohort, period, rule, 0);
                continue;
            }

            cohort.IsExtended = true;
            var raise = Math.Max(0, (approval.Salary ?? 0) - cohort.StructureSalary);
            cohort.StructureSalary += raise;
            cohort.Adjusted += raise;
            Reprice(cohort, year, period);
        }
    }

    private IEnumerable<OpeningNote> RefusedApprovals()
    {
        const string Unheeded = "The extended range is approved for somebody whom the roster does not have or whose appointment is not renewable; the standard range holds (158.613(c)).";
        var people = _roster.ToDictionary(p => p.PersonId, StringComparer.Ordinal);
        foreach (var id in _scenario.ExtendedRange.Approvals.Keys.Order(StringComparer.Ordinal))
        {
            if (!people.TryGetValue(id, out var person)) yield return new OpeningNote($"The extended range is approved for '{id}', whom the roster does not have (158.613(c)).", Unheeded);
            else if (SalaryRange.Refusal(person.Appointment) is { } rule) yield return new OpeningNote($"The extended range is approved for {id}, whose appointment is {person.Appointment.ToString().ToLowerInvariant()} and not renewable; the standard range holds ({rule.Paragraph}).", Unheeded);
        }
    }

    private IEnumerable<string> UnknownOrganisations()
    {
        var known = _roster.Select(p => p.Organisation).ToHashSet(StringComparer.Ordinal);
        return _scenario.Policies.SelectMany(p => p.Policy.SpecialWorkingConditions)
            .SelectMany(p => p.Organisations.Where(o => !known.Contains(o)).Select(o => $"Program '{p.Name}' names the organisation '{o}', which nobody in the roster belongs to."))
            .Distinct(StringComparer.Ordinal);
    }

    private string PeriodsToFill()
    {
        var periods = _plan.Openings.Select(o => HiringAt(o.Line.WorkLevel).ExpectedPeriodsToFill()).DefaultIfEmpty(_scenario.Workforce.ExpectedPeriodsToFill()).ToList();
        return periods.Min() == periods.Max() ? FormattableString.Invariant($"{periods[0]}") : FormattableString.Invariant($"{periods.Min()} to {periods.Max()}");
    }

    private List<string> Notes(List<string> warnings)
    {
        var notes = new List<string>
        {
            "Point estimate on the expected path: shares of people stand in for chance, ceilings hold for every outcome; a simulation tells the uncertainty.",
            $"Market wages: OEWS May {_market.SurveyYear}, aged by the scenario's market growth; local wages are the nation's percentiles moved by the ratio of the area's median to the nation's.",
            "Structure amounts are in dollars of the first year; the scenario's annual adjustments apply on top in the first work period of each calendar year.",
            "Recognition adjustments are the part of salary that adjustments granted since the start have added; it accumulates, while salary is what people would be paid without them.",
            "No vacancy is open at the start: those of people who separate are filled after the scenario's time to fill, so the first year's headcount falls before it settles.",
            _scenario.Workforce.Hiring.Values.Any(t => t.InterviewTravel > 0) ? "Not in this projection: relocation, and changes of worksite." : "Not in this projection: relocation, interview travel, and changes of worksite.",
        };
        if (_plan.Openings.Count > 0 || _plan.Closings.Count > 0)
            notes.Add(FormattableString.Invariant($"The hiring plan opens {_plan.Openings.Sum(o => o.Count)} positions and closes {_plan.Closings.Count}, those of the people of each place who entered on duty last; opened positions are all filled, {PeriodsToFill()} work periods after they open."));
        notes.AddRange(warnings);
        notes.AddRange(_market.Gaps);
        var deferred = _cohorts.Sum(c => c.Share.Of(c.Account.DeferredRecognition + c.Account.DeferredSpecial));
        if (deferred > 0) notes.Add(FormattableString.Invariant($"At the end of the horizon {deferred / 100.0:#,0.00} dollars of additional compensation remain deferred to the next calendar year (158.604)."));
        if (_deferredAtSeparation > 0) notes.Add(FormattableString.Invariant($"People who separated had {_deferredAtSeparation / 100.0:#,0.00} dollars of deferred additional compensation outstanding, which is reported and not paid (158.604)."));
        var (outstanding, last) = (0L, _periods[^1].Number);
        foreach (var cohort in _cohorts) outstanding += cohort.Share.Of(cohort.Payments.OutstandingAfter(last).Cents);
        if (outstanding > 0) notes.Add(FormattableString.Invariant($"Parts of recognition payments worth {outstanding / 100.0:#,0.00} dollars are due after the end of the horizon (158.632(c))."));
        return notes;
    }
}
