using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>A scenario compiled to flat tables by work level, market and year, and to runs of like work periods.</summary>
internal sealed class EngineScenario
{
    private readonly EngineNames _names;
    private readonly PolicyTimeline _policies;
    private readonly MarketReference _market;
    private readonly Dictionary<(string Rate, int Year, bool Extended), int> _rateRows = [];
    private readonly Dictionary<PolicyYear, Stage> _stages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, PayYear> _payYears = [];
    private readonly Dictionary<int, double> _extendedMultiples = [];
    private readonly List<DrawnRow> _rows = [];
    private readonly bool[][] _covers;
    private readonly List<(int Program, IncidentProcess Process)> _processes = [];

    public EngineScenario(Scenario scenario, ProjectionInput input, EngineNames names, IReadOnlyCollection<int> cuts)
    {
        Scenario = scenario;
        _names = names;
        ParameterSet = input.Parameters;
        Parameters = new ParameterReader(input.Parameters, scenario.Economy);
        _policies = new PolicyTimeline(scenario, Parameters);
        Calendar = new PayCalendar(Parameters);
        _market = new MarketReference(input.Wages, input.Markets, scenario.Economy.MarketGrowth, (int)Parameters.Constant("survey_reference_month"));
        Periods = Calendar.Periods(scenario.Horizon.Start, scenario.Horizon.FiscalYears);
        FirstFiscalYear = Calendar.FirstFiscalYear(scenario.Horizon.Start);
        Hazard = [.. names.Levels.Select(l => Math.Min(scenario.Workforce.SeparationHazard.GetValueOrDefault(l), GreatestHazard))];
        Hiring = [.. names.Levels.Select(scenario.Workforce.HiringAt)];
        Progression = [.. names.Levels.Select(l => scenario.Workforce.Progression.TryGetValue(l, out var p) ? (names.Level(p.To), Luck.Threshold(p.Probability)) : (-1, 0ul))];
        RateRounding = Parameters.Constant("executive_rate_rounding");
        ScenarioUsesExtendedRange = scenario.ExtendedRange.Approvals.Count > 0;
        Runs = [.. Compile(cuts)];
        PoolsCouplePeople = Array.Exists(Runs, r => r.IsReview && r.Stage.Recognition.PoolsMayBind);
        LongestIncident = _processes.Count == 0 ? 0 : _processes.Max(p => p.Process.Duration.Maximum);
        _covers = [.. Enumerable.Range(0, names.Programs.Count).Select(p => Enumerable.Range(0, names.Organisations.Count).Select(o => Array.Exists(Runs, r => Array.Exists(r.Stage.Programs, x => x.Index == p && x.Organisations[o]))).ToArray())];
        HireTenure = [.. Periods.Select(p => Tenure(p.FirstDay))];
    }

    /// <summary>Hazards above this end a spell in its first work period at any factor.</summary>
    private const double GreatestHazard = 1e9;

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Its parameters.</summary>
    public ParameterReader Parameters { get; }

    /// <summary>Its calendar.</summary>
    public PayCalendar Calendar { get; }

    /// <summary>The figures that the parameters read.</summary>
    public ParameterSet ParameterSet { get; }

    /// <summary>Work periods of the horizon.</summary>
    public IReadOnlyList<WorkPeriod> Periods { get; }

    /// <summary>First fiscal year of the horizon.</summary>
    public int FirstFiscalYear { get; }

    /// <summary>Fiscal years of the horizon.</summary>
    public int FiscalYears => Scenario.Horizon.FiscalYears;

    /// <summary>Calendar year in which the horizon starts.</summary>
    public int StartYear => Scenario.Horizon.Start.Year;

    /// <summary>Calendar years from the start's to that of the last payday and beyond.</summary>
    public int CalendarYears => FiscalYears + 2;

    /// <summary>Runs of like work periods, in order.</summary>
    public RunSpan[] Runs { get; }

    /// <summary>Whether a recognition pool may bind, so that people of an organisation depend on one another.</summary>
    public bool PoolsCouplePeople { get; }

    /// <summary>Amounts that may follow a drawn pay raise.</summary>
    public IReadOnlyList<DrawnRow> Rows => _rows;

    /// <summary>Incident processes: program and process of each, one entry for each program that has one.</summary>
    public IReadOnlyList<(int Program, IncidentProcess Process)> Processes => _processes;

    /// <summary>Separation hazard a year by work level.</summary>
    public double[] Hazard { get; }

    /// <summary>Hiring terms by work level.</summary>
    public HiringTerms[] Hiring { get; }

    /// <summary>By work level: the level that is entered and the words below which somebody moves; -1 for none.</summary>
    public (int To, ulong Threshold)[] Progression { get; }

    /// <summary>Whether somebody is approved for the extended range.</summary>
    public bool ScenarioUsesExtendedRange { get; }

    /// <summary>Unit that rates moved by pay raises are rounded to, US dollars.</summary>
    public double RateRounding { get; }

    /// <summary>Multiple of the rate that ends the extended range; 0 where nobody is approved.</summary>
    public double ExtendedMultiple(int year) => _extendedMultiples.GetValueOrDefault(year);

    /// <summary>Tenure factors of somebody who is hired in a work period, by its index.</summary>
    public TenureFactor[][] HireTenure { get; }

    /// <summary>Tenure factors of somebody who entered on duty on a day, from the start of the horizon on.</summary>
    public TenureFactor[] Tenure(DateOnly entryOnDuty)
    {
        var factors = new List<TenureFactor>();
        for (var t = 0; t < Periods.Count; t++)
        {
            var factor = SeparationExposure.TenureFactor(Scenario.Workforce, entryOnDuty, Periods[t].FirstDay);
            if (factors.Count == 0 || factors[^1].Factor != factor) factors.Add(new TenureFactor(t, factor));
        }

        return [.. factors];
    }

    /// <summary>Whether a program ever covers an organisation.</summary>
    public bool Covers(int program, int organisation) => _covers[program][organisation];

    /// <summary>Most work periods that an incident lasts; 0 without incidents.</summary>
    public int LongestIncident { get; }

    private List<RunSpan> Compile(IReadOnlyCollection<int> cuts)
    {
        var runs = new List<RunSpan>();
        for (var t = 0; t < Periods.Count;)
        {
            var (period, previous) = (Periods[t], t == 0 ? null : Periods[t - 1]);
            var policy = _policies.For(period);
            var end = t + 1;
            while (end < Periods.Count && IsAlike(t, end) && !cuts.Contains(end)) end++;
            var stage = StageOf(policy, period);
            runs.Add(new RunSpan
            {
                From = t,
                To = end,
                First = period,
                Stage = stage,
                PayYear = PayYearOf(period.CalendarYear),
                OpensStage = runs.Count > 0 && !ReferenceEquals(runs[^1].Stage, stage),
                OpensPayYear = previous is not null && previous.CalendarYear != period.CalendarYear,
                OpensFiscalYear = PolicyTimeline.OpensFiscalYear(Calendar, Scenario.Horizon, period, previous),
                OpensHomeYear = previous is null || HomeYear(previous) != HomeYear(period),
                IsReview = PolicyTimeline.IsReview(period, previous, policy),
                Year = period.FirstFiscalYear - FirstFiscalYear,
                HomeYear = HomeYear(period),
                Weekdays = period.Weekdays,
                WeekdaysInYear = period.WeekdaysInFirstFiscalYear,
                IsWhole = period.WeekdaysInFirstFiscalYear == period.Weekdays,
            });
            t = end;
        }

        return runs;
    }

    private int HomeYear(WorkPeriod period) => Math.Clamp(Calendar.FiscalYearOf(period.LastDay) - FirstFiscalYear, 0, FiscalYears - 1);

    private bool IsAlike(int first, int index)
    {
        var (a, b, before) = (Periods[first], Periods[index], Periods[index - 1]);
        var policy = _policies.For(b);
        return ReferenceEquals(_policies.For(a), policy)
            && a.CalendarYear == b.CalendarYear
            && a.FirstFiscalYear == b.FirstFiscalYear
            && a.WeekdaysInFirstFiscalYear == a.Weekdays
            && b.WeekdaysInFirstFiscalYear == b.Weekdays
            && HomeYear(a) == HomeYear(b)
            && !PolicyTimeline.IsReview(b, before, policy)
            && !PolicyTimeline.OpensFiscalYear(Calendar, Scenario.Horizon, b, before);
    }

    private Stage StageOf(PolicyYear policy, WorkPeriod period)
    {
        if (_stages.TryGetValue(policy, out var known)) return known;
        var year = period.FirstDay.Year;
        if (ScenarioUsesExtendedRange) _extendedMultiples[year] = Parameters.InYear("extended_range_multiple", year);
        var constants = _policies.Constants(period.FirstDay);
        var subranges = new List<StageSubrange>();
        var matches = new List<MarketMatch>();
        var index = new Dictionary<AdjustedSubrange, int>(ReferenceEqualityComparer.Instance);
        var of = new int[_names.Members.Count * _names.Levels.Count];
        Array.Fill(of, -1);
        for (var m = 0; m < _names.Members.Count; m++)
        {
            var structure = policy.Policy.StructureFor(_names.Members[m]);
            foreach (var level in structure.WorkLevels())
            {
                var adjusted = policy.Subrange(level, _names.Members[m]);
                if (!index.TryGetValue(adjusted, out var s))
                {
                    index[adjusted] = s = subranges.Count;
                    subranges.Add(Rowed(adjusted, structure, policy, year));
                    matches.Add(adjusted.Subrange.Market);
                }

                of[(m * _names.Levels.Count) + _names.Level(level)] = s;
            }
        }

        var date = new DateOnly(year, 1, 1);
        var target = new double[subranges.Count * _names.Markets.Count];
        for (var s = 0; s < subranges.Count; s++)
        {
            for (var k = 0; k < _names.Markets.Count; k++) target[(s * _names.Markets.Count) + k] = _market.ForLevel(matches[s], _names.Markets[k], date).Target;
        }

        var other = new StageOther(Parameters, Scenario, _names, year);
        var supplement = _names.Markets.Select(k => policy.Policy.Supplements.GetValueOrDefault(k)).ToArray();
        return _stages[policy] = new Stage
        {
            Policy = policy,
            Constants = constants,
            Year = year,
            SubrangeOf = of,
            Subranges = [.. subranges],
            Target = target,
            Supplement = supplement,
            PayBasis = PayBases(policy, constants, other, of, subranges, target, supplement),
            StandardRow = RateRow("VP", year, false, policy.StandardRange),
            ExtendedRow = ScenarioUsesExtendedRange ? RateRow("EX-I", year, true, policy.RangeMaximum(true)) : -1,
            EligibilityRow = RateRow(SwcPayment.EligibilityRate, year, false, policy.SwcEligibility),
            Other = other,
            Recognition = new StageRecognition(policy.Policy.Recognition),
            Programs = [.. policy.Policy.SpecialWorkingConditions.OrderBy(p => p.Name, StringComparer.Ordinal).Select(Program)],
        };
    }

    /// <summary>What salary and hazard rest on in words, so that stages under which nothing changes are recognised.</summary>
    private string[] PayBases(PolicyYear policy, PayConstants constants, StageOther other, int[] of, List<StageSubrange> subranges, double[] target, double[] supplement)
    {
        var (levels, markets) = (_names.Levels.Count, _names.Markets.Count);
        var bases = new string[_names.Members.Count * markets];
        var allowances = string.Join(' ', other.Allowance.Values.Select(a => FormattableString.Invariant($"{a:R}")));
        var first = new Dictionary<SalaryStructure, int>(ReferenceEqualityComparer.Instance);
        for (var m = 0; m < _names.Members.Count; m++)
        {
            // Everybody under one structure has the same bases.
            if (!first.TryAdd(policy.Policy.StructureFor(_names.Members[m]), m))
            {
                Array.Copy(bases, first[policy.Policy.StructureFor(_names.Members[m])] * markets, bases, m * markets, markets);
                continue;
            }

            for (var k = 0; k < markets; k++)
            {
                var ranges = Enumerable.Range(0, levels).Select(l => of[(m * levels) + l]).Where(s => s >= 0).Select(s =>
                    FormattableString.Invariant($"{subranges[s].Adjusted.Minimum} {subranges[s].Adjusted.Maximum} {policy.Limitation(subranges[s].Adjusted, false)} {target[(s * markets) + k]:R}"));
                var extended = ScenarioUsesExtendedRange ? policy.RangeMaximum(true) : 0;
                bases[(m * markets) + k] = FormattableString.Invariant(
                    $"{policy.StandardRange} {extended} {supplement[k]:R} {constants.HourlyDivisor} {constants.PeriodsPerYear:R} {constants.LimitationCoversSupplement} {constants.LifeStep} {constants.LifeAddition} {constants.LifeRate:R} {other.AnnuityWaived} {other.AllowanceIsWages} {allowances}; {string.Join("; ", ranges)}");
            }
        }

        return bases;
    }

    private StageProgram Program(SwcProgram program)
    {
        var index = _names.Program(program.Name);
        var process = -1;
        if (program.Incidents is { } incidents)
        {
            process = _processes.IndexOf((index, incidents));
            if (process < 0)
            {
                process = _processes.Count;
                _processes.Add((index, incidents));
            }
        }

        return new StageProgram(
            program,
            index,
            program.LowestPercent,
            program.HighestPercent - program.LowestPercent,
            Luck.Threshold(program.ExpectedShare),
            [.. _names.Levels.Select(l => program.WorkLevels.Count == 0 || program.WorkLevels.Contains(l, StringComparer.Ordinal))],
            [.. _names.Organisations.Select(o => program.Organisations.Count == 0 || program.Organisations.Contains(o.Organisation, StringComparer.Ordinal))],
            [.. Periods.Select(program.Covers)],
            process);
    }

    private StageSubrange Rowed(AdjustedSubrange adjusted, SalaryStructure structure, PolicyYear policy, int year)
    {
        var row = _rows.Count;
        var subrange = adjusted.Subrange;
        _rows.Add(new DrawnRow(adjusted.Minimum, null, year, false, structure, subrange.Minimum));
        _rows.Add(new DrawnRow(adjusted.Maximum, null, year, false, structure, subrange.Maximum));
        _rows.Add(new DrawnRow(adjusted.ControlPoint ?? double.PositiveInfinity, null, year, false, structure, subrange.ControlPoint ?? double.PositiveInfinity));
        var limitation = subrange.Limitation.Rate is { } rate ? RateRow(rate, year, false, adjusted.Limitation) : ConstantRow(adjusted.Limitation);
        var extended = ScenarioUsesExtendedRange && policy.Limitation(adjusted, true) != adjusted.Limitation ? ConstantRow(policy.Limitation(adjusted, true)) : limitation;
        return new StageSubrange(adjusted, row, limitation, extended);
    }

    private int ConstantRow(long dollars)
    {
        _rows.Add(new DrawnRow(dollars == long.MaxValue ? double.PositiveInfinity : dollars, null, 0, false, null, 0));
        return _rows.Count - 1;
    }

    private int RateRow(string rate, int year, bool extended, long dollars)
    {
        if (_rateRows.TryGetValue((rate, year, extended), out var row)) return row;
        _rows.Add(new DrawnRow(dollars, Parameters.TryInForce(rate, year), year, extended, null, 0));
        return _rateRows[(rate, year, extended)] = _rows.Count - 1;
    }

    private PayYear PayYearOf(int calendarYear)
    {
        if (_payYears.TryGetValue(calendarYear, out var known)) return known;
        var rates = new PeriodRates(calendarYear, Parameters, Scenario.AggregateLimit);
        return _payYears[calendarYear] = new PayYear
        {
            Year = calendarYear,
            LimitRow = RateRow(Scenario.AggregateLimit.Rate, calendarYear, false, rates.AggregateLimit / 100),
            WageBase = rates.WageBase,
            HealthPremium = [.. Enum.GetValues<HealthPlan>().Select(p => (double)Numerics.Rounding.HalfUp(rates.HealthPremium[p] * 100))],
            Rates = rates,
        };
    }
}
