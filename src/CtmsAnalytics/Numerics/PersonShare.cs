namespace CtmsAnalytics.Numerics;

/// <summary>
/// An expected number of persons, kept as whole millionths so that people are conserved exactly: what leaves one place arrives in another.
/// </summary>
/// <param name="Millionths">Millionths of a person, 0 or more.</param>
/// <remarks>Implementation note: a share of one is a whole person, for whom every amount stays exact to the cent.</remarks>
public readonly record struct PersonShare(long Millionths)
{
    private const long One = 1_000_000;

    /// <summary>A whole person.</summary>
    public static readonly PersonShare Whole = new(One);

    /// <summary>Nobody.</summary>
    public static readonly PersonShare None = new(0);

    /// <summary>The number of persons.</summary>
    public decimal Persons => (decimal)Millionths / One;

    /// <summary>The part that an event with a given probability takes, to the nearest millionth.</summary>
    /// <param name="probability">Probability, 0 to 1.</param>
    /// <returns>The part, never more than the whole.</returns>
    public PersonShare Part(double probability) => new(Math.Clamp(Rounding.HalfUp(Millionths * probability), 0, Millionths));

    /// <summary>The expected amount: the amount of a whole person times this share, half a cent up.</summary>
    /// <param name="cents">Amount for a whole person, cents, 0 or more and less than 10^12.</param>
    /// <returns>Expected amount, cents.</returns>
    public long Of(long cents) => Millionths == One ? cents : ((cents * Millionths) + (One / 2)) / One;

    /// <summary>Adds two shares.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">Another share.</param>
    /// <returns>The sum.</returns>
    public static PersonShare operator +(PersonShare left, PersonShare right) => new(left.Millionths + right.Millionths);

    /// <summary>Takes one share from another.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">The share to take away, at most <paramref name="left"/>.</param>
    /// <returns>The difference.</returns>
    public static PersonShare operator -(PersonShare left, PersonShare right) => new(left.Millionths - right.Millionths);

    /// <summary>Adds two shares.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">Another share.</param>
    /// <returns>The sum.</returns>
    public static PersonShare Add(PersonShare left, PersonShare right) => left + right;

    /// <summary>Takes one share from another.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">The share to take away, at most <paramref name="left"/>.</param>
    /// <returns>The difference.</returns>
    public static PersonShare Subtract(PersonShare left, PersonShare right) => left - right;
}
