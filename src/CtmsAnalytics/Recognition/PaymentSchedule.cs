using CtmsAnalytics.PersonnelActions;

namespace CtmsAnalytics.Recognition;

/// <summary>How one recognition payment is paid out over work periods (158.632(c)). The default value pays nothing.</summary>
public readonly record struct PaymentSchedule
{
    private PaymentSchedule(PaymentForm form, long total, int count, int periodsBetween) => (Form, Total, Count, PeriodsBetween) = (form, total, count, periodsBetween);

    /// <summary>Lump sum, instalments or recurring.</summary>
    public PaymentForm Form { get; }

    /// <summary>Everything that is paid, cents.</summary>
    public long Total { get; }

    /// <summary>Number of parts.</summary>
    public int Count { get; }

    /// <summary>Work periods from one part to the next.</summary>
    public int PeriodsBetween { get; }

    /// <summary>Work periods from the first part to the last.</summary>
    public int LastPeriod => Math.Max(0, Count - 1) * PeriodsBetween;

    /// <summary>Pays an amount at once.</summary>
    /// <param name="total">Cents, 0 or more.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative.</exception>
    public static PaymentSchedule LumpSum(long total) => Create(PaymentForm.LumpSum, total, 1, 1);

    /// <summary>Pays an amount in parts that differ by a cent at most and add up to it; the odd cents go to the first parts.</summary>
    /// <param name="total">Cents, 0 or more.</param>
    /// <param name="count">Number of parts, 1 or more.</param>
    /// <param name="periodsBetween">Work periods from one part to the next, 1 or more.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static PaymentSchedule Installments(long total, int count, int periodsBetween) => Create(PaymentForm.Installments, total, count, periodsBetween);

    /// <summary>Pays the same amount in each of a series of work periods. Where the total would pass the limit every amount is lowered alike, to a whole cent.</summary>
    /// <param name="each">Amount of a work period, cents, 0 or more.</param>
    /// <param name="count">Number of amounts, 1 or more.</param>
    /// <param name="periodsBetween">Work periods from one amount to the next, 1 or more.</param>
    /// <param name="maximum">Limit of the total, cents (158.632(a)-(b)).</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static PaymentSchedule Recurring(long each, int count, int periodsBetween, long maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Create(PaymentForm.Recurring, Math.Min(each, maximum / count) * count, count, periodsBetween);
    }

    /// <summary>Pays out a total that its limit has been applied to, in a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="total">Cents, 0 or more; recurring amounts are equal, so that cents which do not divide among them are not paid.</param>
    /// <param name="count">Number of parts, 1 or more; not used for a lump sum.</param>
    /// <param name="periodsBetween">Work periods from one part to the next, 1 or more; not used for a lump sum.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static PaymentSchedule Of(PaymentForm form, long total, int count, int periodsBetween) => form switch
    {
        PaymentForm.LumpSum => LumpSum(total),
        PaymentForm.Installments => Installments(total, count, periodsBetween),
        PaymentForm.Recurring => Recurring(total, count, periodsBetween, total),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Give lump sum, instalments or recurring."),
    };

    /// <summary>Amount of one part.</summary>
    /// <param name="index">Part, 0 for the first.</param>
    /// <returns>Cents; 0 outside the schedule.</returns>
    public long Part(int index) => index < 0 || index >= Count ? 0 : (Total / Count) + (index < Total % Count ? 1 : 0);

    /// <summary>Amount that is due some work periods after the first part.</summary>
    /// <param name="periods">Work periods since the one in which the first part is due.</param>
    /// <returns>Cents; 0 where no part is due.</returns>
    public long DueAfter(int periods) => Count > 0 && periods >= 0 && periods % PeriodsBetween == 0 ? Part(periods / PeriodsBetween) : 0;

    /// <summary>What has been paid when some work periods after the first part are over, that one included.</summary>
    /// <param name="periods">Work periods since the one in which the first part is due; negative before it.</param>
    /// <returns>Cents.</returns>
    public long PaidBy(int periods)
    {
        if (Count == 0 || periods < 0) return 0;
        long parts = Math.Min(Count, (periods / PeriodsBetween) + 1);
        return (parts * (Total / Count)) + Math.Min(parts, Total % Count);
    }

    /// <summary>What is not yet paid when some work periods after the first part are over: it lapses when the person leaves then.</summary>
    /// <param name="periods">Work periods since the one in which the first part is due; negative before it.</param>
    /// <returns>Cents.</returns>
    public long OutstandingAfter(int periods) => Total - PaidBy(periods);

    private static PaymentSchedule Create(PaymentForm form, long total, int count, int periodsBetween)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsBetween, 1);
        return new PaymentSchedule(form, total, count, periodsBetween);
    }
}
