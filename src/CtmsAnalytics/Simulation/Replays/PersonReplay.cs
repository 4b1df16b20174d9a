using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>One position of the roster in one draw of a simulation, through the scalar rules: everybody who holds it, with every event, every rule and every cent.</summary>
public sealed class PersonReplay
{
    private readonly ScenarioDraw _draw;
    private readonly PositionReplay _position;

    internal PersonReplay(ScenarioDraw draw, PositionReplay position, IReadOnlyList<ReviewPool> pools, uint seed)
    {
        _draw = draw;
        _position = position;
        Seed = seed;
        Pools = pools;
        Costs = [.. ReplayCost.Of(draw, position)];
        Spells = [.. position.Spells.Select(Told)];
    }

    /// <summary>Identifier of the position: that of the person who holds it at the start, or that of the position that the hiring plan opens.</summary>
    public string PersonId => _position.Id;

    /// <summary>Name of the scenario.</summary>
    public string Scenario => _draw.Scenario.Name;

    /// <summary>Seed of the simulation.</summary>
    public uint Seed { get; }

    /// <summary>Number of the draw, 0 or more.</summary>
    public int Draw => (int)_draw.Draw;

    /// <summary>The people who hold the position in the draw, in order; the first is the person of the roster.</summary>
    public IReadOnlyList<SpellReplay> Spells { get; }

    /// <summary>What chance decided for them, in order.</summary>
    public IEnumerable<LuckEvent> Luck => Spells.SelectMany(s => s.Luck);

    /// <summary>Everything that is paid for them in the fiscal years of the horizon, by spell, fiscal year, work level and component; nothing that is zero.</summary>
    public IReadOnlyList<ReplayCost> Costs { get; }

    /// <summary>The pools of the organisation's reviews in the draw, in order.</summary>
    public IReadOnlyList<ReviewPool> Pools { get; }

    /// <summary>What is paid in a fiscal year for a component, whoever holds the position.</summary>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <param name="component">The component.</param>
    /// <returns>Cents; 0 outside the horizon.</returns>
    public long Cents(int fiscalYear, Component component) => Costs.Where(c => c.FiscalYear == fiscalYear && c.Component == component).Sum(c => c.Cents);

    /// <summary>Tells the story of a year: one explanation for each person who holds the position in it.</summary>
    /// <param name="year">The year, inside the horizon.</param>
    /// <param name="basis">Whether it is a fiscal or a calendar year.</param>
    /// <returns>The explanations in the order of the people; none where the position is vacant throughout.</returns>
    /// <exception cref="Diagnostics.InputException">The year lies outside the horizon.</exception>
    public IReadOnlyList<PersonExplanation> Explain(int year, YearBasis basis)
    {
        PersonPath.CheckYear(_draw.Scenario, _draw.Calendar, _draw.Periods, year, basis);
        return
        [
            .. _position.Spells.Where(s => Serves(s, year, basis))
                .Select(s => s.Path.Tell(year, basis) with { Draw = new ReplayedDraw(Seed, Draw, PersonId, s.Number) }),
        ];
    }

    private bool Serves(HeldSpell spell, int year, YearBasis basis)
    {
        var last = spell.Last ?? _draw.Periods.Count - 1;
        return _draw.Periods.Take(last + 1).Skip(spell.First).Any(p => basis == YearBasis.Calendar
            ? p.CalendarYear == year
            : p.FirstFiscalYear == year || (p.FirstFiscalYear + 1 == year && p.WeekdaysInFirstFiscalYear < p.Weekdays));
    }

    private SpellReplay Told(HeldSpell spell) => new(
        spell.Number,
        spell.Person,
        _draw.Periods[spell.First].FirstDay,
        spell.Last is { } last ? _draw.Periods[last].LastDay : null,
        [.. spell.Path.Record.Luck]);
}

/// <summary>A person's time in a position in one draw.</summary>
/// <param name="Spell">0 for who holds the position at the start, n for its n-th hire.</param>
/// <param name="Person">The person: as the roster states, or as hired.</param>
/// <param name="From">First day of the first work period in the horizon.</param>
/// <param name="To">Last day of service; null where the person serves to the end of the horizon.</param>
/// <param name="Luck">What chance decided for the person, in order.</param>
public sealed record SpellReplay(int Spell, RosterPerson Person, DateOnly From, DateOnly? To, IReadOnlyList<LuckEvent> Luck);
