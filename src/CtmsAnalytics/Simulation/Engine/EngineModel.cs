using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation.Replays;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>Scenarios, positions and names of a run, compiled once and shared by all workers.</summary>
internal sealed class EngineModel
{
    private readonly double[] _healthCumulated;

    /// <param name="scenarios">Validated scenarios with one horizon, the baseline first.</param>
    /// <param name="input">Everything beside them.</param>
    /// <param name="luck">Seed and held sources.</param>
    /// <param name="keys">First counter word of each person of the roster; null for those of their identifiers.</param>
    public EngineModel(IReadOnlyList<Scenario> scenarios, ProjectionInput input, Luck luck, uint[]? keys = null)
    {
        Luck = luck;
        scenarios = [.. scenarios.Select(s => FunnelTerms.Settle(s, input))];
        IReadOnlyList<IReadOnlyList<RosterPerson>> rosters = [.. scenarios.Select(s => Opening.Apply(s, input).Roster)];
        var calendar = new PayCalendar(new ParameterReader(input.Parameters, scenarios[0].Economy));
        var periods = calendar.Periods(scenarios[0].Horizon.Start, scenarios[0].Horizon.FiscalYears);
        var plans = scenarios.Select((s, i) => PositionPlan.Of(s, rosters[i], periods)).ToList();
        var run = new RunKeys(scenarios, rosters, periods);
        Names = NamesOf(scenarios, [.. rosters.SelectMany(r => r)], plans, run.Programs);
        Func<string, uint> keyOf = run.OfPosition;
        if (keys is not null) keyOf = input.Roster.Select((p, i) => (p.PersonId, Key: keys[i])).ToDictionary(x => x.PersonId, x => x.Key, StringComparer.Ordinal).GetValueOrDefault;
        OrganisationKeys = [.. Names.Organisations.Select(o => run.OfOrganisation(o.Agency, o.Organisation))];
        Scenarios = [.. scenarios.Select((s, i) => new EngineScenario(s, input, Names, Cuts(s, rosters[i], periods, plans[i], input.Parameters)))];
        EarlierPaydays = calendar.PaydaysBefore(periods[0]);
        MostPeriodsInRun = Scenarios.Max(s => s.Runs.Max(r => r.Length)) + 1;
        PeriodsPerYear = Scenarios[0].Runs[0].Stage.Constants.PeriodsPerYear;
        HasEmployerCost = Scenarios.Any(s => s.Runs.Any(HasCost));
        Reviews = [.. Scenarios.Select(s => s.Runs.Count(r => r.IsReview))];
        UsesSchedules = [.. Scenarios.Select(s => s.Runs.Any(r => !r.Stage.Recognition.IsLumpSum))];
        var counts = Enum.GetValues<HealthPlan>().Select(p => (double)input.Roster.Count(x => x.HealthPlan == p)).ToArray();
        _healthCumulated = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++) _healthCumulated[i] = counts.Take(i + 1).Sum() / input.Roster.Count;
        var reached = Names.Organisations.Select(_ => new SortedSet<(int Level, int Market)>()).ToList();
        var drafts = Scenarios.Select((s, i) => Draft(s, rosters[i], plans[i], keyOf, reached)).ToList();
        var cellOf = reached.Select(cells => cells.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i)).ToList();
        Seats = [.. drafts.Select(scenario => scenario.Select((seats, o) => (IReadOnlyList<Seat>)[.. seats.Select(s => s(cellOf[o]))]).ToArray())];
        Layout = new SimulationLayout(
            [.. scenarios.Select(s => s.Name)],
            [.. Enumerable.Range(Scenarios[0].FirstFiscalYear, Scenarios[0].FiscalYears)],
            [.. Names.Organisations.Select((o, i) => new OrganisationLayout(o.Agency, o.Organisation, [.. reached[i].Select(c => (Names.Levels[c.Level], Names.Markets[c.Market]))]))],
            CountedRules.All)
        {
            HourWeekdaysPerFte = [.. Enumerable.Range(Scenarios[0].FirstFiscalYear, Scenarios[0].FiscalYears).Select(y => (long)calendar.CompensableHours(y) * periods[0].Weekdays)],
        };
        var rules = new Dictionary<RuleReference, int>(ReferenceEqualityComparer.Instance);
        foreach (var rule in CountedRules.All) rules.Add(rule, rules.Count);
        RuleIndex = rules;
    }

    /// <summary>Seed and held sources.</summary>
    public Luck Luck { get; }

    /// <summary>Names that flat tables are indexed by.</summary>
    public EngineNames Names { get; }

    /// <summary>First counter word of each organisation's incidents.</summary>
    public uint[] OrganisationKeys { get; }

    /// <summary>Compiled scenarios.</summary>
    public IReadOnlyList<EngineScenario> Scenarios { get; }

    /// <summary>Positions by scenario and organisation.</summary>
    public IReadOnlyList<Seat>[][] Seats { get; }

    /// <summary>What the rows of the results mean.</summary>
    public SimulationLayout Layout { get; }

    /// <summary>Index of each rule whose effect is counted.</summary>
    public IReadOnlyDictionary<RuleReference, int> RuleIndex { get; }

    /// <summary>Paydays of the calendar year before the first work period.</summary>
    public int EarlierPaydays { get; }

    /// <summary>Most work periods of a run, and one.</summary>
    public int MostPeriodsInRun { get; }

    /// <summary>Work periods in a year.</summary>
    public double PeriodsPerYear { get; }

    /// <summary>Whether the employer pays anything beside compensation.</summary>
    public bool HasEmployerCost { get; }

    /// <summary>Number of reviews, by scenario.</summary>
    public int[] Reviews { get; }

    /// <summary>Whether recognition payments are paid in parts, by scenario.</summary>
    public bool[] UsesSchedules { get; }

    /// <summary>Health plan of a hire, whose enrolment is drawn from the roster's shares.</summary>
    public HealthPlan HealthPlanOf(double u)
    {
        var plan = 0;
        while (plan < _healthCumulated.Length - 1 && _healthCumulated[plan] <= u) plan++;
        return (HealthPlan)plan;
    }

    private static bool HasCost(RunSpan run)
    {
        var (rates, constants) = (run.Stage.Constants.EmployerRates, run.Stage.Constants);
        return rates.Retirement != 0 || rates.SavingsPlan != 0 || rates.SocialSecurity != 0 || rates.Medicare != 0 || constants.LifeRate != 0 || run.PayYear.HealthPremium.Any(p => p != 0);
    }

    private static EngineNames NamesOf(IReadOnlyList<Scenario> scenarios, IReadOnlyList<RosterPerson> roster, IReadOnlyList<PositionPlan> plans, IReadOnlyList<string> programs)
    {
        var lines = plans.SelectMany(p => p.Openings).Select(o => o.Line).ToList();
        return new EngineNames(
            [.. roster.Select(p => (p.Agency, p.Organisation)).Concat(lines.Select(l => (l.Agency, l.Organisation))).Distinct().Order()],
            [.. scenarios.SelectMany(s => s.Policies).SelectMany(p => p.Policy.AllStructures()).SelectMany(s => s.WorkLevels()).Concat(roster.Select(p => p.WorkLevel)).Distinct(StringComparer.Ordinal)],
            [.. roster.Select(p => p.Market).Concat(lines.Select(l => l.Market)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            programs,
            [.. roster.Select(StructureMember.Of).Concat(lines.Select(MemberOf)).Distinct()],
            [.. roster.Select(p => p.NonforeignArea).Concat(plans.SelectMany(p => p.Openings).Select(o => o.NonforeignArea)).OfType<string>().Distinct(StringComparer.Ordinal)],
            roster.Any(p => p.AnnuityPerYear is not null));
    }

    private static StructureMember MemberOf(HiringPlanLine line) => new(line.PayPlan, line.Track, line.Organisation);

    /// <summary>Work periods at which something changes for single positions.</summary>
    private static HashSet<int> Cuts(Scenario scenario, IReadOnlyList<RosterPerson> roster, IReadOnlyList<WorkPeriod> periods, PositionPlan plan, ParameterSet parameters)
    {
        var cuts = new HashSet<int>(plan.Closings.Values.Select(c => c.Period));
        foreach (var person in roster)
        {
            if (scenario.ExtendedRange.Approvals.TryGetValue(person.PersonId, out var approval)) cuts.Add(PeriodFrom(periods, approval.From));
            if (HoursOf(person, periods.Count, parameters, scenario) is not { } hours) continue;
            for (var t = 1; t < hours.Length; t++)
            {
                if (hours[t] != hours[t - 1]) cuts.Add(t);
            }
        }

        return cuts;
    }

    private static int PeriodFrom(IReadOnlyList<WorkPeriod> periods, DateOnly date)
    {
        var t = 0;
        while (t < periods.Count && periods[t].FirstDay < date) t++;
        return t;
    }

    /// <summary>Paid hours of a contingent appointment by work period; null for any other.</summary>
    private static int[]? HoursOf(RosterPerson person, int periods, ParameterSet parameters, Scenario scenario)
    {
        if (person.Schedule != WorkSchedule.Contingent || person.AppointmentMaximumHours is null || person.IsUncompensated) return null;
        var fullTime = (int)new ParameterReader(parameters, scenario.Economy).InYear("full_time_hours", scenario.Horizon.Start.Year);
        var hours = new int[periods];
        for (int t = 0, paid = 0; t < periods; t++)
        {
            hours[t] = WorkPeriodHours.Of(person.Schedule, person.HoursPerWorkPeriod, fullTime, person.AppointmentMaximumHours, paid).Hours;
            paid += hours[t];
        }

        return hours;
    }

    /// <summary>The positions of a scenario by organisation, once the cells of the cost cube are known.</summary>
    private List<Func<Dictionary<(int Level, int Market), int>, Seat>>[] Draft(
        EngineScenario scenario, IReadOnlyList<RosterPerson> roster, PositionPlan plan, Func<string, uint> keyOf, List<SortedSet<(int Level, int Market)>> reached)
    {
        var organisations = Names.Organisations.Select((o, i) => (o, i)).ToDictionary(x => x.o, x => x.i);
        var drafts = Names.Organisations.Select(_ => new List<Func<Dictionary<(int, int), int>, Seat>>()).ToArray();
        var policy = scenario.Scenario.ExtendedRange.Approvals;
        var fullTime = scenario.Runs[0].Stage.Constants.FullTimeHours;
        foreach (var i in Enumerable.Range(0, roster.Count).OrderBy(i => roster[i].Market, StringComparer.Ordinal).ThenBy(i => roster[i].WorkLevel, StringComparer.Ordinal).ThenBy(i => i))
        {
            var person = roster[i];
            var (level, market) = (LevelOf(person, scenario), Names.Market(person.Market));
            var organisation = organisations[(person.Agency, person.Organisation)];
            var reach = Reach(scenario, level, market, reached[organisation]);
            plan.Closings.TryGetValue(i, out var closing);
            drafts[organisation].Add(cells => new Seat
            {
                Id = person.PersonId,
                Key = keyOf(person.PersonId),
                Person = person,
                MemberClass = Names.Member(StructureMember.Of(person)),
                Market = market,
                Basis = (Names.Member(StructureMember.Of(person)) * Names.Markets.Count) + market,
                Level = level,
                Cells = Cells(reach, market, cells),
                Tenure = scenario.Tenure(person.EntryOnDuty),
                Hours = person.IsUncompensated ? 0 : WorkPeriodHours.Of(person.Schedule, person.HoursPerWorkPeriod, fullTime, null, 0).Hours,
                HoursByPeriod = HoursOf(person, scenario.Periods.Count, scenario.ParameterSet, scenario.Scenario),
                Approval = policy.TryGetValue(person.PersonId, out var approval) ? (approval, PeriodFrom(scenario.Periods, approval.From)) : null,
                Closes = closing?.Period ?? int.MaxValue,
                ClosesOnDate = closing?.How == PositionClosing.OnDate,
                NonforeignArea = person.NonforeignArea,
            });
        }

        foreach (var opened in plan.Openings)
        {
            var (level, market) = (Names.Level(opened.Line.WorkLevel), Names.Market(opened.Line.Market));
            var organisation = organisations[(opened.Line.Agency, opened.Line.Organisation)];
            var reach = Reach(scenario, level, market, reached[organisation]);
            for (var n = 1; n <= opened.Count; n++)
            {
                var id = Position.IdOf(opened, n);
                drafts[organisation].Add(cells => new Seat
                {
                    Id = id,
                    Key = keyOf(id),
                    Person = null,
                    MemberClass = Names.Member(MemberOf(opened.Line)),
                    Market = market,
                    Basis = (Names.Member(MemberOf(opened.Line)) * Names.Markets.Count) + market,
                    Level = level,
                    Cells = Cells(reach, market, cells),
                    Tenure = [],
                    Hours = fullTime,
                    Opens = opened.Period,
                    NonforeignArea = opened.NonforeignArea,
                });
            }
        }

        return drafts;
    }

    private int LevelOf(RosterPerson person, EngineScenario scenario)
    {
        // The scalar rules say which level the structure lacks, and which it has.
        _ = scenario.Runs[0].Stage.Policy.Subrange(person.WorkLevel, StructureMember.Of(person));
        return Names.Level(person.WorkLevel);
    }

    private static List<int> Reach(EngineScenario scenario, int level, int market, SortedSet<(int Level, int Market)> reached)
    {
        var reach = new List<int>();
        for (var l = level; l >= 0 && !reach.Contains(l); l = scenario.Progression[l].To)
        {
            reach.Add(l);
            reached.Add((l, market));
        }

        return reach;
    }

    private int[] Cells(List<int> reach, int market, Dictionary<(int Level, int Market), int> cells)
    {
        var of = new int[Names.Levels.Count];
        Array.Fill(of, -1);
        foreach (var level in reach) of[level] = cells[(level, market)];
        return of;
    }
}
