using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>One position in one draw, work period by work period: who holds it, when it falls vacant, when it is filled again.</summary>
internal sealed class PositionReplay
{
    private readonly ScenarioDraw _draw;
    private readonly Position _position;
    private readonly IReadOnlyList<ReviewPool> _pools;
    private readonly List<HeldSpell> _spells = [];
    private int? _entry;

    /// <param name="draw">The draw.</param>
    /// <param name="position">The position.</param>
    /// <param name="pools">Pools of the draw's reviews; empty where they are handed to each review.</param>
    public PositionReplay(ScenarioDraw draw, Position position, IReadOnlyList<ReviewPool> pools)
    {
        (_draw, _position, _pools) = (draw, position, pools);
        if (!Holds) Post(position.Opens, 1);
    }

    /// <summary>Identifier of the position.</summary>
    public string Id => _position.Id;

    /// <summary>Whether somebody holds it at the start.</summary>
    public bool Holds => _position.Holder is not null;

    /// <summary>The people who have held the position so far, in order.</summary>
    public IReadOnlyList<HeldSpell> Spells => _spells;

    /// <summary>Who holds the position at present; null while it is vacant.</summary>
    public HeldSpell? Present => _spells.Count > 0 && _spells[^1].Last is null ? _spells[^1] : null;

    /// <summary>Goes through the whole horizon with the pools that are known.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        for (var t = 0; t < _draw.Periods.Count; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Enter(t);
            if (Present is not { } spell) continue;
            spell.Path.Open(t);
            spell.Path.Review();
            Close(t);
        }
    }

    /// <summary>Fills the position where its time is up.</summary>
    /// <param name="t">Index of the work period.</param>
    public void Enter(int t)
    {
        if (t == 0 && _position.Holder is { } holder) Hold(0, new Hire(holder, []), t);
        if (_entry != t) return;
        _entry = null;
        var spell = NextSpell;
        var level = VacantLevel;
        Hold(spell, Hire.Of(_draw, _draw.Spell(Id, spell), _position, level, _draw.Periods[t]), t);
    }

    /// <summary>Ends the work period of who holds the position, and opens a vacancy where the person leaves with it.</summary>
    /// <param name="t">Index of the work period.</param>
    public void Close(int t)
    {
        if (Present is not { } spell) return;
        spell.Path.Close(_position.Closing is { How: PositionClosing.OnDate } closing && closing.Period == t + 1);
        if (!spell.Path.HasSeparated) return;
        spell.Last = t;
        spell.Path.Record.Draw(LuckKind.Vacancy, Vacate(t, spell.Person));
    }

    /// <summary>Decides when the vacancy is filled, and says so.</summary>
    private string Vacate(int t, RosterPerson former)
    {
        if (former.IsUncompensated) return "Uncompensated service is not filled again.";
        if (Post(t + 1, _draw.Scenario.Workforce.Backfill) is not { } wait) return "The position is not filled again.";
        if (_entry is not { } entry) return "The hiring plan closes the position before it is filled again.";
        var when = entry < _draw.Periods.Count ? $"on {_draw.Periods[entry].FirstDay:yyyy-MM-dd}" : "after the end of the horizon";
        return $"The position is filled again {when}, after {wait} vacant work period{(wait == 1 ? "" : "s")}.";
    }

    /// <summary>Decides when a position that is vacant from a work period on is filled. A vacancy that would be filled after its position has closed ends unfilled.</summary>
    /// <returns>Vacant work periods; null where it is never filled.</returns>
    private int? Post(int from, double share)
    {
        var wait = _draw.Spell(Id, NextSpell).PeriodsToFill(_draw.Scenario.Workforce.HiringAt(VacantLevel), share);
        _entry = from + wait < (_position.Closing?.Period ?? int.MaxValue) ? from + wait : null;
        return wait;
    }

    /// <summary>Work level of the vacancy: that of whoever left, or that of the position.</summary>
    private string VacantLevel => _spells.Count == 0 ? _position.WorkLevel : _spells[^1].Path.WorkLevel;

    /// <summary>Number of the next spell: hires count from 1.</summary>
    private int NextSpell => _spells.Count == 0 ? 1 : _spells[^1].Number + 1;

    private void Hold(int number, Hire hire, int t)
    {
        var luck = new DrawnLuck(_draw, _draw.Spell(Id, number), hire.Person);
        _spells.Add(new HeldSpell(number, hire, new PersonPath(_draw.Scenario, _draw.Input, hire.Person, _pools, hire.Offer, luck) { HiringTerms = hire.Terms }, t));
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
