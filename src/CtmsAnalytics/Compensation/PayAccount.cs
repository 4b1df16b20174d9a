namespace CtmsAnalytics.Compensation;

/// <summary>What a person was paid so far in the calendar year of the paydays, and what waits for the next one. Cents.</summary>
public struct PayAccount : IEquatable<PayAccount>
{
    /// <summary>Calendar year of the paydays that the sums belong to.</summary>
    public int CalendarYear { get; set; }

    /// <summary>Salary paid.</summary>
    public long SalaryPaid { get; set; }

    /// <summary>Additional compensation inside the aggregate limit that was paid.</summary>
    public long AdditionalPaid { get; set; }

    /// <summary>Wages under the Social Security base that were paid.</summary>
    public long WagesPaid { get; set; }

    /// <summary>Recognition payments above the aggregate limit, deferred (158.604).</summary>
    public long DeferredRecognition { get; set; }

    /// <summary>Special working conditions payments above the aggregate limit, deferred (158.604).</summary>
    public long DeferredSpecial { get; set; }

    /// <summary>Compares two accounts.</summary>
    /// <param name="left">An account.</param>
    /// <param name="right">Another account.</param>
    /// <returns>Whether every amount is equal.</returns>
    public static bool operator ==(PayAccount left, PayAccount right) => left.Equals(right);

    /// <summary>Compares two accounts.</summary>
    /// <param name="left">An account.</param>
    /// <param name="right">Another account.</param>
    /// <returns>Whether an amount differs.</returns>
    public static bool operator !=(PayAccount left, PayAccount right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(PayAccount other) =>
        (CalendarYear, SalaryPaid, AdditionalPaid, WagesPaid, DeferredRecognition, DeferredSpecial)
        == (other.CalendarYear, other.SalaryPaid, other.AdditionalPaid, other.WagesPaid, other.DeferredRecognition, other.DeferredSpecial);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is PayAccount other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(CalendarYear, SalaryPaid, AdditionalPaid, WagesPaid, DeferredRecognition, DeferredSpecial);
}
