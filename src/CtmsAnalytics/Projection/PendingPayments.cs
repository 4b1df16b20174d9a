using CtmsAnalytics.Numerics;
using CtmsAnalytics.Recognition;

namespace CtmsAnalytics.Projection;

/// <summary>
/// Expected recognition payments that are granted and not yet paid to their end: outcomes with their probabilities, so that ceilings hold for each outcome and not only
/// for their mean. Outcomes that begin in one work period exclude each other; those of different periods do not. Immutable, equal by content.
/// </summary>
internal sealed class PendingPayments : IEquatable<PendingPayments>
{
    public static readonly PendingPayments None = new([]);

    private readonly PendingPayment[] _payments;

    private PendingPayments(PendingPayment[] payments) => _payments = payments;

    /// <summary>Adds the outcomes of a grant whose first part is due in a work period.</summary>
    public PendingPayments With(int period, IEnumerable<(double Probability, PaymentSchedule Schedule)> outcomes) =>
        new([.. _payments, .. outcomes.Select(o => new PendingPayment(period, o.Probability, o.Schedule))]);

    /// <summary>What is still to be paid after a work period.</summary>
    public PendingPayments After(int period) =>
        Array.TrueForAll(_payments, p => p.EndsBy(period)) ? None : new PendingPayments(Array.FindAll(_payments, p => !p.EndsBy(period)));

    /// <summary>What is due in a work period, inside the room that the aggregate limit leaves. An earlier grant uses the room before a later one.</summary>
    /// <param name="period">Number of the work period.</param>
    /// <param name="headroom">Room under the aggregate limit, cents.</param>
    /// <returns>Expected cents paid and above the limit.</returns>
    public (long Paid, long Excess) Due(int period, long headroom)
    {
        var total = 0L;
        double paid = 0, excess = 0;
        for (var i = 0; i < _payments.Length; i++)
        {
            if (i > 0 && _payments[i].FirstPeriod != _payments[i - 1].FirstPeriod)
            {
                var before = Rounding.HalfUp(paid);
                total += before;
                headroom -= Math.Min(headroom, before);
                paid = 0;
            }

            var cents = _payments[i].Schedule.DueAfter(period - _payments[i].FirstPeriod);
            paid += _payments[i].Probability * Math.Min(cents, headroom);
            excess += _payments[i].Probability * Math.Max(0, cents - headroom);
        }

        return (total + Rounding.HalfUp(paid), Rounding.HalfUp(excess));
    }

    /// <summary>What lapses when a person leaves after a work period.</summary>
    /// <param name="period">Number of the work period.</param>
    /// <returns>Probability that anything lapses, and its expected cents.</returns>
    public (double Probability, long Cents) OutstandingAfter(int period)
    {
        if (_payments.Length == 0) return (0, 0);
        double nothing = 1, cents = 0;
        foreach (var grant in _payments.Where(p => !p.EndsBy(period)).GroupBy(p => p.FirstPeriod))
        {
            nothing *= 1 - grant.Sum(p => p.Probability);
            cents += grant.Sum(p => p.Probability * p.Schedule.OutstandingAfter(period - p.FirstPeriod));
        }

        return (1 - nothing, Rounding.HalfUp(cents));
    }

    public bool Equals(PendingPayments? other) => other is not null && _payments.AsSpan().SequenceEqual(other._payments);

    public override bool Equals(object? obj) => Equals(obj as PendingPayments);

    public override int GetHashCode() => _payments.Aggregate(0, HashCode.Combine);

    /// <summary>One outcome of a grant.</summary>
    private readonly record struct PendingPayment(int FirstPeriod, double Probability, PaymentSchedule Schedule)
    {
        public bool EndsBy(int period) => period - FirstPeriod >= Schedule.LastPeriod;
    }
}
