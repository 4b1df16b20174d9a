using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Samples;

/// <summary>What a random number of the generator is for. The values are part of the roster's identity: renumbering makes another roster.</summary>
internal enum RosterPurpose : uint
{
    Worksite = 1,
    Organisation = 2,
    Service = 3,
    RangePosition = 4,
    RoundSalary = 5,
    Appointment = 6,
    Schedule = 7,
    HealthPlan = 8,
    Rating = 9,
    EntryDay = 10,
    Identifier = 11,
}

/// <summary>Random numbers of the generator, each a pure function of (seed, cell, person, purpose).</summary>
internal readonly struct RosterDraw(uint seed)
{
    public PhiloxBlock Block(RosterDraft person, RosterPurpose purpose)
        => Philox.Block((uint)person.Index, (uint)person.CellIndex, 0, (uint)purpose, seed);

    public double Uniform(RosterDraft person, RosterPurpose purpose) => Block(person, purpose).Uniform0;

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Whole(RosterDraft person, RosterPurpose purpose, int count)
        => (int)(((ulong)Block(person, purpose).Word0 * (ulong)count) >> 32);

    /// <summary>The people in an order that only the seed decides.</summary>
    public IEnumerable<RosterDraft> Shuffled(IEnumerable<RosterDraft> people, RosterPurpose purpose)
    {
        var draw = this;
        return people.OrderBy(p => draw.Block(p, purpose).Word0).ThenBy(p => p.CellIndex).ThenBy(p => p.Index);
    }
}
