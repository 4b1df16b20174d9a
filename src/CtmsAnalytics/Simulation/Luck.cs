using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Simulation;

/// <summary>
/// Every random quantity of the model as a pure function of seed, purpose, person, spell, draw and time: the specification that the vectorised kernels reproduce bit by bit.
/// </summary>
/// <remarks>
/// Counter words: (key of the person, position or organisation; draw; when; purpose | spell &lt;&lt; 8 | program &lt;&lt; 24), key words (seed, 0). The spell counts the people who have held a position:
/// 0 for the one who holds it at the start, 1 for the first hire. A source that is held still takes its numbers from one draw that no run uses.
/// </remarks>
/// <param name="Seed">The seed.</param>
/// <param name="Held">Sources that are held still.</param>
internal readonly record struct Luck(uint Seed, RandomSources Held)
{
    /// <summary>Whole units of accumulated hazard in one unit exponential: exact as double precision integers.</summary>
    public const double HazardUnit = 281474976710656;

    /// <summary>The draw that sources which are held still take their numbers from.</summary>
    public const uint StillDraw = uint.MaxValue;

    /// <summary>Most spells of a position that have numbers of their own.</summary>
    public const int MostSpells = 65535;

    /// <summary>Most programs that have numbers of their own.</summary>
    public const int MostPrograms = 255;

    /// <summary>The draw that a purpose takes its numbers from.</summary>
    public uint DrawOf(LuckPurpose purpose, uint draw) => (Held & SourceOf(purpose)) != 0 ? StillDraw : draw;

    /// <summary>The fourth counter word.</summary>
    public static uint Word(LuckPurpose purpose, int spell, int program = 0) => (uint)purpose | ((uint)spell << 8) | ((uint)program << 24);

    /// <summary>The random block of a person, position or organisation.</summary>
    public PhiloxBlock Block(LuckPurpose purpose, uint key, int spell, uint draw, int when, int program = 0) =>
        Philox.Block(key, DrawOf(purpose, draw), (uint)when, Word(purpose, spell, program), Seed);

    /// <summary>Greatest exposure of a work period in <see cref="HazardUnit"/>: more than any unit exponential that a random word can give.</summary>
    public const double GreatestExposure = 23 * HazardUnit;

    /// <summary>Accumulated hazard at which a spell ends, in <see cref="HazardUnit"/>: a unit exponential in whole units.</summary>
    public double Life(uint key, int spell, uint draw) =>
        Math.Floor((-Deterministic.Log(Block(LuckPurpose.Separation, key, spell, draw, 0).Uniform0) * HazardUnit) + 0.5);

    /// <summary>The same of uniform numbers side by side.</summary>
    public static Vector512<double> LifeOf(Vector512<double> u) => Vector512.Floor((-Deterministic.Log(u) * HazardUnit) + Vector512.Create(0.5));

    /// <summary>
    /// The number of words below which a word means that an event of a probability happens: (word + 0.5) / 2^32 is below the probability exactly when the word is below this.
    /// </summary>
    public static ulong Threshold(double probability) => (ulong)Math.Clamp(Math.Ceiling((probability * 4294967296.0) - 0.5), 0, 4294967296.0);

    private static RandomSources SourceOf(LuckPurpose purpose) => purpose switch
    {
        LuckPurpose.Separation => RandomSources.Separations,
        LuckPurpose.Filling or LuckPurpose.Offer => RandomSources.Hiring,
        LuckPurpose.Rating or LuckPurpose.Payment or LuckPurpose.Progression or LuckPurpose.OpeningImpact => RandomSources.Ratings,
        LuckPurpose.Special or LuckPurpose.Incident => RandomSources.Surges,
        LuckPurpose.Market or LuckPurpose.PayRaise => RandomSources.Market,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no such purpose."),
    };
}
