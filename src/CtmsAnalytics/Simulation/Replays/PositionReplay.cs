using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>One position in one draw, work period by work period: who holds it, when it falls vacant, when it is filled again.</summary>
/// <param name="draw">The draw.</param>
/// <param name="holder">Who holds the position at the start.</param>
/// <param name="pools">Pools of the draw's reviews; empty where they are handed to each review.</param>
internal sealed class PositionReplay(ScenarioDraw draw, RosterPerson holder, IReadOnlyList<ReviewPool> pools)
{
    private readonly List<HeldSpell> _spells = [];
    private int? _entry = 0;

    /// <summary>Identifier of the position: that of the person who holds it at the start.</summary>
    public string Id => holder.PersonId;

    /// <summary>The people who have held the position so far, in order.</summary>
    public IReadOnlyList<HeldSpell> Spells => _spells;

    /// <summary>Who holds the position at present; null while it is vacant.</summary>
    public HeldSpell? Present => _spells.Count > 0 && _spells[^1].Last is null ? _spells[^1] : null;

    /// <summary>Goes through the whole horizon with the pools that are known.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        for (var t = 0; t < draw.Periods.Count; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Enter(t);
            if (Present is not { } spell) continue;
            spell.Path.Step(t);
            Leave(t);
        }
    }

    /// <summary>Fills the position where its time is up.</summary>
    /// <param name="t">Index of the work period.</param>
    public void Enter(int t)
    {
        if (_entry != t) return;
        _entry = null;
        var number = _spells.Count;
        if (number == 0)
        {
            Hold(new Hire(holder, []), t);
            return;
        }

        var luck = draw.Spell(Id, number);
        var hire = Hire.Of(draw, luck, holder, _spells[^1].Path.WorkLevel, draw.Periods[t]);
        Hold(hire, t);
    }

    /// <summary>Opens a vacancy where the person has left at the end of a work period.</summary>
    /// <param name="t">Index of the work period.</param>
    public void Leave(int t)
    {
        if (Present is not { Path.HasSeparated: true } spell) return;
        spell.Last = t;
        spell.Path.Record.Draw(LuckKind.Vacancy, Vacate(t, spell.Person));
    }

    /// <summary>Decides when the vacancy is filled, and says so.</summary>
    private string Vacate(int t, RosterPerson former)
    {
        if (former.IsUncompensated) return "Uncompensated service is not filled again.";
        var workforce = draw.Scenario.Workforce;
        if (draw.Spell(Id, _spells.Count).PeriodsToFill(workforce, workforce.Backfill) is not { } wait) return "The position is not filled again.";
        _entry = t + 1 + wait;
        var when = _entry < draw.Periods.Count ? $"on {draw.Periods[_entry.Value].FirstDay:yyyy-MM-dd}" : "after the end of the horizon";
        return $"The position is filled again {when}, after {wait} vacant work period{(wait == 1 ? "" : "s")}.";
    }

    private void Hold(Hire hire, int t)
    {
        var number = _spells.Count;
        var path = new PersonPath(draw.Scenario, draw.Input, hire.Person, pools, hire.Offer, new DrawnLuck(draw, draw.Spell(Id, number), hire.Person));
        _spells.Add(new HeldSpell(number, hire, path, t));
    }
}

/// <summary>A person's time in a position.</summary>
/// <param name="number">0 for who holds the position at the start, n for its n-th hire.</param>
/// <param name="hire">The person and what the offer held.</param>
/// <param name="path">The person's path.</param>
/// <param name="first">Index of the first work period.</param>
internal sealed class HeldSpell(int number, Hire hire, PersonPath path, int first)
{
    public int Number => number;

    public RosterPerson Person => hire.Person;

    public PersonPath Path => path;

    public int First => first;

    /// <summary>Index of the last work period; null while the person serves.</summary>
    public int? Last { get; set; }
}
