namespace CtmsAnalytics.PayHistory;

/// <summary>Something that chance decided for a person in a draw.</summary>
/// <param name="Date">First day of the work period in which it was decided.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Text">How, in one sentence.</param>
public sealed record LuckEvent(DateOnly Date, LuckKind Kind, string Text);

/// <summary>What chance decides for a person.</summary>
public enum LuckKind
{
    /// <summary>Base pay raise and growth of the talent market of a calendar year.</summary>
    Economy,

    /// <summary>Entry on duty of a hire.</summary>
    Hire,

    /// <summary>A recognition payment in the offer of a hire.</summary>
    Offer,

    /// <summary>Mission impact rating.</summary>
    Rating,

    /// <summary>Recognition payment of a review.</summary>
    Payment,

    /// <summary>Work-level progression.</summary>
    Progression,

    /// <summary>A call to special working conditions.</summary>
    Call,

    /// <summary>Student loan repayments.</summary>
    StudentLoan,

    /// <summary>Separation.</summary>
    Separation,

    /// <summary>Whether and when the position is filled again.</summary>
    Vacancy,
}

/// <summary>The draw that a story is replayed from.</summary>
/// <param name="Seed">Seed of the simulation.</param>
/// <param name="Draw">Number of the draw, 0 or more.</param>
/// <param name="Position">Identifier of the position: that of the person who holds it at the start.</param>
/// <param name="Spell">0 for who holds the position at the start, n for its n-th hire.</param>
public sealed record ReplayedDraw(uint Seed, int Draw, string Position, int Spell);
