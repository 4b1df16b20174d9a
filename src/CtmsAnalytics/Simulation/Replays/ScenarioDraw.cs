using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>One draw of one scenario: its economy, and the luck of everybody in it.</summary>
internal sealed class ScenarioDraw
{
    private readonly EconomyPath _stated;
    private readonly DrawEconomy _economy;
    private readonly RunKeys _keys;
    private readonly MarketReference _market;
    private readonly double _periodsPerYear;
    private readonly Dictionary<(MarketMatch Match, string Market, int Year), double> _targets = [];
    private readonly Dictionary<(uint Organisation, int Program, IncidentProcess Process), List<Incident>> _incidents = [];

    /// <param name="scenarios">Every scenario of the run.</param>
    /// <param name="scenario">Index of the scenario that is followed.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="options">Seed and held sources.</param>
    /// <param name="draw">The draw.</param>
    public ScenarioDraw(IReadOnlyList<Scenario> scenarios, int scenario, ProjectionInput input, SimulationOptions options, uint draw)
    {
        IReadOnlyList<ProjectionInput> opened = [.. scenarios.Select(s => Opening.Apply(s, input))];
        Input = opened[scenario];
        Luck = new Luck(options.Seed, options.Held);
        Draw = draw;
        _stated = scenarios[scenario].Economy;
        _economy = DrawEconomy.Of(FunnelTerms.Settle(scenarios[scenario], input), Luck, draw);
        var parameters = new ParameterReader(input.Parameters, Scenario.Economy);
        Calendar = new PayCalendar(parameters);
        Policies = new PolicyTimeline(Scenario, parameters);
        Periods = Calendar.Periods(Scenario.Horizon.Start, Scenario.Horizon.FiscalYears);
        _keys = new RunKeys(scenarios, [.. opened.Select(o => o.Roster)], Periods);
        Positions = Position.All(Input.Roster, PositionPlan.Of(Scenario, Input.Roster, Periods));
        _periodsPerYear = Policies.Constants(Scenario.Horizon.Start).PeriodsPerYear;
        _market = new MarketReference(input.Wages, input.Markets, Scenario.Economy.MarketGrowth, (int)parameters.Constant("survey_reference_month"));
    }

    public ProjectionInput Input { get; }

    public Luck Luck { get; }

    public uint Draw { get; }

    public PayCalendar Calendar { get; }

    public PolicyTimeline Policies { get; }

    public IReadOnlyList<WorkPeriod> Periods { get; }

    /// <summary>The positions: those of the roster, then those that the hiring plan opens.</summary>
    public IReadOnlyList<Position> Positions { get; }

    /// <summary>The scenario with the economy of the draw.</summary>
    public Scenario Scenario => _economy.Scenario;

    /// <summary>First fiscal year of the horizon.</summary>
    public int FirstFiscalYear => Calendar.FirstFiscalYear(Scenario.Horizon.Start);

    /// <summary>What chance decides for a person in a position.</summary>
    public SpellLuck Spell(string position, int spell) => new(Luck, _keys.OfPosition(position), spell, Draw);

    /// <summary>Market target of a work level in a calendar year, US dollars a year.</summary>
    public double MarketTarget(MarketMatch match, string market, int year)
    {
        if (!_targets.TryGetValue((match, market, year), out var target))
            _targets[(match, market, year)] = target = _market.ForLevel(match, market, new DateOnly(year, 1, 1)).Target * _economy.MarketFactor(year);
        return target;
    }

    /// <summary>Base pay raise of a calendar year in the draw, and the stated one.</summary>
    public (double Drawn, double Stated) PayRaise(int year) => (Scenario.Economy.PayRaise.GetValueOrDefault(year), _stated.PayRaise.GetValueOrDefault(year));

    /// <summary>Growth of the talent market in a calendar year of the draw, and the stated one.</summary>
    public (double Drawn, double Stated) MarketGrowth(int year)
    {
        var (before, after) = (_economy.MarketFactor(year - 1), _economy.MarketFactor(year));
        return (before == after ? _stated.MarketGrowth : ((1 + _stated.MarketGrowth) * after / before) - 1, _stated.MarketGrowth);
    }

    /// <summary>Index of a program's name among the names of all programs of the run.</summary>
    public int ProgramOf(string name) => _keys.OfProgram(name);

    /// <summary>The incidents of a program in an organisation, by their beginning. The process is that of the policy in force; it is looked at over the whole horizon.</summary>
    public IReadOnlyList<Incident> Incidents(string agency, string organisation, string program, IncidentProcess process)
    {
        var key = (_keys.OfOrganisation(agency, organisation), ProgramOf(program), process);
        if (!_incidents.TryGetValue(key, out var incidents))
            _incidents[key] = incidents = [.. IncidentLuck.Of(Luck, key.Item1, key.Item2, process, Periods, _periodsPerYear, Draw)];
        return incidents;
    }
}
